import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming, Outgoing, Platform } from '../../chat.ts';
import { anOutgoing, openDoor } from '../../testing/fake-wecom/door.ts';
import type { Door } from '../../testing/fake-wecom/door.ts';
import { createHandClock, until } from '../../testing/hand-clock.ts';
import type { HandClock } from '../../testing/hand-clock.ts';
import { startFakeWecom } from '../../testing/fake-wecom/index.ts';
import type { FakeWecom } from '../../testing/fake-wecom/index.ts';
import { APP_MODE, aWecom, socketMode } from '../../testing/fake-wecom/wecom-platform.ts';
import type { Line } from '../../testing/fake-wecom/wecom-platform.ts';

let clock: HandClock;
let fake: FakeWecom;
let platform: Platform;
let door: Door;
let lines: Line[];

beforeEach(async () => {
  clock = createHandClock();
  fake = await startFakeWecom({ now: clock.now });
  fake.city.group('g1', ['lina', 'wangkai']);
  lines = [];
  platform = aWecom(
    fake,
    clock,
    {
      ...socketMode(fake),
      addressOf: (groupId) => (groupId === 'city' ? { webhook: fake.webhookOf('g1'), chatId: 'g1' } : undefined),
      fileOf: () => Promise.resolve(Buffer.alloc(1_200_000, 7)),
    },
    lines,
  );
  door = await openDoor(platform);
  await platform.start?.((incoming) => door.deliver(incoming));
  await until(() => fake.socket.isUp());
});

afterEach(async () => {
  await platform.stop?.();
  await door.stop();
  await fake.stop();
});

async function ask(text: string, more: object = {}): Promise<Outgoing> {
  const before = door.heard.length;
  fake.sayOnSocket({ from: 'lina', chatId: 'g1', text, ...more });
  await until(() => door.heard.length > before);
  return answerTo(door.heard.length - 1);
}

/** What the outbox would send for a message that was heard. */
function answerTo(index: number, given: Partial<Outgoing> = {}): Outgoing {
  const incoming = door.heard[index];
  const to: Outgoing['to'] =
    incoming?.chatKind === 'single'
      ? { kind: 'single', personId: incoming.senderId }
      : { kind: 'group', groupId: null, chatId: incoming?.chatId ?? null };
  return anOutgoing({ id: `out-${index}`, to, reply: incoming?.reply ?? null, text: `答复${index}`, ...given });
}

const sent = (chat = 'g1'): [string, string][] => fake.sentTo(chat).map(({ via, text }) => [via, text]);

