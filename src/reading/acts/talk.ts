/** 只是说说: the words of an order, said with a not, as a question of whether, or of what is past. Nothing may be written on them. */

/** The verbs of each order. A message in which every one of them is denied, doubted or past gives no order. */
const VERBS: Readonly<Record<string, string>> = {
  'issue.claim': '认领|接(?:单|下)?',
  'issue.withdraw': '撤销|撤回|撤|作废|删除?|取消',
  'issue.merge': '合并|重复|并到|并入|一样|同一',
  'issue.urge': '催办?|提醒|督促|督办',
  'issue.reassign': '转(?:办|给|到|交|由)?|改派|指派|指定|派|改[成为由到]|调整|交给|交由|换|负责|牵头|协办|加',
  'issue.assignOwner': '转|派|交给|交由|安排|负责|让|叫',
  'issue.return': '退回|打回|返工|退|重改|不通过|不合格|不行|不到位|不彻底|没到位|未通过|没通过',
  'issue.verify': '销号|销|通过|过|合格|结案|闭环|没毛病',
  'issue.reopen': '反弹|回潮|又|重新|重开|老样子|死灰复燃',
  'issue.extend': '延期|延长|宽限|延|推迟|展期|顺延|缓',
  'issue.suspend': '挂账|缓办|挂',
  'extend.approve': '同意|批准?|准|可以|允许|通过|延期?到|延到|宽限|给|顺延|延长',
  'appeal.approve': '同意|批准?|准|成立|属实|有道理|合理|采纳|支持',
  'suspend.approve': '同意|批准?|准|可以|允许|通过',
};
const NOT =
  '(?:(?:(?<![能可行])不(?:要|用|能|可以|可|许|必|该|应该?|得|准|再|想|需要?|给|应当)?|别|勿|无需|没(?:有)?|未|尚未|莫)(?:再|急着|着急|先|老|被)?)';
const WHETHER =
  '(?:要不要|会不会|能不能|该不该|应不应该?|可不可以|是不是(?:要|该|可以)?|是否(?:要|该|可以|需要)?|需不需要|用不用|本来(?:应该?|要|想)|原本(?:应该?|要|想)|差点|差一点|好像|似乎|像是)';
const PAST = '(?:昨[天日晚]|前[天日]|上次|上周|之前|以前|早就|早已|当时|那天|当初)';

const REQUESTS = new Set(['issue.extend', 'issue.suspend']);
/** Refusals and denials are orders of their own, so these are looked at for what is past or doubted only. */
const MAY_DENY = new Set(['issue.return', 'issue.verify']);

function talkOf(act: string, verbs: string): RegExp {
  const parts = [
    // 能不能宽限到周四 asks for it.
    `${REQUESTS.has(act) ? '(?:要不要|该不该|需不需要)' : WHETHER}[^,。;!]{0,6}?(?:${verbs})`,
    `(转|催|撤|并|退|销|延|批|过)不\\1`,
    `${PAST}[^,。;!]{0,8}?(?:${verbs})`,
    `(?:${verbs})过(?!期|程|来|去|关|于|了[,。]|户)(?:了)?`,
    `已(?:经)?(?:${verbs})(?:了|过)?(?:[\\d一二两三四五六七八九十几好多]+次|好几)`,
    `(?:${verbs})了(?:[\\d一二两三四五六七八九十几好多]+[次遍回])`,
    ...(MAY_DENY.has(act)
      ? ['(?:不要|不用|别|没必要|无需|不必)(?:再|急着)?(?:退回?|打回|销号?)']
      : [`${NOT}(?:${verbs})`]),
    `(?:不该|不应|不能|别)(?:由|让|归|给)`,
  ];
  return new RegExp(parts.join('|'), 'g');
}

const RULES = new Map(
  Object.entries(VERBS).map(([act, verbs]) => [act, { talk: talkOf(act, verbs), verb: new RegExp(verbs) }]),
);
/** Asked for once, told of: it is not asked for now. */
const ASKED_BEFORE: Readonly<Record<string, RegExp>> = {
  'issue.appeal':
    /申诉过|(?:已经?|早就|昨天|前天|上次|之前).{0,4}(?:申诉|提过?)|申诉.{0,4}(?:还)?(?:没|未)(?:有)?(?:批|回|答复|处理|结果)|(?:要不要|该不该|不|没|未|别)申诉|申诉(?:的)?(?:事|结果)/,
  'issue.extend':
    /(?:申请|延)(?:期)?过|(?:已经?|早就|昨天|前天|上次|之前)[^,。]{0,4}(?:申请|延期)|(?:延期|申请).{0,6}(?:什么时候|多久|谁|(?:没|未)(?:有)?批|批了)/,
  'issue.suspend': /挂账.{0,6}(?:什么时候|多久|谁|(?:没|未)(?:有)?批|批了)|(?:已经?|早就)挂账/,
};

/** True where the words of the order are there, but not the order. */
export function isTalk(act: string, text: string): boolean {
  if (ASKED_BEFORE[act]?.test(text) === true) return true;
  const rule = RULES.get(act);
  if (!rule) return false;
  const rest = text.replace(rule.talk, '');
  return rest !== text && !rule.verb.test(rest);
}
