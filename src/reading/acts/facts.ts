/** What the rules of acts look at: the facts of a clause before its act is decided. */
import type { Said } from '../said.ts';

export type Facts = Omit<Said, 'act' | 'issues' | 'answer' | 'parts' | 'topic' | 'reason' | 'has'> & {
  /** A problem's category that the words point to. */
  readonly category: string | null;
  /** A problem's number was said outright: #327, 327号. */
  readonly explicitNo: boolean;
  /** Where in the text units are named. */
  readonly unitStarts: readonly number[];
};

/** A rule: the act that the facts make, or null. */
export type ActRule = (facts: Facts) => string | null;

const QUESTION =
  /[?]|吗|(?<!什)么$|呢$|多少|(?<!好)几[个件条处家起宗份项户台张]|哪[些个家几里位]|什么(?!都|也)|啥(?!都|也)|咋|怎么|怎样|如何|谁|哪一?步|到哪|是否|有没有|没有\s*$|了没$|没\s*$|为啥|干嘛|能不能|可不可以|行不行|是不是/;

/** Asked, not told. */
export const isQuestion = (text: string): boolean => QUESTION.test(text);

/** Said of a condition, of the past, by others, or left open: 如果, 等…再, 听说, 应该可以, 再议. */
export const isHedged = (text: string): boolean =>
  /如果|要是|假如|倘若|万一|(?:^|[,。\s])等.{1,14}(?:再|后|以后)|(?:^|[,。\s])等#?\d+号?[^,。]{0,6}(?:弄|改|修|清|完|好)|下次|以后再|听说|据说|[他她](?:们)?说|(?:局|主任|组长?|领导|书记|大队)说|应该(?:可以|能)|预计能|可能|再议|再看看|我看看|再说|考虑|要不要|研究|讨论|我觉得|会上|纪要|(?:昨天|前天|之前|上次|早就).{0,10}(?:销号|退回|通过|驳回|批)了?[\s。]*$/.test(
    text,
  );

/** Thanks, courtesy, news, meetings, wishes, talk about others: no order, whatever words occur in it. */
export const isIdle = (text: string): boolean =>
  /^【?(?:转发|转载|通知|公告)】?|会议(?:强调|要求|指出)|召开|推进会|记者|大家(?:注意|辛苦|早|好)|如果|要是|假如|假设|比方|听说|据说|听讲|好像是?说|开玩笑|人人|从我做起|从自己|禁止|严禁|我在路上|堵在|香(?:$|[,。!])|好吃|便宜|房价|哈{2,}|天气|群公告|别忘了|辛苦(?:了|大家)|点赞|表扬|鼓掌|致敬|感谢|谢谢|给力|不错(?!的是)|真(?:好|干净|不错|棒|漂亮|快)|[很挺好特别太非常越来]{1,2}(?:干净|整洁|漂亮|不错|及时|到位)|恭喜|祝|早上好|晚上好|中午好/.test(
    text,
  );
