/** 只是说说: the words of an order, said with a not, as a question of whether, or of what is past. Nothing may be written on them. */

/** The verbs of each order. A message in which every one of them is denied, doubted, past or put off gives no order. */
const VERBS: Readonly<Record<string, string>> = {
  'issue.claim': '认领|接(?:单|下|了)?|受理',
  'issue.rectify':
    '整改|处理|清理|清[运扫空]?|弄|修[复好]?|拆[除掉]?|更?换|完成|搞|办|解决|改|撤|搬|挪|运|补|装|刷|铲|劝离',
  'issue.appeal': '申诉|有异议',
  'issue.withdraw': '撤销|撤回|撤|作废|删除?|取消',
  'request.takeBack': '撤销|撤回|撤|作废|删除?|取消|收回',
  'issue.merge': '合并|重复|并到|并入|一样|同一',
  'issue.urge': '催办?|提醒|督促|督办(?!单|函)',
  'issue.reassign':
    '转(?:办|给|到|交|由)?|改派|指派|指定|派|改[成为由到]|调整|交给|交由|换|负责|牵头|协办|加|归(?!我|咱|俺)|让[一-龥]{2,6}(?:办|弄|管|处理|整改|接|去)',
  'issue.assignOwner': '转|派|交给|交由|安排|负责|让|叫',
  'issue.return': '退回|打回|返工|退|重改|不通过|不合格|不行|不到位|不彻底|没到位|未通过|没通过',
  'issue.verify': '销号|销|通过|过|合格|结案|闭环|没毛病',
  'issue.reopen': '反弹|回潮|又|重新|重开|老样子|死灰复燃',
  'issue.extend': '延期|延长|宽限|延|推迟|展期|顺延|缓',
  'issue.suspend': '挂账|缓办|挂',
  'extend.approve': '同意|批准?|准|可以|允许|通过|延期?到|延到|宽限|给|顺延|延长',
  'extend.reject': '驳回|不同意|不予|不批|不准|拒绝',
  'appeal.approve': '同意|批准?|准|成立|属实|有道理|合理|采纳|支持',
  'appeal.reject': '驳回|不同意|不予|不成立|不采纳|拒绝',
  'suspend.approve': '同意|批准?|准|可以|允许|通过',
  'suspend.reject': '驳回|不同意|不予|不批|不准|拒绝',
};
const NOT =
  '(?:(?:(?<![能可行])不(?:要|用|能|可以|可|许|必|该|应该?|得|准|再|想|需要?|给|应当)?|(?<![分个特区差级类])别|无需|没(?:有|人|谁)?|未|尚未|莫)(?:再|急着|着急|先|老|被)?)';
/** Refusals and denials are orders of their own: of them only what cannot be one is a denial. */
const NOT_TO =
  '(?:不(?:要|用|该|应该?|想|必|再|敢|[得许准]再)|(?<!能|可|行)不(?=退回|打回|销号|驳回)|(?<![分个特区差级类])别|没必要|无需|没人|没谁|还没(?:有)?|尚未|没(?:有)?(?=退回|打回|驳回)|不同意(?=驳回))(?:再|急着|先)?';
const WHETHER =
  '(?:要不要|会不会|能不能|该不该|应不应该?|可不可以|是不是(?:要|该|可以)?|是否(?:要|该|可以|需要)?|需不需要|用不用|本来(?:应该?|要|想)|原本(?:应该?|要|想)|差点|差一点|好像|似乎|像是|[他她](?:们)?(?:想|要))';
const PAST = '(?:昨[天日晚]|前[天日]|上次|上周|之前|以前|早就|早已|当时|那天|当初)';
/** Nothing of a time stands between a verb and its 前: 转环卫前拍照, but 转环卫，周五前. */
const BEFORE = '[^,。;\\d天日号周月午点晚早底限班!?]{0,4}?(?:之前|以前|前(?!后|面|门|期))';

/** 差点 and the like for what may be asked for. */
const REQUESTS = new Set(['issue.extend', 'issue.suspend']);
const MAY_DENY = new Set(['issue.return', 'issue.verify', 'extend.reject', 'appeal.reject', 'suspend.reject']);
/** What is done may well have been done yesterday, and what comes back came back before. */
const OFTEN_PAST = new Set(['issue.rectify', 'issue.reopen']);

/** Said of a verdict or a grant, what stands between is who it is for: 没法给他通过. In a demand it would be another deed: 无法整改申请挂账. */
const GRANTS = new Set([
  'issue.claim',
  'issue.verify',
  'issue.merge',
  'extend.approve',
  'appeal.approve',
  'suspend.approve',
]);

/** A verdict is hoped for by whoever waits for it. */
const GRANTED = new Set(['issue.verify', 'extend.approve', 'appeal.approve', 'suspend.approve']);