describe('a message on the long connection', () => {
  it('is heard and answered on its own req_id', async () => {
    await platform.send(await ask('@督办小助手 查 327'));
    expect(door.heard).toMatchObject([{ text: '查 327', chatKind: 'group', chatId: 'g1', senderId: 'lina' }]);
    expect(fake.sentTo('g1')).toMatchObject([{ via: 'respond', msgtype: 'stream', text: '答复0' }]);
  });

  it('can be answered for nearly a day; later the answer is pushed', async () => {
    const answer = await ask('@督办小助手 查 327');
    const expiresAt = answer.reply?.expiresAt ?? clock.now();
    expect(expiresAt.getTime() - clock.now().getTime()).toBe(23.5 * 3_600_000);
    await platform.send(answer);
    const reply = { route: answer.reply?.route ?? '', expiresAt: clock.now() };
    await platform.send({ ...answer, id: 'out-9', reply });
    expect(sent().map(([via]) => via)).toEqual(['respond', 'push']);
  });

  it('whose req_id the vendor has forgotten is answered by a push', async () => {
    const answer = await ask('@督办小助手 查 327');
    fake.faults.add('socket', { kind: 'code', errcode: 846605 });
    await platform.send(answer);
    expect(sent().map(([via]) => via)).toEqual(['push']);
  });

  it('keeps its pictures, each with its own key', async () => {
    const pictures = [Buffer.from('one'), Buffer.alloc(32, 2)];
    await ask('@督办小助手 整改完成', { pictures });
    const refs = door.heard[0]?.pictures.map(({ ref }) => ref) ?? [];
    expect(await Promise.all(refs.map((ref) => platform.fetchPicture(ref)))).toEqual(pictures);
  });

  it('keeps the order in which people spoke', async () => {
    for (let no = 1; no <= 20; no += 1) fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: `@督办小助手 查 ${no}` });
    await until(() => door.heard.length === 20);
    expect(door.heard.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_none, at) => `查 ${at + 1}`));
  });

  it('is tried again when the commit fails', async () => {
    const deliver = door.deliver.bind(door);
    let tries = 0;
    door.deliver = (incoming) => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('database is busy')) : deliver(incoming);
    };
    fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手 查' });
    await until(() => tries === 1 && clock.pending().includes(1_000));
    clock.pass(1_000);
    await until(() => door.heard.length === 1);
    expect(door.heard).toHaveLength(1);
  });

  /** Commits fail for what this says, until it says otherwise. */
  function failing(isBroken: (incoming: Incoming) => boolean): { tries: () => number } {
    const deliver = door.deliver.bind(door);
    let tries = 0;
    door.deliver = (incoming) => {
      if (!isBroken(incoming)) return deliver(incoming);
      tries += 1;
      return Promise.reject(new Error('database is busy'));
    };
    return { tries: () => tries };
  }

  it('is tried until the database is back, for minutes, with pauses that grow, and what follows it stays behind it', async () => {
    let isBroken = true;
    const { tries } = failing(() => isBroken);
    for (const text of ['一', '二']) fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: `@督办小助手 ${text}` });
    const pauses = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000];
    for (const [at, ms] of pauses.entries()) {
      await until(() => tries() === at + 1 && clock.pending().includes(ms));
      if (at === pauses.length - 1) isBroken = false;
      clock.pass(ms);
    }
    await until(() => door.heard.length === 2);
    expect(door.heard.map(({ text }) => text)).toEqual(['一', '二']);
  });

  it('that waits for the database holds up nobody in another conversation', async () => {
    const { tries } = failing(({ chatId }) => chatId === 'g1');
    fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手 一' });
    await until(() => tries() === 1);
    fake.sayOnSocket({ from: 'wangkai', chatId: 'g2', text: '@督办小助手 二' });
    await until(() => door.heard.length === 1);
    expect(door.heard).toMatchObject([{ chatId: 'g2', text: '二' }]);
  });

  it('an orderly end tries it once more and waits no longer', async () => {
    let isBroken = true;
    const { tries } = failing(() => isBroken);
    fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手 一' });
    await until(() => tries() === 1 && clock.pending().includes(1_000));
    isBroken = false;
    await platform.stop?.();
    expect(door.heard).toMatchObject([{ text: '一' }]);
  });

  it('twice counts once, and what is overtaken is heard as it came', async () => {
    fake.deliveries.next('doubled');
    fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手 一' });
    fake.deliveries.next('outOfOrder');
    fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手 二' });
    fake.sayOnSocket({ from: 'lina', chatId: 'g1', text: '@督办小助手 三' });
    await until(() => door.heard.length === 3);
    expect(door.heard.map(({ text }) => text)).toEqual(['一', '三', '二']);
  });

  it('what is no frame or of an unknown kind disturbs nothing', async () => {
    for (const text of ['{"cmd":', 'null', '{"cmd":"news","headers":{"req_id":"x"}}', '[]']) fake.socket.sendRaw(text);
    fake.socket.deliver({ msgid: 'M', msgtype: 'hologram' });
    await ask('@督办小助手 查 327');
    expect(door.heard).toHaveLength(1);
  });
});

