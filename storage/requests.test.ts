/** Requests on problems and absences, on every database. */
import { expect, test } from 'vitest';
import type { Appeal, Extension, Suspension } from '../src/domain/request.ts';
import { aStep, anIssue, minutesLater, NOW } from '../src/testing/storage-samples.ts';
import { eachDatabase } from '../src/testing/storage-suite.ts';

const base = {
  issueNo: 1,
  round: 1,
  state: 'pending',
  unit: '市城管局',
  requestedBy: '王磊',
  requestedAt: NOW,
  reason: '需采购盲道砖',
  decidedBy: null,
  decidedAt: null,
  decisionNote: null,
} as const;
const appeal: Appeal = { ...base, kind: 'appeal', ground: 'notExist', suggestedUnits: ['北门街道'] };
const extension: Extension = { ...base, kind: 'extension', until: minutesLater(900), confirmedBy: null };
const suspension: Suspension = { ...base, kind: 'suspension', plan: '开春动工', reviewOn: '2026-12-22' };

eachDatabase('requests', ({ storage }) => {
  const store = () => storage().store;

  test('every kind comes back as it was written, in the order of asking', async () => {
    await store().issues.create(anIssue(), aStep());
    for (const request of [appeal, extension, suspension]) await store().requests.add(request);
    const kept = await store().requests.ofIssue(1);
    expect(kept).toEqual([appeal, extension, suspension].map((request, n) => ({ ...request, id: kept[n]?.id })));
    expect(new Set(kept.map(({ id }) => id)).size).toBe(3);
    expect(await store().requests.ofIssue(2)).toEqual([]);
  });

  test('decided ones are found by kind, outcome and time', async () => {
    await store().issues.create(anIssue(), aStep());
    const decided = { decidedBy: '周敏', decidedAt: minutesLater(10), decisionNote: '理由不充分' };
    for (const request of [appeal, { ...appeal, unit: '市住建局' }, extension]) {
      const id = await store().requests.add(request);
      if (request.unit === '市城管局') await store().requests.save(id, { ...request, ...decided, state: 'rejected' });
    }
    const found = (from: number, to: number) =>
      store().requests.decided(minutesLater(from), minutesLater(to), { kind: 'appeal', state: 'rejected' });
    expect(await found(10, 11)).toMatchObject([{ ...appeal, ...decided, state: 'rejected' }]);
    expect([await found(0, 10), await found(11, 20)]).toEqual([[], []]);
  });

  test('pending ones are found by kind and problem; a decided one is none any more', async () => {
    await store().issues.create(anIssue(), aStep());
    await store().issues.create(anIssue(), aStep());
    const id = await store().requests.add(extension);
    await store().requests.add({ ...extension, issueNo: 2 });
    await store().requests.add(suspension);
    expect(await store().requests.pending()).toHaveLength(3);
    expect(await store().requests.pending({ kind: 'extension' })).toHaveLength(2);
    expect(await store().requests.pending({ kind: 'extension', issueNos: [2] })).toMatchObject([{ issueNo: 2 }]);
    expect(await store().requests.pending({ issueNos: [] })).toEqual([]);
    const decided = {
      ...extension,
      state: 'approved',
      decidedBy: '赵雪',
      decidedAt: NOW,
      decisionNote: '最后一次',
    } as const;
    await store().requests.save(id, { ...decided, until: minutesLater(60) });
    expect(await store().requests.pending({ kind: 'extension' })).toMatchObject([{ issueNo: 2 }]);
    expect(await store().requests.ofIssue(1)).toMatchObject([{ ...decided, until: minutesLater(60) }, suspension]);
  });

  test('a confirmation keeps it pending; a second decision is refused and changes nothing', async () => {
    await store().issues.create(anIssue(), aStep());
    const id = await store().requests.add(extension);
    await store().requests.save(id, { ...extension, confirmedBy: '张建国' });
    expect(await store().requests.pending()).toMatchObject([{ id, confirmedBy: '张建国' }]);
    const decided = { ...extension, state: 'rejected', decidedBy: '赵雪', decidedAt: NOW } as const;
    await store().requests.save(id, decided);
    await expect(store().requests.save(id, { ...decided, state: 'approved' })).rejects.toThrow('decided already');
    expect(await store().requests.ofIssue(1)).toMatchObject([{ state: 'rejected', decidedBy: '赵雪' }]);
  });

  test('a request hangs on a problem that exists', async () => {
    await expect(store().requests.add({ ...extension, issueNo: 99 })).rejects.toThrow(/foreign key/i);
  });

  test('absences hold on their days, both included, until they are ended', async () => {
    const announced = { announcedBy: '王磊', announcedAt: NOW, messageId: 'simulator:m1' };
    const absence = { person: '王磊', deputy: '常广平', from: '2026-11-23', to: '2026-11-27' };
    await store().absences.add({ ...absence, ...announced });
    expect(await store().absences.on('2026-11-22')).toEqual([]);
    expect(await store().absences.on('2026-11-23')).toEqual([absence]);
    expect(await store().absences.on('2026-11-27')).toEqual([absence]);
    expect(await store().absences.on('2026-11-28')).toEqual([]);
    const end = (person: string, day: string, begunOnly: boolean) =>
      store().absences.end(person, { day, at: NOW, begunOnly });
    expect(await end('何静', '2026-11-25', false)).toEqual([]);
    expect(await end('王磊', '2026-11-22', true)).toEqual([]);
    expect(await end('王磊', '2026-11-25', true)).toEqual([absence]);
    expect(await store().absences.on('2026-11-25')).toEqual([]);
    expect(await end('王磊', '2026-11-25', false)).toEqual([]);
    await store().absences.add({ ...absence, ...announced });
    expect(await end('王磊', '2026-11-22', false)).toEqual([absence]);
  });
});
