/** 分句: a message as a row of what is told and what is ordered, in its order. Punctuation, spaces and names of units cut it. */
import type { Spans, Stretch } from './spans.ts';

export interface Told {
  readonly kind: 'told';
  readonly text: string;
  /** Which sentence (item of a list, line) it stands in. */
  readonly sentence: number;
  /** It goes on behind the name of a unit or a time: most often what is to be done. */
  readonly isLoose: boolean;
  /** A colon follows: perhaps a heading. */
  readonly isHeading: boolean;
}

export interface Ordered extends Stretch {
  readonly kind: 'order';
  readonly sentence: number;
  /** 请…, 以上都…: a clause of its own over what stands before it in its sentence, 都 over all. */
  readonly isAsked: boolean;
  /** (环卫中心) behind its item: what comes next is another item. */
  readonly isBracketed: boolean;
  readonly isOverAll: boolean;
}

export interface Sentence extends Stretch {
  readonly isItem: boolean;
}

/** What leads to a name and belongs to the order. */
const INTRODUCES =
  /(?:请|由|让|叫|喊|给|归|通知|联系|交办|(?:(?:也|都)?(?:一[起道]|一块儿?)?[交派])(?=给|由|$)|一[起道]|一块儿?|也(?=[给由请让])|转|责任单位|责任|牵头单位|协办单位|配合单位|整改单位|单位|时限|期限|最[晚迟]|限|于|在|你们?|咱们?|他们|赶紧|务必|必须|麻烦|要求|希望|督促|那个|以上|上述|这[些几两三]?[个处项]?(?:问题)?|(?<![前后])[两三四几各][处家个条项]|都(?:是|要|得|限|在|到|至|必须|请)?|均|统一|全部|一律|一并|分别|@|[:(,、和与及]|\s)*$/;
const OVER_ALL = /以上|上述|这[些几两三]|[两三四几各][处家个条项]|都|均|统一|全部|一律|一并/;

export function sequenceOf(
  text: string,
  sentences: readonly Sentence[],
  { units, people, deadlines, actors }: Spans,
): readonly (Told | Ordered)[] {
  const spans = [...units, ...people, ...deadlines, ...actors].toSorted((a, b) => a.start - b.start);
  return sentences.flatMap((sentence, at) =>
    clausesOf(text, sentence, spans).flatMap((clause) => partsOfClause(text, clause, spans, at)),
  );
}

/** Cuts at , ? : and spaces, never inside a name or a time (11月23日 12:00). */
function clausesOf(text: string, sentence: Stretch, spans: readonly Stretch[]): readonly Stretch[] {
  const clauses: Stretch[] = [];
  let start = sentence.start;
  for (const match of text
    .slice(sentence.start, sentence.end)
    .matchAll(/[,?]|(?<!\d):|:(?!\d)|(?<=\S)\s+(?=\S)|(?<=\))[、和及]/g)) {
    const at = sentence.start + match.index;
    if (spans.some((span) => span.start < at && at < span.end) || isInBrackets(text.slice(start, at))) continue;
    // 垃圾满溢(环卫)、墙面涂鸦(城管): the unit in brackets ends its item.
    if (/[、和及]/.test(match[0]) && !spans.some(({ end }) => end === at - 1)) continue;
    clauses.push({ start, end: at });
    start = at + match[0].length;
  }
  clauses.push({ start, end: sentence.end });
  return clauses.filter(({ start: from, end }) => text.slice(from, end).trim() !== '');
}

const isInBrackets = (head: string): boolean => head.lastIndexOf('(') > head.lastIndexOf(')');

function partsOfClause(
  text: string,
  { start, end }: Stretch,
  all: readonly Stretch[],
  sentence: number,
): (Told | Ordered)[] {
  const isHeading = text[end] === ':';
  const told = (from: number, to: number, isLoose: boolean): Told[] => {
    const said = text.slice(from, to).trim();
    return said === '' ? [] : [{ kind: 'told', text: said, sentence, isLoose, isHeading: isHeading && to === end }];
  };
  const spans = all.filter((span) => start <= span.start && span.start < end);
  const first = spans[0];
  if (!first) return told(start, end, false);
  const head = text.slice(start, first.start).replace(INTRODUCES, '');
  const introduced = text.slice(start + head.length, first.start);
  let from = first.end;
  const tails: Told[] = [];
  for (const span of spans.slice(1)) {
    if (span.start > from) tails.push(...told(from, span.start, true));
    from = Math.max(from, span.end);
  }
  const order: Ordered = {
    kind: 'order',
    start: start + head.length,
    end: Math.max(end, from),
    sentence,
    isAsked: /请|由|让|麻烦|责任/.test(introduced),
    isBracketed: introduced.includes('('),
    isOverAll: OVER_ALL.test(introduced) || /^(?:都|均|统一|一并|一起(?!去))/.test(text.slice(first.end, end)),
  };
  return [...told(start, start + head.length, false), order, ...tails, ...told(Math.min(from, end), end, true)];
}
