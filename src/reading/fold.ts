/** 归一: one spelling for what people type in many. Full width, traditional forms, circled digits, invisible characters. */
import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 'hk', to: 'cn' });

/** ① becomes ⒈, which NFKC turns into `1.`: a list mark stays a list mark. */
const CIRCLED = /[\u2460-\u2473]/g;
/** ❶, ➊ */
const DARK = /[\u2776-\u277f\u278a-\u2793]/g;
/** 1️⃣ */
const KEYCAP = /(\d)\uFE0F?\u20E3/g;
const INVISIBLE = /\p{Cf}|\p{Co}|\p{Variation_Selector}/gu;
/** Control characters that no keyboard types stand for nothing; tabs and line ends for a space. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNTYPABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;
const CONTROL = /[\p{Cc}\p{Zs}\u2028\u2029]/gu;

/**
 * The text as all other parts of reading look at it: NFKC, simplified, without invisible characters, tabs and odd spaces as
 * one space, line breaks kept. Punctuation that has an ASCII form is ASCII. Folding twice changes nothing.
 */
export function fold(raw: string): string {
  const plain = raw
    .replace(CIRCLED, (mark) => ` ${String.fromCharCode(mark.charCodeAt(0) - 0x2460 + 0x2488)}`)
    .replace(DARK, (mark) => ` ${mark.charCodeAt(0) - (mark < '\u278a' ? 0x2775 : 0x2789)}.`)
    .replace(KEYCAP, ' $1.')
    .replace(INVISIBLE, '')
    .replace(UNTYPABLE, '')
    .normalize('NFKC')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, (char) => (char === '\n' ? char : ' '))
    .replace(/[·•▪]/g, '·');
  return (
    toSimplified(plain)
      .replace(/著装/g, '着装')
      // A full-width full point ends a sentence; NFKC makes the ASCII one of it.
      .replace(/(?<=\p{Script=Han})\.(?=\s|$|\p{Script=Han})/gu, '。')
      .replace(/ {2,}/g, ' ')
      .trim()
  );
}

const ASCII_TO_CHINESE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

/** Folded text as it is shown and stored: Chinese punctuation between Chinese words, no emoji, no loose ends. */
export function written(folded: string): string {
  return folded
    .replace(/\p{Extended_Pictographic}/gu, '')
    .replace(/(?<!\d)[,;:!?()]|[,;:!?()](?!\d)/g, (mark) => ASCII_TO_CHINESE[mark] ?? mark)
    .replace(/^[\s，。；：、！？~.…]+|[\s，。；：、！~.…]+$/g, '')
    .replace(/\s+/g, ' ');
}
