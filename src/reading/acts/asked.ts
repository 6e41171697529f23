/** 问到的: what the bot has asked this person, by the question he quotes or the one that is open. */
import { quotedNumbers } from '../numbers.ts';
import type { Heard } from '../said.ts';

export interface Asked {
  readonly kind: 'confirm' | 'fill';
  readonly missing: readonly string[];
  /** The question itself is quoted: what is said is said to it. */
  readonly isQuoted: boolean;
  /** The problems that the question is about. */
  readonly issueNos: readonly number[];
  /** Their categories, where they are not logged yet. */
  readonly categories: readonly string[];
}

/** Null where it asked nothing. */
export function askedOf({ heard }: { readonly heard: Pick<Heard, 'quote' | 'pending'> }): Asked | null {
  const { pending } = heard;
  const quote = heard.quote ?? '';
  const about = { issueNos: pending?.issueNos ?? [], categories: pending?.categories ?? [] };
  const quoted = { isQuoted: true, ...about, issueNos: quotedNumbers(quote).issueNos };
  if (ASKS_YES.test(quote)) return { kind: 'confirm', missing: SUGGESTS.test(quote) ? ['units'] : [], ...quoted };
  const missing = ASKS_MORE.test(quote) && !quote.startsWith('【') ? missingIn(quote) : [];
  if (missing.length > 0) return { kind: 'fill', missing, ...quoted };
  return pending ? { kind: pending.kind, missing: pending.missing, isQuoted: false, ...about } : null;
}

const ASKS_YES = /请确认|回复[“"'「]?(?:对|是|确认)|是否确认|对吗|确认(?:一下)?(?:吗|后)/;
/** The unit is the bot's suggestion; another may be named in its stead. */
const SUGGESTS = /直接回复单位名|责任单位建议/;
const ASKS_MORE =
  /还[差缺少]|缺少?|请补|需要?一?[个张]?(?:原因|理由|照片|位置|时限|单位)|(?:在)?什么位置|在哪里|哪个单位|请(?:发|附|上传|提供).{0,4}(?:照片|图)|原因是什么|什么时候/;

function missingIn(quote: string): string[] {
  if (/^\s*还缺编号/.test(quote)) return ['issueNos'];
  const asked = quote.replace(/“[^”]*”|"[^"]*"/g, '');
  const words: readonly (readonly [string, RegExp])[] = [
    ['location', /位置|地点|在哪/],
    ['units', /单位|谁负责|哪家/],
    ['photos', /照片|图/],
    ['reason', /原因|理由/],
    ['deadline', /时限|期限|什么时候|时间|哪一?[天日]/],
  ];
  return words.filter(([, pattern]) => pattern.test(asked)).map(([key]) => key);
}
