/** The simulator over real HTTP (contract §4): people post, a bot that answers simply is heard, refusals change nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../chat.ts';
import type { ShownMessage } from './render.ts';
import { openStage, type Said, type Stage } from '../../testing/simulator-stage.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const dataUrl = (bytes: Buffer, type = 'image/png') => `data:${type};base64,${bytes.toString('base64')}`;
const city = { kind: 'group', groupId: 'city', chatId: null } as const;

/** Answers where it was asked; `通知` also goes to 王磊 alone. */
function answers(incoming: Incoming): Said[] {
  if (incoming.text === '出错') throw new Error('boom');
  if (!incoming.mentionsBot) return [];
  const to =
    incoming.chatKind === 'group'
      ? ({ kind: 'group', groupId: null, chatId: incoming.chatId } as const)
      : ({ kind: 'single', personId: incoming.senderId } as const);
  const answer = { to, text: `答：${incoming.text}` };
  return incoming.text === '通知' ? [answer, { to: { kind: 'single', personId: '王磊' }, text: '请看' }] : [answer];
}

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({
    replies: answers,
    startsAt: new Date('2026-11-22T10:00:00+08:00'),
    onAdvance: (to) => [{ to: city, text: `到${to.toISOString()}` }],
  });
});
afterEach(() => stage.close());

