/** 待办: what waits for the asker or the unit. */
import { hasRole } from '../../src/domain/city.ts';
import { listText } from '../../src/domain/lists.ts';
import { taskLine } from '../../src/domain/task-texts.ts';
import { todoOf, todoText } from '../../src/domain/todo.ts';
import { requireInsider } from './asked-issues.ts';
import { todoDecisions } from './todo-decisions.ts';
import { todoBeside } from './todo-beside.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { asksToLook } from '../../src/reading/acts/loose-deeds.ts';
import { unitsAsked } from '../filters.ts';

export default defineCommand({
  id: 'query.todo',
  summary: '我的待办、本单位待办',
  examples: ['我的待办', '我们局还有哪些没弄完的', '待核查的有哪些'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.todo') return undefined;
    const units = unitsAsked(said);
    return {
      scope: units.length > 0 ? 'unit' : 'me',
      ...(units.length > 0 ? { units } : {}),
      ...(/待核查|等(?:着|待)?核查|(?:等|待|该)着?我们?(?:去|来)?[核复看瞧验]/.test(said.text) || asksToLook(said.text)
        ? { filter: 'awaitingVerification' }
        : {}),
    };
  },

  async run(context) {
    const { args, at, by, settings, store } = context;
    requireInsider(by);
    const most = settings.bulletin.mostListed;
    const { units = [], filter } = args;
    const listing = { at, most, withUnit: units.length !== 1 };
    if (filter === 'awaitingVerification') {
      const reported = await store.issues.list({ states: ['reported'], ...(units.length > 0 ? { units } : {}) });
      if (units.length > 0) return { text: listText(`${units.join('、')}待核查`, reported, listing) };
      const own = by.unit;
      const mine = hasRole(by, 'commander', 'observer', 'admin') ? reported : todoOf(by, reported).verify;
      const ofUnit = reported.filter((issue) => own !== null && issue.units.includes(own));
      return { text: listText(mine.length > 0 ? '待您核查' : '待核查', mine.length > 0 ? mine : ofUnit, listing) };
    }
    const states = ['draft', 'dispatched', 'claimed', 'reported'] as const;
    const issues = await store.issues.list({ states, ...(units.length > 0 ? { units } : {}) });
    const ofUnits = units.length > 0 ? units : by.unit === null ? [] : [by.unit];
    const tasks = (await store.tasks.list({ units: ofUnits, states: ['open', 'claimed'] })).slice(0, most);
    const taskLines = tasks.length === 0 ? [] : ['任务：', ...tasks.map((task) => taskLine(task, at))];
    const text =
      units.length > 0
        ? listText(
            `${units.join('、')}未销号`,
            issues.filter(({ state }) => state !== 'draft'),
            listing,
          )
        : todoText(by, issues, { at, most });
    const decisions = units.length > 0 ? [] : await todoDecisions(context);
    const beside = [...decisions, ...taskLines, ...(await todoBeside(context, ofUnits))];
    // 没有 is not said where something follows.
    const head = beside.length > 0 ? text.replace(/：没有。$/, '') : text;
    return { text: [head, ...beside].join('\n') };
  },
});
