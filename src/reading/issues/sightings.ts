/** 何时看到: 今早7点巡查发现, 省督查组11月19日反馈. When it was seen is neither the problem nor its limit. */
import { deadlinesIn } from '../deadlines.ts';
import { meets } from './spans.ts';
import type { IssueTools } from './tools.ts';

const SEEN_AFTER =
  /^[^,。;\n]{0,4}?(?:巡查|检查|督查|抽查|暗访|发现|看到|拍的?|接到|路过|反馈|交办|通报|去看|走访|转来|反映|来电)/;
const ALONE_AFTER = /^\s*(?:[,。;:\n]|$)/;
const OPENS = /(?:^|[。;:\n\uE001])\s*$/;
const BEGINS = /(?:^|[\s,。;:\n\uE001])(?:我们?)?(?:于|在)?$/;

/** The text without such times. 夜里十一点还在打桩 is what is wrong, and stays. */
export function withoutSightings(text: string, sentAt: Date, tools: IssueTools): string {
  const phrases = tools.findDates(text, sentAt);
  if (phrases.length === 0) return text;
  const deadlines = deadlinesIn(text, phrases, { now: sentAt, rules: tools.deadlineRules });
  let rest = text;
  for (const phrase of phrases.toReversed()) {
    if (deadlines.some((deadline) => meets(deadline, phrase)) || phrase.milestone !== null) continue;
    const [before, after] = [text.slice(0, phrase.start), text.slice(phrase.end)];
    const isAtHead =
      (OPENS.test(before) && ALONE_AFTER.test(after)) ||
      (BEGINS.test(before) &&
        tools.places.first(after.trimStart().replace(/^(?:在|去|到|路过|经过)(?:了|的)?/, ''), true)?.start === 0);
    if (SEEN_AFTER.test(after) || isAtHead) rest = rest.slice(0, phrase.start) + rest.slice(phrase.end);
  }
  return rest;
}
