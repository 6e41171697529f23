import { describe, expect, it } from 'vitest';
import type { Task } from '../../../storage/store.ts';
import { aCity, on, someSettings } from '../../domain/testing/sample.ts';
import { ledgerSheet } from '../ledger.ts';
import { readSheets, writeSheet } from '../sheet.ts';
import type { RawCell } from '../sheet.ts';
import { taskBreakdownTable } from '../task-tables.ts';
import { aCampaign } from '../testing/campaign.ts';
import { cellCategoryFinder } from '../../reading/cell-category.ts';
import { listOf, sheetOf } from '../testing/lists.ts';
import type { ImportKind } from './fields.ts';
import { understandProblems } from './problems.ts';
import { understandTasks } from './tasks.ts';
import { templateTable } from './template.ts';

const directory = aCity();
const settings = someSettings();
const findCategory = cellCategoryFinder(settings.categories);
const context = { directory, settings, findCategory, known: [], year: null };

describe('round trips', () => {
  it('the exported ledger changes nothing', async () => {
    const [sheet] = await readSheets(await ledgerSheet(aCampaign, settings));
    const outcome = understandProblems(listOf('problems', sheet), { ...context, known: aCampaign });
    expect([outcome.entries, outcome.refused, outcome.doubts]).toEqual([[], [], []]);
    expect(outcome.known).toHaveLength(aCampaign.length);
  });

  it('a change made in the exported ledger is refused by name, and a number of its own too', async () => {
    const [sheet] = await readSheets(await ledgerSheet(aCampaign, settings));
    const changed = aCampaign.slice(1).map((issue, nth) => (nth === 0 ? { ...issue, description: '别的问题' } : issue));
    const outcome = understandProblems(listOf('problems', sheet), { ...context, known: changed });
    expect(outcome.entries).toEqual([]);
    expect(outcome.refused).toEqual([
      { rowNo: 3, text: '编号“201”不在库里，台账里的行不能新增问题' },
      { rowNo: 4, text: '#202的问题与库里不同；导入不改已有问题，请在群里办理' },
    ]);
  });

  const task: Task = {
    no: 1,
    origin: '创城',
    title: '规范公益广告设置',
    standard: '每百米不少于2处',
    units: ['市城管局'],
    coUnits: ['市住建局'],
    leader: '李强',
    section: null,
    owner: null,
    deadline: on('12-31 23:59'),
    percent: 30,
    state: 'claimed',
    claimedBy: ['市城管局'],
    createdBy: '周敏',
    createdAt: on('11-01'),
    lastReportAt: on('11-20'),
    lastReport: '已换40处',
    difficulty: null,
    indicator: '公共环境',
  };

  it('the exported tasks change nothing', async () => {
    const [sheet] = await readSheets(await writeSheet(taskBreakdownTable([task], on('11-22'))));
    const outcome = understandTasks(listOf('tasks', sheet), { directory, known: [task], year: null });
    expect([outcome.entries, outcome.refused, outcome.known]).toEqual([[], [], [{ rowNo: 3, text: '任务1' }]]);
  });

  it.each<ImportKind>(['directory', 'sites', 'tasks', 'problems'])(
    'the template of %s is a list with no rows',
    async (kind) => {
      const [sheet] = await readSheets(await writeSheet(templateTable(kind)));
      const list = listOf(kind, sheet);
      expect([list.rows, list.skipped]).toEqual([[], [{ rowNo: 3, why: '示例行' }]]);
      expect(list.unusedColumns).toEqual([]);
    },
  );
});

describe('tasks', () => {
  const understand = (...rows: RawCell[][]) =>
    understandTasks(
      listOf('tasks', sheetOf([['指标', '测评内容', '牵头单位', '责任单位', '责任人', '时限'], ...rows])),
      { directory, known: [], year: 2026 },
    );

  it('reads lead and other units, and the year of the file', () => {
    expect(understand(['环境', '规范广告', '城管局', '住建局、河西办', '王磊', '12月31日']).entries[0]).toMatchObject({
      origin: '创城',
      indicator: '环境',
      title: '规范广告',
      units: ['市城管局'],
      coUnits: ['市住建局', '河西街道'],
      owner: '王磊',
    });
  });

  it.each([
    ['已完成', '', '已完成'],
    ['', '100%', '100%'],
  ])('finished work is no new task: %s %s', (state, percent, said) => {
    const list = listOf(
      'tasks',
      sheetOf([
        ['任务', '牵头单位', '时限', '状态', '完成比例', '最近进展'],
        ['规范广告', '城管局', '2026-12-31', state, percent, '已全部更新'],
      ]),
    );
    const { entries, refused } = understandTasks(list, { directory, known: [], year: null });
    expect(entries).toEqual([]);
    expect(refused).toEqual([{ rowNo: 2, text: `表里写的是“${said}”，不作为新任务登记；仍要登记的，请清空后再导入` }]);
  });

  it('progress in a table is not taken over, and said so', () => {
    const list = listOf(
      'tasks',
      sheetOf([
        ['任务', '牵头单位', '时限', '完成比例', '最近进展'],
        ['规范广告', '城管局', '2026-12-31', '40%', '已换40处'],
        ['清洗护栏', '城管局', '2026-12-31', '0%', ''],
      ]),
    );
    expect(understandTasks(list, { directory, known: [], year: null }).doubts).toEqual([
      { rowNo: 2, text: '完成比例“40%”、最近进展“已换40处”没有采用，请责任单位在群里报进展' },
    ]);
  });

  it('names what is missing by row', () => {
    const { entries, doubts, refused } = understand(
      ['环境', '规范广告', '', '', '', ''],
      ['环境', '', '城管局', '', '', ''],
      ['环境', '清理小广告', '城管局', '某某局', '', '12月31日'],
      ['环境', '修补路面', '住建局', '', '', '522526'],
      ['环境', '清洗护栏', '城管局', '', '', ''],
    );
    expect(refused).toEqual([
      { rowNo: 2, text: '没有责任单位' },
      { rowNo: 3, text: '没有任务内容' },
      { rowNo: 4, text: '单位“某某局”不认识' },
    ]);
    expect(entries.map(({ rowNo, deadline }) => [rowNo, deadline])).toEqual([
      [5, null],
      [6, null],
    ]);
    expect(doubts).toEqual([
      { rowNo: 5, text: '时限“522526”没有采用：看不出是哪一天，请写成2026-11-22的样子' },
      { rowNo: 6, text: '没有时限' },
    ]);
  });
});
