/** The smaller tables, a table of its own each. */
import { expect, test } from 'vitest';
import {
  NOW,
  aDelivery,
  aDraft,
  aMessage,
  aStep,
  aTask,
  aTaskStep,
  anIssue,
  minutesLater,
} from '../src/testing/storage-samples.ts';
import { eachDatabase } from '../src/testing/storage-suite.ts';
import type { SimulatorMessage } from './store.ts';

eachDatabase('tables', ({ storage }) => {
  const store = () => storage().store;

  test('inbox: a delivery is accepted once per platform, and its text can be quoted later', async () => {
    const { inbox, outbox } = store();
    expect(await inbox.accept(aDelivery('m1'))).toBe(true);
    expect(await inbox.accept({ ...aDelivery('m1'), text: 'other' })).toBe(false);
    expect(await inbox.accept({ ...aDelivery('m1'), platform: 'wecom' })).toBe(true);
    const answer = await outbox.add(aMessage({ text: '已交办' }));
    expect(await inbox.textOf('simulator', 'm1')).toBe('第 m1 条');
    expect(await inbox.textOf('simulator', answer.id)).toBe('已交办');
    expect(await inbox.textOf('dingtalk', 'm1')).toBeUndefined();
  });

  test('a transaction that throws leaves nothing behind, not even the mark that the message was seen', async () => {
    const fault = storage().transaction(async (inner) => {
      await inner.inbox.accept(aDelivery('m1'));
      await inner.outbox.add(aMessage());
      throw new Error('fault');
    });
    await expect(fault).rejects.toThrow('fault');
    expect(await store().inbox.accept(aDelivery('m1'))).toBe(true);
    expect(await store().outbox.nextDueAt()).toBeUndefined();
  });

  test('inside a transaction the outer store and a second transaction are refused at once instead of waiting for ever', async () => {
    const wrong = [
      () => storage().transaction(() => Promise.resolve()),
      () => store().inbox.accept(aDelivery('m1')),
      () => store().issues.create(anIssue(), aStep()),
    ];
    for (const use of wrong) {
      await expect(storage().transaction(async () => void (await use()))).rejects.toThrow('only its own store');
    }
    expect(await store().inbox.accept(aDelivery('m1'))).toBe(true);
  });

  test('mentions: so many tags per person and day', async () => {
    const { mentions } = store();
    const take = (person: string, day: string, most = 1) => mentions.take(person, day, most);
    expect(await take('王磊', '2026-11-22')).toBe(true);
    expect(await take('王磊', '2026-11-22')).toBe(false);
    expect(await take('王磊', '2026-11-22', 2)).toBe(true);
    expect(await take('王磊', '2026-11-23')).toBe(true);
    expect(await take('孙梅', '2026-11-22', 0)).toBe(false);
    expect(await mentions.totals('2026-11-22', '2026-11-22')).toEqual([{ person: '王磊', count: 2 }]);
  });

  test('bindings: a code pairs once, in time, on its platform; a new pairing replaces the old ones of both', async () => {
    const { bindings } = store();
    await bindings.offer('8K3F', 'city', 'wecom', '陈静', minutesLater(10));
    expect(await bindings.redeem('8K3F', 'dingtalk', 'chat1', '陈静', NOW)).toBeUndefined();
    expect(await bindings.redeem('8K3F', 'wecom', 'chat1', '陈静', minutesLater(10))).toBeUndefined();
    expect(await bindings.redeem('8K3F', 'wecom', 'chat1', '陈静', NOW)).toBe('city');
    expect(await bindings.redeem('8K3F', 'wecom', 'chat2', '陈静', NOW)).toBeUndefined();
    expect([await bindings.groupOf('wecom', 'chat1'), await bindings.chatOf('wecom', 'city')]).toEqual([
      'city',
      'chat1',
    ]);
    await bindings.offer('9Q', 'city', 'wecom', '陈静', minutesLater(10));
    await bindings.redeem('9Q', 'wecom', 'chat2', '陈静', NOW);
    expect([await bindings.groupOf('wecom', 'chat1'), await bindings.chatOf('wecom', 'city')]).toEqual([
      undefined,
      'chat2',
    ]);
  });

  test('jobs: a moment is begun once; the latest moment up to a time is remembered', async () => {
    const { jobRuns } = store();
    expect(await jobRuns.lastMoment('daily', NOW)).toBeUndefined();
    expect(await jobRuns.begin('daily', minutesLater(1440), NOW)).toBe(true);
    expect(await jobRuns.begin('daily', NOW, NOW)).toBe(true);
    expect(await jobRuns.begin('daily', NOW, minutesLater(1))).toBe(false);
    expect(await jobRuns.begin('weekly', NOW, NOW)).toBe(true);
    expect(await jobRuns.lastMoment('daily', minutesLater(1440))).toEqual(minutesLater(1440));
    expect(await jobRuns.lastMoment('daily', minutesLater(1439))).toEqual(NOW);
    expect(await jobRuns.known(['daily', 'monthly', 'weekly'])).toEqual(new Set(['daily', 'weekly']));
    expect(await jobRuns.known([])).toEqual(new Set());
  });

  test('drafts: the newest open one of this person in this conversation, until it expires or is closed once', async () => {
    const { drafts } = store();
    const older = await drafts.add(aDraft({ question: 'older' }));
    const newer = await drafts.add(aDraft({ missing: ['deadline'], pictureIds: ['p1'] }));
    await drafts.add(aDraft({ person: '孙梅' }));
    await drafts.add(aDraft({ conversation: 'elsewhere' }));
    const open = (minutes: number) => drafts.open('刘志强', 'simulator:group:city', minutesLater(minutes));
    expect(await open(29)).toEqual({ ...aDraft({ missing: ['deadline'], pictureIds: ['p1'] }), id: newer });
    expect(await open(30)).toBeUndefined();
    const all = async () => (await drafts.allOpen('刘志强', 'simulator:group:city', NOW)).map(({ id }) => id);
    expect(await all()).toEqual([newer, older]);
    expect(await drafts.close(newer, 'done', NOW)).toBe(true);
    expect(await drafts.close(newer, 'discarded', NOW)).toBe(false);
    expect((await open(0))?.id).toBe(older);
    expect(await all()).toEqual([older]);
  });

  test('pictures: waiting until fetched, tried again at the set time, given up for good', async () => {
    const { pictures, issues } = store();
    const origin = { platform: 'wecom' as const, sentBy: '刘志强', sentAt: NOW };
    const one = await pictures.add({ ...origin, ref: 'r1' });
    const two = await pictures.add({ ...origin, ref: 'r2' });
    const due = async (minutes: number) => (await pictures.due(minutesLater(minutes), 10)).map(({ ref }) => ref);
    expect(await due(0)).toEqual(['r1', 'r2']);
    await pictures.failed(one, '网络不通', minutesLater(5));
    expect(await due(4)).toEqual(['r2']);
    expect(await due(5)).toEqual(['r1', 'r2']);
    await pictures.kept(one, { hash: 'ab', type: 'image/png', bytes: 3 });
    await pictures.failed(one, 'late', null);
    await pictures.failed(two, '链接过期', null);
    expect(await due(9)).toEqual([]);
    expect(await pictures.get(one)).toMatchObject({ state: 'kept', hash: 'ab', attempts: 1, failure: null });
    expect(await pictures.get(two)).toMatchObject({ state: 'failed', failure: '链接过期', nextAttemptAt: null });
    const { no } = await issues.create(anIssue(), aStep());
    const photo = { issueNo: no, round: 1, kind: 'before' as const, pictureId: one };
    await pictures.attach(photo);
    await pictures.attach(photo);
    await pictures.attach({ ...photo, kind: 'after', pictureId: two });
    expect(await pictures.ofIssue(no)).toEqual([
      { ...photo, hash: 'ab', sentAt: NOW },
      { ...photo, kind: 'after', pictureId: two, hash: null, sentAt: NOW },
    ]);
  });

  test('tasks: numbered, changed with their record, found by unit, state and origin', async () => {
    const { tasks } = store();
    const one = await tasks.create(
      aTask({ units: ['甲局', '乙局'], coUnits: ['丙局'], deadline: minutesLater(60) }),
      aTaskStep(),
    );
    await tasks.create(aTask({ origin: '未成年人' }), aTaskStep());
    expect(await tasks.find(1)).toEqual({
      ...aTask({ units: ['甲局', '乙局'], coUnits: ['丙局'], deadline: minutesLater(60) }),
      no: 1,
    });
    const claimed = { ...one, state: 'claimed' as const, claimedBy: ['甲局'], percent: 60, units: ['甲局'] };
    const hard = { ...claimed, difficulty: '缺资金' };
    const step = aTaskStep({ step: 'progress', percent: 60, unit: '甲局', note: '已完成六成', difficulty: '缺资金' });
    await tasks.save(hard, step);
    expect(await tasks.find(1)).toEqual(hard);
    expect(await tasks.recordsOf(1)).toEqual([
      { taskNo: 1, ...aTaskStep() },
      { taskNo: 1, ...step },
    ]);
    const nos = async (filter: Parameters<typeof tasks.list>[0]) => (await tasks.list(filter)).map(({ no }) => no);
    expect(await nos({})).toEqual([1, 2]);
    expect(await nos({ units: ['甲局'] })).toEqual([1]);
    expect(await nos({ units: ['乙局', '丙局'] })).toEqual([]);
    expect(await nos({ states: ['open'] })).toEqual([2]);
    expect(await nos({ origin: '未成年人', nos: [1] })).toEqual([]);
    await expect(tasks.save({ ...claimed, no: 9 }, aTaskStep())).rejects.toThrow('task 9');
  });

  test('bulletins: the latest of a kind and group, with its numbers', async () => {
    const { bulletins } = store();
    const daily = {
      kind: 'daily' as const,
      groupId: 'city',
      asOf: NOW,
      text: '日通报',
      issueNos: [3, 5],
      figures: { n: 2 },
    };
    await bulletins.add({ ...daily, asOf: minutesLater(-1440), text: '昨日' });
    const id = await bulletins.add(daily);
    await bulletins.add({ ...daily, groupId: null, asOf: minutesLater(5) });
    expect(await bulletins.latest('daily', 'city')).toEqual({ ...daily, id });
    expect((await bulletins.latest('daily', null))?.asOf).toEqual(minutesLater(5));
    expect(await bulletins.latest('weekly', 'city')).toBeUndefined();
  });

  test('simulator: messages in order, by conversation, once each, and what the bot said after one', async () => {
    const { simulator } = store();
    const base = { at: NOW, chatKind: 'group' as const, group: 'city', person: null, from: '刘志强', text: 'x' };
    const plain: SimulatorMessage = { id: 's1', ...base, mentions: ['王磊'], images: ['ab'], quote: null, buttons: [] };
    expect(await simulator.add(plain)).toBe(true);
    expect(await simulator.add(plain)).toBe(false);
    await simulator.add({ ...plain, id: 's2', from: 'bot', quote: 's1', buttons: [{ label: '认领', says: '认领1' }] });
    await simulator.add({ ...plain, id: 's3', chatKind: 'single', group: null, person: '王磊', from: 'bot' });
    const ids = (messages: SimulatorMessage[]) => messages.map(({ id }) => id);
    expect(await simulator.find('s1')).toEqual(plain);
    expect(ids(await simulator.list({ group: 'city' }))).toEqual(['s1', 's2']);
    expect(ids(await simulator.list({ group: 'city' }, 's1'))).toEqual(['s2']);
    expect(ids(await simulator.list({ person: '王磊' }))).toEqual(['s3']);
    expect(ids(await simulator.fromBotAfter(null))).toEqual(['s2', 's3']);
    expect(ids(await simulator.fromBotAfter('s2'))).toEqual(['s3']);
  });

  test('leases: one holder at a time, prolonged by the holder alone, free when it ends or is given back', async () => {
    const { leases } = store();
    expect(await leases.take('stream', 'p1', NOW, minutesLater(1))).toBe(true);
    expect(await leases.take('stream', 'p2', NOW, minutesLater(1))).toBe(false);
    expect(await leases.renew('stream', 'p2', NOW, minutesLater(9))).toBe(false);
    expect(await leases.renew('stream', 'p1', NOW, minutesLater(2))).toBe(true);
    expect(await leases.renew('stream', 'p1', minutesLater(2), minutesLater(3))).toBe(false);
    expect(await leases.take('stream', 'p2', minutesLater(2), minutesLater(3))).toBe(true);
    await leases.release('stream', 'p1');
    expect(await leases.take('stream', 'p1', minutesLater(2), minutesLater(3))).toBe(false);
    await leases.release('stream', 'p2');
    expect(await leases.take('stream', 'p1', minutesLater(2), minutesLater(3))).toBe(true);
  });

  test('quotas add up by period', async () => {
    const { quota } = store();
    expect([
      await quota.add('hook', '10:05', 1),
      await quota.add('hook', '10:05', 2),
      await quota.add('hook', '10:06', 1),
      await quota.add('hook', '10:05', 0),
      await quota.add('hook', '10:07', 0),
    ]).toEqual([1, 3, 1, 3, 0]);
  });

  test('a database that can be written says nothing', async () => {
    await storage().checkWritable();
    await expect(storage().checkWritable()).resolves.toBeUndefined();
  });
});