/** Any answer of the API; the assertions say which of it is there. */
interface Told {
  readonly id: string;
  readonly replies: ShownMessage[];
  readonly pushes: ShownMessage[];
  readonly error: string;
  readonly last: string;
  readonly messages: ShownMessage[];
}
async function get(path: string) {
  const answer = await fetch(`${stage.address}/sim/api${path}`);
  return { status: answer.status, body: (await answer.json()) as Told };
}
async function post(path: string, body: unknown) {
  const answer = await fetch(`${stage.address}/sim/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Told };
}
const say = (body: Record<string, unknown>) => post('/messages', body);
async function heardIn(path: string) {
  const answer = await fetch(`${stage.address}/sim/api${path}`);
  return { body: (await answer.json()) as ShownMessage[] };
}

describe('saying something', () => {
  it('in a group, the bot hears it without its name and the answer comes back', async () => {
    const { status, body } = await say({ group: 'city', sender: '刘志强', text: '＠督辦機器人　327退回 @王磊' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      replies: [{ from: 'bot', group: 'city', to: null, text: '答：327退回 @王磊' }],
      pushes: [],
    });
    expect(stage.heard).toEqual([
      {
        platform: 'simulator',
        id: body.id,
        kind: 'message',
        chatKind: 'group',
        chatId: 'city',
        senderId: '刘志强',
        text: '327退回 @王磊',
        mentionsBot: true,
        mentionedIds: ['王磊'],
        pictures: [],
        quote: null,
        sentAt: new Date('2026-11-22T02:00:00.000Z'),
        reply: null,
      },
    ]);
    const { body: all } = await heardIn('/messages?group=city');
    expect(all).toEqual([
      {
        id: body.id,
        at: '2026-11-22T02:00:00.000Z',
        group: 'city',
        to: null,
        from: '刘志强',
        text: '＠督辦機器人　327退回 @王磊',
        mentions: ['王磊'],
        images: [],
        quote: null,
        buttons: [],
      },
      body.replies[0],
    ]);
    expect((await get(`/messages?group=city&after=${body.id}`)).body).toEqual(body.replies);
  });

  it('one to one, every message is for the bot; what it causes elsewhere is told apart', async () => {
    const { body } = await say({ sender: '刘志强', text: '通知' });
    expect(body.replies).toMatchObject([{ group: null, to: '刘志强', text: '答：通知' }]);
    expect(body.pushes).toMatchObject([{ group: null, to: '王磊', text: '请看' }]);
    expect(stage.heard).toMatchObject([{ chatKind: 'single', chatId: '刘志强', mentionsBot: true }]);
    expect((await get('/messages?person=刘志强')).body).toMatchObject([
      { from: '刘志强', to: '刘志强', text: '通知' },
      {},
    ]);
    expect((await get('/messages?person=王磊')).body).toHaveLength(1);
    expect((await get('/messages?group=city')).body).toEqual([]);
  });

  it('not to the bot, it is heard as such and stands as typed', async () => {
    const { body } = await say({ group: 'city', sender: '刘志强', text: '@督办机器人 认领1', mentionsBot: false });
    expect(body.replies).toEqual([]);
    expect(stage.heard).toMatchObject([{ mentionsBot: false, text: '@督办机器人 认领1' }]);
  });

  it('a mention is shown where it was not typed; someone who is not in the directory may speak', async () => {
    await say({ group: 'departments', sender: '路人甲', text: '你好' });
    expect((await heardIn('/messages?group=departments')).body[0]).toMatchObject({
      from: '路人甲',
      text: '@督办机器人 你好',
    });
    expect(stage.heard).toMatchObject([{ senderId: '路人甲', text: '你好' }]);
  });

  it('a quoted message goes along with its text and pictures, and pictures can be fetched', async () => {
    const first = await say({ group: 'city', sender: '刘志强', text: '看', images: [dataUrl(png, 'image/jpeg')] });
    await say({ group: 'city', sender: '王磊', text: '已整改', quote: first.body.id });
    const [heard, quoting] = stage.heard;
    expect(quoting?.quote).toEqual({ text: '@督办机器人 看', messageId: first.body.id, pictures: heard?.pictures });
    expect(await stage.simulator.fetchPicture(heard?.pictures[0]?.ref ?? '')).toEqual(png);
    await expect(stage.simulator.fetchPicture('{"hash":"00"}')).rejects.toMatchObject({ outcome: 'refused' });
    await expect(stage.simulator.fetchPicture('x')).rejects.toMatchObject({ outcome: 'refused' });

    const [shown] = (await heardIn('/messages?group=city')).body;
    const served = await fetch(`${stage.address}${shown?.images[0]}`);
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await served.arrayBuffer())).toEqual(png);
  });

  it.each([
    ['one to one', { sender: '王磊' }, { chatKind: 'single', chatId: '王磊', text: '', mentionsBot: true }],
    ['blanks one to one', { sender: '王磊', text: ' ', images: [] }, { chatKind: 'single', text: '' }],
    ['in a group', { group: 'city', sender: '王磊' }, { chatKind: 'group', text: '', mentionsBot: true }],
    ['in a group, not to the bot', { group: 'city', sender: '王磊', mentionsBot: false }, { mentionsBot: false }],
  ])('all but the sender may be left out: %s', async (_where, body, heard) => {
    const { status } = await say(body);
    expect(status).toBe(200);
    expect(stage.heard).toMatchObject([{ senderId: '王磊', pictures: [], ...heard }]);
  });

  it('two at once each get their own answers', async () => {
    const texts = ['一', '二', '三', '四', '五'];
    const answered = await Promise.all(texts.map((text) => say({ group: 'city', sender: '王磊', text })));
    expect(answered.map(({ body }) => body.replies.map((reply) => reply.text))).toEqual(
      texts.map((text) => [`答：${text}`]),
    );
  });

  it('a fault of the bot is one neutral line, and the next message is served', async () => {
    const failed = await say({ group: 'city', sender: '王磊', text: '出错' });
    expect(failed).toEqual({ status: 500, body: { error: '处理时出错，请稍后再试' } });
    expect((await say({ group: 'city', sender: '王磊', text: '在吗' })).body.replies).toHaveLength(1);
  });
});

describe('what is refused leaves nothing', () => {
  const tooLarge = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]);
  const base = { group: 'city', sender: '王磊', text: '认领1' };
  it.each([
    ['an unknown group', { ...base, group: 'nowhere' }, '没有编号为“nowhere”的群'],
    ['no sender', { group: 'city', text: '认领1' }, 'sender 填人名'],
    ['an empty sender', { ...base, sender: ' ' }, 'sender 填人名'],
    ['the bot as sender', { ...base, sender: '督办机器人' }, '不能是机器人自己'],
    ['an unknown quote', { ...base, quote: 'sim-0' }, '引用的消息不存在'],
    ['something that is no picture', { ...base, images: [dataUrl(Buffer.from('GIF, not really'))] }, '第1张不是图片'],
    ['a picture cut to nothing', { ...base, images: ['data:image/png;base64,'] }, '第1张不是图片'],
    ['an address instead of a picture', { ...base, images: ['http://127.0.0.1/a.png'] }, '第1张图片格式不对'],
    ['a picture over 10 MiB', { ...base, images: [dataUrl(png), dataUrl(tooLarge)] }, '第2张图片超过 10 MB'],
    ['text that is no text', { ...base, text: 5 }, 'text 应为文字'],
    ['broken JSON', '{"sender":', '内容不是正确的 JSON'],
    ['a list', '[]', '内容应为一个 JSON 对象'],
  ])('%s', async (_what, body, complaint) => {
    const refused = await post('/messages', body);
    expect(refused.status).toBe(400);
    expect(refused.body.error).toContain(complaint);
    expect(stage.heard).toEqual([]);
    expect((await get('/messages?group=city')).body).toEqual([]);
  });

  it('exactly 10 MiB is taken', async () => {
    const largest = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024 - png.length)]);
    expect((await say({ ...base, images: [dataUrl(largest)] })).status).toBe(200);
  });

  it('a quote from another conversation', async () => {
    const { body } = await say({ group: 'departments', sender: '王磊', text: '认领1' });
    expect(await say({ ...base, quote: body.id })).toEqual({
      status: 400,
      body: { error: '引用的消息不在这个会话里' },
    });
  });

  it.each([
    ['/messages', 400],
    ['/messages?group=city&person=王磊', 400],
    ['/messages?group=nowhere', 400],
    ['/messages?group=city&after=nothing', 400],
    ['/news?after=nothing', 400],
    ['/images/0123456789abcdef', 404],
    ['/images/..%2f..%2fsecret', 404],
  ])('GET %s is %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe('the clock', () => {
  it('goes forward, and what falls due on the way is there when it answers', async () => {
    const moved = await post('/clock', { now: '2026-11-22T18:10:00+08:00' });
    expect(moved).toEqual({ status: 200, body: { now: '2026-11-22T10:10:00.000Z' } });
    expect((await get('/clock')).body).toEqual({ now: '2026-11-22T10:10:00.000Z' });
    expect((await get('/messages?group=city')).body).toMatchObject([{ text: '到2026-11-22T10:10:00.000Z' }]);
  });

  it.each([
    ['a minute back', { now: '2026-11-22T09:59:59+08:00' }, 409],
    ['no time', {}, 400],
    ['words', { now: '明天' }, 400],
    ['a day that does not exist', { now: '2027-02-30T10:00:00Z' }, 400],
    ['an hour that does not exist', { now: '2027-02-20T25:00:00Z' }, 400],
    ['years ahead', { now: '2099-01-01T00:00:00Z' }, 400],
    ['a number', { now: 1 }, 400],
  ])('%s is refused and nothing moves', async (_what, body, status) => {
    expect((await post('/clock', body)).status).toBe(status);
    expect((await get('/clock')).body).toEqual({ now: '2026-11-22T02:00:00.000Z' });
    expect((await get('/messages?group=city')).body).toEqual([]);
  });

  it('the present minute is no step back, and without an offset the time is the city’s', async () => {
    expect((await post('/clock', { now: '2026-11-22T10:00' })).body).toEqual({ now: '2026-11-22T02:00:00.000Z' });
    expect((await post('/clock', { now: '2026-11-22T11:00' })).body).toEqual({ now: '2026-11-22T03:00:00.000Z' });
  });
});

describe('as a platform', () => {
  it('the same row sent twice appears once', async () => {
    await stage.send({ id: 'row-7', to: city, text: '一次' });
    await stage.send({ id: 'row-7', to: city, text: '一次' });
    expect((await get('/messages?group=city')).body).toMatchObject([{ id: 'row-7', text: '一次' }]);
  });

  it('who is notified is seen to be, buttons and papers go along', async () => {
    await stage.send({
      to: city,
      text: '【交办】#1 @王磊',
      mentions: [
        { personId: '王磊', name: '王磊' },
        { personId: '赵雪', name: '赵雪' },
      ],
      buttons: [{ label: '认领', says: '认领1' }],
      attachments: [{ kind: 'file', name: '台账 1.xlsx', hash: 'ab12ab12ab12ab12' }],
    });
    expect((await get('/messages?group=city')).body).toMatchObject([
      {
        text: '【交办】#1 @王磊\n@赵雪\n附件：/sim/api/files/ab12ab12ab12ab12/%E5%8F%B0%E8%B4%A6%201.xlsx',
        mentions: ['王磊', '赵雪'],
        buttons: [{ label: '认领', says: '认领1' }],
      },
    ]);
  });

  it('knows whom it can reach, and refuses for good whom it cannot', async () => {
    const { simulator } = stage;
    expect(simulator.canReach(city, true)).toBe(true);
    expect(simulator.canReach({ kind: 'single', personId: '任何人' }, false)).toBe(true);
    const nowhere = { kind: 'group', groupId: 'nowhere', chatId: null } as const;
    expect(simulator.canReach(nowhere, false)).toBe(false);
    await expect(stage.send({ to: nowhere, text: '无人' })).rejects.toMatchObject({ outcome: 'refused' });
  });

  it('the page learns of what came elsewhere', async () => {
    const { body: before } = await get('/news');
    expect(before).toEqual({ last: '', messages: [] });
    await stage.send({ to: city, text: '甲' });
    await stage.send({ to: { kind: 'single', personId: '王磊' }, text: '乙' });
    const { body: after } = await get('/news?after=');
    expect(after.messages).toMatchObject([{ text: '甲' }, { text: '乙' }]);
    expect((await get(`/news?after=${after.last}`)).body).toEqual({ last: after.last, messages: [] });
  });

  it('names its groups and people', async () => {
    expect((await get('/groups')).body).toEqual([
      { id: 'city', name: '创城督查工作群', members: ['刘志强', '王磊', '赵雪'] },
      { id: 'departments', name: '部门群', members: ['王磊'] },
    ]);
    expect((await get('/directory')).body).toMatchObject({
      botName: '督办机器人',
      people: [{ name: '刘志强' }, {}, {}, {}],
    });
  });
});
