/** 同音字: typing by sound gives the wrong character with the right sound. Compared by toneless syllables, character by character. */
import { pinyin } from 'pinyin-pro';

const syllables = new Map<string, string>();

function syllableOf(char: string): string {
  const known = syllables.get(char);
  if (known !== undefined) return known;
  const made = /\p{Script=Han}/u.test(char) ? pinyin(char, { toneType: 'none', type: 'array' }).join('') : char;
  syllables.set(char, made);
  return made;
}

const soundOf = (text: string): string => Array.from(text, syllableOf).join(' ');

export interface Correction {
  readonly start: number;
  readonly typed: string;
  readonly meant: string;
}

export type FindHomophones = (text: string) => readonly Correction[];

/**
 * Finds stretches of text that sound like one of the words and share at least one character in three with it, but are not it.
 * `never` lists real words that happen to sound alike.
 */
export function homophonesOf(words: readonly string[], never: readonly string[] = []): FindHomophones {
  const bySound = new Map<string, string>();
  for (const word of words) bySound.set(soundOf(word), word);
  const known = new Set([...words, ...never]);
  // Most places of a text begin no word at all: they are passed over at once.
  const firsts = new Set(words.map((word) => syllableOf(word.charAt(0))));
  const lengths = [...new Set(words.map((word) => word.length))].toSorted((a, b) => b - a);
  return (text) => {
    const found: Correction[] = [];
    const sounds = Array.from({ length: text.length }, (_, at) => syllableOf(text.charAt(at)));
    for (const length of lengths) {
      for (let start = 0; start + length <= text.length; start += 1) {
        if (!firsts.has(sounds[start] ?? '')) continue;
        const meant = bySound.get(sounds.slice(start, start + length).join(' '));
        if (meant === undefined) continue;
        const typed = text.slice(start, start + length);
        if (!/^\p{Script=Han}+$/u.test(typed) || known.has(typed)) continue;
        if (!sharesEnough(typed, meant)) continue;
        const overlaps = found.some(
          (other) => start < other.start + other.typed.length && other.start < start + length,
        );
        if (!overlaps) found.push({ start, typed, meant });
      }
    }
    return found;
  };
}

function sharesEnough(typed: string, meant: string): boolean {
  const same = Array.from(typed).filter((char, i) => char === meant[i]).length;
  return same * 3 >= typed.length;
}

/** The words of the trade that are often misspelt by sound (corpus README: homophone typos). */
const TERMS = [
  '按期整改率',
  '整改率',
  '办结率',
  '回复率',
  '整改',
  '销号',
  '认领',
  '核查',
  '催办',
  '转办',
  '挂账',
  '反弹',
  '延期',
  '申诉',
  '超期',
  '撤销',
  '台账',
  '督办',
  '合并',
  '排名',
];
/** Real words with the sound of a term, and half a word that is often part of another. */
const REAL_WORDS = [
  '小号',
  '预期',
  '正改',
  '人领',
  '专办',
  '推回',
  '代办',
  '合查',
  '验期',
  '何并',
  '和并',
  '河并',
  '整个',
  '真该',
  '正该',
  '读办',
  '度办',
  '都办',
  '分案',
];
const findTerms = homophonesOf(TERMS, REAL_WORDS);
/** Not the same sound, but the same slip. */
const SLIPS: readonly (readonly [string, string])[] = [
  ['申述', '申诉'],
  ['我的代办', '我的待办'],
  ['消好', '销号'],
  ['滩贩', '摊贩'],
  ['滩点', '摊点'],
  ['垃极', '垃圾'],
];

/** The text with misspelt words of the trade put right (length kept), and what was put right. */
export function correctTerms(text: string): { text: string; fuzzy: readonly (readonly [string, string])[] } {
  const fuzzy: (readonly [string, string])[] = [];
  let corrected = text;
  for (const { start, typed, meant } of findTerms(text)) {
    corrected = corrected.slice(0, start) + meant + corrected.slice(start + meant.length);
    fuzzy.push([typed, meant]);
  }
  for (const [typed, meant] of SLIPS) {
    if (!corrected.includes(typed)) continue;
    corrected = corrected.replaceAll(typed, meant);
    fuzzy.push([typed, meant]);
  }
  return { text: corrected, fuzzy };
}
