/** 催办: a reminder to the unit, without legal weight. To all at once only after a yes. */
import { defineCommand } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import type { Answer, Held, RunContext } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { addresseesOf } from '../../src/domain/addressees.ts';
import { OPEN_STATES } from '../../src/domain/issue.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { mayUrge } from '../../src/domain/rights.ts';
import { dayOf, startOfDay } from '../../src/domain/shanghai.ts';
import { checkUrge } from '../../src/domain/steps/urge.ts';
import { isUrgeable, reachable, urgeLetters } from '../../src/domain/urging.ts';
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
    const { args, store } = context;
    const meant = await meantBy(context);
    const today = await urgedToday(context);
    const sorted = sort(meant, today, context);
    const { fresh } = sorted;
    if (fresh.length === 0) throw new Refusal('urge.today', nothingText(sorted, today.told, context));
    if (fresh.length > 1 && !context.confirmed) {
      const issueNos = fresh.map(({ no }) => no);
      return askList(context, { command: 'issue.urge', args: { ...args, issueNos }, verb: '催办', issues: fresh });
    }
    for (const issue of fresh) await store.records.add(issue, recordOf(context, 'urge'));
    return answerFor(sorted, today.told, context);
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

interface Today {
  readonly nos: ReadonlySet<number>;
  /** Who has heard of one of them. */
  readonly told: ReadonlySet<string>;
}

async function urgedToday(context: Context): Promise<Today> {
  const { at, store } = context;
  const records = await store.records.between(startOfDay(dayOf(at)), new Date(at.getTime() + 1), ['urge']);
  return {
    nos: new Set(records.map(({ issueNo }) => issueNo)),
    told: new Set(records.flatMap(({ after }) => addresseesOf(after, context.directory))),
  };
}

interface Sorted {
  readonly fresh: readonly Issue[];
  /** Urged today themselves. */
  readonly done: readonly Issue[];
  /** All of whose people have been urged today, for others. */
  readonly spared: readonly Issue[];
}

/** A problem is urged once a day, and a person too (domain §13.3); danger goes to him all the same. */
function sort(meant: readonly Issue[], { nos, told }: Today, context: Context): Sorted {
  const open = meant.filter(({ no }) => !nos.has(no));
  const isSpared = (issue: Issue): boolean =>
    addresseesOf(issue, context.directory).length > 0 && reachable(issue, { ...context, told }).length === 0;
  return {
    fresh: open.filter((issue) => !isSpared(issue)),
    done: meant.filter(({ no }) => nos.has(no)),
    spared: open.filter(isSpared),
  };
}

function nothingText(sorted: Sorted, told: ReadonlySet<string>, context: Context): string {
  const { done } = sorted;
  const spared = sparedText(sorted, told, context);
  if (done.length === 0 && spared === '') return '没有需要催办的问题。';
  const already = done.length === 0 ? '' : `${nosText(done)}今天已经催过，同一件一天只催一次。`;
  return `${already}${spared}没有再发，急需的请电话联系。`;
}

/** `王磊（#302）今天已提醒过，同一个人一天只提醒一次。`; empty where nobody was left out. */
function sparedText({ fresh, spared }: Sorted, told: ReadonlySet<string>, context: Context): string {
  const missed = new Map<string, Issue[]>();
  for (const issue of [...fresh.filter(({ urgent }) => !urgent), ...spared]) {
    const names = addresseesOf(issue, context.directory).filter((name) => told.has(name));
    for (const name of names) missed.set(name, [...(missed.get(name) ?? []), issue]);
  }
  if (missed.size === 0) return '';
  const whom = [...missed].map(([name, issues]) => `${name}（${nosText(issues)}）`);
  return `${whom.join('、')}今天已提醒过，同一个人一天只提醒一次。`;
}

function answerFor(sorted: Sorted, told: ReadonlySet<string>, context: Context): Answer {
  const { fresh, done } = sorted;
  const letters = urgeLetters(fresh, { ...context, by: context.by.name, told });
  const whom = letters.map(({ to, issueNos }) => `${to}（${issueNos.map((no) => `#${no}`).join('、')}）`);
  const said = whom.length === 0 ? '责任单位还没有联络员，请电话催办。' : `单独告知：${whom.join('、')}。`;
  const skipped = done.length === 0 ? '' : `今天已催过的没有重复催：${nosText(done)}。`;
  return {
    text: `已催办${fresh.length}件。${said}${skipped}${sparedText(sorted, told, context)}`,
    notices: letters.map(({ to, text }) => ({ to, text, presses: true })),
  };
}
