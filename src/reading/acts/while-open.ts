/**
 * 等答复时说的话: one rule for every open question. A message is first read as if nothing were open; what is then an act, a problem or a
 * question of its own is that, and the bot's question stays open. Of the rest only what has the shape of the answer is one.
 */
import type { Asked } from './asked.ts';
import { asksBack, callsOff } from './calling-off.ts';
import { saysWhere } from './citizens-own-words.ts';
import { answerTo, amends, saysYes } from './drafts.ts';
import { type Facts, isIdle, isQuestion } from './facts.ts';
import { startsAsOrder, startsWithNumber } from './order-first.ts';

/** `own`: the act of its own. Null: neither, and the bot asks once more. */
export type WhileOpen = 'own' | 'draft.fill' | 'draft.confirm' | 'draft.discard' | null;

/** `own`: what the message is with nothing open; null where it is nothing. */
export function whileOpen(facts: Facts, asked: Asked, own: string | null): WhileOpen {
  if (asksBack(facts.text)) return null;
  const answer = answerTo(facts, asked);
  if (answer === null) return isMoreOfTheSame(facts, asked, own) ? null : 'own';
  if (answer === 'draft.discard' && callsOff(facts.text)) return answer;
  if (own !== null && isOwn(facts, asked, own)) return 'own';
  return isNoAnswer(facts, asked, own) ? null : answer;
}

const isQuery = (act: string): boolean => /^query\.|\.query$|^(?:help|issue\.show)$/.test(act);
const isLog = (act: string): boolean => act === 'issue.log' || act === 'citizen.log';
/** What a reason may tell of: 已经申诉过, 跟312重复. */
const OF_A_PROBLEM = /^(?:issue|appeal|extend|suspend|draft|task|duty|material|citizen|outreach|score)\./;

/** 和312重复, 312已经登记过了: numbers that are told of, not ordered about. */
const TELLS_OF_NUMBERS =
  /(?:跟|和|与|同|见|属于?|并入|是|就是|重复|在|按|像)\s*(?:问题|编号)?#?\d+号?[^,。;]{0,8}(?:重|同|一样|一个|一回事|一起|登|报|有过?)|#?\d+号?(?:那[个条件]|里)?(?:已经?|早就?|都)(?:登记|上?报|录|有)/;
/** 原因：…, 因为…: said to be one. */
const NAMED_REASON = /^(?:原因|理由|因为|由于)/;

const namesOthers = ({ hasOwnNumbers, issueNos, taskNos, messageNos, papers }: Facts, asked: Asked): boolean =>
  (hasOwnNumbers && (taskNos.length + messageNos.length > 0 || issueNos.some((no) => !asked.issueNos.includes(no)))) ||
  papers.length > 0;

function isOwn(facts: Facts, asked: Asked, own: string): boolean {
  const { hasOwnNumbers, text, images } = facts;
  if (asked.missing.includes('issueNos')) return false;
  // 在翠竹园 answers where; 还是那么臭 and a telephone number are about what he reported before.
  if (own === 'citizen.add' && asked.missing.includes('location')) return !saysWhere(facts);
  if (asked.kind === 'confirm') {
    if (/^import\.|^citizen\.link$/.test(own)) return true;
    if (saysYes(text) && isQuery(own)) return true;
    if (!asked.isQuoted && !saysYes(text) && !amends(text) && !isLog(own)) return true;
    return hasOwnNumbers && text.length > 1 && !amends(text) && !isLog(own);
  }
  if (asked.missing.includes('reason')) return isOwnBesideReason(facts, asked, own);
  if (isLog(own)) return isOtherProblem(facts, asked);
  if (asked.isQuoted || (images > 0 && asked.missing.includes('photos'))) return hasOwnNumbers && !isQuery(own);
  return true;
}

/** There only what cannot be told as a reason counts: no matter of a problem, an order first, or other numbers that are not told of. */
function isOwnBesideReason(facts: Facts, asked: Asked, own: string): boolean {
  const { text, speaker, isPlaceNamed } = facts;
  if (NAMED_REASON.test(text)) return false;
  // Whoever is responsible logs nothing; his reasons have places.
  if (isLog(own)) return !asked.isQuoted && speaker !== 'unit' && (isPlaceNamed || isGivenToUnit(facts));
  if (startsAsOrder(facts)) return !TELLS_OF_NUMBERS.test(text) || !startsWithNumber(facts);
  if (asked.isQuoted) return false;
  if (isQuery(own) || !OF_A_PROBLEM.test(own)) return true;
  return namesOthers(facts, asked) && !TELLS_OF_NUMBERS.test(text);
}

