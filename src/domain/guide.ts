/** 说明: how a thing is done or counted, in a few sentences, with the limits that are in force (domain §4, §5, §13). */
import type { Settings } from './settings.ts';

export interface Guide {
  readonly title: string;
  /** Commands it is about: their examples follow, as far as the asker may use them. */
  readonly commands: readonly string[];
  readonly text: (settings: Settings) => readonly string[];
}

const rate: Guide = {
  title: '整改率怎么算',
  commands: ['query.rate'],
  text: ({ figures }) => [
    figures.countReported
      ? '整改率＝（已销号＋待核查）÷交办问题数。'
      : '整改率＝已销号÷交办问题数，核查通过才算；加上待核查的，另写“含待核查”。',
    '例：交办8件，销号4件，另有1件待核查：整改率50.0%(4/8)，含待核查62.5%(5/8)。',
    '挂账、撤销、合并和申诉后转出的不计入，在旁边注明。问题按交办时间归入时段，反弹的按重新交办的时间。',
    '办结率＝已销号÷应整改数；应整改数是已销号的，加上时限已到还没销号的。',
    figures.onTimeBase === 'due'
      ? '按期整改率＝按期整改并销号的÷应整改数。'
      : '按期整改率＝按期整改并销号的÷（已销号＋超期未整改＋超期后才报的）；按期报了还没核查的不算在内，核查慢不影响单位。',
    '时限以批准延期后的为准；退回不改变时限。',
  ],
};

