/** 认领: the responsible unit takes problems dispatched to it. */
import { defineCommand } from '../../src/bot/command.ts';
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import { recordOf } from '../../src/bot/record.ts';
import { endDispute } from '../../src/bot/requested.ts';
import { nosText, stepEach, typedNos } from '../../src/bot/several.ts';
import { remainingText } from '../../src/domain/deadline.ts';
import type { Person } from '../../src/domain/directory.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { mayClaim } from '../../src/domain/rights.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { claim } from '../../src/domain/steps/claim.ts';
import { takesAndDisputes } from '../../src/reading/acts/taken-beside.ts';
import { held, isFromList } from '../held.ts';

export interface ClaimArgs {
  readonly issueNos: readonly number[];
  /** People named in the message. */
  readonly persons?: readonly string[];
  /** 9、10认领，路灯不归我们: something of it is disputed in the same breath. */
  readonly disputes?: true;
}

export default defineCommand<ClaimArgs>({
  id: 'issue.claim',
  summary: '认领交办给本单位的问题',
  examples: ['认领327', '收到，#327我们认领，马上安排人去', '301、302我们局认领'],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],
  instead: '认领由责任单位的联络员或负责人办理。派给本单位的人，单位领导可回复“{no}安排王磊负责”。',

  read(said) {
    if (said.act !== 'issue.claim') return undefined;
    if (takesAndDisputes(said.text)) return { issueNos: said.issueNos, disputes: true, ...held([], true) };
    return { issueNos: said.issueNos, ...held([], isFromList(said)) };
  },

  async run(context) {
    const { args, by, at, store } = context;
    if (args.disputes === true) return { text: whichOfThem(args.issueNos) };
    const persons = args.persons ?? context.said.persons;
    const owner = ownerAmong(persons, context);
    const issueNos = args.needsConfirm === true ? await claimableOf(args.issueNos, context) : args.issueNos;
    const steps = await stepEach(store, issueNos, (issue) => claim(issue, { by, at, owner }));
    if (args.needsConfirm === true && !context.confirmed && steps.length > 1) {
      const issues = steps.map(({ issue }) => issue);
      return askList(context, { command: 'issue.claim', args: { ...args, issueNos, persons }, verb: '认领', issues });
    }
    for (const { issue, done } of steps) {
      const note = done.owner === by.name ? null : `责任人${done.owner ?? ''}`;
      await store.issues.save(issue, done, recordOf(context, 'claim', note));
    }
    const claimed = steps.map(({ done }) => done);
    const ended = await endDispute(
      context,
      claimed.map(({ no }) => no),
    );
    return answerFor(claimed, ended, context);
  },
});

type Context = RunContext<ClaimArgs>;

/** Nothing is kept: the two answers are typed, each with its number. */
function whichOfThem(nos: readonly number[]): string {
  const [first = 0, second = first] = nos;
  const which = nos.length === 1 ? '这一件是认领还是申诉' : '哪几件认领、哪几件申诉';
  return `${nos.map((no) => `#${no}`).join('、')}没有作任何改动：${which}？请分开回复，如“认领${first}”“申诉${second}，原因：不属于本单位管理”。每件只能申诉一次。`;
}

/** A colleague who is named does it. Others named are only spoken to, unless the words make them the owner: then the domain refuses. */
function ownerAmong(persons: readonly string[], { by, directory, said }: Context): Person | null {
  const named = persons.flatMap((name) => directory.person(name) ?? []).filter(({ name }) => name !== by.name);
  const colleague = named.find(({ unit }) => unit === by.unit);
  return colleague ?? (said.has('负责', '责任人', '来办', '去办') ? named[0] : undefined) ?? null;
}

/** A card may list several units' problems: who claims from it means his own. All of them where none is. */
async function claimableOf(nos: readonly number[], { by, store }: Context): Promise<readonly number[]> {
  const own = (await store.issues.list({ nos })).filter((issue) => issue.state === 'dispatched' && mayClaim(by, issue));
  return own.length === 0 ? nos : own.map(({ no }) => no);
}

function answerFor(issues: readonly Issue[], ended: string | null, { by, at }: Context): Answer {
  const owner = issues[0]?.owner ?? by.name;
  const [first] = issues;
  const until = issues.map(({ no, deadline }) => {
    const moment = deadline === null ? '未定' : `${momentText(deadline, at)}（${remainingText(deadline, at)}）`;
    return issues.length === 1 ? moment : `#${no} ${moment}`;
  });
  const text = [
    `已认领${nosText(issues)}，责任人${owner}。时限：${until.join('；')}。`,
    `整改后回复“${typedNos(issues)}已整改”并附照片。`,
    ...(ended === null ? [] : [ended]),
  ].join('\n');
  if (owner === by.name || first === undefined) return { text };
  const about = issues.map((issue) => `#${issue.no} ${issue.location} ${issue.description}`).join('；');
  return {
    text,
    notices: [
      {
        to: owner,
        text: `${by.name}认领并请您负责：${about}。时限：${until.join('；')}。整改后回复“${typedNos(issues)}已整改”并附照片。`,
      },
    ],
  };
}