/** 公交站牌破了，交通局; 有人贴广告，请城管局处理: told for a unit to deal with. 环卫没来 only tells of it. */
const isGivenToUnit = ({ text, units, unitStarts, isUrgent, deadline }: Facts): boolean =>
  units.length > 0 &&
  (isUrgent ||
    deadline !== null ||
    unitStarts.some(
      (start) => /[,。;\s](?:请|找|给|由)?$/.test(text.slice(0, start)) && !/[没不未已说来]/.test(text.slice(start)),
    ));

/** 文昌公园厕所: a place, though the word for it is that of a kind of problems. */
const isPlaceAlone = ({ text, location }: Facts): boolean =>
  location !== null && text.replace(location, '').replace(/[\s\p{P}就在是的吧]/gu, '') === '';

/** Another problem than the one that is asked about: it tells what is wrong, and is not the same told again with its place. */
function isOtherProblem(facts: Facts, asked: Asked): boolean {
  const { category, location, units, isUrgent, deadline, text } = facts;
  const { missing, isQuoted, categories } = asked;
  if (category === null || isPlaceAlone(facts)) return false;
  const isOrder = isUrgent || deadline !== null || /请|处理|整改|清理/.test(text);
  if (missing.includes('location') && missing.includes('units')) return isOrder && location !== null;
  if (!missing.includes('location')) return location !== null && (units.length > 0 || isUrgent);
  if (units.length > 0) return true;
  return !isQuoted && !categories.includes(category);
}

/** 还是那么臭, where the place of the stench is asked: no second problem. */
const isMoreOfTheSame = ({ category, location, units }: Facts, asked: Asked, own: string | null): boolean =>
  own !== null &&
  isLog(own) &&
  asked.missing.includes('location') &&
  location === null &&
  units.length === 0 &&
  category !== null &&
  asked.categories.includes(category);

/** Told of a place that is not quoted to be the one asked about: 文昌公园长廊柱子掉漆. Units give such reasons. */
const tellsOfPlace = ({ text, location, isPlaceNamed, speaker }: Facts): boolean =>
  speaker !== 'unit' && isPlaceNamed && location !== null && text.startsWith(location);

function isNoReason(facts: Facts, asked: Asked): boolean {
  if (NAMED_REASON.test(facts.text)) return false;
  const isOther = namesOthers(facts, asked) && !TELLS_OF_NUMBERS.test(facts.text);
  const isOrder = startsAsOrder(facts) && !startsWithNumber(facts) && !isTimeAsked(facts, asked);
  return isOther || isOrder || (!asked.isQuoted && tellsOfPlace(facts));
}

function isNoAnswer(facts: Facts, asked: Asked, own: string | null): boolean {
  const { text, images, hasOwnNumbers } = facts;
  const isConfirm = asked.kind === 'confirm';
  // 对，顺便催一下环卫: a yes to one thing and an order for another.
  if (isConfirm && saysYes(text)) {
    // 对，责任单位城管局, under the card: the unit is a change of what was shown.
    const isMore =
      own !== null && !(asked.isQuoted && own === 'issue.reassign') && !isLog(own) && !isQuery(own) && text.length > 1;
    return !amends(text) && (isMore || (text.length > 1 && hasOwnNumbers && namesOthers(facts, asked)));
  }
  if (isConfirm || asked.missing.includes('issueNos')) return false;
  const asksReason = asked.missing.includes('reason');
  if (asksReason && isNoReason(facts, asked)) return true;
  // 53是城投的吧: of another number, whatever is asked. A house may stand first in a place.
  const isOther = startsWithNumber(facts) && namesOthers(facts, asked) && !TELLS_OF_NUMBERS.test(text);
  // 301 with a picture, where photos of several are asked for: which of them it is of.
  const isNumberOfPhoto = asked.missing.includes('photos') && images > 0 && /^[#\d\s、,]+$/.test(text);
  if (isOther && !isNumberOfPhoto && !asked.missing.includes('location')) return true;
  if (asked.missing.includes('photos') && images > 0) return false;
  // Said without quoting the question, a question or small talk gives no particulars: they would be written down.
  return (
    !asked.isQuoted &&
    images === 0 &&
    (isQuestion(text) || isIdle(asksReason ? text.replaceAll('天气', '') : text) || /什么|谁|怎么/.test(text))
  );
}

/** 延期到11月28日，配件未到. */
const isTimeAsked = ({ deadline }: Facts, { missing }: Asked): boolean =>
  missing.includes('deadline') && deadline !== null;