/** 整改好了才能通过, 弄好了就销, 通过才怪, 通过错了: on a condition, or in scorn, or regretted. */
const notYet = (act: string, verbs: string): readonly string[] => [
  `(?<!刚)才(?:能|可以?|会|算|给|准|好)?(?:你们?)?(?:${verbs})`,
  `(?:[好完]了?|到位|合格|达标)(?:了|以后|之后|后)?(?:就|再|方可|方能)(?:给|能|可以?)?(?:你们?)?(?:${verbs})`,
  `(?:能|会)?(?:${verbs})(?:了)?(?:才怪|就?见了?鬼|做梦|想得美)`,
  `不是(?:${verbs})(?=$|[,。;!])`,
  // 派错了，应该是环卫 gives it to another.
  ...(act === 'issue.reassign' || act === 'issue.assignOwner'
    ? []
    : [`(?:${verbs})错(?:了|的|$)|(?:${verbs})是(?:个)?(?:误会|笑话|错误)`]),
];

/** 通过不了, 没法销号, 认领有难度, 要通过还得再弄: it cannot be done. What is not good enough is rightly returned. */
function cannot(act: string, verbs: string): readonly string[] {
  const behind = `(?:${verbs})(?:号|账|期)?(?:不(?:了|成|得|掉|动|起|下[来去])|没(?:法|戏|门|希望|可能|把握)|无望|不(?:太|大)可能|有(?:点|些|一定)?(?:难度|困难|风险))`;
  const needsMore = `要(?:${verbs})[^,。;]{0,4}(?:还得|还要|还需|得先|先得|就得)`;
  if (MAY_DENY.has(act) && act !== 'issue.verify') return [behind];
  const hoped = GRANTED.has(act) ? [`(?:争取|力争|希望|盼着?|指望|预计|计划|打算|准备)[^,。;]{0,4}(?:${verbs})`] : [];
  const between = GRANTS.has(act) ? '[^,。;]{0,2}' : '';
  const before = `(?:没法|无法|没办法|难以?|不好|不便|不宜|不可能|没到|[没未]达到|达不到|够不上|不够|离|距离?)${between}(?:${verbs})`;
  return [behind, needsMore, before, ...hoped, ...notYet(act, verbs)];
}

function talkOf(act: string, verbs: string): RegExp {
  const mayBePast = OFTEN_PAST.has(act);
  const parts = [
    // 能不能宽限到周四 asks for it.
    `${REQUESTS.has(act) ? '(?:要不要|该不该|需不需要|本来想|差点|好像|[他她](?:们)?(?:想|要))' : WHETHER}[^,。;!]{0,6}?(?:${verbs})`,
    `(转|催|撤|并|退|销|延|批|过)不\\1`,
    `(${verbs})[^,。;]{0,6}?[不没](?:有)?\\2`,
    // 认领是认领了, 催也催了, 申诉归申诉: conceded, for the sake of what follows.
    `(${verbs})(?:倒)?[是也归](?:能|会|想)?\\3(?:了|过)*`,
    // 撤销要有依据, 催办记录: how it ought to be done, or a thing named by it.
    `(?:${verbs})(?:得|要|须|必须|应当|可得|需要?)(?:有|看|讲|按|经|走|慎|依|凭|符)`,
    `(?:${verbs})(?:的)?(?:记录|次数|流程|手续|条件|标准|名单|依据)`,
    // 挂账也不是办法, 能挂账最好, 延期就不用了.
    `(?:${verbs})[^,。;\\d]{0,2}(?:也|都)?(?:不是(?:个)?办法|(?:最|更)好(?=$|[,。])|没(?:什么)?(?:用|意义|必要)|不(?:合适|现实|可取)|就?(?:不用|不必|算|免)了(?=$|[,。]))`,
    `(?:问问|问一?[下句声]|打听|咨询|想知道)[^,。;]{0,8}(?:${verbs})`,
    // 上周销号的327今天又乱了: the nearer time counts.
    ...(mayBePast
      ? []
      : [`${PAST}(?:(?!今|刚|现在)[^,。;!]){0,8}?(?:${verbs})`, `早(?:就|已经?)?(?:${verbs})[^,。;]{0,6}?了`]),
    `(?:${verbs})[^,。;]{0,4}过了$`,
    `(?:${verbs})过(?!期|程|来|去|关|于|了[,。]|户)(?:了)?`,
    `已(?:经)?(?:${verbs})(?:了|过)?(?:[\\d一二两三四五六七八九十几好多]+次|好几)`,
    `(?:${verbs})了(?:[\\d一二两三四五六七八九十几好多]+[次遍回])`,
    `(?<!按|要)${MAY_DENY.has(act) ? NOT_TO : NOT}(?:${verbs})`,
    ...(MAY_DENY.has(act) ? [] : [`不同意(?:${verbs})`]),
    `(?:不该|不应|不能|别)(?:由|让|归|给)`,
    ...cannot(act, verbs),
    // 明天认领: not now.
    ...(act === 'issue.claim' ? [`(?:明[天早]|后天|下周.?|晚[点些]|回头)[^,。;\\d]{0,3}(?:${verbs})`] : []),
    `被(?:${verbs})`,
    // 是通过还是退回: which of the two is asked.
    `(?<!还|就)是(?:[^,。;是]{0,4})(?:${verbs})还是[^,。;]*|是[^,。;是]{1,6}还是(?:${verbs})`,
    `(?:应该?|应当)(?:${verbs})[^,。;]{0,8}吧`,
    `(?:每次|每回|老是|总是|动不动)[^,。;]{0,3}(?:${verbs})`,
    `一(?:${verbs})[^,。;]{0,8}?就`,
    `再(?:${verbs})[^,。;]{0,10}?就`,
    `等#?\\d*号?(?:${verbs})`,
    // 等会儿再催, 改天再退: not now.
    `(?:等?一?会儿?|回头|晚[点些]|改天|明[天早]|过(?:两|几)天|以后)再(?:${verbs})`,
    `(?:${verbs})${BEFORE}`,
    `(?:${verbs})[^,。;]{0,6}?(?:还早|的时候|有(?:什么|啥)用|的话|的事(?!实)|那[天次回])`,
    ...(mayBePast ? [] : [`(?:${verbs})[^,。;天日周月\\d]{0,3}的$`]),
  ];
  return new RegExp(parts.join('|'), 'g');
}

