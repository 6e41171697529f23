/** 改单位、改时间、改地点: 转住建局，不对，转环卫中心; 到周四，不对，到周五; 解放路30号，不对，是40号. */
import { UNCLEAR, type PutRight, type Right, type View } from './put-right.ts';
import type { IssueTools } from '../issues/tools.ts';
import type { Slip } from './slips.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const TO_ACTORS = /^(?:还是)?(?:请|由|让|叫|给|转|交|派|改|换|归|责任单位|责任人|安排)*(?:给|到|由|成|为|是|派|办)*$/;
const TO_TIMES = /^(?:还是)?(?:同意)?(?:请|延期?|改|放宽?|推迟|时限|期限|定|限)*(?:到|至|在|为|是|成)*$/;
const HANDING = /[请由让叫给转交派改换归到至期限]$/;
const JOINT = /^\s*(?:[+、/和与及跟同&]|以及)?\s*$/;

/** Mentions that stand in one list are one. */
function runsOf(text: string, spans: readonly Span[]): readonly (Span & { readonly count: number })[] {
  const runs: { start: number; end: number; count: number }[] = [];
  for (const { start, end } of spans) {
    const run = runs.at(-1);
    if (run && JOINT.test(text.slice(run.end, start))) {
      run.end = end;
      run.count += 1;
    } else runs.push({ start, end, count: 1 });
  }
  return runs;
}

/** 公示牌上写的是城管局，不对，应该是住建局 is a problem. Without a number of record only one's own slip is surely one. */
const isOwn = ({ kind, before }: Slip, { numbersIn, hasQuote }: View): boolean =>
  kind === 'slip' || kind === 'sigh' || hasQuote || numbersIn(before).length > 0;

/** The last of its sort before the slip is replaced by the first behind it; what is said of that one goes with it. */
function replaced(slip: Slip, lead: RegExp, find: (text: string) => readonly Span[]): Right {
  const { before, clause, rest } = slip;
  const old = runsOf(before, find(before)).at(-1);
  const own = runsOf(clause, find(clause))[0];
  const link = clause.slice(0, own?.start ?? 0).trim();
  if (!old || !own || !lead.test(link)) return null;
  if (old.count > 1 && own.count !== old.count) return UNCLEAR;
  const led = before.slice(0, old.start);
  // 303住建局不对，转环卫中心: the word of giving stands only behind.
  const head = `${led}${HANDING.test(led) ? '' : link}`;
  const name = clause.slice(own.start, own.end);
  const told = clause.slice(own.end).replace(/^(?:吧|才对|的)+$/, '');
  const tail = before.slice(old.end);
  return told === '' || /[,。;]/.test(tail) ? `${head}${name}${tail}${rest}` : `${head}${name}${told}${rest}`;
}

/** Units, or people in their stead. */
const actorsPutRight =
  (find: (text: string, tools: IssueTools) => readonly Span[]): PutRight =>
  (slip, view) => {
    const spansIn = (text: string): readonly Span[] => find(text, view.tools);
    const [last] = runsOf(slip.before, spansIn(slip.before)).slice(-1);
    const isGiven = isOwn(slip, view) || HANDING.test(slip.before.slice(0, last?.start ?? 0));
    return isGiven ? replaced(slip, TO_ACTORS, spansIn) : null;
  };
export const unitsPutRight = actorsPutRight((text, { findUnits }) => findUnits(text));
export const peoplePutRight = actorsPutRight((text, { findPeople }) => findPeople(text));

const LENGTHS = /(?:\d+|[一二两三四五六七八九十半])个?(?:天|小时|周|星期|工作日|月)/g;

export const timePutRight: PutRight = (slip, view) => {
  const { tools, sentAt } = view;
  if (!isOwn(slip, view) && !/[前内限]/.test(slip.before)) return null;
  const byDay = replaced(slip, TO_TIMES, (text) => tools.findDates(text, sentAt));
  if (byDay !== null) return byDay;
  return replaced(slip, TO_TIMES, (text) =>
    [...text.matchAll(LENGTHS)].map(({ index, 0: said }) => ({ start: index, end: index + said.length })),
  );
};

/** 指路牌写的是人民路，不对，应该是建设路. */
const OF_SIGNS = /[写标印牌]|显示|指[向示]/;
const HOUSE = /^\d+号/;
/** 东门桥头？, 解放路30号: hardly more than the place itself. */
const MOST_OF_PLACE = 12;

/**
 * 东门桥头？不对，是滨江大道桥头. Only where a place is led to (是, 在), or one's own slip stands between two: what is not right may be
 * the thing itself. Nothing with a number of record: there a place is a reason.
 */
export const placePutRight: PutRight = ({ before, clause, rest, kind, isLed }, { tools, numbersIn, hasQuote }) => {
  if (kind === 'bare' || hasQuote || numbersIn(before).length > 0) return null;
  const said = clause.replace(/^在/, '');
  const [old, own] = [tools.places.first(before), tools.places.first(said)];
  const house = HOUSE.exec(said)?.[0];
  const isPlaceAlone = old !== null && old.text.trim() === before.trim();
  const isSlip = kind === 'slip' || kind === 'sigh';
  const isOwnSlip = isSlip && (house !== undefined || (isPlaceAlone && own?.start === 0));
  if (!isLed && said === clause && !isOwnSlip) return null;
  if (old !== null && house !== undefined && /\d+号/.test(old.text)) {
    const road = old.text.replace(/\d+号.*$/, '');
    if (isPlaceAlone) return `${road}${said}${rest}`;
    return isSlip && said === house ? `${before.replace(old.text, old.text.replace(/\d+号/, house))}${rest}` : null;
  }
  const isSign = !isSlip && OF_SIGNS.test(before);
  if (old !== null && own?.text.trim() === said.trim() && !isSign) return `${before.replace(old.text, said)}${rest}`;
  const isHead = before.length <= MOST_OF_PLACE && !/[,。;]/.test(before) && tools.findCategory(before) === null;
  // 文昌路8号路灯不亮，看错了，是监控杆倒了: the same place, another thing.
  if (isSlip && isLed && old !== null && own?.start !== 0) return `${old.text}${said}${rest}`;
  return isHead && own?.start === 0 ? `${said}${rest}` : null;
};
