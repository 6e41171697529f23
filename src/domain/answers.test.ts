import { describe, expect, it } from 'vitest';
import { boardsAnswer, rankingAnswer, rateAnswer, statsAnswer } from './answers.ts';
import type { Issue } from './issue.ts';
import { dueOn, listText, overdueByUnit, overdueOf } from './lists.ts';
import { boardsOf, rankingOf } from './ranking.ts';
import { statsBy } from './stats.ts';
import { aCity, anIssue, on, someSettings } from './testing/sample.ts';
import { workedCase } from './testing/worked-case.ts';
import { todoText } from './todo.ts';

const settings = someSettings();
const directory = aCity();
const at = on('11-22 10:00');
const period = { from: '2026-11-16', to: '2026-11-22' };
const unit = '市城管局';

describe('答复整改率', () => {
  it('the worked case', () => {
    expect(rateAnswer(workedCase, { at, unit, period, settings, most: 10 })).toMatchInlineSnapshot(`
      "市城管局 11月16—22日：整改率 50.0%(4/8)，含待核查 62.5%(5/8)；按期 40.0%(2/5)
      未销号4件：#305 超期3天；#306 待核查；#304 11月23日到期（已延期）；#307 11月27日到期
      另：挂账1件，撤销1件，合并1件，申诉后转出1件，不计入。再销号4件可到100%。
      （截至11月22日 10:00）"
    `);
  });

  it('another figure comes first, the list is cut, no period is 累计', () => {
    const answer = rateAnswer(workedCase, { at, unit, settings, metric: 'onTimeRate', most: 2 });
    expect(answer).toMatchInlineSnapshot(`
      "市城管局 累计：按期整改率 40.0%(2/5)；整改率 50.0%(4/8)，含待核查 62.5%(5/8)
      未销号4件：#305 超期3天；#306 待核查；另有2件
      另：挂账1件，撤销1件，合并1件，申诉后转出1件，不计入。再销号4件可到100%。
      （截至11月22日 10:00）"
    `);
  });

  it('a count', () => {
    expect(rateAnswer(workedCase, { at, settings, metric: 'overdueCount', most: 1 })).toMatchInlineSnapshot(`
      "全市 累计：超期未整改 2件；整改率 44.4%(4/9)，含待核查 55.6%(5/9)；按期 33.3%(2/6)
      未销号5件：#305 超期3天；另有4件
      另：挂账1件，撤销1件，合并1件，不计入。再销号5件可到100%。
      （截至11月22日 10:00）"
    `);
  });

  it('nothing dispatched', () => {
    expect(rateAnswer([], { at, unit: '河西街道', period, settings, most: 5 })).toBe(
      '河西街道 11月16—22日：本期无交办问题。\n（截至11月22日 10:00）',
    );
  });

  it('only left out', () => {
    const suspended = workedCase.filter(({ state }) => state === 'suspended');
    expect(rateAnswer(suspended, { at, unit, period, settings, most: 5 })).toBe(
      '市城管局 11月16—22日：本期无交办问题（挂账1件，不计入）。\n（截至11月22日 10:00）',
    );
  });

  it('all closed', () => {
    const closed = workedCase.filter(({ state }) => state === 'closed');
    expect(rateAnswer(closed, { at, period, settings, most: 5 })).toMatchInlineSnapshot(`
      "全市 11月16—22日：整改率 100.0%(4/4)，含待核查 100.0%(4/4)；按期 50.0%(2/4)
      （截至11月22日 10:00）"
    `);
  });
});

const many: readonly Issue[] = [
  ...workedCase,
  anIssue({
    no: 401,
    units: ['河西街道'],
    category: 'sanitation',
    deadline: on('11-20 18:00'),
    dispatchedAt: on('11-20 09:00'),
  }),
  anIssue({
    no: 402,
    units: ['河西街道'],
    category: 'sanitation',
    state: 'closed',
    reportedAt: on('11-20 12:00'),
    dispatchedAt: on('11-20 09:00'),
  }),
  anIssue({
    no: 403,
    units: ['东湖街道'],
    category: 'charging',
    state: 'closed',
    reportedAt: on('11-20 12:00'),
    dispatchedAt: on('11-20 09:00'),
  }),
];

