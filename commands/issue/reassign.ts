/** 转办、指定、加协办: the office gives a problem to another unit. */
import { defineCommand } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import type { Answer, Held, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { stepEach } from '../../src/bot/several.ts';
import { askPassedTime, statedTime } from '../../src/bot/stated-time.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { addCoUnits, designate, reassign } from '../../src/domain/steps/reassign.ts';
import { ownerUnitOf } from '../handed-over.ts';
import { deadlineArgs, held, isFromList } from '../held.ts';
import { reassigned } from './reassigned.ts';

/** 责任单位加上环卫中心, 再加一家住建局. */
const ADDS = /(?:加|添)(?:上|个|进|一[个家])|增加|也(?:加|算)上/;

export interface ReassignArgs {
  readonly issueNos: readonly number[];
  /** Whom it is taken from, where the message says so. */
  readonly fromUnits?: readonly string[];
  readonly units: readonly string[];
  readonly coUnits: readonly string[];
  /** 加上: beside those that have it. */
  readonly added?: boolean;
  /** People named in the unit's stead. */
  readonly persons: readonly string[];
  readonly deadline?: string | null;
  readonly deadlineText?: string;
  /** 时限不变. */
  readonly keepDeadline?: boolean;
  /** 不得申诉: as 指定. */
  readonly final?: boolean;
  /** 指定: no further appeal. */
  readonly designate?: boolean;
}

export default defineCommand<ReassignArgs>({
  id: 'issue.reassign',
  summary: '转办、指定责任单位、加协办单位',
  examples: ['327转市监局', '把412从交警转给河西街道，时限不变', '418责任单位改成城关镇，协办城管局'],
  allow: ['officeLead', 'officeStaff'],
  instead: '转办由创城办办理。不属于本单位的，请回复“申诉{no}，原因：…”；本单位派人由单位领导回复“{no}安排…负责”。',

  read(said) {
    if (said.act !== 'issue.reassign') return undefined;
    return {
      issueNos: said.issueNos,
      ...(said.fromUnits.length > 0 ? { fromUnits: said.fromUnits } : {}),
      // Given to a person, it is given to the person’s unit.
      units: said.units.length + said.coUnits.length > 0 ? said.units : said.personUnits,
      coUnits: said.coUnits,
      ...(ADDS.test(said.text) ? { added: true } : {}),
      persons: said.persons,
      ...deadlineArgs(said.deadline),
      ...(/时限不变|期限不变|原时限/.test(said.text) ? { keepDeadline: true } : {}),
      ...(/(?:不得|不许|不准|不能|不要|不用|别)再?(?:申诉|推|退回)|不接受申诉|无条件|最终|不再接受/.test(said.text)
        ? { final: true }
        : {}),
      ...(/指定/.test(said.text) ? { designate: true } : {}),
      ...held([], said.deadline?.doubtful === true || isFromList(said)),
    };
  },

  async run(context) {
    const { args, store } = context;
    const steps = await stepEach(store, args.issueNos, (issue) => stepOn(issue, context));
    const issues = steps.map(({ done }) => done);
    const passed = args.keepDeadline === true ? null : askPassedTime(context, 'issue.reassign');
    if (passed !== null) return passed;
    if (args.needsConfirm === true && !context.confirmed) {
      if (issues.length > 1) return askList(context, { command: 'issue.reassign', args, verb: '转办', issues });
      return hold(context, { kind: 'confirm', command: 'issue.reassign', args, text: confirmText(issues, context.at) });
    }
    const answers: Answer[] = [];
    for (const step of steps) answers.push(await reassigned(step, context));
    return {
      text: answers.map(({ text }) => text).join('\n\n'),
      notify: answers.flatMap(({ notify }) => notify ?? []),
      notices: answers.flatMap(({ notices }) => notices ?? []),
    };
  },
});

type Context = RunContext<ReassignArgs & Held>;

/** The problem as it will be: co-units only, or other units with or without co-units. */
function stepOn(issue: Issue, { args, by, at, settings, directory }: Context): Issue {
  const named = args.units.length > 0 ? args.units : unitsOf(args.persons, directory);
  const { coUnits, fromUnits = [] } = args;
  if (named.length === 0 && coUnits.length > 0) return addCoUnits(issue, { by, coUnits });
  const units = unitsAfter(issue, named, args.added === true ? { kept: issue.units } : { from: fromUnits });
  const giving = {
    by,
    at,
    units,
    keepDeadline: args.keepDeadline === true,
    stated: statedTime(args),
    ownerUnit: ownerUnitOf(issue, directory),
    settings,
  };
  const isDesignated = args.designate === true || args.final === true;
  const isSame = units.length === issue.units.length && units.every((unit) => issue.units.includes(unit));
  if (isSame && !isDesignated && coUnits.length > 0) return addCoUnits(issue, { by, coUnits });
  const given = isDesignated ? designate(issue, giving) : reassign(issue, giving);
  const added = coUnits.filter((unit) => !given.units.includes(unit) && !given.coUnits.includes(unit));
  return added.length === 0 ? given : addCoUnits(given, { by, coUnits: added });
}

const unitsOf = (persons: readonly string[], directory: Context['directory']): readonly string[] => [
  ...new Set(persons.flatMap((name) => directory.person(name)?.unit ?? []).filter((unit) => directory.unit(unit))),
];

/** Where it is taken from one of several units, the others keep it. */
function unitsAfter(
  issue: Issue,
  named: readonly string[],
  { from = [], kept: all }: { readonly from?: readonly string[]; readonly kept?: readonly string[] },
): readonly string[] {
  const wrong = from.filter((unit) => !issue.units.includes(unit));
  if (wrong.length > 0) {
    throw new Refusal(
      'reassign.from',
      `#${issue.no}的责任单位是${issue.units.join('、')}，不是${wrong.join('、')}，没有作任何改动。请核对编号和单位。`,
    );
  }
  const kept = all ?? (from.length === 0 ? [] : issue.units.filter((unit) => !from.includes(unit)));
  return [...new Set([...kept, ...named])];
}

function confirmText(issues: readonly Issue[], at: Date): string {
  const lines = issues.map(
    ({ no, units, deadline }) =>
      `#${no}由${units.join('、')}办理，时限${deadline === null ? '未定' : momentText(deadline, at)}`,
  );
  return `请确认：${lines.join('；')}。回复“对”办理，回复“取消”不办。`;
}
