/** HTTP mode: a callback as the vendor makes it → what the platform says of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Received, WebhookRequest } from '../../chat.ts';
import { openStage } from '../../testing/fake-dingtalk/stage.ts';
import type { Stage } from '../../testing/fake-dingtalk/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage({ mode: 'http' });
});

afterEach(() => stage.stop());

function receive(given: Partial<WebhookRequest> = {}): Received {
  const payload = stage.fake.message({ from: stage.fake.office.person('cc0731'), group: 'cidA==', text: '认领327' });
  const request: WebhookRequest = {
    method: 'POST',
    path: '/webhook/dingtalk',
    rawQuery: '',
    headers: stage.fake.signedHeaders(),
    body: Buffer.from(JSON.stringify(payload)),
    ...given,
  };
  const received = stage.platform.receive?.(request);
  if (received === undefined) throw new Error('no door');
  return received;
}

describe('a callback', () => {
  it('that is right is a message; the 200 says that no answer is in it', () => {
    const received = receive();
    expect(received).toMatchObject({
      kind: 'message',
      incoming: { text: '认领327', senderId: 'cc0731', chatKind: 'group' },
    });
    if (received.kind !== 'message') throw new Error(received.kind);
    expect(received.acknowledge(null)).toEqual({
      body: '{"msgtype":"empty"}',
      contentType: 'application/json',
      carriesAnswer: false,
    });
  });

  it.each([
    ['without a signature', () => ({ headers: {} }), 401],
    ['with another secret', () => ({ headers: { ...stage.fake.signedHeaders(), sign: 'AAAA' } }), 401],
    ['61 minutes old', () => ({ headers: stage.fake.signedHeaders(-61 * 60_000) }), 401],
    [
      '61 minutes old and broken',
      () => ({ headers: stage.fake.signedHeaders(-61 * 60_000), body: Buffer.from('{"msgId":') }),
      401,
    ],
    ['61 minutes from the future', () => ({ headers: stage.fake.signedHeaders(61 * 60_000) }), 401],
    ['with broken JSON', () => ({ body: Buffer.from('{"msgId":') }), 400],
    ['with a body that is no object', () => ({ body: Buffer.from('"text"') }), 400],
    ['with an empty body', () => ({ body: Buffer.alloc(0) }), 400],
    ['without a message id', () => ({ body: Buffer.from('{"conversationId":"c"}') }), 400],
    ['by GET', () => ({ method: 'GET' }), 400],
  ])('%s is refused with a reason for the log', (_name, given, status) => {
    const received = receive(given());
    expect(received).toMatchObject({ kind: 'refused', status });
    expect(JSON.stringify(received)).not.toContain('demo-app-secret');
  });

  it('59 minutes old is good', () => {
    expect(receive({ headers: stage.fake.signedHeaders(-59 * 60_000) }).kind).toBe('message');
  });

  it('withheld for want of quota is ignored with a 200', () => {
    const body = Buffer.from('{"msgId":"m","conversationId":"c","msgtype":"text","errorCode":"20001"}');
    expect(receive({ body })).toMatchObject({ kind: 'ignored', acknowledgement: { carriesAnswer: false } });
    expect(stage.logs.join()).toContain('额度已用完');
  });

  it('goes through real HTTP as the vendor signs it', async () => {
    const heard: Received[] = [];
    const server = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => void chunks.push(chunk));
      incoming.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
        );
        const received = receive({ headers, body: Buffer.concat(chunks) });
        heard.push(received);
        response.writeHead(received.kind === 'refused' ? received.status : 200);
        response.end(received.kind === 'message' ? received.acknowledge(null).body : '');
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a TCP server that listens has one
    const callback = `http://127.0.0.1:${port}/webhook/dingtalk`;
    const payload = stage.fake.message({ from: stage.fake.office.outsider('外单位'), group: 'cidA==', text: '认领' });
    expect(await stage.fake.push(callback, payload)).toEqual({ status: 200, body: '{"msgtype":"empty"}' });
    expect(await stage.fake.push(callback, payload, { sign: 'forged' })).toEqual({ status: 401, body: '' });
    expect(heard).toMatchObject([{ kind: 'message', incoming: { senderId: '' } }, { kind: 'refused' }]);
    await new Promise((resolve) => void server.close(resolve));
  });
});

it('a mode has one door: no socket here, no webhook with the stream', async () => {
  expect(Object.keys(stage.platform)).not.toContain('start');
  const streaming = await openStage();
  expect(Object.keys(streaming.platform)).not.toContain('receive');
  await streaming.stop();
});

it('who spoke is known by the encrypted id when others mention that person', () => {
  const person = stage.fake.office.person('cc0112');
  const speak = (): Buffer =>
    Buffer.from(JSON.stringify(stage.fake.message({ from: person, group: 'cidA==', text: '在' })));
  const mention = {
    ...stage.fake.message({ from: stage.fake.office.person('cc0731'), group: 'cidA==', text: '催办' }),
  };
  const atUsers = [{ dingtalkId: person.dingtalkId }];
  const body = Buffer.from(JSON.stringify({ ...mention, atUsers }));
  expect(receive({ body })).toMatchObject({ incoming: { mentionedIds: [] } });
  receive({ body: speak() });
  expect(receive({ body })).toMatchObject({ incoming: { mentionedIds: ['cc0112'] } });
});
