/** 一条消息几道指令: where a message is cut into its orders, and how they hang together. */
import { decideAct } from './acts/decide.ts';
import { requestAsked } from './acts/decisions.ts';
import type { Facts } from './acts/facts.ts';
import { JOINABLE, OF_SEVERAL } from './joinable.ts';
import type { findNumbers } from './numbers.ts';
import { cutOrders } from './orders.ts';
import { fillRulings, isOtherRequest, OF_ALL } from './ruled-beside.ts';
import { cutRulings } from './rulings.ts';
import type { Heard, Said } from './said.ts';
import { speakerOf } from './speaker.ts';

/** 327门口的垃圾，328墙上的广告都清了: said at the last of the numbers, of all of them. */
const spansBack = (stretch: string, { issueNos }: Facts): boolean =>
  issueNos.length === 1 && /都|全部|一并|一起|一块|统一|均/.test(stretch.replace(OF_ALL, ''));
const hasSpanning = (decided: readonly { stretch: string; facts: Facts }[]): boolean =>
  decided.some(({ stretch, facts }) => spansBack(stretch, facts));

/** What cutting needs of the reader. */
export interface Cutter {
  readonly factsOf: (heard: Heard, text: string, fuzzy: Said['fuzzy']) => Facts;
  readonly saidOf: (facts: Facts, act: string | null) => Said;
  readonly numbersAt: (text: string, sentAt: Date) => ReturnType<typeof findNumbers>;
}

/**
 * Makes the function that gives the orders of a message in their sequence; null where it is one. Several only where each of them is one
 * for sure; what is said of other numbers is left alone.
 */
export function ordersReader({
  factsOf,
  saidOf,
  numbersAt,
}: Cutter): (heard: Heard, text: string, fuzzy: Said['fuzzy']) => readonly Said[] | null {
  return (heard, text, fuzzy) => {
    const numbersIn = (stretch: string): ReturnType<typeof findNumbers> => numbersAt(stretch, heard.sentAt);
    const orders = cutOrders(text, numbersIn);
    const stretches = orders.flatMap((stretch) => {
      // 申诉驳回了，我们申请延期: a unit decides nothing.
      if (speakerOf(heard.sender) === 'unit') return [stretch];
      const { issueNos } = numbersIn(stretch);
      const isOwn = issueNos.length > 0;
      return cutRulings(stretch, {
        nosOf: () => (isOwn ? issueNos : factsOf(heard, stretch, fuzzy).issueNos),
        asked: isOwn ? undefined : requestAsked(heard.quote),
        isNumbered: (said) => numbersIn(said).issueNos.length > 0,
      });
    });
    const isCut = stretches.length > 1 || stretches[0] !== orders[0];
    if (!isCut || stretches.length > 20) return null;
    const read = stretches.map((stretch) => {
      const facts = factsOf({ ...heard, quote: null }, stretch, fuzzy);
      return { stretch, facts, act: decideAct(facts) };
    });
    fillRulings(read, (stretch) => decideAct(factsOf({ ...heard, quote: null }, stretch, fuzzy)));
    const decided = read.filter(({ act }) => act !== null);
    const others = read.filter(({ act }) => act === null);
    if (decided.length === 0 || others.some(({ facts, stretch }) => !facts.hasOwnNumbers || spansBack(stretch, facts)))
      return null;
    if (others.length > 0 && (OF_SEVERAL.has(decideAct(factsOf(heard, text, fuzzy)) ?? '') || hasSpanning(decided)))
      return null;
    // 1退回，还有两个摊位没撤: without a place it is the reason, no new problem.
    if (decided.some(({ act, facts }) => act === 'issue.log' && facts.location === null)) return null;
    if (decided.filter(({ act }) => act === 'issue.log').length > 1 || decided[0]?.act === 'issue.log') return null;
    const joined: { act: string | null; stretches: string[] }[] = [];
    for (const { act, stretch } of decided) {
      const same = joined.find((one) => one.act === act && JOINABLE.has(act ?? ''));
      if (same) same.stretches.push(stretch);
      else joined.push({ act, stretches: [stretch] });
    }
    if (joined.length + others.length < 2 && stretches.length > 1) return null;
    return joined.map(({ act, stretches: texts }) => {
      const facts = factsOf({ ...heard, quote: null }, texts.join(','), fuzzy);
      // 580、581都在施工，580快些: further said of one of them.
      const others = read.filter((one) => !isOtherRequest(act, one.act));
      return saidOf(act === 'issue.progress' ? facts : withoutOthers(facts, texts, others), act);
    });
  };
}

/** 701到705认领，704不是我们的: what is said of one number apart is not said of it with the rest. */
function withoutOthers(
  facts: Facts,
  own: readonly string[],
  read: readonly { stretch: string; facts: Facts }[],
): Facts {
  const others = read.filter(
    ({ stretch, facts: { issueNos } }) => !own.includes(stretch) && issueNos.length < facts.issueNos.length,
  );
  const taken = new Set(others.flatMap(({ facts: { issueNos } }) => issueNos));
  return { ...facts, issueNos: facts.issueNos.filter((no) => !taken.has(no)) };
}
