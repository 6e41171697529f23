/** 编号: which figures of a text are numbers of problems, tasks and citizens' messages, and which are anything else. */
import { listMarks } from './list-marks.ts';
import { HOTLINES, NOT_NUMBERS } from './not-numbers.ts';
import { NUMERAL, parseNumeral } from './numerals.ts';
import { withDigits } from './spoken-numbers.ts';

/** Figures that are never such numbers are blanked out, so that places stay where they are. */
const blankOut = (text: string, pattern: RegExp): string => text.replace(pattern, (span) => ' '.repeat(span.length));

/** WT-2026-0327 → 327 */
const FORMAL = /[A-Z]{2,3}-?20\d\d-?0*(\d{1,6})(?!\d)/gi;
/** Numbers that a span may stand for. */
export const MOST_IN_RANGE = 200;

export interface Numbers {
  readonly issueNos: readonly number[];
  /** Said outright to be numbers of problems: #327, 327号, 问题327. */
  readonly isExplicit: boolean;
  readonly taskNos: readonly number[];
  readonly messageNos: readonly number[];
}

const TO = '(?:到|至|-|~|—+)';
const LIST_GLUE = '[、,/和与及跟\\s&+]+';
const ONE = `#?${NUMERAL}号?`;
const SERIES = `#?(?:${NUMERAL})号?(?:(?:${LIST_GLUE}|${TO})#?(?:\\d+|${NUMERAL}(?=号|项)))*`;
const CLOSE_SERIES = `#?\\d+号?(?:(?:[、/和与及跟&+]+|${TO})#?\\d+号?)*`;
/** 第4项和第6项, 第7、9项. */
const ITEMS = `#?(?:${NUMERAL})[号项条]?(?:(?:${LIST_GLUE}|${TO})[第#]?(?:\\d+|${NUMERAL}(?=[号项条]))[号项条]?)*`;
const TASK_LIST =
  '(?:(?:任务|工作|责任)?分解(?:表|清单)?|(?:任务|工作|责任)(?:清单|台账|表|单)|任务(?:分解表?)?)(?:里面?|当?中|上)?的?';
const TASK = new RegExp(
  `(?:${TASK_LIST}\\s*(?:编号|第)?\\s*(${ITEMS})(?:项|条|号)?(?!\\d|\\s*(?:天|日|周|个|件|小时|月|成|人|家|份|%))|第\\s*(${ITEMS})(?<=项)\\s*(?:任务|工作|(?=进展|进度))|(${ONE})\\s*任务|RW-?20\\d\\d-?0*(\\d+))`,
  'gi',
);
const MESSAGE = new RegExp(
  `(?:(?:市民|群众|网友|热线)?(?:留言|来信|诉求|工单)\\s*(?:编号|第)?\\s*(${SERIES})(?:条|号|件)?(?!条|个|件|天|日)|(?:第\\s*|(?=#))(${ONE})条?(?:市民|群众|网友)?(?:留言|诉求|工单)|(${NUMERAL}号)(?:市民|群众|网友)?(?:留言|诉求|工单)|LY-?20\\d\\d-?0*(\\d+))`,
  'gi',
);

function seriesNumbers(series: string): number[] {
  const numbers: number[] = [];
  const token = new RegExp(`[#第]?(${NUMERAL})[号项条]?\\s*(?:${TO}\\s*[#第]?(${NUMERAL})[号项条]?)?`, 'g');
  for (const match of series.matchAll(token)) {
    const from = parseNumeral(match[1] ?? '');
    const to = match[2] === undefined ? from : parseNumeral(match[2]);
    if (from === null || to === null) continue;
    if (to < from || to - from >= MOST_IN_RANGE) numbers.push(from, to);
    else for (let no = from; no <= to; no += 1) numbers.push(no);
  }
  return [...new Set(numbers)].filter((no) => no > 0 && no < 1_000_000);
}

/** 1至1120: a span of more numbers than one order takes; null where there is none. Of such a span only the ends are read as numbers. */
export function longSpanIn(text: string): { readonly from: number; readonly to: number } | null {
  for (const [, one, other] of text.matchAll(
    new RegExp(`(?<!\\d)#?(\\d{1,6})号?\\s*${TO}\\s*#?(\\d{1,6})(?!\\d)`, 'g'),
  )) {
    const [from, to] = [Number(one), Number(other)];
    if (to - from >= MOST_IN_RANGE) return { from, to };
  }
  return null;
}

