/** 已整改, 已办结, 100%: a row that others have finished is no new work. */
const DONE =
  /^(?:已经?|都已|全部|全)?(?:(?:整改|处理|落实|办理)(?:完成|完毕|到位|好)|完成(?:整改|处理)?|销号|办结|解决)了?$|^已经?(?:整改|处理|落实)了?$|^100(?:\.0+)?%?$/u;

export const isDoneWord = (word: string): boolean => DONE.test(word.normalize('NFKC').replace(/\s/gu, ''));
