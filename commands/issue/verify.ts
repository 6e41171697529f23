/** 核查通过、销号: someone independent has looked. Several numbers, or a filter in their stead, want a yes. */
import { defineCommand } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { stepEach } from '../../src/bot/several.ts';
import { closedLine } from '../../src/domain/cards.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { isReportedOnTime } from '../../src/domain/figures.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { close } from '../../src/domain/steps/verify.ts';
import type { Said } from '../../src/reading/said.ts';
import { attachPictures } from '../attach.ts';
import { held } from '../held.ts';

export interface VerifyArgs {
  readonly issueNos: readonly number[];
  /** In the stead of numbers: all that these units have reported. */
  readonly units?: readonly string[];
  /** Of these: reported after the deadline, or before it; 待核查 are all of them. */
  readonly filter?: 'overdue' | 'onTime' | 'awaitingVerification';
  readonly team?: string;
  readonly categories?: readonly string[];
  readonly sites?: readonly string[];
  readonly photos: number;
}

/** 建议销号: whoever may close may mean himself or another. */
const PROPOSED = /(?:建议|申请|请求|提请|报请)[^,。;]{0,4}(?:销|通过)/;

export default defineCommand<VerifyArgs>({
  id: 'issue.verify',
  summary: '核查通过并销号',
  examples: ['327核查通过，销号', '同意415销号', '除了309，301到310都销号'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector'],
  instead: '核查销号由督查组和创城办办理，责任单位不能自己销号。整改后请回复“{no}已整改”并附照片，等待核查。',

  read(said) {
    if (said.act !== 'issue.verify') return undefined;
    const isMany = said.issueNos.length === 0;
    return {
      issueNos: said.issueNos,
      ...(isMany ? { units: said.units, ...narrowed(said) } : {}),
      photos: said.images,
      ...held([], isMany || said.issueNos.length > 1 || PROPOSED.test(said.text)),
    };
  },

  async run(context) {
    const { args, by, at, store, directory, settings } = context;
    const issueNos = args.issueNos.length > 0 ? args.issueNos : await reportedOf(context);
    const steps = await stepEach(store, issueNos, (issue) => {
      const reporterUnit = directory.person(issue.reportedBy ?? '')?.unit ?? null;
      return close(issue, { by, at, reporterUnit, settings });
    });
    const issues = steps.map(({ issue }) => issue);
    if (args.needsConfirm === true && !context.confirmed) {
      return askList(context, { command: 'issue.verify', args: { ...args, issueNos }, verb: '核查通过并销号', issues });
    }
    for (const { issue, done } of steps) {
      await store.issues.save(issue, done, recordOf(context, 'close'));
      await attachPictures(context, done, 'verify');
    }
    return closedAnswer(
      steps.map(({ done }) => done),
      context,
    );
  },
});

const FILTERS = [
  ['onTime', /[未没不](?:有)?(?:超期|逾期)|按[期时]/],
  ['overdue', /超期|逾期/],
  ['awaitingVerification', /待核查/],
] as const;

/** 超期的, 占道经营的, 我们二组的: what narrows down all those of a unit. */
function narrowed({ text, categories, sites, team }: Said): Partial<VerifyArgs> {
  const filter = FILTERS.find(([, words]) => words.test(text))?.[0] ?? null;
  return {
    ...(filter === null ? {} : { filter }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(sites.length === 0 ? {} : { sites }),
    ...(team === null ? {} : { team }),
  };
}

/** 把城管局的问题全部销号: those that wait for verification. Throws Refusal `verify.none`. */
async function reportedOf({ args, store }: Pick<RunContext<VerifyArgs>, 'args' | 'store'>): Promise<readonly number[]> {
  const { units = [], filter, categories, sites, team } = args;
  const issues = await store.issues.list({ states: ['reported'], ...(units.length > 0 ? { units } : {}) });
  const meant = issues.filter(
    (issue) =>
      (filter !== 'onTime' || isReportedOnTime(issue)) &&
      (filter !== 'overdue' || !isReportedOnTime(issue)) &&
      (team === undefined || issue.team === team) &&
      (categories === undefined || categories.includes(issue.category)) &&
      (sites === undefined || (issue.site !== null && sites.includes(issue.site))),
  );
  if (meant.length > 0) return meant.map(({ no }) => no);
  const whose = units.length === 0 ? '现在' : `${units.join('、')}现在`;
  const rest = issues.length === 0 ? '' : `（另有${issues.length}件待核查的不在其中）`;
  throw new Refusal(
    'verify.none',
    `${whose}没有${WHICH[filter ?? 'all']}待核查的问题${rest}，不能销号。报整改以后才能核查销号，没有作任何改动。`,
  );
}

const WHICH = { overdue: '超期报整改、', onTime: '按期报整改、', awaitingVerification: '', all: '' } as const;

/** Who reported it hears of it one-to-one where he does not read along. */
function closedAnswer(
  issues: readonly Issue[],
  { conversation, directory }: Pick<RunContext<VerifyArgs>, 'conversation' | 'directory'>,
): Answer {
  const group = conversation.groupId === null ? undefined : directory.group(conversation.groupId);
  const notices = issues.flatMap((issue) => {
    const { reportedBy } = issue;
    return reportedBy === null || group?.members.includes(reportedBy) === true
      ? []
      : [{ to: reportedBy, text: closedLine(issue) }];
  });
  const total = issues.length > 1 ? [`共销号${issues.length}件。`] : [];
  return { text: [...issues.map(closedLine), ...total].join('\n'), notices };
}
