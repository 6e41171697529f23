/** The terminal's room on a simulator behind HTTP with a bot that repeats what it hears. */
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../testing/simulator-stage.ts';
import { readOrder } from './chat-order.ts';
import { openChatRoom, type ChatRoom } from './chat-room.ts';
import { talkIn } from './chat-talk.ts';
import { createSimulatorClient } from './simulator-client.ts';

const now = new Date('2026-11-22T10:00:00+08:00');

describe('what a line asks for', () => {
  it.each([
    ['认领327 ', { kind: 'say', text: '认领327', mentionsBot: true }],
    ['/aside 大家辛苦了', { kind: 'say', text: '大家辛苦了', mentionsBot: false }],
    ['/as 王磊', { kind: 'as', name: '王磊' }],
    ['/group city', { kind: 'group', id: 'city' }],
    ['/single', { kind: 'single' }],
    ['/photo', { kind: 'photo', file: null }],
    ['/photo 现场 1.jpg', { kind: 'photo', file: '现场 1.jpg' }],
    ['/quote 3', { kind: 'quote', no: 3 }],
    ['/clock', { kind: 'clock', to: null }],
    ['/clock +2h', { kind: 'clock', to: new Date('2026-11-22T12:00:00+08:00') }],
    ['/clock +90m', { kind: 'clock', to: new Date('2026-11-22T11:30:00+08:00') }],
    ['/clock 18:10', { kind: 'clock', to: new Date('2026-11-22T18:10:00+08:00') }],
    ['/clock 9：00', { kind: 'clock', to: new Date('2026-11-23T09:00:00+08:00') }],
    ['/clock 2026-11-23T09:00', { kind: 'clock', to: new Date('2026-11-23T09:00:00+08:00') }],
    ['/clock 2026-11-23T09:00Z', { kind: 'clock', to: new Date('2026-11-23T09:00:00Z') }],
    ['/quit', { kind: 'quit' }],
  ])('%s', (line, order) => {
    expect(readOrder(line, now)).toEqual(order);
  });

  it.each(['/as', '/quote 零', '/clock 明天', '/clock 25:00', '/dance', '/'])('%s is unclear and said so', (line) => {
    expect(readOrder(line, now).kind).toBe('unclear');
  });
});

describe('in the room', () => {
  let stage: Stage;
  let room: ChatRoom;
  beforeEach(async () => {
    stage = await openStage({
      startsAt: now,
      replies: (incoming) =>
        incoming.mentionsBot
          ? [
              {
                to: { kind: 'group', groupId: 'city', chatId: null },
                text: `听到：${incoming.text}\n@王磊`,
                mentions: [{ personId: '王磊', name: '王磊' }],
                buttons: [{ label: '认领', says: '认领1' }],
              },
            ]
          : [],
      onAdvance: () => [{ to: { kind: 'single', personId: '王磊' }, text: '快到期了' }],
    });
    room = await openChatRoom(createSimulatorClient(stage.address), { as: '刘志强', group: 'city' });
  });
  afterEach(() => stage.close());

  it('a pipe that has ended before the first answer gets all its answers', async () => {
    const written: string[] = [];
    const output = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written.push(String(chunk));
        done();
      },
    });
    await talkIn(room, { input: Readable.from(['整改率\n我的待办\n']), output, isTTY: false });
    const text = written.join('');
    expect(text.indexOf('听到：整改率')).toBeGreaterThan(-1);
    expect(text.indexOf('听到：我的待办')).toBeGreaterThan(text.indexOf('听到：整改率'));
  });

  it('nobody who is not in the directory enters', async () => {
    const entering = openChatRoom(createSimulatorClient(stage.address), { as: '不存在的人', group: null });
    await expect(entering).rejects.toThrow(/^通讯录里没有“不存在的人”。--as 请填通讯录里的姓名，例如 \S+$/);
  });

  it('says, hears, changes person, quotes with a picture', async () => {
    expect(room.prompt()).toBe('刘志强 @ 创城督查工作群> ');
    expect(await room.take('井盖破了')).toEqual([
      '[1] 已发送',
      '[2] 督办机器人 11月22日 10:00',
      '    听到：井盖破了',
      '    @王磊',
      '    — 提醒：王磊；可回复：认领1',
    ]);
    expect(await room.take('/as 王磊')).toEqual([]);
    expect(await room.take('/quote 2')).toEqual(['下一条消息引用第2条']);
    expect(await room.take('/photo')).toEqual(['下一条消息带1张图片']);
    await room.take('已整改');
    await room.take('再说一句');
    expect(stage.heard.map(({ senderId, quote, pictures }) => [senderId, quote?.messageId, pictures.length])).toEqual([
      ['刘志强', undefined, 0],
      ['王磊', 'out-1', 1],
      ['王磊', undefined, 0],
    ]);
  });

  it('moves the clock and hears what came to others', async () => {
    expect(await room.take('/clock +2h')).toEqual([
      '[1] 督办机器人（单聊发给王磊） 11月22日 12:00',
      '    快到期了',
      '现在是11月22日 12:00',
    ]);
    expect(await room.take('/clock 2026-11-21T09:00')).toEqual(['时钟只能往前拨']);
  });

  it('complaints are lines and the room stays open', async () => {
    expect(await room.take('/group nowhere')).toEqual(['没有“nowhere”这个群，可用的有：city、departments']);
    expect(await room.take('/photo 没有这个.png')).toEqual(['读不到文件 没有这个.png']);
    expect(await room.take('/quote 9')).toEqual(['没有第9条']);
    expect(await room.take('/as 路人甲')).toEqual(['通讯录里没有路人甲，将作为通讯录以外的人说话']);
    expect(await room.take('/aside 大家好')).toEqual(['[1] 已发送']);
    expect(stage.heard).toMatchObject([{ senderId: '路人甲', mentionsBot: false, text: '大家好' }]);
    expect(await room.take('/quit')).toBeNull();
  });

  it('an unknown group at the start is refused by name', async () => {
    const client = createSimulatorClient(stage.address);
    await expect(openChatRoom(client, { as: null, group: '群' })).rejects.toThrow('没有“群”这个群');
  });
});
