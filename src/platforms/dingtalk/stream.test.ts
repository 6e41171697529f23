/** Messages of the stream, over real HTTP and WebSocket; time passes only when a test moves the clock. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deliver, Incoming } from '../../chat.ts';
import { until } from '../../testing/hand-clock.ts';
import { openStage } from '../../testing/fake-dingtalk/stage.ts';
import type { Stage } from '../../testing/fake-dingtalk/stage.ts';

let stage: Stage;
let heard: Incoming[];

beforeEach(async () => {
  stage = await openStage();
  heard = [];
});

afterEach(() => stage.stop());

const deliver: Deliver = async (incoming) => {
  heard.push(incoming);
  return { answer: null };
};

async function connected(given: Deliver = deliver): Promise<void> {
  await stage.platform.start?.(given);
  await until(() => stage.fake.stream.open() === 1 && (stage.platform.health?.() ?? '').includes('已连接'));
}

const says = (text: string): string | null =>
  stage.fake.sayOnStream({ from: stage.fake.office.person('cc0731'), group: 'cidA==', text });

describe('a message', () => {
  it('reaches the bot and is acknowledged', async () => {
    await connected();
    const frame = says('认领327');
    await until(() => stage.fake.stream.acks.length === 1);
    expect(stage.fake.stream.acks).toEqual([{ messageId: frame, code: 200, data: { response: null } }]);
    expect(heard).toMatchObject([{ text: '认领327', chatId: 'cidA==', senderId: 'cc0731', mentionsBot: true }]);
  });

  it('is acknowledged only after the commit', async () => {
    let commit: () => void = () => {};
    const committed = new Promise<void>((resolve) => (commit = resolve));
    await connected(async () => {
      await committed;
      return { answer: null };
    });
    says('认领327');
    stage.fake.stream.ping('p1', 'o1');
    await until(() => stage.fake.stream.acks.length === 1);
    expect(stage.fake.stream.acks).toEqual([{ messageId: 'p1', code: 200, data: { opaque: 'o1' } }]);
    commit();
    await until(() => stage.fake.stream.acks.length === 2);
  });

  it('that could not be committed is not acknowledged, comes again with the same id, and is acknowledged then', async () => {
    let isBroken = true;
    await connected(async (incoming) => {
      heard.push(incoming);
      if (isBroken) throw new Error('disk full');
      return { answer: null };
    });
    says('认领327');
    await until(() => stage.logs.some((line) => line.includes('没有处理完')));
    expect(stage.fake.stream.acks).toEqual([]);
    isBroken = false;
    expect(stage.fake.stream.redeliver()).toBe(1);
    await until(() => stage.fake.stream.acks.length === 1);
    expect(heard.map(({ id }) => id)).toEqual([heard[0]?.id, heard[0]?.id]);
    expect(stage.fake.stream.redeliver()).toBe(0);
  });

  it('waits for the one before it in the same conversation, and for no other', async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const finished: string[] = [];
    await connected(async ({ text }) => {
      if (text === '一') await held;
      finished.push(text);
      return { answer: null };
    });
    says('一');
    says('二');
    stage.fake.sayOnStream({ from: stage.fake.office.person('cc0112'), text: '单聊' });
    await until(() => finished.length === 1);
    expect(finished).toEqual(['单聊']);
    release();
    await until(() => finished.length === 3);
    expect(finished).toEqual(['单聊', '一', '二']);
  });

  it.each([
    ['no JSON at all', 'hello'],
    ['a list', '[]'],
    ['a frame without headers', '{"type":"SYSTEM"}'],
    ['a notice', { type: 'SYSTEM', headers: { topic: 'KEEPALIVE' }, data: '' }],
  ])('%s is passed over, and the next message is heard', async (_name, frame) => {
    await connected();
    stage.fake.stream.send(frame);
    says('认领327');
    await until(() => heard.length === 1);
    expect(stage.fake.stream.registrations()).toBe(1);
  });

  it.each([
    [
      'data that is no JSON',
      { type: 'CALLBACK', headers: { topic: '/v1.0/im/bot/messages/get', messageId: 'm' }, data: '{' },
      400,
    ],
    [
      'a topic nobody asked for',
      { type: 'CALLBACK', headers: { topic: '/v1.0/other', messageId: 'm' }, data: '{}' },
      404,
    ],
    ['an event', { type: 'EVENT', headers: { topic: '*', messageId: 'm' }, data: '{}' }, 200],
  ])('%s is answered, so that it does not come for ever', async (_name, frame, code) => {
    await connected();
    stage.fake.stream.send(frame);
    await until(() => stage.fake.stream.acks.length === 1);
    expect(stage.fake.stream.acks).toMatchObject([{ messageId: 'm', code }]);
    expect(heard).toEqual([]);
  });

  it('withheld for want of quota is acknowledged and told', async () => {
    await connected();
    const { text: _withheld, ...payload } = stage.fake.message({ from: stage.fake.office.person('cc0731'), text: 'x' });
    stage.fake.stream.deliver({ ...payload, errorCode: 20001, errorMessage: 'quota' });
    await until(() => stage.fake.stream.acks.length === 1);
    expect(stage.logs.join()).toContain('额度已用完');
  });

  it('under way at the stop is finished and acknowledged', async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await connected(async (incoming) => {
      heard.push(incoming);
      await held;
      return { answer: null };
    });
    says('认领327');
    await until(() => heard.length === 1);
    const stopped = stage.platform.stop?.();
    release();
    await stopped;
    await until(() => stage.fake.stream.acks.length === 1 && stage.fake.stream.open() === 0);
    expect(stage.clock.pending()).toEqual([]);
  });
});
