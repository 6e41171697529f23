/** 合并: two numbers for one thing; the older survives unless another is named. */
import { defineCommand } from '../../src/bot/command.ts';
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { recordOf } from '../../src/bot/record.ts';
import { lapseRequests } from '../../src/bot/requested.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { merge } from '../../src/domain/steps/merge.ts';
import { issueLine } from '../../src/domain/wording.ts';
import type { Said } from '../../src/reading/said.ts';
import { held } from '../held.ts';
import { tellUnit } from '../tell-unit.ts';

export interface MergeArgs {
  readonly issueNos: readonly number[];
  /** The number that was named as the one to stay. */
  readonly into: number;
}

/** 并到328, 留328, 328保留: the number that is to stay. */
const SURVIVOR =
  /(?:并[到入进]|合[到入进]|合并[到至入进]|归[到入]|以|保?留下?(?!言))\s*#?(\d+)|#?(\d+)号?(?:这[个件条])?(?:保留|留(?:下|着|住)?(?=$|[,。;!吧])|不动|继续(?:办|用))/;

export default defineCommand<MergeArgs>({
  id: 'issue.merge',
  summary: '合并重复的问题',
  examples: ['445和327重复了，合并', '把445并到327', '330、331是同一个问题，合并'],
  allow: ['officeLead', 'officeStaff'],
  instead: '合并由创城办办理。发现重复的，请告诉创城办两个编号。',

  read(said) {
    if (said.act !== 'issue.merge') return undefined;
    const [, before, behind] = SURVIVOR.exec(said.text) ?? [];
    const named = Number(before ?? behind);
    const oldest = Math.min(...said.issueNos);
    const into = [named, survivorOf(said)].find((no) => no !== null && said.issueNos.includes(no)) ?? oldest;
    return { issueNos: said.issueNos, into, ...held([], into !== oldest) };
  },

  async run(context) {
    const { args, by, store } = context;
    const found = await stepEach(store, args.issueNos, (issue) => issue);
    const [oldest, ...others] = found.map(({ issue }) => issue).toSorted((a, b) => a.no - b.no);
    if (!oldest || others.length === 0) {
      throw new Refusal('merge.two', `合并需要两个编号。可回复：${args.issueNos[0] ?? '…'}和…重复，合并`);
    }
    const steps = others.reduce<{ readonly survivor: Issue; readonly merged: readonly [Issue, Issue][] }>(
      (sofar, other) => {
        const { survivor, merged } = merge(sofar.survivor, other, { by });
        return { survivor, merged: [...sofar.merged, [other, merged]] };
      },
      { survivor: oldest, merged: [] },
    );
    if (args.needsConfirm === true && !context.confirmed) return askMerge(oldest, others, context);
    for (const [before, merged] of steps.merged) {
      await store.issues.save(before, merged, recordOf(context, 'merge', `并入#${oldest.no}`));
      await lapseRequests(context, before.no, { why: `已并入#${oldest.no}` });
      await joinPhotos(before, steps.survivor, context);
    }
    await store.issues.save(oldest, steps.survivor, recordOf(context, 'merge', `${nosText(others)}并入本件`));
    return answerFor(others, steps.survivor, context);
  },
});

/** 撤销401，跟402重复: of two numbers the one that is not struck off; null where none is. */
function survivorOf({ text, issueNos }: Said): number | null {
  const [, before, behind] = STRUCK.exec(text) ?? [];
  const struck = Number(before ?? behind);
  return issueNos.length === 2 && issueNos.includes(struck) ? (issueNos.find((no) => no !== struck) ?? null) : null;
}
const STRUCK =
  /(?:撤(?:销|回|掉)?|作废|删(?:除|掉)?|去掉|取消|不要)\s*#?(\d+)|#?(\d+)号?(?:撤(?:销|回|掉|了)|作废|删(?:除|掉|了)|不要了?)/;

type Context = RunContext<MergeArgs>;

/** A merge cannot be undone: where another number was named to stay, or the sender has put himself right, it waits for a yes. */
function askMerge(oldest: Issue, others: readonly Issue[], context: Context): Promise<Answer> {
  const { args, at } = context;
  const why = args.into === oldest.no ? '' : `按规定保留较早的编号，不能保留#${args.into}。`;
  const lines = [oldest, ...others].map((issue) => issueLine(issue, at, { withUnit: true }));
  const text = [
    `请确认：${why}${nosText(others)}将并入#${oldest.no}，并入后不能再拆开。`,
    ...lines,
    '回复“对”合并，回复“取消”不合并。',
  ].join('\n');
  return hold(context, { kind: 'confirm', command: 'issue.merge', args, text });
}

async function joinPhotos(from: Issue, into: Issue, { store }: Context): Promise<void> {
  for (const { kind, pictureId } of await store.pictures.ofIssue(from.no)) {
    await store.pictures.attach({ issueNo: into.no, round: into.round, kind, pictureId });
  }
}

/** All units whose number vanishes hear of it, also those that have the surviving one already. */
function answerFor(others: readonly Issue[], after: Issue, context: Context): Answer {
  const nos = nosText(others);
  const isOtherNamed = context.args.into !== after.no;
  const concerned = [...new Set(others.flatMap(({ units, coUnits }) => [...units, ...coUnits]))];
  const text = [
    `${nos}已并入#${after.no}${isOtherNamed ? '（按规定保留较早的编号）' : ''}，图片和责任单位一并转入。`,
    `#${after.no}责任单位：${after.units.join('、')}${after.coUnits.length > 0 ? `，协办${after.coUnits.join('、')}` : ''}，时限不变。`,
  ].join('\n');
  const told = `${nos}已并入#${after.no}（${after.location} ${after.description}），请按#${after.no}整改和回复。`;
  return { text, notices: concerned.flatMap((unit) => tellUnit(context, unit, told)) };
}
