/** Cuts a long text into numbered parts by characters and people (dingtalk §6.1). Pure. */
import type { Mention } from '../../chat.ts';
import { cutAt, numbered } from '../cutting.ts';
import type { Span } from '../cutting.ts';

export interface Part {
  readonly text: string;
  /** Who is to be notified by this part: those whose `@name` occurs here for the first time. */
  readonly mentions: readonly Mention[];
}

export interface PartLimits {
  /** UTF-16 units, so that no part has more than three bytes of UTF-8 for each: 3,500 are at most 10,500 bytes. */
  readonly characters: number;
  readonly mentions: number;
}

/** People per message (dingtalk §6.1). */
export const MOST_MENTIONS = 50;

interface NameSpan extends Span {
  /** Null on a later occurrence: nobody is notified twice. */
  readonly mention: Mention | null;
}

/**
 * Text → parts within the limits, numbered `(1/3)` where there is more than one. A cut is never inside a character or an `@name`.
 * People whose name the text does not show are added at its end, for nobody is notified without a visible reason.
 */
export function splitText(text: string, mentions: readonly Mention[], limits: PartLimits): Part[] {
  const whole = withUnseen(text, mentions);
  const spans = spansOf(whole, mentions);
  const single = cut(whole, spans, limits);
  if (single.length === 1) return single;
  const parts = numbered(({ length }) => cut(whole, spans, { ...limits, characters: limits.characters - length }));
  return parts.map(({ number, part }) => ({ ...part, text: number + part.text }));
}

function withUnseen(text: string, mentions: readonly Mention[]): string {
  const seen = new Set(spansOf(text, mentions).map(({ mention }) => mention));
  const unseen = mentions.filter((mention) => !seen.has(mention));
  return unseen.length === 0 ? text : `${text}\n${unseen.map(({ name }) => `@${name}`).join(' ')}`;
}

/** Every `@name` of these people in reading order; the longest name wins, so that 王磊 does not take 王磊磊's place. */
function spansOf(text: string, mentions: readonly Mention[]): NameSpan[] {
  const byName = new Map(mentions.map((mention) => [mention.name, mention]));
  const names = [...byName.keys()].filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return [];
  const pattern = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|');
  const taken = new Set<Mention>();
  return Array.from(text.matchAll(new RegExp(`@(${pattern})`, 'gu')), ({ index, 0: { length }, 1: name }) => {
    const mention = byName.get(name ?? '');
    const isFirst = mention !== undefined && !taken.has(mention);
    if (mention !== undefined) taken.add(mention);
    return { from: index, to: index + length, mention: isFirst ? mention : null };
  });
}

function cut(text: string, spans: readonly NameSpan[], limits: PartLimits): Part[] {
  const parts: Part[] = [];
  let from = 0;
  while (from < text.length) {
    const most = mostFrom({ from, end: text.length }, spans, limits);
    const to = most >= text.length ? text.length : cutAt(text, { from, most }, spans);
    const mentions = spans.flatMap((span) =>
      span.from >= from && span.from < to && span.mention ? [span.mention] : [],
    );
    const piece = text.slice(from, to).replaceAll(/^\n+|\n+$/gu, '');
    if (piece !== '') parts.push({ text: piece, mentions });
    from = to;
  }
  return parts.length === 0 ? [{ text, mentions: [] }] : parts;
}

/** How far a part that begins here may reach: so many characters, and not as far as one person too many. */
function mostFrom(
  { from, end }: { from: number; end: number },
  spans: readonly NameSpan[],
  limits: PartLimits,
): number {
  const tooMany = spans.filter((span) => span.mention !== null && span.from >= from)[limits.mentions];
  return Math.min(end, from + limits.characters, tooMany?.from ?? end);
}
