/** What the rules of acts look at: the facts of a clause before its act is decided. */
import type { Said } from '../said.ts';

export type Facts = Omit<
  Said,
  'act' | 'issues' | 'answer' | 'tasks' | 'parts' | 'leftNos' | 'topic' | 'undone' | 'takenBack' | 'reason' | 'has'
> & {
  /** A problem's category that the words point to. */
  readonly category: string | null;
  /** The kind that a thing of the trade points to (路牌, 长椅, 窗口), where the words decide nothing. */
  readonly thing: string | null;
  /** The place has a name of its own; 门口, 公厕 and 垃圾桶旁 have none. */
  readonly isPlaceNamed: boolean;
  /** A problem's number was said outright: #327, 327号. */
  readonly explicitNo: boolean;
  /** A number stands in two lists of the message that are not the same: 301至304，302不合格. */
  readonly namesTwice: boolean;
  /** The one problem of the card that is replied to; null where there is none or several. */
  readonly quotedNo: number | null;
  /** The kind of the problem on the card that is replied to. */
  readonly quotedCategory: string | null;
  /** The text with units, people, sites, places and times blanked out. */
  readonly unnamed: string;
  /** Where in the text units are named. */
  readonly unitStarts: readonly number[];
  /** The text with marks for names: 463Ⓟ跟一下, 428给Ⓤ, 我们 for the sender's own unit. */
  readonly outline: string;
};

/** A rule: the act that the facts make, or null. */
export type ActRule = (facts: Facts) => string | null;

const QUESTION =
  /[?]|吗|(?<!什)么$|(?<!着|还[^,。;]{1,8}|没[^,。;]{1,6})呢$|多少|(?<![好这那头十])几[个件条处家起宗份项户台张成类](?!果)|(?:还[剩差有要]|[剩差]|超(?:期)?了?|拖了?)几[天日]|第几|老几|到几(?=了|成|[?]|$)|几(?:号|点(?!建议|意见)|时(?!候))|何时|哪[些个家几里位天类种条]|(?<!现)在哪(?=$|[?儿])|(?<![没不])多(?:长时间|久)|(?<!一)几次|(?<!没有?)(?:什么|啥)(?!都|也)|咋|怎么|怎样|如何|谁|哪一?步|到哪|是否|有没有|没有\s*$|了没$|没\s*$|为啥|干嘛|能不能|可不可以|(?<!不)行不行|[高低升降多少好差][^,。]{0,2}还是[^,。]{1,4}$|同意[^,。;]{0,4}[不没](?:有)?同意|(?<verb>通过|销号|退回|打回|整改|处理|合格|认领|撤销|同意|批准|到位|完成|重复|批)[不没](?:有)?\k<verb>|(?<said>[一-龥]{2,4})[没不](?:有)?\k<said>(?!一个样|都|也)|是不是|(?:能|可以)[^,。;]{0,6}不\s*$|(?:可以|[了行好成对能])不[?。\s]*$|(?:该|怕)?不会[是又再给]*[^,。;]{1,10}吧[\s。]*$|(?<single>[够超齐满高低多大快慢严算])不\k<single>|[到达超]没[到达超]|(?<deed>[改弄办批清修销过接])没\k<deed>/;

/** 谁家门口谁负责 is a saying, 多少问题都是老问题 a complaint; 这叫整改？ and 怎么还没动 are indignation. */
const NO_QUESTION =
  /挂什么账|延什么期|申什么诉|几[个名位辆家户群拨伙处张把台][^,。;!?几没]{1,8}(?:躺|坐|蹲|堵|占|摆|堆|停|扔|抽烟|烧|晒|围|晾|贴)(?![^,。;!]*(?:[?吗]|没有?$))|多少[^,。;!?多少]{1,8}都|谁[^,。;!?]{1,8}谁|谁[都也](?=[别不没])|哪([天日个家里儿种条])[^,。;!?]{0,6}?就?[^,。;!?]{0,2}哪\1|好意思[^,。;!?]{0,4}?[吗?]+|(?:[弄搞改整清刷做]的?|这是)(?:什么|啥)(?:呀|啊|玩意儿?|东西|名堂)?(?=\s*(?:[,。!;]|$))|(?:这也?叫|也(?:能)?(?:算|叫)|就这(?:样|也)?)[^,。;!?]{0,8}[?]/g;

/** Asked, not told. */
export const isQuestion = (text: string): boolean => QUESTION.test(text.replace(NO_QUESTION, ''));

/** Said of a condition, of the past, by others, or left open: 如果, 等…再, 听说, 应该可以, 再议. */
export const isHedged = (text: string): boolean =>
  /如果|(?<!主)要是|要不是|的话|假如|倘若|万一|(?:^|[,。\s])等.{1,14}(?:再|后|以后)|(?:^|[,。\s])等#?\d+号?[^,。]{0,6}(?:弄|改|修|清|完|好)|下次(?!别|不要|注意|再)|以后再(?!这样|犯)|听说|据说|(?<![按照依])[他她](?:们)?说(?!的)|(?:局|主任|组长?|领导|书记|大队)说|应该(?:可以|能)|预计能|可能|再议|再看看|我看看|再说|考虑|想想再|再想想|我想想|要不要|(?<!经[^,。;]{0,4})研究(?!决定|后)|讨论|我觉得|会上|纪要|当(?:我|作)?没(?:有)?(?:说|讲|发|提)|后来[^,。;]{0,8}[没不](?:有)?(?:同意|批|让|转|办|成|答应)|\d号?等[^,。;\d一二三四五六七八九十几]{2,10}了(?:之?后|以后)?再|(?:昨天|前天|之前|上次|早就)[^,。;]{0,10}(?:销号|退回|通过|驳回|批)了?[\s。]*$/.test(
    text,
  );

/** Thanks, courtesy, news, meetings, wishes, talk about others: no order, whatever words occur in it. */
export const isIdle = (text: string): boolean =>
  /^【?(?:转发|转载|通知|公告)】?|会议(?:强调|要求|指出)|召开|推进会|记者|大家(?:注意|辛苦|早|好)|如果|要是|假如|假设|比方|听说|据说|听讲|好像是?说|开玩笑|人人|从我做起|从自己|禁止|严禁|我在路上|(?:我|车|还)[^,。]{0,4}堵在|^堵在|香(?:$|[,。!])|好吃|便宜|房价|哈{2,}|天气|群公告|别忘了|辛苦(?:了|大家)|点(?:个|了|一个)?赞|表扬|鼓掌|致敬|感谢|谢谢|给力|(?:很|真)负责|不错(?!的是)|真(?:好|干净|不错|棒|漂亮|快)|[很挺好特别太非常越来]{1,2}(?:干净|整洁|漂亮|不错|及时|到位)|恭喜|祝|早上好|晚上好|中午好/.test(
    text,
  );
