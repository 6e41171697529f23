/** 时限: which of the phrases of time is a deadline, and the instant it means (corpus README, "Reading of dates"). */
import type { DirectoryData } from '../domain/directory.ts';
import type { Settings } from '../domain/settings.ts';
import { addDays, dayOf, endOfDay, HOUR_MS } from '../domain/shanghai.ts';
import type { DatePhrase } from './date-phrase.ts';
import { isGrantedDay } from './granted-day.ts';
import { momentOf } from './moments.ts';

export interface Deadline {
  /** ISO with +08:00; null for a milestone whose day is not known. */
  readonly at: string | null;
  /** The words it came from. */
  readonly text: string;
  /** It had passed and was rolled on, or it is not sure: wants a yes. */
  readonly doubtful: boolean;
  /** Why there is no such moment: 没有2月30日. Then `at` is null. */
  readonly fault?: string;
  readonly start: number;
  readonly end: number;
}

export interface DeadlineRules {
  readonly workday: Settings['workday'];
  readonly milestones: DirectoryData['milestones'];
}

const SHANGHAI_MS = 8 * HOUR_MS;
const isoOf = (at: Date): string => `${new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`;

/** Words after a phrase that make it a limit. */
const LIMIT_AFTER = /^\s*(?:[之以]?前|[之以]?内|截?止|为限|之间?前)/;
/** Words before a phrase that make it a limit. */
const LIMIT_BEFORE =
  /(?:最[晚迟]|不[晚迟]于|务必[于在]?|[于限]|期限[:是为]?|时限(?:一律|统一|都|均|全部)?[:是为]?|截止(?:时间|日期)?[:到为是]?|截止|延期?[到至]|延长[到至]|宽限[到至]|[推顺缓][迟延]?[到至]|改[到为成]|定在|放宽[到至]|[时期]限放在|都(?:是|在|要在?)|均[为在]|统一在?|[到至])\s*$/;
/** Told of the past: seen, found, done, reported (corpus README, dates 6). */
const TOLD_AFTER =
  /^(?:我们?)?(?:在|去|到|路过|经过|从)[^,。;!?\n前]{2,14}(?:看到|看见|发现|碰到|遇到|拍到|闻到)|^[^,。;!?\n前]{0,5}(?:(?<![去来])巡查|(?<![去来])检查|督查|抽查|暗访|发现|看到|已|拍|接到|反映|登记|交办|查看|复查|来电|路过|又|还|就(?!要|得|必须|给|去|处理|清|拆|改|整|来|办|修|派|管|查|劝|弄|搞|换|收)|开会|召开|执勤|完成了)/;
const WENT_TO_SEE = /^(?:我们?)?(?:又|再)?(?:去|来|过去|到)[^,。;]{0,6}(?:[看瞧瞅]|查|转)(?=$|[,。;了过])/;
/** 晚上容易踩空, 下午根本过不去: at such times, not by them. */
const HABIT_AFTER =
  /^(?:的时候)?(?:容易|不[敢能好便]|没法|怕|摸黑|经常|总是?|老是?|都|一|更|特别|根本|看不|走|黑|没|有|很|太|最|全|人|到处|两边|满|还|也|睡|吵|放学|上学)/;
/** 老人晚上不敢出门: what people do at such times. */
const HABIT_BEFORE =
  /(?:老人家?|孩子|小孩|娃|学生|居民|住户|业主|行人|路人|大家|邻居|家长|群众|百姓|女孩子?|女同志|(?<!安排|通知)[我他她]们)(?:们)?(?:一到|每到|到了?|在|都|也|只能)*$/;
