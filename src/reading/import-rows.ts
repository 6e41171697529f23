/** 第37行是市住建局，第12到15行不要: what the office says of the rows of an imported list, by the numbers of the sheet. Pure. */
import { written } from './fold.ts';
import { NUMERAL, parseNumeral } from './numerals.ts';

/** What is said of rows. Names are as typed: the command looks them up, and refuses what nobody goes by. */
export interface RowsSaid {
  readonly rows: readonly number[];
  readonly says: RowWord;
  /** The name or day that was said; absent where there is none. */
  readonly value?: string;
}

/** `is`: 是某局, where 责任单位 was not said. */
export type RowWord = 'is' | 'units' | 'coUnits' | 'site' | 'category' | 'deadline' | 'keep' | 'drop' | 'restore';

const TO = '(?:到|至|-|~|—+)';
const SPAN = `第?\\s*${NUMERAL}(?:\\s*行?\\s*${TO}\\s*第?\\s*${NUMERAL})?`;
const ROWS = new RegExp(`第\\s*(${SPAN}(?:\\s*行?\\s*[、,和及与跟]+\\s*${SPAN})*)\\s*行`, 'g');
const MOST_ROWS = 2_000;

/** Before the first row nothing is said but which list it is. */
const LEAD =
  /^(?:请|把|将|那个?|这个?|上级|省检|市检|问题|导入(?:的)?|清单|台账|表格?|表?里|中|待定|的|[,:\s]|\d{1,5}号)*$/;
const ALL = '(?:都|均|全部?|就|先|也)*';

const WORDS: readonly (readonly [RowWord, RegExp])[] = [
  ['drop', new RegExp(`^${ALL}(?:不要|不用要|删[掉除去]?|去掉|不(?:用|必)?(?:登记|录入?|导入)|作废|舍弃)了?吧?$`)],
  ['keep', new RegExp(`^${ALL}(?:其余)?(?:照登|照录|照原样(?:登记)?|按原样(?:登记)?|原样登记|直接登记)吧?$`)],
  ['restore', new RegExp(`^${ALL}(?:恢复|还是要|重新要)了?吧?$`)],
  ['coUnits', new RegExp(`^的?${ALL}(?:协办|配合)(?:单位)?${ALL}(?:改为|改成|应是|应该是|是|为|:)?(.+)$`)],
  ['units', new RegExp(`^的?${ALL}(?:责任|牵头|主责)单位${ALL}(?:改为|改成|应是|应该是|是|为|:)(.+)$`)],
  ['site', new RegExp(`^的?${ALL}点位${ALL}(?:改为|改成|应是|应该是|是|为|:)(.+)$`)],
  ['category', new RegExp(`^的?${ALL}(?:问题)?(?:类别|类型)${ALL}(?:改为|改成|应是|应该是|是|为|:)(.+)$`)],
  ['deadline', new RegExp(`^的?${ALL}(?:整改)?(?:时限|期限)${ALL}(?:改为|改成|应是|应该是|是|为|到|:)?(.+)$`)],
  ['is', new RegExp(`^${ALL}(?:应该|应当|应)?(?:是|归|属于|给)(.+)$`)],
];

/** Which import is meant: 导入3号; null where it is not said. */
export function importNoIn(text: string): number | null {
  const found = new RegExp(`导入\\s*第?\\s*(${NUMERAL})\\s*号`).exec(text);
  return found ? parseNumeral(found[1] ?? '') : null;
}

/** All that is said of rows; null where a part of the message is something else: then nothing of it is taken. */
export function rowsSaidIn(text: string): readonly RowsSaid[] | null {
  const found = [...text.matchAll(ROWS)];
  const [first] = found;
  if (first === undefined || !LEAD.test(text.slice(0, first.index))) return null;
  const said: RowsSaid[] = [];
  for (const [nth, match] of found.entries()) {
    const words = wordsOf(text.slice(match.index + match[0].length, found[nth + 1]?.index));
    const rows = rowNumbers(match[1] ?? '');
    if (words === null || rows === null) return null;
    said.push(...words.map((word) => ({ rows, ...word })));
  }
  return said;
}

/** A list of units goes on behind a comma: 是市城管局，市住建局. */
function wordsOf(text: string): readonly Omit<RowsSaid, 'rows'>[] | null {
  const found: { says: RowWord; value?: string }[] = [];
  for (const piece of text.split(/[,。;!\n]+/).map((part) => part.trim())) {
    if (piece === '' || /^(?:另外|还有|和|以及)$/.test(piece)) continue;
    const word = wordOf(piece.replace(/^(?:它|那行|这行)/, ''));
    const last = found.at(-1);
    if (word !== null) found.push(word);
    else if (last?.value !== undefined && ['is', 'units', 'coUnits'].includes(last.says)) last.value += `、${piece}`;
    else return null;
  }
  return found.length === 0 ? null : found;
}

function wordOf(piece: string): { says: RowWord; value?: string } | null {
  for (const [says, pattern] of WORDS) {
    const match = pattern.exec(piece);
    if (match === null) continue;
    const value = written(match[1] ?? '').replace(/(?<=.)的$/, '');
    return value === '' ? { says } : { says, value };
  }
  return null;
}

/** 12到15、37; null where a span runs backwards or is too long to be meant. */
function rowNumbers(series: string): readonly number[] | null {
  const rows: number[] = [];
  const spans = new RegExp(`(${NUMERAL})(?:\\s*行?\\s*${TO}\\s*第?\\s*(${NUMERAL}))?`, 'g');
  for (const [, one = '', other] of series.matchAll(spans)) {
    const from = parseNumeral(one) ?? 0;
    const to = other === undefined ? from : (parseNumeral(other) ?? 0);
    if (from < 1 || to < from || to - from >= MOST_ROWS) return null;
    for (let row = from; row <= to; row += 1) rows.push(row);
  }
  return rows.length === 0 ? null : [...new Set(rows)];
}
