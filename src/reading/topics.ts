/** 帮助的主题: which command a question about the rules is about. */

const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['ranking', /排名|红黑榜|榜/],
  ['appeal', /申诉|不属于|不归|异议/],
  ['extend', /延期|延长|宽限/],
  ['suspend', /挂账/],
  ['rate', /率|口径/],
  ['return', /退回/],
  ['recheck', /回头看/],
  ['verify', /销号|核查/],
  ['withdraw', /撤销|撤回/],
  ['merge', /合并/],
  ['reassign', /转办|改派|转给/],
  ['urge', /催/],
  ['claim', /认领/],
  ['material', /资料|材料|申报/],
  ['task', /任务/],
  ['duty', /到岗|签到/],
  ['citizen', /留言|市民/],
  ['report', /日报|周报|专报|通报/],
  ['bind', /绑定/],
  ['overdue', /超期|逾期/],
  ['due', /到期|时限/],
  ['rectify', /报整改|整改(?:完|照片|结果)|反馈|整改/],
  ['todo', /待办/],
  ['log', /上报|登记|报(?:一个)?问题|录|报/],
];

/** Null: help in general. */
export const topicIn = (text: string): string | null => TOPICS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
