import { beforeEach, describe, expect, test } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, steps, refusal } = here;

beforeEach(() =>
  haveIssues(
    here.room,
    [
      {
        state: 'claimed',
        claimedAt: on('11-18 09:30'),
        owner: '王磊',
        dispatchedAt: on('11-18 09:00'),
        deadline: on('11-20 18:00'),
      },
    ],
    327,
  ),
);

describe('转办', () => {
  test('to another unit with a fresh limit: card, tag, and the old owner is gone', async () => {
    const heard = await says('赵雪', '327转市监局');
    expect(heard.text).toMatch(/^#327由市城管局转市市场监管局。\n【交办】#327\|市市场监管局/);
    expect(heard.replies[0]?.mentions).toEqual(['马超']);
    expect(await here.room.issue(327)).toMatchObject({
      state: 'dispatched',
      units: ['市市场监管局'],
      owner: null,
      claimedAt: null,
      designated: false,
      dispatchedAt: new Date(WEDNESDAY_10),
      deadline: on('11-18 18:00'),
    });
    expect(await steps(327)).toEqual(['log 刘志强', 'reassign 赵雪']);
    expect(await refusal('王磊', '327还在协调')).toMatch(/进展由市市场监管局报送/);
  });

  test.each([
    ['把327从城管局转给河西街道，时限不变', { units: ['河西街道'], deadline: on('11-20 18:00') }],
    ['327转给河西街道，11月25日前整改', { units: ['河西街道'], deadline: new Date('2026-11-25T23:59:59+08:00') }],
    ['327责任单位改成城关镇，协办城管局', { units: ['城关镇'], coUnits: ['市城管局'] }],
    ['327加协办河西街道', { units: ['市城管局'], coUnits: ['河西街道'], state: 'claimed', owner: '王磊' }],
  ])('%s', async (text, after) => {
    await says('赵雪', text);
    expect(await here.room.issue(327)).toMatchObject(after);
    expect(await steps(327)).toEqual(['log 刘志强', 'reassign 赵雪']);
  });

  test('said one-to-one, both units are told one-to-one', async () => {
    const heard = await says('赵雪', '327转给河西街道', { group: null });
    expect(new Set(heard.pushes.map(({ person }) => person))).toEqual(new Set(['彭飞', '王磊']));
    expect(heard.pushes.find(({ person }) => person === '王磊')?.text).toContain('贵单位不用再整改');
  });

  test('one more unit: he has time, and what was counted for the first stays counted', async () => {
    const worn = { returnCount: 2, extensionCount: 1, deadline: on('11-17 18:00') };
    await haveIssues(here.room, [worn], 412);
    await says('赵雪', '412转给城管局和河西街道');
    expect(await here.room.issue(412)).toMatchObject({
      units: ['市城管局', '河西街道'],
      deadline: on('11-18 18:00'),
      returnCount: 2,
      extensionCount: 1,
    });
  });

  test('one of two leaves: the other goes on with its limit, the one that leaves is told', async () => {
    const worn = { returnCount: 1, deadline: on('11-20 18:00'), state: 'claimed' as const, owner: '王磊' };
    await haveIssues(here.room, [{ ...worn, units: ['市城管局', '河西街道'] }], 412);
    await says('王磊', '412申请延期到11月28日，原因：需采购盲道砖');
    const heard = await says('赵雪', '412转给城管局', { group: null });
    expect(heard.text).toBe('#412由市城管局、河西街道转市城管局。时限（11月20日 18:00）和办理情况不变。');
    expect(heard.pushes.map(({ person, text }) => `${person} ${/不用再整改|办理情况不变/.exec(text)?.[0]}`)).toEqual(
      expect.arrayContaining(['彭飞 不用再整改', '王磊 办理情况不变']),
    );
    expect(await here.room.issue(412)).toMatchObject({ ...worn, units: ['市城管局'] });
    const [request] = await here.room.house.storage.store.requests.ofIssue(412);
    expect(request?.state).toBe('pending');
  });

  test('pending requests fall with it', async () => {
    await says('王磊', '327申请延期到11月28日，原因：需采购盲道砖');
    await says('赵雪', '327转给河西街道');
    const [request] = await here.room.house.storage.store.requests.ofIssue(327);
    expect(request).toMatchObject({ state: 'rejected', decisionNote: '已转办，原申请终止' });
  });

  test('refused: units, inspectors, a unit it is not with, no change, what is closed', async () => {
    expect(await refusal('王磊', '327转给河西街道')).toMatch(/转办由创城办办理/);
    expect(await refusal('刘志强', '327转给河西街道')).toMatch(/转办由创城办办理/);
    expect(await refusal('赵雪', '把327从交警转给河西街道')).toMatch(/#327的责任单位是市城管局，不是市交警大队/);
    expect(await refusal('赵雪', '327转给城管局')).toMatch(/本来就是市城管局/);
    await haveIssues(here.room, [{ state: 'closed', closedAt: on('11-18 09:50'), reportedAt: on('11-18 09:40') }], 412);
    expect(await refusal('赵雪', '412转给河西街道')).toMatch(/#412已于11月18日 09:50销号，不能转办/);
  });
});

describe('指定', () => {
  test('by the lead: no further appeal', async () => {
    const heard = await says('周敏', '327指定河西街道办理，不得再申诉');
    expect(heard.text).toContain('【指定交办】#327|河西街道');
    expect(heard.text).toContain('本件由创城办指定，不再受理申诉');
    expect(await here.room.issue(327)).toMatchObject({ designated: true, units: ['河西街道'] });
    expect(await refusal('彭飞', '327不归我们管，申请调整')).toMatch(/已由创城办指定责任单位，不再受理申诉/);
  });

  test('of the unit that has it: the way of appeal is closed, its clock and its record stay', async () => {
    const worn = { returnCount: 2, extensionCount: 1, deadline: on('11-17 18:00'), owner: '王磊' };
    const state = { state: 'claimed', claimedAt: on('11-16 09:30'), dispatchedAt: on('11-16 09:00') } as const;
    await haveIssues(here.room, [{ ...worn, ...state }], 412);
    const heard = await says('周敏', '412指定城管局办理');
    expect(heard.text).toBe('#412指定由市城管局负责，不再受理申诉。时限（昨天 18:00）和办理情况不变。');
    expect(await here.room.issue(412)).toMatchObject({ ...worn, ...state, designated: true, units: ['市城管局'] });
    expect(await refusal('周敏', '412指定城管局办理')).toMatch(/#412已经指定由市城管局负责，没有变化，时限照旧/);
    expect((await says('张建国', '我们局今天新增几件')).text).not.toContain('#412');
  });

  test('a time said with it is not taken silently: the limit stays, and how it is changed is said', async () => {
    const heard = await says('周敏', '327指定城管局办理，11月25日前整改');
    expect(heard.text).toContain(
      '时限（11月20日 18:00）和办理情况不变。要改时限，请单位回复“327申请延期到…，原因：…”。',
    );
  });

  test('its appeal is answered by it, its extension still waits', async () => {
    await says('王磊', '327申诉，该路段已移交河西街道');
    await says('王磊', '327申请延期到11月28日，原因：需采购盲道砖');
    await says('周敏', '327指定城管局办理', { group: null });
    expect(await here.room.house.storage.store.requests.ofIssue(327)).toMatchObject([
      { kind: 'appeal', state: 'rejected', decisionNote: '已指定由市城管局负责' },
      { kind: 'extension', state: 'pending' },
    ]);
  });

  test('not by staff', async () => {
    expect(await refusal('赵雪', '327指定河西街道办理')).toMatch(/指定责任单位由创城办负责人决定/);
  });
});
