/** Pictures: code → address → bytes, with what may go wrong on the way. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryError } from '../../chat.ts';
import { until } from '../../testing/hand-clock.ts';
import { failureOf, openStage } from '../../testing/fake-dingtalk/stage.ts';
import type { Stage } from '../../testing/fake-dingtalk/stage.ts';
import { writePicture } from './picture-ref.ts';

const BYTES = Buffer.from('a picture, as far as the transfer cares'.repeat(100));
let stage: Stage;

beforeEach(async () => {
  stage = await openStage({ assumptions: { maxPictureBytes: BYTES.length } });
});

afterEach(() => stage.stop());

const refOf = (downloadCode: string, robotCode = 'dingdemobot00000001'): string =>
  writePicture({ downloadCode, robotCode });

describe('a picture', () => {
  it('arrives byte for byte, also at exactly the limit', async () => {
    expect(await stage.platform.fetchPicture(refOf(stage.fake.api.putPicture(BYTES)))).toEqual(BYTES);
    expect(stage.counted.get('dingtalk-api-2026-11')).toBe(1);
  });

  it('one byte over the limit is refused', async () => {
    const ref = refOf(stage.fake.api.putPicture(Buffer.concat([BYTES, Buffer.from('x')])));
    expect(await failureOf(stage.platform.fetchPicture(ref))).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('过大'),
    });
  });

  it('whose code has expired is refused in words for the sender', async () => {
    const ref = refOf(stage.fake.api.putPicture(BYTES));
    stage.fake.api.expirePictures();
    expect(await failureOf(stage.platform.fetchPicture(ref))).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('重新发送'),
    });
  });

  it('is asked for with the code of the robot that received it', async () => {
    const ref = refOf(stage.fake.api.putPicture(BYTES), 'another-robot');
    expect(await failureOf(stage.platform.fetchPicture(ref))).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('DINGTALK_ROBOT_CODE'),
    });
  });

  it.each([
    ['download', { kind: 'cut' }],
    ['download', { kind: 'lost' }],
    ['download', { kind: 'wrong' }],
    ['download', { kind: 'status', status: 500 }],
    ['picture', { kind: 'cut' }],
    ['picture', { kind: 'truncated' }],
    ['picture', { kind: 'status', status: 403 }],
    ['picture', { kind: 'status', status: 302 }],
  ] as const)('%s: %o is tried again, and comes then', async (part, fault) => {
    const ref = refOf(stage.fake.api.putPicture(BYTES));
    stage.fake.faults.add(part, fault);
    expect(await failureOf(stage.platform.fetchPicture(ref))).toMatchObject({ outcome: 'later' });
    expect(await stage.platform.fetchPicture(ref)).toEqual(BYTES);
  });

  it('that does not come in a minute is tried again', async () => {
    stage.fake.faults.add('picture', { kind: 'late' });
    const failure = failureOf(stage.platform.fetchPicture(refOf(stage.fake.api.putPicture(BYTES))));
    await until(() => stage.fake.http.calls.get('/oss/x.file') === 1);
    stage.clock.pass(60_000);
    expect(await failure).toMatchObject({ outcome: 'later' });
  });

  it.each(['', 'https://example.org/a.jpg', '{"url":"http://127.0.0.1"}', '{"downloadCode":""}'])(
    'a reference that is none of ours is refused: %s',
    async (ref) => {
      expect(await failureOf(stage.platform.fetchPicture(ref))).toMatchObject({ outcome: 'refused' });
    },
  );
});

describe('the address of a picture', () => {
  const answers = (downloadUrl: string, hosts: readonly string[] | null) => {
    const asked: string[] = [];
    const fetcher: typeof fetch = async (input) => {
      const url = input instanceof Request ? input.url : input.toString();
      asked.push(url);
      if (url.includes('/oauth2/')) return Response.json({ accessToken: 't', expireIn: 7200 });
      return url.includes('messageFiles') ? Response.json({ downloadUrl }) : new Response('bytes');
    };
    return {
      asked,
      given: { fetch: fetcher, apiBase: 'https://api.dingtalk.com', assumptions: { pictureHosts: hosts } },
    };
  };

  it.each([
    ['http://down.example.com/x.file', null, true],
    ['https://a.oss-cn-hangzhou.aliyuncs.com/x', ['aliyuncs.com'], true],
    ['https://notaliyuncs.com/x', ['aliyuncs.com'], false],
    ['http://127.0.0.1/x', null, false],
    ['http://localhost/x', null, false],
    ['http://169.254.169.254/latest', null, false],
    ['http://10.0.0.1/x', null, false],
    ['http://[::1]/x', null, false],
    ['http://0x7f000001/x', null, false],
    ['http://intranet/x', null, false],
    ['http://printer.local/x', null, false],
    ['file:///etc/passwd', null, false],
    ['https://user:pass@down.example.com/x', null, false],
    ['nonsense', null, false],
  ])('%s (hosts %o): %s', async (address, hosts, isAllowed) => {
    const { asked, given } = answers(address, hosts);
    const other = await openStage(given);
    const fetched = other.platform.fetchPicture(refOf('code'));
    const outcome = await fetched.then(String, (error: DeliveryError) => error.outcome);
    expect(outcome).toBe(isAllowed ? 'bytes' : 'refused');
    expect(asked).toHaveLength(isAllowed ? 3 : 2);
    await other.stop();
  });
});
