/** Citizens' messages, material, the journal: what is written is read back the same, records cannot be changed. */
import { expect, test } from 'vitest';
import { receiveMessage } from '../src/domain/citizen.ts';
import { assignMaterial } from '../src/domain/material.ts';
import { NOW, aStep, anIssue, minutesLater } from '../src/testing/storage-samples.ts';
import { eachDatabase } from '../src/testing/storage-suite.ts';

const aMessage = (issueNo: number | null = null) =>
  receiveMessage({
    channel: 'citizen',
    text: '翠竹园门口占道卖菜',
    location: '翠竹园门口',
    site: '翠竹园',
    category: 'street_order',
    units: ['市城管局'],
    issueNo,
    first: null,
    at: NOW,
    registeredBy: null,
  });
const CONTACT = { platform: 'simulator' as const, personId: 'someone', phone: '13800000000' };
const step = (name: 'receive' | 'answer') => ({
  at: NOW,
  step: name,
  by: '市民',
  messageId: 'simulator:1',
  note: null,
});

eachDatabase('beside problems', ({ storage, execute }) => {
  const store = () => storage().store;

  test('a message, its contact apart, its record', async () => {
    const { citizens } = store();
    const first = await citizens.create(aMessage(), CONTACT, step('receive'));
    const second = await citizens.create(aMessage(), { ...CONTACT, personId: 'other' }, step('receive'));
    expect([first.no, second.no]).toEqual([1, 2]);
    expect(await citizens.find(1)).toEqual({ ...aMessage(), no: 1 });
    const answered = { ...first, answer: '已安排', answeredAt: minutesLater(5), answeredBy: '王磊', satisfied: false };
    await citizens.save(answered, step('answer'));
    expect(await citizens.find(1)).toEqual(answered);
    expect((await citizens.recordsOf(1)).map((record) => record.step)).toEqual(['receive', 'answer']);
    expect(await citizens.contactOf(1)).toEqual(CONTACT);
    await citizens.savePhone(1, '13900001111');
    expect(await citizens.contactOf(1)).toEqual({ ...CONTACT, phone: '13900001111' });
    expect(await citizens.contactOf(2)).toEqual({ ...CONTACT, personId: 'other' });
    expect(await citizens.nosFrom('simulator', 'someone')).toEqual([1]);
    expect((await citizens.list({ state: 'open', from: NOW, to: minutesLater(1) })).map(({ no }) => no)).toEqual([
      1, 2,
    ]);
    expect(await citizens.list({ nos: [] })).toEqual([]);
    await expect(citizens.save({ ...first, no: 9 }, step('answer'))).rejects.toThrow('does not exist');
  });

  test('who handles a message follows its problem', async () => {
    const issue = await store().issues.create({ ...anIssue(), units: ['市住建局', '河西街道'] }, aStep());
    await store().citizens.create(aMessage(issue.no), CONTACT, step('receive'));
    expect((await store().citizens.list({ issueNos: [issue.no] }))[0]?.units).toEqual(['市住建局', '河西街道']);
  });

  test('material: one row for indicator and unit, every step recorded with its points', async () => {
    const { materials } = store();
    const due = assignMaterial(undefined, { indicator: 'Ⅱ-3', unit: '市教育局', title: null, deadline: NOW });
    const record = { at: NOW, by: '赵雪', messageId: null, pictureIds: ['p1'], note: null };
    await materials.save(due, { ...record, step: 'assign', points: 0 });
    const returned = {
      ...due,
      state: 'returned' as const,
      pictureIds: ['p1', 'p2'],
      returnReason: '图片没有日期',
      returnCount: 1,
    };
    await materials.save(returned, { ...record, step: 'return', points: -1.5 });
    expect(await materials.list({ units: ['市教育局'] })).toEqual([returned]);
    expect(await materials.list({ indicator: 'Ⅰ-1' })).toEqual([]);
    expect(
      (await materials.records(NOW, minutesLater(1))).map(({ points, pictureIds }) => [points, pictureIds]),
    ).toEqual([
      [0, ['p1']],
      [-1.5, ['p1']],
    ]);
  });

  test('the journal keeps each kind apart, in order, and gives who and when back', async () => {
    const mark = { at: NOW, by: '王磊', messageId: 'simulator:1' };
    await store().duty.add({ post: '步行街', unit: '市城管局', headcount: 3 }, mark);
    await store().satisfaction.add({ grid: '翠竹社区', score: 83.5 }, { ...mark, at: minutesLater(1) });
    await store().duty.add({ post: '步行街', unit: '市城管局', headcount: 4 }, { ...mark, at: minutesLater(2) });
    expect(await store().duty.between(NOW, minutesLater(3))).toEqual([
      { post: '步行街', unit: '市城管局', headcount: 3, at: NOW, by: '王磊' },
      { post: '步行街', unit: '市城管局', headcount: 4, at: minutesLater(2), by: '王磊' },
    ]);
    expect(await store().satisfaction.between(NOW, minutesLater(1))).toEqual([]);
  });

  test.each(['citizen_records', 'material_records', 'journal'])('%s cannot be changed or deleted', async (table) => {
    await store().citizens.create(aMessage(), CONTACT, step('receive'));
    await store().duty.add(
      { post: '步行街', unit: '市城管局', headcount: 3 },
      { at: NOW, by: '王磊', messageId: null },
    );
    const due = assignMaterial(undefined, { indicator: 'Ⅱ-3', unit: '市教育局', title: null, deadline: null });
    const record = { at: NOW, by: '赵雪', messageId: null, pictureIds: [], note: null };
    await store().materials.save(due, { ...record, step: 'assign', points: 0 });
    await expect(execute(`update ${table} set person = 'x'`)).rejects.toThrow('append-only');
    await expect(execute(`delete from ${table}`)).rejects.toThrow('append-only');
  });
});