/** 1、3; 园林负责23 of a list of three are its second and its third. */
const itemsSaid = (said: string): readonly number[] =>
  (said.match(/\d+/g) ?? []).flatMap((no) =>
    /^[1-9]{2}$/.test(no) && no.charAt(0) < no.charAt(1) ? Array.from(no, Number) : [Number(no)],
  );

/** `spans` are stretches already known to be dates, places and the like. */
export function findNumbers(text: string, spans: readonly { readonly start: number; readonly end: number }[]): Numbers {
  let rest = text;
  const taken = (pattern: RegExp): number[] => {
    const numbers: number[] = [];
    rest = rest.replace(pattern, (span: string, ...groups: unknown[]) => {
      const series = groups.slice(0, 5).find((group) => typeof group === 'string');
      const found = typeof series === 'string' ? seriesNumbers(series) : [];
      if (found.length === 0) return span;
      numbers.push(...found);
      return ' '.repeat(span.length);
    });
    return [...new Set(numbers)];
  };
  for (const { start, end } of spans) {
    // A formal number holds a year that looks like a day to the finder of dates.
    if (/[A-Za-z]-?$/.test(text.slice(0, start))) continue;
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  rest = blankOut(rest, HOTLINES);
  const marks = listMarks(rest);
  for (const { start, end } of marks) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  // 东湖街道负责1、3，住建局负责2: shared out behind the unit.
  if (marks.length > 0)
    rest = rest.replace(
      /(?<=(?:负责|处理|整改|牵头|承办|管|办|改|清|修|归|去|包)第?)\d{1,2}(?:[、,和及到至-]第?\d{1,2})*[项条处个]?(?=\s*(?:$|[,。;!]))/g,
      (said) => (itemsSaid(said).every((no) => no <= marks.length) ? ' '.repeat(said.length) : said),
    );
  // 1、2市监局，3交警; 1住建局2园林中心: the items of that list are shared out.
  if (marks.length > 0)
    rest = rest.replace(
      /(?<![#\d.])第?\d{1,2}(?:[、,和及到至-]第?\d{1,2})*[项条处个]?(?=[^\d\s号#、,.:点月日]|\s{2})/g,
      (said) => (Number(/\d+/.exec(said)?.[0]) <= marks.length ? ' '.repeat(said.length) : said),
    );
  if (HOUSES.test(rest) && !VERDICT.test(rest))
    rest = blankOut(rest, /(?<=[\s:、,;。])(?:\d[、.])?\d{1,4}号(?=[^\d、,和与至到~-]{3})/g);
  const taskNos = /任务|项|RW|分解|清单/i.test(rest) ? taken(TASK) : [];
  const messageNos = /留言|来信|诉求|工单|LY/i.test(rest) ? taken(MESSAGE) : [];
  const formal =
    taken(new RegExp(`(${FORMAL.source})`, 'gi')).length > 0 ? [...text.matchAll(FORMAL)].map((m) => Number(m[1])) : [];
  // 552线已收紧, 703摊位: at the head of a clause such a number is of a problem, and what follows is the thing.
  rest = rest.replace(/(?<=^|[,。;!\s])(#?\d{3,6})[线桶面座套片段摊部](?!公交)/g, '$1·');
  for (const pattern of NOT_NUMBERS) rest = blankOut(rest, pattern);
  const excluded = excludedIn(rest);
  const { numbers, isExplicit } = issueNumbers(excluded.rest);
  return {
    issueNos: [...new Set([...formal, ...numbers])].filter((no) => !excluded.numbers.includes(no)),
    isExplicit: isExplicit || formal.length > 0,
    taskNos,
    messageNos,
  };
}

/** 中山路查了三处:5号…、8号…: houses of a street that is named, where nothing is said to be done with numbers. */
const HOUSES =
  /[路街巷道弄村](?:沿线|全线|两侧)?[^。;]{0,10}:(?=(?:.*?\d+号[^,、。;]{3,}){2}|.*?\d+号[一-龥]{1,5}(?:店|馆|铺|超市|网吧|诊所))/;
const VERDICT = /认领|退回|打回|销号|通过|合格|整改完|改好|清了|催|撤销|申诉|延期|挂账|转办|重新/;

/** Left for later: 先不销, 暂不动, 再等等, 先放一放, 待定. A number with such words behind it is left out of what is ordered; 不要再推 is no such word. */
export const PUT_OFF =
  '(?:(?:先|暂时?|暂且)?(?:不(?:[销动管]|[要用](?!再|[推拖]))|别[销动管]|留着)|(?:先|暂时?|暂且)(?:缓一?缓|留一?[留着]|搁着|放着|放一?放|等一?等|等着)|暂缓|待定|再(?:等等|看看|说|议|定))';

/** 除了309, 309除外, 309以外, 不含309: these are left out. */
function excludedIn(text: string): { rest: string; numbers: readonly number[] } {
  const numbers: number[] = [];
  const pattern = new RegExp(
    `(?:除了?|不含|不包括|排除|去掉)\\s*(${SERIES})(?:以?外|之外)?|(${CLOSE_SERIES})\\s*(?:除外|不算|以外|之外|${PUT_OFF})`,
    'g',
  );
  const rest = text.replace(pattern, (span: string, before?: string, behind?: string) => {
    const series = before ?? behind ?? '';
    // 除了309,301到310: the comma after the exception ends it, unless the list goes on with a single number.
    const cut = before === undefined ? null : /^([^,]*(?:、[^,]*)*),.*(?:到|至|-|~)/.exec(series);
    numbers.push(...seriesNumbers(cut?.[1] ?? series));
    return cut?.[1] === undefined
      ? ' '.repeat(span.length)
      : span.replace(cut[1], ' '.repeat(cut[1].length)).replace(/除了?|不含|不包括|不算|排除|去掉/, '  ');
  });
  // 504不算，撤销: said of the only number, it leaves nothing out.
  return /\d/.test(rest) || !text.includes('不算') ? { rest, numbers } : { rest: text, numbers: [] };
}

const EXPLICIT = /(?:#|问题|编号|单号|序号|(?<!\p{Script=Han})第)\s*:?#?(\d+)(?:号|(?!\d))|(\d+)号/gu;
const BARE = /(?<![\d.A-Za-z])\d{1,6}(?![\d.A-Za-z]|\s?号(?:[门院]|楼(?![道梯])))/g;

function issueNumbers(text: string): { numbers: readonly number[]; isExplicit: boolean } {
  const explicit = [...text.matchAll(EXPLICIT)].map((match) => Number(match[1] ?? match[2]));
  const ranges: number[] = [];
  const range = new RegExp(`#?(\\d{1,6})号?\\s*${TO}\\s*#?(\\d{1,6})(?!\\d)`, 'g');
  for (const match of text.matchAll(range)) ranges.push(...seriesNumbers(match[0]));
  const bare = [...text.matchAll(BARE)].map((match) => Number(match[0]));
  const numbers = [...explicit, ...ranges, ...bare].filter((no) => no > 0 && no < 1_000_000);
  const inOrder = [...new Set(numbers)];
  return { numbers: ranges.length > 0 ? inOrder.toSorted((a, b) => a - b) : inOrder, isExplicit: explicit.length > 0 };
}

/** The numbers on a card of the bot that is quoted: 【待核查】#421 …; of a person's message those said outright. */
export function quotedNumbers(quote: string): Numbers {
  // 【市民留言】63号 …
  const message = /^\s*【[^】]*(?:留言|热线|工单|来信)[^】]*】\s*(?:留言|第)?\s*#?(\d{1,6})(?:号|\s|$)/.exec(
    quote,
  )?.[1];
  if (message !== undefined) return { issueNos: [], taskNos: [], messageNos: [Number(message)], isExplicit: false };
  const task = /^\s*【任务[^】]*】\s*第?\s*#?(\d{1,6})[项号条]/.exec(quote)?.[1];
  if (task !== undefined) return { issueNos: [], taskNos: [Number(task)], messageNos: [], isExplicit: false };
  const card = [...quote.matchAll(/#(\d{1,6})/g)].map((match) => Number(match[1]));
  const found = findNumbers(withDigits(quote), []);
  if (found.taskNos.length > 0 || found.messageNos.length > 0) return { ...found, issueNos: [] };
  return { ...found, issueNos: card.length > 0 ? [...new Set(card)] : found.isExplicit ? found.issueNos : [] };
}
