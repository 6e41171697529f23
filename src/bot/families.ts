/** 指令分组: the headings under which 帮助 and the handbooks list commands, by the first part of their ids. Every command has one. */
export const FAMILIES: readonly (readonly [title: string, families: readonly string[]])[] = [
  ['登记办理', ['issue', 'draft']],
  ['申请裁定', ['appeal', 'extend', 'suspend', 'request']],
  ['查询', ['query']],
  ['任务', ['task']],
  ['市民留言', ['citizen']],
  ['资料', ['material']],
  ['通报和文书', ['report', 'paper', 'export']],
  ['考核和测评', ['score', 'exam']],
  ['入户宣传和信息报送', ['outreach', 'info']],
  ['迎检和到岗', ['inspection', 'duty']],
  ['清单导入', ['import']],
  ['外出代班', ['person']],
  ['其他', ['group', 'admin', 'help']],
];
