/** 转办、指定、加协办: the office gives a problem to another unit. */
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs, held, isFromList } from '../held.ts';

export default defineCommand({
  id: 'issue.reassign',
  summary: '转办、指定责任单位、加协办单位',
  examples: ['327转市监局', '把412从交警转给河西街道，时限不变', '418责任单位改成城关镇，协办城管局'],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'issue.reassign') return undefined;
    return {
      issueNos: said.issueNos,
      ...(said.fromUnits.length > 0 ? { fromUnits: said.fromUnits } : {}),
      units: said.units,
      coUnits: said.coUnits,
      persons: said.persons,
      ...deadlineArgs(said.deadline),
      ...(/时限不变|期限不变|原时限/.test(said.text) ? { keepDeadline: true } : {}),
      ...(/不得(?:再)?(?:申诉|推诿|退回)|无条件|最终|不再接受/.test(said.text) ? { final: true } : {}),
      ...held([], said.deadline?.doubtful === true || isFromList(said)),
    };
  },
});
