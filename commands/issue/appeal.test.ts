import { beforeEach, describe, expect, test } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, steps, refusal } = here;

beforeEach(() =>
  haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00'), owner: null }], 327),
);

const ask = (text = '327不属于我单位职责，该路段已移交北门街道管养，申请调整') => says('王磊', text);
const requests = () => here.room.house.storage.store.requests.ofIssue(327);

describe('申诉', () => {
  test('the liaison appeals: the office lead is told one-to-one, the clock runs on, the record says why', async () => {
    const heard = await ask();
    expect(heard.text).toBe('#327的申诉已报创城办，24小时内答复。答复前时限照常计算（#327 11月20日 18:00）。');
    expect(heard.pushes.map(({ person }) => person)).toEqual(['周敏']);
    expect(heard.pushes[0]?.text).toBe(
      [
        '【申诉】#327|市城管局',
        '点位：人民路与解放路交叉口东北角',
        '问题：非机动车乱停放，占用盲道',
        '现时限：11月20日 18:00',
        '申诉事项：不属于本单位，建议转北门街道',
        '理由：不属于我单位职责，该路段已移交北门街道管养（王磊 10:00）',
        '请在24小时内回复“同意327申诉”或“驳回327申诉，理由：…”。答复前时限照常计算。',
      ].join('\n'),
    );
    expect(await here.room.issue(327)).toMatchObject({ state: 'dispatched', appealedBy: ['市城管局'] });
    expect(await requests()).toMatchObject([{ kind: 'appeal', state: 'pending', ground: 'notOurs', unit: '市城管局' }]);
    expect(await steps(327)).toEqual(['log 刘志强', 'appeal 王磊']);
  });

  test('the problem’s page shows that it waits, and no longer once it is decided', async () => {
    await ask();
    const line = '申诉（待答复）：王磊 11月18日 10:00，不属于本单位，建议转北门街道';
    expect((await says('刘志强', '查327')).text).toContain(line);
    await says('周敏', '驳回327申诉，理由：该路段仍由城管局管养');
    expect((await says('刘志强', '查327')).text).not.toContain('待答复');
  });

  test.each([
    ['认领', '算了，327我们认领', 'claimed'],
    ['报整改', '327已整改', 'reported'],
  ])('%s by the unit itself ends the dispute', async (_, text, state) => {
    await ask();
    const { text: answer } = await says('王磊', text, { images: state === 'reported' ? 1 : 0 });
    expect(answer).toContain('#327的申诉随之撤回，不再裁定。');
    expect((await here.room.issue(327)).state).toBe(state);
    expect(await requests()).toMatchObject([{ state: 'withdrawn', decidedBy: '王磊' }]);
    expect(await refusal('周敏', '同意327申诉')).toContain('#327没有待答复的申诉');
    expect((await says('周敏', '我的待办')).text).not.toContain('申诉');
  });

  test('without a reason it is asked for; the answer completes it', async () => {
    expect((await ask('申诉327')).text).toBe(
      '还差申诉的理由：#327为什么不由贵单位整改？引用本条回复即可，如“该路段已移交北门街道管养”。',
    );
    expect(await requests()).toEqual([]);
    expect((await ask('这条路归北门街道管')).text).toContain('#327的申诉已报创城办');
    expect(await requests()).toMatchObject([{ reason: '这条路归北门街道管' }]);
  });

  test('a picture that comes along is kept with the problem as evidence', async () => {
    await says('王磊', '327现场没有问题，问题不存在，请核实', { images: 1 });
    const photos = await here.room.house.storage.store.pictures.ofIssue(327);
    expect(photos.map(({ kind }) => kind)).toEqual(['evidence']);
  });

  test('another unit, an inspector and the office cannot appeal', async () => {
    expect(await refusal('何静', '327不归我们管，申请调整')).toMatch(/责任单位是市城管局，申诉由该单位提出/);
    expect(await refusal('刘志强', '申诉327，不归城管局')).toMatch(/申诉由责任单位/);
    expect(await refusal('赵雪', '申诉327，不归城管局')).toMatch(/申诉由责任单位/);
  });

  test('one appeal per unit and problem', async () => {
    await ask();
    expect(await refusal('张建国', '327不归我局管，申请调整')).toMatch(/贵单位已申诉过一次/);
  });

  test('within 24 hours of the dispatch, and not later', async () => {
    await here.room.clock('2026-11-19T09:00:00+08:00');
    expect((await ask()).text).toContain('已报创城办');
    await haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') }], 412);
    await here.room.clock('2026-11-19T09:01:00+08:00');
    expect(await refusal('王磊', '412不归我们管，申请调整')).toMatch(/申诉期已于11月19日 09:00截止/);
  });

  test('urgent ones within two hours', async () => {
    await haveIssues(here.room, [{ urgent: true, dispatchedAt: on('11-18 09:00'), deadline: on('11-18 18:00') }], 412);
    await here.room.clock('2026-11-18T11:01:00+08:00');
    expect(await refusal('王磊', '412不归我们管，申请调整')).toMatch(/申诉期已于11月18日 11:00截止/);
  });
});