describe('opening and pressing', () => {
  it('the opened chat is welcomed in time, and pushed to where that is over', async () => {
    fake.enterOnSocket('lina');
    await until(() => door.heard.length === 1);
    await platform.send(answerTo(0, { text: '您好。' }));
    clock.pass(5_000);
    await platform.send(answerTo(0, { id: 'out-9', text: '您好，再次。' }));
    expect(sent('lina')).toEqual([
      ['welcome', '您好。'],
      ['push', '您好，再次。'],
    ]);
  });

  it('a press spends the presser’s card and is answered by a push', async () => {
    fake.city.group('g1').hasSpoken = true;
    fake.clickOnSocket({ from: 'wangkai', chatId: 'g1', key: '认领327', taskId: 'out@7' });
    await until(() => fake.sentTo('g1').length === 1);
    await platform.send(answerTo(0));
    expect(door.heard).toMatchObject([{ kind: 'click', text: '认领327' }]);
    expect(sent()).toEqual([
      ['update', '已收到：认领327'],
      ['push', '答复0'],
    ]);
  });

  it('buttons go as a card after the text; a card that is refused costs nothing else', async () => {
    const buttons = [{ label: '认领', says: '认领327' }];
    const answer = { ...(await ask('@督办小助手 登记')), buttons };
    await platform.send(answer);
    expect(fake.sentTo('g1').map(({ msgtype }) => msgtype)).toEqual(['stream', 'template_card']);
    let calls = 0;
    fake.faults.setChance((part) =>
      part === 'socket' && ++calls === 2 ? { kind: 'code', errcode: 40008 } : undefined,
    );
    await platform.send({ ...answer, id: 'out-9' });
    expect(fake.sentTo('g1')).toHaveLength(3);
  });
});

describe('pushing', () => {
  const push = (given: Partial<Outgoing> = {}): Outgoing =>
    anOutgoing({ to: { kind: 'group', groupId: null, chatId: 'g1' }, ...given });

  it('needs a word from the conversation first', async () => {
    await expect(platform.send(push())).rejects.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('@ 机器人'),
    });
    await ask('@督办小助手 帮助');
    await platform.send(push());
    expect(sent()).toEqual([['push', '已登记。']]);
  });

  it('to people who are to be notified goes by the webhook, with the card beside it', async () => {
    await ask('@督办小助手 登记');
    const mentions = [{ personId: 'wangkai', name: '王凯' }];
    const to = { kind: 'group', groupId: 'city', chatId: null } as const;
    await platform.send(push({ to, text: '@王凯 请认领', mentions, buttons: [{ label: '认领', says: '认领327' }] }));
    expect(fake.sentTo('g1')).toMatchObject([
      { via: 'webhook', text: '@王凯 请认领', tagged: ['wangkai'] },
      { via: 'push', msgtype: 'template_card' },
    ]);
  });

  it('uploads what goes along, in pieces', async () => {
    await ask('@督办小助手 日报');
    await platform.send(push({ attachments: [{ kind: 'file', name: '日报.pdf', hash: 'h' }] }));
    expect(fake.sentTo('g1').map(({ msgtype }) => msgtype)).toEqual(['markdown', 'file']);
  });

  it('shares thirty a minute with the answers, per conversation', async () => {
    const answer = await ask('@督办小助手 查');
    for (let at = 0; at < 15; at += 1) {
      await platform.send({ ...answer, id: `a${at}` });
      await platform.send(push({ id: `p${at}` }));
    }
    await expect(platform.send(push({ id: 'late' }))).rejects.toMatchObject({ outcome: 'later', retryAfterMs: 60_000 });
    await ask('@督办小助手 查', { chatId: 'g2' });
    await platform.send(push({ id: 'other', to: { kind: 'group', groupId: null, chatId: 'g2' } }));
    expect([sent('g1').length, sent('g2').length]).toEqual([30, 1]);
  });

  it('to one person goes by the application where there is one', async () => {
    const withApp = aWecom(fake, clock, { ...socketMode(fake), ...APP_MODE });
    fake.city.person('lina');
    await withApp.send(push({ to: { kind: 'single', personId: 'lina' } }));
    expect(sent('lina').map(([via]) => via)).toEqual(['app']);
  });
});

