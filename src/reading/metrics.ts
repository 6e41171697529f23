/** 指标: which figures a question asks for, and where its problems come from. */

export type Metric =
  | 'rectificationRate'
  | 'onTimeRate'
  | 'closureRate'
  | 'reportedRate'
  | 'lateRate'
  | 'returnRate'
  | 'reboundRate'
  | 'claimRate'
  | 'replyRate'
  | 'openCount'
  | 'overdueCount'
  | 'loggedCount'
  | 'siteCount'
  | 'reboundCount';

const RATES: readonly (readonly [Metric, RegExp])[] = [
  // Before the shorter names that lie within them.
  ['claimRate', /认领(?:及时|按时)?率/g],
  ['reportedRate', /申报(?:整改)?率|报整改率/g],
  ['lateRate', /(?:逾期|超期)(?:整改|办结)?率/g],
  ['returnRate', /(?:返工|退回)率/g],
  ['reboundRate', /(?:反弹|回潮)率/g],
  ['onTimeRate', /(?:按期|按时|及时|期内)(?:整改|办结|完成)?率/g],
  ['rectificationRate', /(?:整改|销号)(?:完成|销号)?率|整改的?(?:比例|百分比|百分之)|改了百分之/g],
  ['closureRate', /(?:回复)?办结率|结案率/g],
  ['replyRate', /(?:回复|答复|响应)率|回复和办结率/g],
];

/** Rates named, in the order of the text; 按期整改率 is not also 整改率. */
export function ratesIn(text: string): readonly Metric[] {
  const found: { at: number; metric: Metric }[] = [];
  let rest = text.replace(/回复办结率/g, '　　办结率').replace(/整改(率)?[和、及与](按[期时])率/g, '整改率和$2率');
  if (/整改[和、及与]办结率/.test(rest)) found.push({ at: 0, metric: 'rectificationRate' });
  for (const [metric, pattern] of RATES) {
    rest = rest.replace(pattern, (span: string, at: number) => {
      found.push({ at, metric });
      return ' '.repeat(span.length);
    });
  }
  return [...new Set(found.toSorted((a, b) => a.at - b.at).map(({ metric }) => metric))];
}

/** Numbers of things that are asked for. */
export function countsIn(text: string): readonly Metric[] {
  const counts: Metric[] = [];
  // 按点位 is how they are grouped.
  if (/(?<!按|按照|分|各|各个|每个|哪个)点位|(?:多少|几)(?:个|处)?(?:地方|点(?![钟半到位名]))/.test(text))
    counts.push('siteCount');
  if (/反弹|回潮/.test(text)) counts.push('reboundCount');
  if (/[超逾过]期|拖(?:得|了|欠|延)/.test(text)) counts.push('overdueCount');
  if (
    /没(?:有)?(?:整?改|销|办|弄|处理|完|清|搞|动|解决)|未(?:整改|销号|办结|完成|处理)|还[剩欠]|欠(?:账|债|的|着)|还有多少|在办/.test(
      text,
    )
  )
    counts.push('openCount');
  const asksLogged = /登记|上报|发现|查出|交办|新增|录入|报了|受理/.test(text);
  if (asksLogged || (counts.length === 0 && /问题|多少件|几件|占道|垃圾/.test(text))) counts.push('loggedCount');
  return counts.length === 0 ? ['loggedCount'] : counts;
}

export type Source = 'inspection' | 'superior' | 'citizen' | '12345' | 'mock';

/** 市级督查反馈, 市民留言, 12345: undefined where none is said. */
export function sourceIn(text: string): Source | undefined {
  // Not within a telephone number.
  if (/(?<!\d)12345(?!\d)|热线/.test(text)) return '12345';
  if (/(?:[省市]级|上级|[省市]里|省市)(?:的)?(?:暗访|督查|检查|交办|反馈|督办|通报|巡查)|[省]督查|上级反馈/.test(text))
    return 'superior';
  if (/(?:市民|群众|网友|居民)(?:的)?(?:留言|来信|诉求|反映|投诉|随手拍|上报)|随手拍|留言/.test(text)) return 'citizen';
  if (/模拟(?:测评|检查|国检|考试|考核)|模考/.test(text)) return 'mock';
  return undefined;
}
