import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApi } from './api.ts';
import { encryptBytes, readKey } from './cipher.ts';
import { fetchPicture } from './pictures.ts';
import type { PictureLimits } from './pictures.ts';

const KEY = 'Qfbu9dj9g8lmTA7MVRO1d2vzJ7jOEeOaorblL8RBn5o';
let server: Server;
let base: string;
let reply: Buffer;
let status: number;
let asked: string[];
let written: number;

beforeEach(async () => {
  asked = [];
  status = 200;
  written = 0;
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (status === 302) return void response.writeHead(302, { location: '/inner' }).end();
    response.writeHead(status);
    if (status === 206) return void response.write(reply, () => request.socket.destroy());
    // An endless body: only what is read is made.
    if (status === 203) {
      response.on('drain', () => (written += response.write(Buffer.alloc(65_536)) ? 1 : 1));
      response.write(Buffer.alloc(65_536));
      return undefined;
    }
    response.end(reply);
    return undefined;
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const fetchIt = (url: string, given: Partial<PictureLimits> = {}, key = KEY): Promise<Buffer> =>
  fetchPicture(
    { url, key },
    { api: createApi({ fetch }), hosts: ['myqcloud.com'], apiBase: base, maxBytes: 1000, ...given },
  );

describe('fetching a picture', () => {
  it('uses the link byte for byte', async () => {
    reply = encryptBytes(readKey(KEY), Buffer.from('picture'));
    expect(await fetchIt(`${base}/x?sign=a%2Fb%3D&t=1`)).toEqual(Buffer.from('picture'));
    expect(asked).toEqual(['/x?sign=a%2Fb%3D&t=1']);
  });

  it.each([
    [1000, true],
    [1001, false],
  ])('of %d bytes with a limit of 1000: %s', async (size, isTaken) => {
    reply = encryptBytes(readKey(KEY), Buffer.alloc(size, 1));
    const fetched = fetchIt(`${base}/x`).then(
      (bytes) => bytes.length === size,
      () => false,
    );
    expect(await fetched).toBe(isTaken);
  });

  it('breaks off a body that does not end', async () => {
    status = 203;
    await expect(fetchIt(`${base}/x`, { maxBytes: 200_000 })).rejects.toMatchObject({ outcome: 'refused' });
    expect(written).toBeLessThan(200);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://localhost/x',
    'http://a.myqcloud.com/x',
    'https://myqcloud.com.evil.example/x',
    'https://evilmyqcloud.com/x',
    'file:///etc/passwd',
    'nonsense',
  ])('never asks %s', async (url) => {
    await expect(fetchIt(url)).rejects.toMatchObject({
      outcome: 'refused',
      message: '图片地址不是企业微信的，已拒绝下载。',
    });
  });

  it.each([
    [403, 'refused'],
    [404, 'refused'],
    [500, 'later'],
    [302, 'later'],
    [206, 'later'],
  ])('status %d: %s', async (given, outcome) => {
    status = given;
    reply = encryptBytes(readKey(KEY), Buffer.alloc(100));
    await expect(fetchIt(`${base}/x`)).rejects.toMatchObject({ outcome });
    expect(asked).toEqual(['/x']);
  });

  it('another key or another content is final', async () => {
    reply = Buffer.from('<html>not encrypted</html>');
    await expect(fetchIt(`${base}/x`)).rejects.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('无法解密'),
    });
    await expect(fetchIt(`${base}/x`, {}, 'short')).rejects.toMatchObject({ outcome: 'refused' });
  });
});