describe('tables', () => {
  it('ranking', () => {
    const rankings = rankingOf(many, { directory, metric: 'rectificationRate', at, period, settings });
    expect(rankingAnswer(rankings, { at, period, most: 10 })).toMatchInlineSnapshot(`
      "【整改率排名】11月16—22日（截至11月22日 10:00）
      部门：
      1. 市城管局 50.0%(4/8)
      2. 市住建局 0.0%(0/1)
      不参加排名：市园林中心、市环卫中心
      街道乡镇：
      1. 东湖街道 100.0%(1/1)
      2. 河西街道 50.0%(1/2)
      不参加排名：城关镇"
    `);
  });

  it('ranking by a count, cut', () => {
    const rankings = rankingOf(many, { directory, metric: 'overdueCount', at, settings });
    expect(rankingAnswer(rankings, { at, period: null, most: 1 })).toMatchInlineSnapshot(`
      "【超期未整改排名】累计（截至11月22日 10:00）
      部门：
      1. 市城管局 1件
      另有1家
      不参加排名：市园林中心、市环卫中心
      街道乡镇：
      1. 河西街道 1件
      另有1家
      不参加排名：城关镇"
    `);
  });

  it('red and black', () => {
    const boards = { ...settings.figures.boards, least: 1 };
    const rankings = rankingOf(many, { directory, metric: 'rectificationRate', at, period, settings });
    const lists = rankings.map((ranking) =>
      boardsOf(ranking, someSettings({ figures: { ...settings.figures, boards } })),
    );
    expect(boardsAnswer(lists, { at, period })).toMatchInlineSnapshot(`
      "【红黑榜】11月16—22日整改率（截至11月22日 10:00）
      部门
      红榜：无
      黑榜：市城管局 50.0%(4/8)、市住建局 0.0%(0/1)
      街道乡镇
      红榜：东湖街道 100.0%(1/1)
      黑榜：河西街道 50.0%(1/2)"
    `);
  });

  it('by category', () => {
    const rows = statsBy(many, { directory, by: 'category', at, period, settings });
    expect(statsAnswer(rows, 'category', { at, period, most: 2 })).toMatchInlineSnapshot(`
      "【按类别统计】11月16—22日（截至11月22日 10:00）
      车辆停放 9件，整改率 44.4%(4/9)，超期2件
      环境卫生 2件，整改率 50.0%(1/2)，超期1件
      另有1项"
    `);
    expect(statsAnswer([], 'category', { at, period, most: 2 })).toMatch(/本期无交办问题。$/);
  });
});

describe('lists', () => {
  const open = many.filter(({ state }) => state === 'claimed' || state === 'dispatched' || state === 'reported');

  it('most pressing first, then how many more', () => {
    expect(listText('未销号', open, { at, most: 4, withUnit: true })).toMatchInlineSnapshot(`
      "未销号 6件（截至11月22日 10:00）
      #305 市城管局 第305号点位 非机动车乱停放，占用盲道：超期3天
      #401 河西街道 人民路与解放路交叉口东北角 非机动车乱停放，占用盲道：超期2天
      #310 市住建局 第310号点位 非机动车乱停放，占用盲道：超期1天
      #306 市城管局 第306号点位 非机动车乱停放，占用盲道：待核查
      另有2件"
    `);
  });

  it('an empty list is one sentence', () => {
    expect(listText('超期', [], { at, most: 4, withUnit: true })).toBe('超期：没有（截至11月22日 10:00）。');
  });

  it('overdue by unit', () => {
    expect(overdueByUnit(many, at, 2)).toMatchInlineSnapshot(`
      "超期未整改 3件（截至11月22日 10:00）
      市城管局 1件（最长3天）：#305
      河西街道 1件（最长2天）：#401
      另有1家"
    `);
    expect(overdueByUnit([], at, 2)).toBe('超期未整改：没有（截至11月22日 10:00）。');
  });

  it('overdue for at least 3 days; due on a day', () => {
    expect(overdueOf(many, at, 3).map(({ no }) => no)).toEqual([305]);
    const due = dueOn(many, at, { from: '2026-11-23', to: '2026-11-23' });
    expect(due.map(({ no }) => no)).toEqual([304]);
  });

  const head = (name: string): string => `${name}的待办（截至11月22日 10:00）`;
  it.each([
    [
      '王磊',
      [
        head('王磊'),
        '待整改3件：',
        '#305 第305号点位 非机动车乱停放，占用盲道：超期3天',
        '#304 第304号点位 非机动车乱停放，占用盲道：11月23日到期（已延期）',
        '另有1件',
      ],
    ],
    ['刘志强', [head('刘志强'), '待核查1件：', '#306 市城管局 第306号点位 非机动车乱停放，占用盲道：待核查']],
    [
      '赵雪',
      [
        head('赵雪'),
        '待核查1件：',
        '#306 市城管局 第306号点位 非机动车乱停放，占用盲道：待核查',
        '待确认交办1件：',
        '#500 责任单位待定 市三中门口 非机动车乱停放，占用盲道：待确认',
      ],
    ],
    ['钱多', [`${head('钱多')}：没有。`]],
  ])('待办 of %s', (name, lines) => {
    const person = directory.person(name);
    if (person === undefined) throw new Error('sample city');
    const draft = anIssue({
      no: 500,
      state: 'draft',
      units: [],
      location: '市三中门口',
      dispatchedAt: null,
      deadline: null,
    });
    expect(todoText(person, [...many, draft], { at, most: 2 })).toBe(lines.join('\n'));
  });
});
