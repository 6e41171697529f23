/**
 * 随口问: officials learn no syntax. Whom or where or when, and one word that asks: 怎么样, 拖后腿, 还差几件, 要我办, 弄好了没. Asked last, where
 * no other rule has understood the message, and only where every word is one such questions are made of: they change nothing, yet an
 * answer that nobody asked for is worse than none.
 */
import type { ActRule, Facts } from './facts.ts';
import { asksForMine, asksWhetherDone, asksWhetherTaken, ON_DUTY, PAPER_OUT } from './loose-deeds.ts';
import { asksChange, asksHowFar, asksHowItStands, asksTotal, asksWhatIsLeft, asksWhoIsBest } from './loose-figures.ts';
import { isAtPlace, isPlainlyAsked } from './loose-words.ts';

/** One state, one place or one unit asked after in words of every day. */
export const asksLoosely: ActRule = (facts) => {
  if (!isPlainlyAsked(facts)) return null;
  const { text, speaker } = facts;
  if (PAPER_OUT.test(text) && facts.units.length === 0) return 'help';
  if (ON_DUTY.test(text)) return 'duty.query';
  if (asksChange(facts)) return 'query.rate';
  if (asksWhoIsBest(facts)) return 'query.ranking';
  if (asksForMine(facts)) return 'query.todo';
  if (asksWhetherTaken(facts)) return 'query.list';
  if (asksHowFar(facts)) return 'query.rate';
  if (asksTotal(facts)) return 'query.stats';
  if (asksWhatIsLeft(facts)) return speaker === 'unit' && isOfAsker(facts) ? 'query.todo' : 'query.list';
  if (asksHowItStands(facts)) return subjectOf(facts);
  return asksWhetherDone(facts);
};

/** Of nobody else than the asker: 还剩几件 said by a unit. */
const isOfAsker = ({ text, units, sites, location, period, persons, heard }: Facts): boolean =>
  !/全?[市区县]/.test(text) &&
  units.every((unit) => unit === heard.sender?.unit) &&
  sites.length === 0 &&
  location === null &&
  period === null &&
  persons.length === 0;

function subjectOf(facts: Facts): string {
  if (isAtPlace(facts) || facts.persons.length > 0) return 'query.list';
  return facts.team === null ? 'query.rate' : 'query.stats';
}

/** 进度如何, 我们算不算靠后: after the state, not after how something is done. */
export const asksState = (facts: Facts): boolean => !['help', null].includes(asksLoosely(facts));
/** 那几个问题都改了吗: after deeds, no figure. */
export const asksDeed = (facts: Facts): boolean => isPlainlyAsked(facts) && asksWhetherDone(facts) !== null;
/** 还剩几件: of a unit’s own. */
export const asksOwnRest = (facts: Facts): boolean =>
  facts.speaker === 'unit' && isPlainlyAsked(facts) && asksWhatIsLeft(facts) && isOfAsker(facts);