describe('裁定申诉', () => {
  test('upheld: to the new unit with a fresh limit, its liaison tagged, not counted against the old one', async () => {
    await ask();
    const heard = await says('周敏', '同意327申诉，转给城关镇，2日内整改');
    expect(heard.text).toContain('#327申诉成立，转城关镇办理，不计入市城管局。\n【交办】#327|城关镇');
    expect(heard.replies[0]?.mentions).toEqual(['萧然']);
    expect(await here.room.issue(327)).toMatchObject({
      state: 'dispatched',
      units: ['城关镇'],
      deadline: new Date('2026-11-20T23:59:59+08:00'),
      dispatchedAt: new Date(WEDNESDAY_10),
      owner: null,
    });
    expect(await requests()).toMatchObject([{ state: 'approved', decidedBy: '周敏' }]);
    expect(await steps(327)).toEqual(['log 刘志强', 'appeal 王磊', 'appeal.approve 周敏']);
    expect((await says('张建国', '我们局整改率')).text).toMatch(/本期无交办问题（申诉后转出1件，不计入）/);
    expect((await says('周敏', '城关镇整改率')).text).toContain('0.0%(0/1)');
  });

  test('upheld without a unit named: to the one the appeal suggested', async () => {
    await ask();
    await says('周敏', '同意327申诉');
    expect(await here.room.issue(327)).toMatchObject({ units: ['北门街道'], state: 'dispatched' });
  });

  test('not a fact: the other units hear that it is over, too', async () => {
    await haveIssues(
      here.room,
      [{ dispatchedAt: on('11-18 09:00'), units: ['市城管局', '市住建局'], coUnits: ['城关镇'] }],
      330,
    );
    await ask('330这家店上月已停业转让，问题不存在，请核实撤销');
    const { pushes } = await says('周敏', '同意330申诉', { group: null });
    expect((await here.room.issue(330)).state).toBe('withdrawn');
    expect(pushes.find(({ person }) => person === '何静')?.text).toContain('问题不属实，已撤销，不用再整改');
  });

  test('upheld as not a fact: withdrawn and counted for nobody', async () => {
    await ask('327这家店上月已停业转让，问题不存在，请核实撤销');
    expect((await says('周敏', '同意327申诉')).text).toBe('#327申诉成立，问题不属实，已撤销，不计入任何单位。');
    expect(await here.room.issue(327)).toMatchObject({ state: 'withdrawn' });
  });

  test('a pending extension of the old unit falls with it', async () => {
    await says('王磊', '327申请延期到11月28日，原因：需采购盲道砖');
    await ask();
    await says('周敏', '同意327申诉，转给城关镇');
    expect((await requests()).map(({ kind, state }) => [kind, state])).toEqual([
      ['extension', 'rejected'],
      ['appeal', 'approved'],
    ]);
    expect(await refusal('赵雪', '同意327延期')).toMatch(/#327没有待答复的延期申请/);
  });

  test('rejected with the reason: the unit keeps it and its clock', async () => {
    await ask();
    const heard = await says('周敏', '驳回327申诉，理由：该路段仍由城管局管养');
    expect(heard.text).toMatch(
      /#327的申诉不成立，理由：该路段仍由城管局管养。仍由原单位按时限整改（#327 11月20日 18:00）。/,
    );
    expect(await here.room.issue(327)).toMatchObject({ units: ['市城管局'], deadline: on('11-20 18:00') });
    expect(await requests()).toMatchObject([{ state: 'rejected', decisionNote: '该路段仍由城管局管养' }]);
    expect(await refusal('周敏', '同意327申诉')).toMatch(/#327没有待答复的申诉/);
  });

  test('rejecting without a reason is asked back', async () => {
    await ask();
    expect((await says('周敏', '驳回327申诉')).text).toContain('还差驳回的理由');
    expect(await requests()).toMatchObject([{ state: 'pending' }]);
    await says('周敏', '移交手续还没有办完');
    expect(await requests()).toMatchObject([{ state: 'rejected', decisionNote: '移交手续还没有办完' }]);
  });

  test('only the office’s lead decides, and only what was asked', async () => {
    expect(await refusal('周敏', '同意327申诉')).toMatch(/#327没有待答复的申诉/);
    await ask();
    expect(await refusal('赵雪', '同意327申诉')).toMatch(/由创城办负责人裁定/);
    expect(await refusal('张建国', '同意327申诉')).toMatch(/申诉由创城办负责人裁定/);
    expect(await refusal('刘志强', '驳回327申诉')).toMatch(/申诉由创城办负责人裁定/);
  });

  test('upheld without anybody to take it is asked back', async () => {
    await ask('327不归我们管，申请调整');
    expect(await refusal('周敏', '同意327申诉')).toMatch(/请说明#327转给哪个单位/);
  });
});
