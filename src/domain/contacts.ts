/** 联系方式: kept apart from what a citizen says, and masked wherever people read (domain §11, §13.8). Pure text work. */

/** A digit as phones type it: Chinese keyboards give full-width ones (§14). */
const D = '[0-9０-９]';
const GAP = '[-－–—\\s]?';
const numbers = (pattern: string): RegExp => new RegExp(`(?<!${D})${pattern}(?!${D})`, 'g');

const MOBILE = numbers(`(?:(?:[+＋]|00|００)?(?:86|８６)${GAP})?([1１][3-9３-９]${D})${GAP}(${D}{4})${GAP}(${D}{4})`);
const LANDLINE = numbers(`([0０]${D}{2,3})${GAP}(${D}{3,4})(${D}{4})`);
const IDENTITY = numbers(`(${D}{4})${D}{10}(${D}{3}[0-9０-９XxＸｘ])`);

const narrow = (text: string): string =>
  text.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** `138****0000`, `010****1234`: a text in which nobody can be called up any more. Masking twice changes nothing. */
export const maskContacts = (text: string): string =>
  text
    .replaceAll(IDENTITY, (_, head: string, tail: string) => `${head}**********${tail}`)
    .replaceAll(MOBILE, (_, head: string, _middle: string, tail: string) => `${head}****${tail}`)
    .replaceAll(LANDLINE, (_, head: string, _middle: string, tail: string) => `${head}****${tail}`);

/** The first telephone number of a text, ASCII digits only; null: none. */
export function phoneIn(text: string): string | null {
  const found = [...text.matchAll(MOBILE), ...text.matchAll(LANDLINE)][0];
  return found === undefined ? null : narrow(found.slice(1).join(''));
}

const CONTACT_CLAUSE =
  /[，,。;；\s]*(?:诉求人|反映人|来电人|来信人|联系人|市民|居民|本人|我的?)?(?:[\u4e00-\u9fa5]{1,3}(?:先生|女士|同志))?(?:的)?(?:联系)?(?:电话|手机|号码|方式)(?:号码?|号)?(?:是|为)?\s*[:：]?\s*(?=[+＋\d０-９*])[+＋\d０-９*\-－ ]{7,20}/g;

/** What is said of a place, without how to call whoever said it; other numbers are masked. */
export const withoutContacts = (text: string): string =>
  maskContacts(text.replaceAll(CONTACT_CLAUSE, '')).trim() || maskContacts(text);
