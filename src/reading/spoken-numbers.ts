/** 口说的编号: numbers of problems said in Chinese numerals, put into digits, so that all that looks for numbers looks for digits. */
import { MEASURES } from './measures.ts';
import { parseNumeral } from './numerals.ts';

const DIGIT = '[〇零幺一二三四五六七八九]';
const ANY = '[〇零幺一二三四五六七八九十百千万亿]';
/** 三百零八, 三六四: at least three figures; fewer are counts, houses and names (三中, 五一路, 一号工地). */
const NUMBER = `(?:[一二两三四五六七八九][百千][〇零一二两三四五六七八九十百]*|(?![〇零])${DIGIT}{3,6})(?!${ANY})`;
/** In a list behind the first fewer will do: 三六四、四十二. */
const FURTHER = `(?:${NUMBER}|(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]${DIGIT})(?!${ANY}))`;
const GLUE = '\\s*(?:[、,/和与及跟同到至~-]|以及)\\s*第?';
/** 交了五百: a round sum, where no 号 and no list tells otherwise. */
const ROUND = `[一二两三四五六七八九][百千](?!${ANY})(?!号|${GLUE}${NUMBER})`;
const RUN = `(?!${ROUND})${NUMBER}号?(?:${GLUE}${FURTHER}号?)*`;
/** Where the name of what is meant can stand: at the head, behind what is done to it, behind 那个. */
const BEFORE =
  '(?<=^|[^\\p{Script=Han}\\p{N}]|第|问题|编号|单号|关于|[那这][个件条]|[把将和与及跟同到至了下看查接领认催办给并合入进归退回销撤转派除留先再请意准过])';
/** 三百块, 一〇一医院, 三六五天: figures of something else; and a list of which a part is not understood is left alone. */
const BEHIND = `(?!${MEASURES}|医院|[国省县]道|大道|方(?![案面])|[厂班号人多万点斤亩瓶]|${GLUE}${ANY})`;
/** Days, telephones and sayings: 三一五晚会, 一一九, 三二一. By themselves they are no numbers of problems. */
const SAYINGS =
  /^(?:三一五|九一八|五二[零〇]|六一八|一一[九零〇]|一二[零〇]|三六[零〇五]|九九六|一二三[四五六七八九]*|三二一|(.)\1+)$/;

const AT_ITS_PLACE = new RegExp(`${BEFORE}${RUN}${BEHIND}`, 'gu');
/** Anywhere, with 号; but 三百号 may be so many people. */
const WITH_HAO = new RegExp(`(?<!${ANY})(?![一二两三四五六七八九][百千]号)${NUMBER}号`, 'gu');
const FEW = /第([一二三四五六七八九]?十[一二三四五六七八九]?)号/g;
const EACH = new RegExp(FURTHER, 'gu');

const inDigits = (said: string): string => String(parseNumeral(said) ?? said);
const allInDigits = (run: string): string => run.replace(EACH, inDigits);

/** Folded text with the numbers of problems in digits: 三百零八号 → 308号, 三六四、三六五两件 → 364、365两件. Doing it twice changes nothing. */
export function withDigits(text: string): string {
  if (!/[〇零幺一二两三四五六七八九十百千]{2}/.test(text)) return text;
  return text
    .replace(AT_ITS_PLACE, (run: string, at: number) => {
      const isHead = !/[\p{Script=Han}#]$/u.test(text.slice(0, at));
      return isHead && SAYINGS.test(run) ? run : allInDigits(run);
    })
    .replace(WITH_HAO, allInDigits)
    .replace(FEW, (_, few: string) => `第${inDigits(few)}号`);
}
