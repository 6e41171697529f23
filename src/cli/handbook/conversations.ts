/** 手册里的对话: who says what. What the bot answers is not written here: it is asked. */

export interface Line {
  readonly who: string;
  readonly text: string;
  readonly images?: number;
  /** Answers the bot's last message by quoting it. */
  readonly quotes?: boolean;
  /** Said one-to-one. */
  readonly alone?: boolean;
  /** Said, but not shown: what has to have happened before. */
  readonly unseen?: boolean;
  /** The clock goes on to it before, ISO. */
  readonly at?: string;
}

/** A day's talk of one handbook: blocks in order, one room for all of them. Numbers begin at 327. */
export type Talk = readonly { readonly title: string; readonly lines: readonly Line[] }[];

const FIRST_NO = 327;
const LOG = '人民路与解放路交叉口非机动车乱停放，占用盲道，请城管局今天下午5点前处理';

const INSPECTOR: Talk = [
  { title: '登记', lines: [{ who: '刘志强', text: LOG, images: 1 }] },
  {
    title: '少说了一样',
    lines: [
      { who: '孙伟', text: '牛角巷口垃圾没人清', images: 1 },
      { who: '孙伟', text: '对' },
    ],
  },
  {
    title: '一处几个问题',
    lines: [
      {
        who: '刘志强',
        text: '锦绣花园小区3栋：\n1.楼道堆放杂物\n2.墙面小广告未清除\n请新市区街道明天下午5点前处理',
        images: 2,
      },
    ],
  },
  {
    title: '核查通过',
    lines: [
      { who: '王磊', text: '327已整改', images: 1, unseen: true },
      { who: '刘志强', text: '327核查通过，销号' },
    ],
  },
  {
    title: '退回',
    lines: [
      { who: '胡斌', text: '328已整改', images: 1, unseen: true },
      { who: '孙伟', text: '328不通过，墙角还有一堆，明天上午10点前' },
    ],
  },
  {
    title: '回头看和反弹',
    lines: [
      { who: '刘志强', text: '回头看：327没有反弹', at: '2026-11-23T09:30:00+08:00' },
      { who: '刘志强', text: '327又反弹了，今早又停满了', images: 1, at: '2026-11-25T09:10:00+08:00' },
    ],
  },
  {
    title: '登记错了',
    lines: [
      { who: '孙伟', text: '油坊巷口占道经营，请城管局今天下午5点前处理', unseen: true },
      { who: '孙伟', text: '撤销331，重复登记' },
    ],
  },
  { title: '问情况', lines: [{ who: '刘志强', text: '待核查的有哪些' }] },
];

const UNIT: Talk = [
  {
    title: '认领',
    lines: [
      { who: '刘志强', text: LOG, images: 1 },
      { who: '王磊', text: '认领', quotes: true },
    ],
  },
  { title: '报进展', lines: [{ who: '王磊', text: '327已联系停车公司，正在清理' }] },
  {
    title: '报整改',
    lines: [
      { who: '王磊', text: '327已整改' },
      { who: '王磊', text: '', images: 1 },
    ],
  },
  {
    title: '申请延期',
    lines: [
      { who: '刘志强', text: '人民路盲道砖破损，请城管局3日内整改', images: 1, unseen: true },
      { who: '王磊', text: '328申请延期到11月28日，原因：需采购盲道砖' },
      { who: '赵雪', text: '同意328延期' },
    ],
  },
  {
    title: '不是我们的',
    lines: [
      { who: '刘志强', text: '锦绣花园小区门口占道经营，请城管局明天下午5点前处理', images: 1, unseen: true },
      { who: '王磊', text: '329不属于我单位职责，在小区内部，申请调整' },
    ],
  },
  {
    title: '眼下改不了',
    lines: [
      { who: '刘志强', text: '滨江公园绿化带黄土裸露，请园林中心处理', images: 1, unseen: true },
      { who: '林峰', text: '330申请挂账，原因：冬季无法补种，12月18日前完成' },
    ],
  },
  { title: '我的待办', lines: [{ who: '王磊', text: '我的待办', alone: true }] },
  { title: '整改率', lines: [{ who: '张建国', text: '我们局整改率', alone: true }] },
  { title: '出差', lines: [{ who: '王磊', text: '我下周出差，常广平代' }] },
];

const OFFICE: Talk = [
  {
    title: '确认网格上报',
    lines: [
      { who: '丁一', text: '翠竹园3栋楼道堆放杂物', images: 1 },
      { who: '赵雪', text: '确认327，责任单位翠竹社区' },
    ],
  },
  {
    title: '裁定申诉',
    lines: [
      { who: '刘志强', text: LOG, images: 1, unseen: true },
      { who: '王磊', text: '328不属于我单位职责，该路段已移交交警，申请调整', unseen: true },
      { who: '周敏', text: '同意328申诉，转给交警，明天下午5点前整改' },
    ],
  },
  {
    title: '驳回申诉',
    lines: [
      { who: '刘志强', text: '步行街出店经营严重，请城管局明天上午10点前处理', images: 1, unseen: true },
      { who: '王磊', text: '329不归我们管，申请调整', unseen: true },
      { who: '周敏', text: '驳回329申诉' },
      { who: '周敏', text: '该路段仍由城管局管养' },
    ],
  },
  {
    title: '转办',
    lines: [{ who: '赵雪', text: '329转给北门街道，时限不变' }],
  },
  {
    title: '合并',
    lines: [
      { who: '陈芳', text: '翠竹园3栋楼道堆放杂物，请翠竹社区处理', unseen: true },
      { who: '赵雪', text: '330和327重复了，合并' },
    ],
  },
  { title: '超期清单', lines: [{ who: '周敏', text: '超期清单', at: '2026-11-20T09:30:00+08:00' }] },
  {
    title: '催办',
    lines: [
      { who: '周敏', text: '超期的都催一遍' },
      { who: '周敏', text: '对' },
    ],
  },
  { title: '整改率', lines: [{ who: '周敏', text: '全市整改率多少' }] },
  { title: '市民来电', lines: [{ who: '赵雪', text: '12345转来：解放路78号油烟扰民，请城管局处理' }] },
  { title: '任务', lines: [{ who: '周敏', text: '下达任务：住建局牵头，本月底前完成背街小巷路灯排查' }] },
];

export const HANDBOOKS = [
  { file: 'handbook-inspector.md', roles: ['inspectorLead', 'inspector', 'gridMember'], talk: INSPECTOR },
  {
    file: 'handbook-unit.md',
    roles: ['unitLiaison', 'unitDeputy', 'unitPrincipal', 'communityHead', 'owner'],
    talk: UNIT,
  },
  { file: 'handbook-office.md', roles: ['officeLead', 'officeStaff'], talk: OFFICE },
] as const;

export { FIRST_NO };