describe('what the vendor does not state', () => {
  const PRESS = { from: 'lina', chatId: 'g1', key: '认领327', taskId: 'out@7' } as const;
  const push = (id: string): Outgoing => anOutgoing({ id, to: { kind: 'group', groupId: null, chatId: 'g1' } });

  /** A platform of its own in place of the common one. */
  async function assuming(given: object): Promise<Platform> {
    await platform.stop?.();
    platform = aWecom(fake, clock, { ...socketMode(fake), fileOf: () => Promise.resolve(JPEG), ...given }, lines);
    const before = fake.socket.logins();
    await platform.start?.((incoming) => door.deliver(incoming));
    await until(() => fake.socket.logins() > before);
    return platform;
  }
  const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(3_000, 1)]);

  it.each([
    [true, 29],
    [false, 30],
  ])('a card that a press changed counts: %s', async (countsCardUpdates, frames) => {
    const own = await assuming({ countsCardUpdates });
    fake.clickOnSocket(PRESS);
    await until(() => fake.sentTo('g1').length === 1);
    const before = fake.socket.received.length;
    for (let no = 0; no < 29; no += 1) await own.send(push(`p${no}`));
    await expect(own.send(push('late'))).rejects.toMatchObject({ outcome: 'later' });
    // What we did not count is asked for, and refused by a vendor that did.
    expect(fake.socket.received.length - before).toBe(frames);
  });

  it('how long a throttled conversation rests', async () => {
    const own = await assuming({ throttledMs: 7_000 });
    await ask('@督办小助手 查');
    fake.faults.add('socket', { kind: 'code', errcode: 45009 });
    await expect(own.send(push('p1'))).rejects.toMatchObject({ outcome: 'later', retryAfterMs: 7_000 });
    await expect(own.send(push('p1'))).rejects.toMatchObject({ outcome: 'later', retryAfterMs: 7_000 });
    clock.pass(7_000);
    await own.send(push('p1'));
  });

  it.each([
    [3_003, 'image'],
    [3_002, 'file'],
  ])('pictures up to %i bytes: as %s', async (socketPictureBytes, msgtype) => {
    const own = await assuming({ socketPictureBytes });
    await ask('@督办小助手 日报');
    await own.send({ ...push('p1'), attachments: [{ kind: 'picture', name: 'a.jpg', hash: 'h' }] });
    expect(fake.sentTo('g1').map((one) => one.msgtype)).toEqual(['markdown', msgtype]);
  });
});

describe('what happens to a frame of ours', () => {
  it.each([
    [{ kind: 'code', errcode: 45009 }, 'later', 0],
    [{ kind: 'code', errcode: -1 }, 'later', 0],
    [{ kind: 'code', errcode: 93008 }, 'refused', 0],
    [{ kind: 'cut' }, 'unknown', 0],
    [{ kind: 'severed' }, 'unknown', 1],
  ] as const)('%j: %s', async (fault, outcome, arrived) => {
    await ask('@督办小助手 查');
    fake.faults.add('socket', fault);
    const to = { kind: 'group', groupId: null, chatId: 'g1' } as const;
    await expect(platform.send(anOutgoing({ to }))).rejects.toMatchObject({ outcome });
    expect(fake.sentTo('g1')).toHaveLength(arrived);
  });

  it.each(['late', 'wrong', 'lost'] as const)(
    'an acknowledgement that is %s: unknown, and the next frame is served',
    async (kind) => {
      const answer = await ask('@督办小助手 查');
      fake.faults.add('socket', { kind });
      const sending = platform.send(answer).catch((error: unknown) => error);
      await until(() => fake.sentTo('g1').length === 1);
      clock.pass(5_000);
      expect(await sending).toMatchObject({ outcome: 'unknown' });
      fake.socket.releaseLate();
      await platform.send({ ...answer, id: 'out-2' });
      expect(fake.sentTo('g1')).toHaveLength(2);
    },
  );

  it('without an acknowledgement in five seconds its fate is unknown', async () => {
    const answer = await ask('@督办小助手 查');
    fake.faults.add('socket', { kind: 'lost' });
    const sending = platform.send(answer).catch((error: unknown) => error);
    await until(() => fake.sentTo('g1').length === 1);
    clock.pass(5_000);
    expect(await sending).toMatchObject({ outcome: 'unknown' });
  });

  it('without a connection it waits', async () => {
    const answer = await ask('@督办小助手 查');
    fake.socket.cut();
    await until(() => platform.health?.().includes('正在重连') === true);
    await expect(platform.send(answer)).rejects.toMatchObject({ outcome: 'later' });
  });
});