const TOLD_BEFORE =
  /(?:领导|检查组|测评组|上级|省里|市里|专家|(?:说|讲|约|定|商量)好(?:了|的)?|说|讲|承诺|答应|已[于经在]|刚才|刚刚|(?<!各)自|从|截至|截止到?|早在|超期|逾期|坏了|堆了|天天|每天|每晚|每个?|常年|(?:扰民|吵|响|闹|营业|施工|作业|干|卖|喊|唱|跳|(?<!(?:时限|期限|时间)[往后]{0,2})放(?!宽)|摆|烧|亮|打桩|经营|聊|喝)[^,。;]{0,3}到|(?:\d|[一二两三四五六七八九十])[点时:](?:\d{1,2}分?|半|[一二三四五]十)?[到至\-~]|(?:别|(?<!要)不要|(?<!能)不能|不得|不许|莫)(?:再|又)?(?:给我)?(?:拖|等|推|延|留)[到至]?)\s*$/;
/** What a unit is told to do by then. */
const TO_DO_AFTER =
  /^(?:[之以]?[前内])?(?:务必|必须|一定|就得|就要|要|得|都得|都要|统一|一并|先|联合|一起|共同|集中|组织人?|安排人?|派人|抓紧|尽快|马上|赶紧)?(?:把|将)(?!.{0,20}(?:占|堵|挡|撞|弄坏)|.{0,12}(?:查|看|走|跑|转)(?:了|完))|^(?:[之以]?[前内])?(?:务必|必须|一定要|就要|就得)|^[^,。;!\n没未无]{0,10}(?:处理|整改|(?<!不)清(?!楚|晰|明)|拆|完成|解决|修|换|搞定|弄|改|到位|反馈|报|撤|补|落实|答复|销号|拿|来|扫|恢复|移|搬|运|派|安排|劝|约谈|整治|上门|取缔|规范|查(?!出|到)|去(?!了|的|时|没|不|还|锁|关|都|就|看)|挪|铲|冲|捞|盖|围|到现场|到场|处置|办结|办好|排[掉干空水除]|抽[掉干走水]|填[平上好掉]|剪|贴好|扶[正起好]|装[好上]|洗|刷[掉好]|加固|捆|灭|交(?:差|卷|账|工|活|数)|拿下|了结|清零|完事|给(?:结果|答复|说法|回话)|见(?:效|底|结果))/;

/** Whether a phrase stands where somebody is told to act: 环卫今天开门, 都来看下，今天. */
export type IsOrdered = (phrase: DatePhrase) => boolean;

/** When the message was sent, and what its times are reckoned by. */
interface Reckoning {
  readonly now: Date;
  readonly rules: DeadlineRules;
  readonly isOrdered?: IsOrdered | undefined;
}

/** Whether a phrase at its place in the text sets a limit. */
function setsLimit(
  text: string,
  phrase: DatePhrase,
  { now, isOrdered }: Pick<Reckoning, 'now' | 'isOrdered'>,
): boolean {
  const [before, after] = [text.slice(0, phrase.start), text.slice(phrase.end)];
  if (phrase.milestone !== null) return true;
  if (phrase.fault !== null && isStated(before, after)) return true;
  if (phrase.lasting) return !/(?:超期|逾期|已经?)\s*$/.test(before);
  if (TOLD_BEFORE.test(before)) return false;
  // 周三前的清单: which list.
  if (/^\s*(?:[之以]?[前内])?的(?:清单|单子|名单|通报|问题|记录|台账|检查|督查|巡查|照片|任务|那[份次批])/.test(after))
    return false;
  if (/^(?:以后|之后|过后|起(?!来)|开始|多(?!长)|的时候|那会儿?|左右(?!前))/.test(after)) return false;
  if (LIMIT_AFTER.test(after) || /[前内]$/.test(phrase.text)) return true;
  // 今早去看，又是一地菜叶: he has been there.
  if (phrase.half === 'morning' && phrase.time === null && phrase.to === dayOf(now) && WENT_TO_SEE.test(after))
    return false;
  const isHabit = HABIT_BEFORE.test(before) || HABIT_AFTER.test(after);
  if (TOLD_AFTER.test(after) || (phrase.from === null && phrase.time === null && isHabit)) return false;
  if (phrase.to !== null && phrase.to < dayOf(now)) return false;
  if (LIMIT_BEFORE.test(before) || isGrantedDay(before, after)) return true;
  if (isOrdered?.(phrase) === true && phrase.from === phrase.to) return true;
  // 你安排人来管管今天中午: said last, behind what is to be done.
  const isLast =
    /(?:管管|管一?下|看看|看一?下|处理一?下|弄一?下|清一?下|来一?下|补一?下|修一?下|收拾一?下|安排一?下|落实)\s*$/.test(
      before,
    ) && /^[。!\s]*$/.test(after);
  const standsAlone = /(?:^|[,。;!\s:])$/.test(before) && /^\s*(?:$|[,。;!\n])/.test(after);
  const isAhead = phrase.to !== null && (phrase.to > dayOf(now) || phrase.time !== null || phrase.half !== null);
  return TO_DO_AFTER.test(after) || isLast || (standsAlone && isAhead);
}

