/** 语气: what people hang on the end of a clause (接了哈, 可以哒, 清好啦～🙏). It says nothing, but it stands where an end is looked for. */

const TAIL =
  /(?<=[一-龥\dA-Za-z✅)])(?<!整改|清理|处理)(?:(?<!哈)哈(?!哈)|[哒哦噢哟呀滴嘞]|[~～]|\p{Extended_Pictographic}|\s(?=[~～]|\p{Extended_Pictographic}))+(?=$|[\s,。!;])/gu;

/** The same text, as long as it was but for its end; 处理✅ stays, for there the picture is the deed. */
export const withoutTails = (text: string): string => text.replace(TAIL, (tail) => ' '.repeat(tail.length)).trimEnd();

const THANKS = /[,。!;\s]*(?:辛苦|谢谢|多谢|感谢|拜托|麻烦)(?:了|啦|大家|各位|您|你|领导|支持|配合)*[。!~\s]*$/;

/** Thanks at the end make no small talk of what comes before. */
export const withoutThanks = (text: string): string => text.replace(THANKS, '');

/** 请出一份周报，谢谢: asked politely, and the same text without the thanks; null where it is no request with thanks behind it. */
export const withoutThanksBehind = (text: string): string | null =>
  /^(?:请(?!各)|麻烦|劳[驾烦]|烦请|帮(?:忙|我))/.test(text) && THANKS.test(text) ? withoutThanks(text) : null;
