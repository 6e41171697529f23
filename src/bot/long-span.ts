/** 1至1120: so many numbers in one breath are not taken, and never the first and the last of them alone. */
import { Refusal } from '../domain/refusal.ts';
import { MOST_IN_RANGE, longSpanIn } from '../reading/numbers.ts';

/** Throws Refusal `numbers.span` where the order would be about the two ends of a span that is too long to be taken. */
export function refuseLongSpan(text: string, args: object): void {
  const span = longSpanIn(text);
  const nos = 'issueNos' in args && Array.isArray(args.issueNos) ? args.issueNos : [];
  if (span === null || !nos.includes(span.from) || !nos.includes(span.to)) return;
  const { from, to } = span;
  throw new Refusal(
    'numbers.span',
    `一次最多办${MOST_IN_RANGE}件，“${from}至${to}”没有办理。请分几次说，第一次写“${from}至${from + MOST_IN_RANGE - 1}”。没有作任何改动。`,
  );
}