/** 11月31日 may stand wherever a time limit would. */
const isStated = (before: string, after: string): boolean =>
  !TOLD_BEFORE.test(before) &&
  !TOLD_AFTER.test(after) &&
  (/(?:^|[,。;!\s:])$/.test(before) || LIMIT_BEFORE.test(before)) &&
  /^\s*(?:$|[,。;!\n])/.test(after);

/** The last phrase that sets a limit, one that cannot be before all others; null where none does. */
export function deadlineIn(
  text: string,
  phrases: readonly DatePhrase[],
  reckoning: Pick<Reckoning, 'now' | 'rules'>,
): Deadline | null {
  const limits = phrases.filter((phrase) => setsLimit(text, phrase, reckoning));
  const phrase = limits.find(({ fault }) => fault !== null) ?? limits.at(-1);
  return phrase ? resolve(text, phrase, reckoning) : null;
}

/** Every phrase that sets a limit, in the order of the text: a message may give each problem its own. */
export function deadlinesIn(text: string, phrases: readonly DatePhrase[], reckoning: Reckoning): readonly Deadline[] {
  return phrases.flatMap((phrase) => {
    const deadline = setsLimit(text, phrase, reckoning) ? resolve(text, phrase, reckoning) : null;
    return deadline ? [deadline] : [];
  });
}

function resolve(text: string, phrase: DatePhrase, { now, rules }: Reckoning): Deadline | null {
  const tail = /^\s*(?:[之以]?前|[之以]?内|止|为限)/.exec(text.slice(phrase.end))?.[0] ?? '';
  const frame = { text: `${phrase.text}${tail}`, start: phrase.start, end: phrase.end + tail.length };
  if (phrase.fault !== null) return { ...frame, at: null, doubtful: false, fault: phrase.fault };
  if (phrase.milestone !== null) {
    const day = rules.milestones[phrase.milestone] ?? null;
    return { ...frame, at: day === null ? null : isoOf(endOfDay(addDays(day, -1))), doubtful: false };
  }
  const moment = momentOf(phrase, now, rules.workday);
  if (moment === null) return null;
  const { at, unsure } = moment;
  if (at > now) return { ...frame, at: isoOf(at), doubtful: unsure };
  const weeks = Math.floor((now.getTime() - at.getTime()) / (7 * 24 * HOUR_MS)) + 1;
  return { ...frame, at: isoOf(new Date(at.getTime() + weeks * 7 * 24 * HOUR_MS)), doubtful: true };
}

/** 预计周五完成, 已于21日完成: the day, `2026-11-21`, of a phrase beside such words. */
export function dayBeside(
  text: string,
  phrases: readonly DatePhrase[],
  beside: { before?: RegExp; after?: RegExp },
): string | null {
  const phrase = phrases.find(
    (one) =>
      one.to !== null &&
      (beside.before?.test(text.slice(0, one.start)) === true || beside.after?.test(text.slice(one.end)) === true),
  );
  return phrase?.to ?? null;
}
