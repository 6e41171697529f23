/** 改口的话: where a sentence says of its own words that they were wrong (打错了, 说错了, 哦不, 不对). Nothing is decided here. */

/**
 * `slip`: said of one's own typing or speaking, 打错了. `sigh`: 哦不. `plain`: 不对, 错了, which may as well be said of the place.
 * `turn`: 不是, 更正, which tell of nothing else. `bare`: no word between
 * two numbers (是311不是301), or none of its own clause (301通过打错了是311).
 */
export type SlipKind = 'slip' | 'sigh' | 'plain' | 'turn' | 'bare';

export interface Slip {
  readonly kind: SlipKind;
  /** 打错了, 哦不对: as it was typed. */
  readonly word: string;
  /** What is taken back, and all that stands before it. */
  readonly before: string;
  /** The clause behind, without 应该是; empty where nothing follows. */
  readonly clause: string;
  /** 是, 应为, 我说的是 led to it. */
  readonly isLed: boolean;
  /** What comes after that clause, with its comma. */
  readonly rest: string;
  /** All that stands behind, as it was typed. */
  readonly after: string;
  /** From here on another may be looked for. */
  readonly next: number;
}

const OWN = '(?:我|俺|本人|刚才?|刚刚|上面|前面|上一?条|编号|号码|数字|打字|地[址点]|位置|单位|时限|时间|又|是)*';
const SLIP =
  '(?:打|说|写|点|发|输|填|弄|搞|看|记|选|按|敲|讲|念|派|转|语音)错(?:了|啦)?(?:编号|号码|单位|名字|时间|地方|[号人字群])?(?:了|啦)?|口误|手[误滑抖]了?|笔误';
const SIGH = '(?:哦|噢|喔|啊|呀|哎呀?|呃|额|嗯|咦|诶)';
const NO = '不对(?:不对)?|不是(?:不是)?|不|错了';
const WRONG = '(?:不对|错了)(?:[,\\s]*(?:不对|错了))*';
const BEHIND = '(?=$|[,。;!?:).…~\\s]|应|改|我|不是)';
const NUMBER = '#?\\d+号?';
const WORDS = [
  `(?<slip>(?:${SIGH}+[,\\s]*)?${OWN}(?:${SLIP})(?:${BEHIND}|(?=是|#?\\d)))`,
  `(?<sigh>${SIGH}+[,\\s]*(?:${NO})(?:${BEHIND}|(?=是|#?\\d|问题)))`,
  `(?<plain>${WRONG}(?:${BEHIND}|(?=是)))`,
  `(?<turn>不是(?:不是)?(?=[,。;!?:\\s])|不(?=[,。!])|(?:更正|纠正)(?:一下)?(?=[:,\\s])|(?=是${NUMBER},?不是${NUMBER})|(?=不是${NUMBER}[,\\s]*而?是${NUMBER})|(?=${NUMBER}才[对是])|(?=应(?:该|当)?[是为]${NUMBER}(?:$|[,。;!)])))`,
];
/** Typed without a stop, where a number or another to act follows: 301通过打错了是311, 转住建局不对转环卫. */
const RUN_ON = `(?<toOther>(?:不对|错了)(?=[转给派由请]))|(?<=\\d号?)(?<is>(?=应(?:该|当)?是${NUMBER}(?:$|[,。;!)])))|(?<runOn>(?:[打说写输点按]错了?|不对),?(?:应该)?(?=[是为]#?\\d)|[哦噢]不(?:是|对)?,?(?=是?#?\\d))`;
const CUE = new RegExp(
  `(?<=[,。;!?(\\s、.…~—-]|\\p{Extended_Pictographic}|^)(?:${WORDS.join('|')})|(?<=[一-龥\\d])(?:${RUN_ON})`,
  'gu',
);
const LED =
  /^(?:不是#?\d+号?[,\s]*)?(?:我(?:要|想)?(?:说|指|打|讲)的?是?|应该?(?:是|为)?|应当是|而?是|为(?=#?\d)|改[成为](?=#?\d)|正确的?是|就是|指的是)*/;
const DENIED_BEHIND = /^(#?\d+号?),?不是#?\d+号?/;

/** The first of them from a place on; null where nothing is taken back. */
export function slipIn(text: string, from: number): Slip | null {
  const cue = [...text.matchAll(CUE)].find(({ index }) => index >= from);
  if (!cue) return null;
  const behind = text.slice(cue.index + cue[0].length);
  // 哦不是302，是312: the 不是 denies the number.
  const isDenied = cue[0].endsWith('不是') && /^#?\d/.test(behind);
  const after = `${isDenied ? '不是' : ''}${behind}`.replace(/^[,。;!?:).…~\s]+/, '');
  const led = LED.exec(after)?.[0] ?? '';
  const said = after.slice(led.length).replace(DENIED_BEHIND, '$1');
  const clause = /^[^,。;!\n)]*/.exec(said)?.[0] ?? '';
  return {
    kind: kindOf(cue),
    word: cue[0],
    before: text.slice(0, cue.index).replace(/(?:[,。;!?(\s、.…~—-]|\p{Extended_Pictographic})+$/u, ''),
    clause: clause.trim(),
    isLed: led !== '',
    rest: said.slice(clause.length).replace(/^\)/, ''),
    after,
    next: cue.index + Math.max(1, cue[0].length),
  };
}

function kindOf({ 0: word, groups = {} }: RegExpExecArray): SlipKind {
  const { slip, sigh, plain, toOther } = groups;
  if (slip !== undefined) return 'slip';
  if (sigh !== undefined) return 'sigh';
  if (plain !== undefined || toOther !== undefined) return 'plain';
  return word === '' || groups['runOn'] !== undefined ? 'bare' : 'turn';
}
