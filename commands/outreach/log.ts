/** 登记入户宣传: households, leaflets, and what residents said about their surroundings. */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { isOffice } from '../../src/domain/city.ts';
import { maskContacts } from '../../src/domain/contacts.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { refuseCoaching } from '../../src/domain/outreach.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { isCoaching } from '../../src/reading/acts/beside.ts';
import { categoryFinder } from '../../src/reading/categories.ts';
import { confirmHint, problemOf, waitingLine } from '../citizen/problem.ts';
import { gridIn, remarksIn, visitsIn } from './visits.ts';

export interface OutreachArgs {
  /** Null: the sender's own. */
  readonly grid: string | null;
  readonly households: number;
  readonly leaflets: number;
  readonly remarks: readonly string[];
  readonly corrects: boolean;
  /** Residents were to be told what to answer: refused. */
  readonly coaching: boolean;
}

export default defineCommand<OutreachArgs>({
  id: 'outreach.log',
  summary: '登记入户宣传',
  examples: [
    '翠竹社区入户32户，发放宣传单120份，居民反映楼道灯不亮',
    '今天上门走访18户，居民反映小区门口垃圾没人清',
    '更正：翠竹社区今天入户30户，宣传单110份',
  ],
  allow: [
    'officeLead',
    'officeStaff',
    'communityHead',
    'gridHead',
    'gridMember',
    'sponsor',
    'unitPrincipal',
    'unitDeputy',
    'unitLiaison',
    'owner',
  ],

  read(said) {
    if (said.act !== 'outreach.log') return undefined;
    return {
      grid: gridIn(said),
      ...visitsIn(said.text),
      remarks: remarksIn(said.text),
      corrects: /^.{0,4}更正/.test(said.text),
      coaching: isCoaching(said.text),
    };
  },

  async run(context) {
    const { args, by, at, store, messageId, directory } = context;
    if (args.coaching) refuseCoaching();
    const { households, leaflets, remarks, corrects } = args;
    const grid = args.grid ?? by.unit;
    if (grid === null || (isOffice(by) && args.grid === null)) {
      throw new Refusal(
        'outreach.grid',
        '没有看出是哪个社区或网格。请写明，如“翠竹社区入户32户，发放宣传单120份”。没有登记。',
      );
    }
    const issues = await problemsOf(remarks, grid, context);
    const issueNos = issues.map(({ no }) => no);
    await store.outreach.add(
      { grid, households, leaflets, remarks: remarks.map(maskContacts), issueNos, corrects },
      { at, by: by.name, messageId },
    );
    const done = `已${corrects ? '更正' : '登记'}：${grid}入户${households}户，宣传单${leaflets}份，居民反映${remarks.length}条。`;
    if (issues.length === 0) return { text: done };
    const lines = issues.map((issue) => waitingLine(issue, context));
    const notice = [`【待确认】${by.name}入户时居民反映：`, ...lines, confirmHint(issues)].join('\n');
    return {
      text: [done, '居民反映已转为问题，等创城办确认后交办：', ...lines].join('\n'),
      notices: directory.officePeople().map(({ name }) => ({ to: name, text: notice })),
    };
  },
});

/** A remark that tells a defect becomes a problem of the grid; the others are only noted. */
async function problemsOf(
  remarks: readonly string[],
  grid: string,
  context: RunContext<OutreachArgs>,
): Promise<readonly Issue[]> {
  const findCategory = categoryFinder(context.settings.categories);
  const issues: Issue[] = [];
  for (const remark of remarks) {
    const category = findCategory(remark, null);
    if (category === null) continue;
    issues.push(await problemOf({ location: grid, category, description: remark, source: 'citizen' }, context));
  }
  return issues;
}
