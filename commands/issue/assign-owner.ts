/** 派人: a leader of the unit names who does it. */
import { defineCommand } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach, typedNos } from '../../src/bot/several.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { assignOwner } from '../../src/domain/steps/assign-owner.ts';
import { deadlineArgs, held, isFromList } from '../held.ts';

export interface AssignOwnerArgs {
  readonly issueNos: readonly number[];
  readonly persons: readonly string[];
  readonly deadline?: string | null;
  readonly deadlineText?: string;
}

export default defineCommand<AssignOwnerArgs>({
  id: 'issue.assignOwner',
  summary: '指定本单位责任人',
  examples: ['330转给马超办', '327安排王磊负责', '412责任人冯涛'],
  allow: ['unitPrincipal', 'unitDeputy'],
  instead: '责任人由责任单位的领导指定。联络员可回复“认领{no}”自己负责；换单位请创城办办理。',

  read(said) {
    if (said.act !== 'issue.assignOwner') return undefined;
    return {
      issueNos: said.issueNos,
      persons: said.persons,
      ...deadlineArgs(said.deadline),
      ...held([], isFromList(said)),
    };
  },

  async run(context) {
    const { args, by, at, store, directory } = context;
    const owner = directory.person(args.persons[0] ?? '');
    if (!owner || args.persons.length > 1) {
      throw new Refusal('owner.one', '请写明一位责任人，例如：327安排王磊负责。没有作任何改动。');
    }
    const steps = await stepEach(store, args.issueNos, (issue) => assignOwner(issue, { by, at, owner }));
    const issues = steps.map(({ done }) => done);
    if (args.needsConfirm === true && !context.confirmed && issues.length > 1) {
      return askList(context, { command: 'issue.assignOwner', args, verb: `由${owner.name}负责`, issues });
    }
    for (const { issue, done } of steps) {
      await store.issues.save(issue, done, recordOf(context, 'assignOwner', `责任人${owner.name}`));
    }
    const until = issues.map(({ no, deadline }) => `#${no} ${deadline === null ? '未定' : momentText(deadline, at)}`);
    const text = `${nosText(issues)}的责任人：${owner.name}。时限：${until.join('；')}。`;
    if (owner.name === by.name) return { text };
    const about = issues.map((issue) => `#${issue.no} ${issue.location} ${issue.description}`).join('；');
    const notice = `${by.name}请您负责：${about}。时限：${until.join('；')}。整改后回复“${typedNos(issues)}已整改”并附照片。`;
    return { text, notices: [{ to: owner.name, text: notice }] };
  },
});
