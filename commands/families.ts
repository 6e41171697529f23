/** 指令的类别: the one list by which 帮助 and the handbooks group what may be said. */
import type { Command } from '../src/bot/command.ts';

export interface Family {
  readonly title: string;
  /** First parts of the ids that belong to it. */
  readonly ids: readonly string[];
  /** What people may call it besides its title: 帮助 考核. */
  readonly words: readonly string[];
}

/** In the order in which they are shown. */
export const FAMILIES: readonly Family[] = [
  { title: '登记办理', ids: ['issue'], words: ['登记', '办理', '问题', '整改'] },
  {
    title: '申请裁定',
    ids: ['appeal', 'extend', 'suspend', 'request'],
    words: ['申请', '申诉', '延期', '挂账', '裁定'],
  },
  { title: '查询', ids: ['query'], words: ['统计', '清单'] },
  { title: '督办文书', ids: ['paper'], words: ['文书', '督办', '督办单', '提醒函', '交办单'] },
  { title: '通报', ids: ['report'], words: ['日报', '周报', '专报', '督查专报', '情况通报'] },
  { title: '考核测评', ids: ['score', 'exam'], words: ['考核', '考核登记', '测评', '得分'] },
  { title: '任务', ids: ['task'], words: ['任务分解表'] },
  { title: '资料', ids: ['material'], words: ['材料', '资料申报', '网上申报'] },
  { title: '市民留言', ids: ['citizen'], words: ['留言', '市民'] },
  { title: '信息宣传', ids: ['info', 'outreach'], words: ['信息', '信息报送', '宣传', '入户宣传', '满意度'] },
  { title: '迎检到岗', ids: ['inspection', 'duty'], words: ['迎检', '迎检期', '到岗', '执勤'] },
  { title: '导出导入', ids: ['export', 'import'], words: ['导出', '导入', '台账'] },
  { title: '代班和其他', ids: ['person', 'group', 'admin', 'help'], words: ['代班', '其他', '系统', '绑定', '群'] },
];

/** Understood only to be declined: the handbooks say so, 帮助 invites nobody to say it. */
const DECLINED: readonly string[] = ['group.rollcall'];

/** It does something, and there is a way to say it. */
export const canBeSaid = ({ examples, run }: Pick<Command<object>, 'examples' | 'run'>): boolean =>
  run !== undefined && examples.length > 0;

/** What 帮助 offers. */
export const isOffered = (command: Pick<Command<object>, 'id' | 'examples' | 'run'>): boolean =>
  canBeSaid(command) && !DECLINED.includes(command.id);

/** Whether the command belongs to the family. */
export const isOf = ({ ids }: Family, { id }: Pick<Command<object>, 'id'>): boolean =>
  ids.includes(id.split('.')[0] ?? '');

/** The family that 帮助 is asked about: 帮助 考核, 测评帮助; undefined where it is none. */
export function familyAsked(text: string): Family | undefined {
  const [, behind, before] = /^帮助[\s:,]*(\S+?)[\s?。]*$|^(\S+?)的?(?:使用)?帮助$/.exec(text) ?? [];
  const word = behind ?? before;
  return FAMILIES.find(({ title, words }) => word !== undefined && [title, ...words].includes(word));
}
