/** 改编号、改结论: 301通过，打错了，是311; 301通过，说错了，不通过. */
import { UNCLEAR, type PutRight } from './put-right.ts';

const SERIES = /#?\d+号?(?:(?:[、/和与及跟&+]+|到|至|-|~)#?\d+号?)*/g;
/** Around a number that stands alone: 311吧, 问题311, 311那个. */
const FILLERS = /问题|任务|工作|留言|编号|第|项|[那这][个件条]?|才对|的|号|吧|哈|啊|哦|呢|了|[\s。!]/g;
/** 跟401重复 tells of another, 是311 of itself. */
const AT_THE_HEAD = /^(?![跟和与同])[^\d,。;]{0,6}#?\d/;

/** The lists of numbers of a text, as they were typed. */
const listsIn = (text: string, numbersIn: (text: string) => readonly number[]): readonly string[] =>
  [...text.matchAll(SERIES)].map(([list]) => list).filter((list) => overlaps(numbersIn(list), numbersIn(text)));

const overlaps = (some: readonly number[], others: readonly number[]): boolean =>
  some.some((one) => others.includes(one));

/** The last word is an order of its own, or a number alone that stands for the only list before. */
export const numbersPutRight: PutRight = (slip, { numbersIn }) => {
  const { before, clause, rest, kind, isLed } = slip;
  const [first, last] = [numbersIn(before), numbersIn(clause)];
  if (first.length === 0 || last.length === 0 || !AT_THE_HEAD.test(clause)) return null;
  // 303退回，不对，304退回: is 不对 the reason?
  if (kind === 'plain' && !isLed) return UNCLEAR;
  if (numbersIn(rest).some((no) => !last.includes(no))) return UNCLEAR;
  const [typed = ''] = listsIn(clause, numbersIn);
  if (clause.replace(typed, '').replace(FILLERS, '') !== '') return `${clause}${rest}`;
  const lists = listsIn(before, numbersIn);
  const isOne = first.length === 1 || first.length === last.length;
  return lists.length === 1 && isOne ? `${before.replace(lists[0] ?? '', typed)}${rest}` : UNCLEAR;
};

const NOT_GOOD = /^(?:还是)?(?:核查)?(?:不(?:能|予)?(?:通过|合格|行|销)|退回|打回|没(?:改|弄|清|修|到位|通过))/;
const VERDICT = new RegExp(`${NOT_GOOD.source}|^(?:还是)?(?:核查)?(?:通过|合格|销号?|认领|撤销|先[别不])`);
const PASSED = /(?:通过|合格|销号?|过)了?$/;

/** The same number, another verdict. 不对 between two of them is a reason, but not behind a yes. */
export const verdictPutRight: PutRight = ({ before, clause, rest, kind }, { numbersIn, hasQuote }) => {
  const lists = listsIn(before, numbersIn);
  if (lists.length === 0 && !hasQuote) return null;
  const isTurned = PASSED.test(before) && NOT_GOOD.test(clause);
  if (!VERDICT.test(clause) || (kind === 'plain' && !isTurned)) return null;
  return lists.length > 1 ? UNCLEAR : `${lists[0] ?? ''}${clause}${rest}`;
};