const GUIDES: Readonly<Record<string, Guide>> = {
  rate,
  ranking: {
    title: '排名和红黑榜',
    commands: ['query.ranking'],
    text: ({ figures: { boards } }) => [
      '部门、街道乡镇等分组排名；相同的并列，没有交办问题的单位不参加。',
      boards.kind === 'threshold'
        ? `整改率${boards.red}%以上上红榜，低于${boards.black}%上黑榜，不足${boards.least}件的不上榜。`
        : `各组前${boards.first}名上红榜，后${boards.last}名上黑榜，不足${boards.least}件的不上榜。`,
    ],
  },
  log: {
    title: '上报问题',
    commands: ['issue.log'],
    text: () => [
      '一句话写清地点、情况，最好写明责任单位和时限，附一张照片。一条消息可以写几个问题，分行编号。',
      '没写时限的，按问题类别定；缺什么，机器人会问。',
    ],
  },
  claim: {
    title: '认领',
    commands: ['issue.claim'],
    text: ({ claim }) => [
      `交办后${hours(claim.limitMinutes)}内认领，紧急的${hours(claim.urgentLimitMinutes)}内；没有认领会提醒联络员。直接报整改也算认领。`,
      '不属于本单位的，请申诉，不用认领。',
    ],
  },
  rectify: {
    title: '报整改',
    commands: ['issue.rectify', 'issue.progress'],
    text: () => [
      '整改后附一张能证明的照片，写明编号，或者直接引用交办的那条消息。核查通过才销号，报的时间作为是否按期的依据。',
    ],
  },
  verify: {
    title: '核查销号',
    commands: ['issue.verify', 'issue.return'],
    text: ({ verify }) => [
      `责任单位报整改后，${verify.remindAfterHours}小时内核查；通过即销号，不合格请退回并写明原因。责任单位和报整改的人不能核查。`,
    ],
  },
  return: {
    title: '退回重改',
    commands: ['issue.return'],
    text: ({ deadlines }) => [
      `写明编号和原因。没说时间的，${deadlines.returnHours}小时内重改；原时限不变，是否按期仍按原时限算。`,
    ],
  },
  appeal: {
    title: '申诉',
    commands: ['issue.appeal'],
    text: ({ appeal }) => [
      `不属于本单位或情况不实的，在交办后${appeal.hours}小时内申诉（紧急的${appeal.urgentHours}小时），写明原因，最好写明应由哪个单位办。`,
      '每个单位对一件问题只能申诉一次；裁定前时限照常计算。裁定成立的，不计入本单位。',
    ],
  },
  extend: {
    title: '申请延期',
    commands: ['issue.extend'],
    text: ({ extend }) => [
      `到期前申请，写明新的时间和原因；最多${extend.most}次，第二次须由一把手确认、创城办负责人批准。超期后不能再申请。`,
    ],
  },
  suspend: {
    title: '挂账',
    commands: ['issue.suspend'],
    text: () => [
      '季节、工程、资金等原因眼下改不了的，可申请挂账，写明原因、计划和复查日期，由创城办负责人批准。挂账的不计入整改率。',
    ],
  },
  recheck: {
    title: '回头看',
    commands: ['issue.recheck', 'issue.reopen'],
    text: ({ rebound }) => [
      `已销号的问题再去看一次。${rebound.withinDays}天内同一处同类问题又出现的，作反弹重开，原来的销号不再计入整改率。`,
    ],
  },
  withdraw: {
    title: '撤销登记',
    commands: ['issue.withdraw'],
    text: ({ withdraw }) => [
      `登记错了，登记人${withdraw.inspectorMinutes}分钟内可以撤销；过后由组长或创城办撤销。撤销的留有记录，不计入整改率。`,
    ],
  },
  merge: {
    title: '合并重复问题',
    commands: ['issue.merge'],
    text: () => ['同一问题登记了两次，由创城办合并到编号较小的一件，照片和单位并过去。'],
  },
  reassign: {
    title: '转办',
    commands: ['issue.reassign', 'issue.assignOwner'],
    text: () => ['换责任单位、加协办单位由创城办办理；单位内部派人由本单位领导办理。'],
  },
  urge: {
    title: '催办',
    commands: ['issue.urge'],
    text: () => ['提醒责任单位抓紧，不改变时限。同一件、同一个人一天只提醒一次，危及人身安全的除外。'],
  },
  overdue: {
    title: '超期怎么算',
    commands: ['query.overdue'],
    text: () => ['过了时限还没有报整改的是超期；报了待核查的不再计时。超期天数按日历天算，不足一天算一天。'],
  },
  due: {
    title: '时限',
    commands: ['query.due'],
    text: ({ deadlines }) => [
      `交办时说了时间的按说的；没说的按问题类别，其余${deadlines.defaultDays}天。只说日期的，到那天结束；说“几日内”的，当天不算。`,
    ],
  },
  todo: {
    title: '待办',
    commands: ['query.todo'],
    text: () => ['列出等您办的：待整改、待核查、待确认的，急的在前。'],
  },
  task: {
    title: '任务',
    commands: ['task.create', 'task.claim', 'task.progress', 'task.query'],
    text: () => [
      '创城办布置任务，写明做什么、标准、时限和责任单位；承办单位认领后报进展，报100%即完成。7天以上没有报送的会列出来。',
    ],
  },
  report: {
    title: '通报',
    commands: ['report.make'],
    text: ({ jobs }) => [
      `${jobs.dailyBulletin === null ? '日通报目前没有自动发布。' : `日通报每天${jobs.dailyBulletin}自动发到各群。`}创城办可以随时预览，由负责人发布。`,
    ],
  },
  material: {
    title: '资料申报',
    commands: ['material.submit', 'material.query'],
    text: () => ['按指标提交说明和图片。'],
  },
  duty: { title: '到岗', commands: ['duty.checkin', 'duty.query'], text: () => ['只在迎检期使用。'] },
  citizen: {
    title: '市民留言',
    commands: ['citizen.log', 'citizen.query'],
    text: () => ['反映的问题会转给责任单位，办完有答复。'],
  },
  bind: {
    title: '绑定群',
    commands: ['admin.bind'],
    text: () => ['在要用的群里@机器人说“绑定 群名”，配对码会由那个群的群机器人发出来，再回复“绑定 配对码”。'],
  },
};

const hours = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60}小时` : `${minutes}分钟`);

/** The guide to a topic of the reading; undefined where there is none. */
export const guideTo = (topic: string): Guide | undefined => GUIDES[topic];