const RULES = new Map(
  Object.entries(VERBS).map(([act, verbs]) => [act, { talk: talkOf(act, verbs), verb: new RegExp(verbs) }]),
);
/** Said of a case that is not there, or by somebody else: whatever is asked for in it, nobody has asked for it. */
const UNREAL =
  /以后(?:一律|都|凡)|一律不|这种(?:情况|问题|事)|此类|如果|(?<!主)要是|要不是|幸亏|假如|倘若|万一|一旦(?!.*[,。])|听说|据说|的话(?:$|[,。\s]?[^,。;]{0,8}(?:通知|告诉|再|就|我|他))|(?:会上|开会|纪要)[^,。;]{0,4}(?:说|要求|明确|强调|提到|定)/;
const TOLD_BY =
  /(?:^|[,。;\s]|\d号?)(?:[老小][一-龥]|[一-龥]{2,3}(?:局长|主任|科长|书记|组长|队长)?|[他她](?:们)?|领导|局长|主任|书记|组长)(?:刚才|昨天)?(?:说|讲|告诉我)(?!明|清|好|一声|一下|过)[^,。;]*/g;
/** What units tell of others they tell as their own reason. */
const BY_OTHERS = new Set(['issue.appeal', 'issue.progress']);
const REASONED = new Set([...BY_OTHERS, 'issue.extend', 'issue.suspend']);

/** Asked for once, told of: it is not asked for now. */
const ASKED_BEFORE: Readonly<Record<string, RegExp>> = {
  'issue.appeal':
    /申诉(?:过|成功|失败|通过了?|被驳)|(?:已经?|早就|昨天|前天|上次|之前|当初|当时)[^,。;]{0,4}(?:申诉|提过)|申诉.{0,4}(?:还)?(?:没|未)(?:有)?(?:批|回|答复|处理|结果|人(?![手员力工]))|(?:要不要|该不该|不|没|未|别)申诉|申诉(?:的)?(?:事|结果)|申诉[^,。]{0,4}(?:上会|研究|讨论)/,
  'issue.reopen':
    /(?:昨[天日晚]|前[天日]|上次|上周|早就?|已经?)[^,。;今现]{0,6}(?:重新打开|重开|重新交办)|(?:重新打开|重开|重新交办)(?:过|[^,。;]{0,2}的$)/,
  'issue.extend':
    /(?:申请|延)(?:期)?过|(?:已经?|早就|昨天|前天|上次|之前)[^,。]{0,4}(?:申请|延期)|(?:延期|申请).{0,6}(?:什么时候|多久|谁|(?:没|未)(?:有)?批|批了)/,
  'issue.suspend': /挂账.{0,6}(?:什么时候|多久|谁|(?:没|未)(?:有)?批|批了)|(?:已经?|早就)挂账/,
};

/** True where the words of the order are there, but not the order. */
export function isTalk(act: string, text: string): boolean {
  if (ASKED_BEFORE[act]?.test(text) === true) return true;
  const rule = RULES.get(act);
  if (act === 'issue.progress' && isUnreal(act, text)) return true;
  if (!rule) return false;
  if (isUnreal(act, text)) return true;
  const own = BY_OTHERS.has(act) ? text : text.replace(TOLD_BY, '');
  const rest = own.replace(rule.talk, '');
  return rest !== text && !rule.verb.test(rest);
}

const isUnreal = (act: string, text: string): boolean =>
  UNREAL.test(text) &&
  !(REASONED.has(act) && /申请|申诉/.test(text) && !/会上|开会|如果|(?<!主)要是|万一|听说/.test(text));

/** What is left when the clauses are taken out in which the order is talked of; null: nothing of weight. */
export function besideTalk(act: string, text: string): string | null {
  const rule = RULES.get(act);
  if (!rule || isUnreal(act, text)) return null;
  const clauses = text.split(/(?<=[,。;!\n])/);
  const kept = clauses.filter((clause) => clause.replace(TOLD_BY, '').replace(rule.talk, '') === clause);
  const rest = kept.join('').trim();
  return kept.length === 0 || kept.length === clauses.length || rest.length < 2 ? null : rest;
}
