/** 语气: what people hang on the end of a clause (接了哈, 可以哒, 清好啦～🙏). It says nothing, but it stands where an end is looked for. */

const TAIL =
  /(?<=[一-龥\dA-Za-z✅)])(?<!整改|清理|处理)(?:(?<!哈)哈(?!哈)|[哒哦噢哟呀滴嘞]|[~～]|\p{Extended_Pictographic}|\s(?=[~～]|\p{Extended_Pictographic}))+(?=$|[\s,。!;])/gu;

/** The same text, as long as it was but for its end; 处理✅ stays, for there the picture is the deed. */
export const withoutTails = (text: string): string => text.replace(TAIL, (tail) => ' '.repeat(tail.length)).trimEnd();

/** Thanks at the end make no small talk of it. */
export const withoutThanks = (text: string): string =>
  text.replace(/[,。!;\s]*(?:辛苦|谢谢|感谢|拜托|麻烦)(?:了|大家|各位|您|领导|支持|配合)*[。!~\s]*$/, '');
