import { expect, test } from 'vitest';
import { NOW, aMessage, minutesLater } from '../src/testing/storage-samples.ts';
import { eachDatabase } from '../src/testing/storage-suite.ts';

eachDatabase('outbox', ({ storage }) => {
  const outbox = () => storage().store.outbox;
  const dueTexts = async (minutes: number, limit = 10) =>
    (await outbox().due(minutesLater(minutes), limit)).map(({ text }) => text);

  test('a row comes back as it was written', async () => {
    const message = aMessage({
      mentions: [{ personId: 'wang', name: '王磊' }],
      buttons: [{ label: '认领', says: '认领327' }],
      attachments: [{ kind: 'picture', name: '通报.png', hash: 'ab' }],
      reply: { route: 'secret', expiresAt: minutesLater(5) },
      answers: 'm1',
    });
    const added = await outbox().add(message);
    const fixed = {
      state: 'waiting',
      attempts: 0,
      interrupted: false,
      partsOut: null,
      sentAt: null,
      failure: null,
    };
    expect(added).toEqual({ ...message, ...fixed, id: added.id });
    expect(await outbox().due(NOW, 10)).toEqual([added]);
    await outbox().sent(added.id, NOW);
    expect(await outbox().find(added.id)).toEqual({ ...added, state: 'sent', sentAt: NOW });
    expect(await outbox().find('no such row')).toBeUndefined();
  });

  test('only the oldest of each conversation is due; one that is due later holds up those behind it, in its conversation alone', async () => {
    await outbox().add(aMessage({ text: 'a1', dueAt: minutesLater(10) }));
    await outbox().add(aMessage({ text: 'a2' }));
    await outbox().add(aMessage({ text: 'b1', conversation: 'b' }));
    await outbox().add(aMessage({ text: 'b2', conversation: 'b' }));
    await outbox().add(aMessage({ text: 'c1', conversation: 'c' }));
    expect(await dueTexts(0)).toEqual(['b1', 'c1']);
    expect(await dueTexts(0, 1)).toEqual(['b1']);
    expect(await dueTexts(10)).toEqual(['a1', 'b1', 'c1']);
    expect(await outbox().nextDueAt()).toEqual(NOW);
  });

  test('only the oldest that waits in its conversation may go out past the loop', async () => {
    const first = await outbox().add(aMessage({ text: 'a1' }));
    const second = await outbox().add(aMessage({ text: 'a2' }));
    const other = await outbox().add(aMessage({ text: 'b1', conversation: 'b' }));
    const next = () => Promise.all([first, second, other].map(({ id }) => outbox().isNext(id)));
    expect(await next()).toEqual([true, false, true]);
    await outbox().sent(first.id, NOW);
    expect(await next()).toEqual([false, true, true]);
  });

  test('one process has the row until its lease ends; then it is known to have been interrupted', async () => {
    const { id } = await outbox().add(aMessage({ text: 'first' }));
    await outbox().add(aMessage({ text: 'second' }));
    expect(await outbox().claim(id, 'p1', NOW, minutesLater(1))).toBe(true);
    expect(await outbox().claim(id, 'p2', NOW, minutesLater(1))).toBe(false);
    expect(await dueTexts(0)).toEqual([]);
    expect(await outbox().nextDueAt()).toEqual(minutesLater(1));
    const [again] = await outbox().due(minutesLater(1), 10);
    expect(again).toMatchObject({ id, interrupted: true, attempts: 1 });
    expect(await outbox().claim(id, 'p2', minutesLater(1), minutesLater(2))).toBe(true);
    await outbox().sent(id, minutesLater(1));
    expect(await outbox().claim(id, 'p1', minutesLater(9), minutesLater(10))).toBe(false);
    expect(await dueTexts(1)).toEqual(['second']);
  });

  test('after a fault the row waits, is not called interrupted, and keeps its place', async () => {
    const { id } = await outbox().add(aMessage({ text: 'first' }));
    await outbox().add(aMessage({ text: 'second' }));
    await outbox().claim(id, 'p1', NOW, minutesLater(1));
    await outbox().later(id, minutesLater(5), '网络不通');
    expect(await dueTexts(4)).toEqual([]);
    expect(await outbox().due(minutesLater(5), 10)).toMatchObject([
      { id, interrupted: false, attempts: 1, failure: '网络不通' },
    ]);
  });

  test('what only had to wait has had no attempt', async () => {
    const { id } = await outbox().add(aMessage());
    await outbox().claim(id, 'p1', NOW, minutesLater(1));
    await outbox().later(id, minutesLater(1), '网络不通');
    await outbox().claim(id, 'p1', minutesLater(1), minutesLater(2));
    await outbox().waits(id, minutesLater(5), '限频');
    expect(await dueTexts(4)).toEqual([]);
    expect(await outbox().due(minutesLater(5), 10)).toMatchObject([
      { id, interrupted: false, attempts: 1, failure: '限频' },
    ]);
  });

  test('between two parts nothing is uncertain; while one is under way its fate is', async () => {
    const { id } = await outbox().add(aMessage());
    await outbox().claim(id, 'p1', NOW, minutesLater(1));
    await outbox().partOut(id, 'one');
    expect(await outbox().due(minutesLater(1), 10)).toMatchObject([{ interrupted: false, partsOut: 'one' }]);
    await outbox().partLeaving(id);
    expect(await outbox().due(minutesLater(1), 10)).toMatchObject([{ interrupted: true, partsOut: 'one' }]);
    await outbox().later(id, minutesLater(2), '限频');
    expect(await outbox().due(minutesLater(2), 10)).toMatchObject([{ interrupted: false, partsOut: 'one' }]);
    await outbox().claim(id, 'p2', minutesLater(2), minutesLater(3));
    expect(await outbox().due(minutesLater(3), 10)).toMatchObject([{ interrupted: false, partsOut: 'one' }]);
    await outbox().sent(id, minutesLater(3));
    await outbox().partOut(id, 'two');
    expect(await dueTexts(9)).toEqual([]);
  });

  test('an answer in a response: taken once, sent unless doubted, due again where it is known to have been cut', async () => {
    const delivery = { id: 'M-1', at: NOW };
    const ids: string[] = [];
    for (const text of ['a', 'b', 'c']) ids.push((await outbox().add(aMessage({ conversation: text, text }))).id);
    const by = { owner: 'p1', at: NOW, until: minutesLater(1), delivery };
    for (const id of ids) expect(await outbox().carry(id, by)).toBe(true);
    expect(await outbox().carry(ids[0] ?? '', by)).toBe(false);
    await outbox().carried(ids.slice(0, 1), NOW);
    const earlier = { id: 'M-1', from: NOW, to: NOW };
    expect(await outbox().doubt('simulator', { ...earlier, id: 'M-2' }, 'x', NOW)).toBe(0);
    expect(await outbox().doubt('wecom', earlier, 'x', NOW)).toBe(0);
    expect(await outbox().doubt('simulator', { ...earlier, from: minutesLater(1) }, 'x', NOW)).toBe(0);
    expect(await outbox().doubt('simulator', earlier, '重推', NOW)).toBe(3);
    await outbox().carried(ids.slice(1, 2), NOW);
    await outbox().notCarried(ids[2] ?? '', NOW, '没有发出');
    const undelivered = await outbox().undelivered(NOW, minutesLater(1));
    expect(undelivered.map(({ text, state }) => [text, state])).toEqual([
      ['a', 'unknown'],
      ['b', 'unknown'],
    ]);
    expect(await outbox().due(NOW, 10)).toMatchObject([{ text: 'c', interrupted: false, failure: '没有发出' }]);
  });

  test('what was given up lets the next one through and is shown to the office', async () => {
    const refused = await outbox().add(aMessage({ text: 'first' }));
    const unknown = await outbox().add(aMessage({ text: 'second' }));
    await outbox().gaveUp(refused.id, 'refused', '群已解散', minutesLater(1));
    await outbox().gaveUp(unknown.id, 'unknown', '发送中断', minutesLater(2));
    await outbox().later(refused.id, minutesLater(3), 'x');
    await outbox().gaveUp(refused.id, 'unknown', 'x', minutesLater(3));
    expect(await outbox().nextDueAt()).toBeUndefined();
    expect(await outbox().undelivered(minutesLater(1), minutesLater(2))).toMatchObject([
      { id: refused.id, state: 'refused', failure: '群已解散', sentAt: null },
    ]);
    expect(await outbox().undelivered(minutesLater(1), minutesLater(3))).toHaveLength(2);
  });

  test('released: an answer that the response did not carry is due at once; one that was sent stays sent', async () => {
    const held = await outbox().add(aMessage({ text: 'held', dueAt: minutesLater(6) }));
    await outbox().release(held.id, NOW);
    expect(await dueTexts(0)).toEqual(['held']);
    await outbox().sent(held.id, NOW);
    await outbox().release(held.id, NOW);
    expect(await dueTexts(9)).toEqual([]);
  });

  test('what persons got lately, for the quotas of members', async () => {
    const toLina = { to: { kind: 'single', personId: 'lina' }, platform: 'wecom' } as const;
    const add = async (at: number, to: Parameters<typeof aMessage>[0]): Promise<string> =>
      (await outbox().add(aMessage({ ...to, conversation: `c${at}` }))).id;
    await outbox().sent(await add(1, toLina), NOW);
    await outbox().sent(await add(2, toLina), minutesLater(1));
    await outbox().gaveUp(await add(3, toLina), 'unknown', '发送中断', minutesLater(2));
    await outbox().gaveUp(await add(4, toLina), 'refused', '账号不存在', minutesLater(2));
    await outbox().sent(await add(5, { platform: 'wecom' }), minutesLater(2));
    expect(await outbox().toPersons('wecom', NOW)).toEqual([
      { personId: 'lina', at: minutesLater(1) },
      { personId: 'lina', at: minutesLater(2) },
    ]);
    expect(await outbox().toPersons('dingtalk', NOW)).toEqual([]);
  });

  test('pushes are counted by group and by day in Beijing; answers and notices are not', async () => {
    const at = (text: string) => ({ kind: 'push' as const, createdAt: new Date(text) });
    await outbox().add(aMessage(at('2026-11-21T15:59:59.999Z')));
    await outbox().add(aMessage(at('2026-11-21T16:00:00.000Z')));
    await outbox().add(aMessage(at('2026-11-22T15:59:59.999Z')));
    await outbox().add(aMessage({ ...at('2026-11-22T02:00:00.000Z'), conversation: 'other' }));
    await outbox().add(aMessage({ kind: 'answer' }));
    await outbox().add(aMessage({ kind: 'notice' }));
    const { conversation } = aMessage();
    const days = ['2026-11-21', '2026-11-22', '2026-11-23'];
    expect(await Promise.all(days.map((day) => outbox().pushesOn(conversation, day)))).toEqual([1, 2, 0]);
  });
});
