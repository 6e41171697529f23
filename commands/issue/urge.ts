/** 催办: a reminder to the unit, without legal weight. To all at once only after a yes. */
import { defineCommand } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import type { Answer, Held, RunContext } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { OPEN_STATES } from '../../src/domain/issue.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { mayUrge } from '../../src/domain/rights.ts';
import { dayOf, startOfDay } from '../../src/domain/shanghai.ts';
import { checkUrge } from '../../src/domain/steps/urge.ts';
import { isUrgeable, urgeLetters } from '../../src/domain/urging.ts';
import type { UrgeFilter } from '../../src/domain/urging.ts';
import { held } from '../held.ts';
import { urgedWhich } from '../../src/reading/acts/urging.ts';

export interface UrgeArgs {
  readonly issueNos: readonly number[];
  readonly units: readonly string[];
  readonly persons: readonly string[];
  readonly filter?: UrgeFilter;
}

export default defineCommand<UrgeArgs>({
  id: 'issue.urge',
  summary: '催办',
  examples: ['催一下城管局327', '超期的都催一遍', '提醒住建局今天到期的几个问题'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector', 'commander'],
  instead: '催办由指挥部领导、创城办和督查组办理。',

  read(said) {
    if (said.act !== 'issue.urge') return undefined;
    const filter = urgedWhich(said.text);
    return {
      issueNos: said.issueNos,
      units: said.units,
      persons: said.persons,
      ...(filter === null ? {} : { filter }),
      ...held([], said.issueNos.length === 0 && said.units.length === 0 && said.persons.length === 0),
    };
  },

  async run(context) {
    const { args, store, at } = context;
    const meant = await meantBy(context);
    const urged = await urgedToday(context);
    const fresh = meant.filter(({ no }) => !urged.has(no));
    const done = meant.filter(({ no }) => urged.has(no));
    if (fresh.length === 0) {
      throw new Refusal(
        'urge.today',
        done.length === 0 ? '没有需要催办的问题。' : `${nosText(done)}今天已经催过，同一件一天只催一次。没有再发。`,
      );
    }
    if (fresh.length > 1 && !context.confirmed) {
      const issueNos = fresh.map(({ no }) => no);
      return askList(context, { command: 'issue.urge', args: { ...args, issueNos }, verb: '催办', issues: fresh });
    }
    for (const issue of fresh) await store.records.add(issue, recordOf(context, 'urge'));
    return answerFor(fresh, done, { context, at });
  },
});

type Context = RunContext<UrgeArgs & Held>;

/** Numbers say it themselves; else the open problems that fit the filter, the units and the people. */
async function meantBy({ args, by, at, store, directory }: Context): Promise<readonly Issue[]> {
  if (args.issueNos.length > 0) {
    return (await stepEach(store, args.issueNos, (issue) => checkUrge(issue, { by }))).map(({ issue }) => issue);
  }
  if (!mayUrge(by)) throw new Refusal('right', '催办由指挥部领导、创城办和督查组办理。');
  const units = new Set([...args.units, ...args.persons.flatMap((name) => directory.person(name)?.unit ?? [])]);
  const open = await store.issues.list({ states: OPEN_STATES, ...(units.size > 0 ? { units: [...units] } : {}) });
  return open.filter((issue) => isUrgeable(issue, args.filter ?? 'open', at));
}

async function urgedToday({ at, store }: Context): Promise<ReadonlySet<number>> {
  const records = await store.records.between(startOfDay(dayOf(at)), new Date(at.getTime() + 1), ['urge']);
  return new Set(records.map(({ issueNo }) => issueNo));
}

function answerFor(
  fresh: readonly Issue[],
  done: readonly Issue[],
  { context, at }: { context: Context; at: Date },
): Answer {
  const { directory, settings, by } = context;
  const letters = urgeLetters(fresh, { directory, settings, at, by: by.name });
  const whom = letters.map(({ to, issueNos }) => `${to}（${issueNos.map((no) => `#${no}`).join('、')}）`);
  const told = whom.length === 0 ? '责任单位还没有联络员，请电话催办。' : `单独告知：${whom.join('、')}。`;
  const skipped = done.length === 0 ? '' : `今天已催过的没有重复催：${nosText(done)}。`;
  return {
    text: `已催办${fresh.length}件。${told}${skipped}`,
    notices: letters.map(({ to, text }) => ({ to, text, presses: true })),
  };
}
