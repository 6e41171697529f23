/** 派人: a leader of the unit names who does it. */
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs, held, isFromList } from '../held.ts';

export default defineCommand({
  id: 'issue.assignOwner',
  summary: '指定本单位责任人',
  examples: ['330转给马超办', '327安排王磊负责', '412责任人冯涛'],
  allow: ['unitPrincipal', 'unitDeputy'],

  read(said) {
    if (said.act !== 'issue.assignOwner') return undefined;
    return {
      issueNos: said.issueNos,
      persons: said.persons,
      ...deadlineArgs(said.deadline),
      ...held([], isFromList(said)),
    };
  },
});
