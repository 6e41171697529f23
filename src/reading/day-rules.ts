/** 日期与时段: the ways people write days and spans. Of several that match at one place the longest wins. */
import { addDays, weekOf } from '../domain/shanghai.ts';
import {
  bareDate,
  dayIfReal,
  inThisYear,
  monthIn,
  num,
  oneDay,
  RELATIVE_DAYS,
  shiftedMonth,
  two,
  WEEK_SHIFT,
  weekday,
  yearIn,
} from './calendar-words.ts';
import type { DatePhrase, DateRule } from './date-phrase.ts';
import { LENGTH, lastingOf, UNIT_NAMES } from './lengths-of-time.ts';
import { MONTH_RULES, N2, noSuchDay, notInMonth } from './month-rules.ts';
import { NUMERAL } from './numerals.ts';

const bareDay = (date: number, today: string): Partial<DatePhrase> | null =>
  date >= 1 && date <= 31 ? (bareDate(date, today, undefined) ?? notInMonth(date, today, undefined)) : null;

export const DAY_RULES: readonly DateRule[] = [
  [
    /(?<![\d#])(\d{1,2})[日号](?:到|至|-|~)(\d{1,2})[日号]/g,
    (m, today) => {
      const month = today.slice(0, 8);
      const [from, to] = [num(m[1]), num(m[2])];
      return from < to && to <= 31 ? { from: `${month}${two(from)}`, to: `${month}${two(to)}` } : null;
    },
  ],
  [
    /(?<![\d.#])(\d{1,2})[./](\d{1,2})(?:[日号]|(?=\s*(?:[之以]?前(?![面方后侧门])|为?止|[上中下]午|下班|[早晚]|傍晚|凌晨|\d{1,2}[:点时])))/g,
    (m, today) => inThisYear(num(m[1]), num(m[2]), today) ?? (num(m[1]) <= 12 ? noSuchDay(num(m[1]), num(m[2])) : null),
  ],
  // 期限11.27: a figure with a point is a day only behind such a word.
  [
    /(?<=(?:[期时]限|限期|截止|最[晚迟])(?:时间|日期)?[:是为到至在]?\s*)(\d{1,2})[./](\d{1,2})(?![\d./%]|个|天|小时)/g,
    (m, today) => inThisYear(num(m[1]), num(m[2]), today),
  ],
  [new RegExp(`(?<![#\\d月第.])${N2}日(?![之以]?内|以[上下]|间|常)`, 'g'), (m, today) => bareDay(num(m[1]), today)],
  [
    /(?<![#\d月第.题单路街巷弄村园里院栋座把将]|(?<!社)区|(?<![街占便])道)(\d{1,2})号(?=[之以]?前|止|\s*(?:[上下中]午|晚|早|凌晨|傍晚)|\s*\d{1,2}(?:[点时]|:\d)|\s*$|[,。;!\s)]|完成|整改|办|处理|以前|报|[行可]不|行吗|可以|统一|全部|一律|一并|都[要得]|[当这]天|交(?:差|卷|账|工|活)|拿下|了结|清零|完事|给(?:结果|答复))/g,
    (m, today) => bareDay(num(m[1]), today),
  ],
  [
    // 21号那天, 21号的整改率: asked after, so it has been.
    /(?<![#\d月第.题单路街巷弄村园里院栋座])(\d{1,2})号(?=那天|的(?:整改率|办结率|按期|回复率|日报|通报|数据|登记))/g,
    (m, today) => {
      const month = shiftedMonth(today, num(m[1]) > Number(today.slice(8)) ? -1 : 0).from;
      return oneDay(dayIfReal(yearIn(month), monthIn(month), num(m[1])));
    },
  ],
  // 312号到15号: the figures before are a number, so it is no span.
  [/(?<=\d{3}号?[到至])(\d{1,2})号(?!楼|院|门|线|机)/g, (m, today) => bareDay(num(m[1]), today)],
  [
    // 二十四号之前: said out in words.
    /(?<![\d一二三四五六七八九十月第])((?:二十|三十|十)[一二三四五六七八九]?)号(?=[之以]前|前(?![面方侧门边])|[上下中]午|晚|早|[修换拆补清装弄搞]|$|[,。;!\s])/g,
    (m, today) => bareDate(num(m[1]), today, undefined),
  ],
  [
    // 预计26号, 要到30号, 26号左右: with such neighbours a number under 32 is a day, whatever stands around.
    /(?:(?<=预计|计划|估计|大概|争取|力争|最[早晚迟快好]|务必|必须|[推拖延缓等要得改]到|定[在于]|放宽到?|答应|货期|工期|说好|本月|当月)(?:在|于|是|要)?\s*(\d{1,2})号(?!楼|院|门|线|机)|(?<![#\d月第.题单路街巷弄村园里院栋座]|(?<!社)区|(?<!街)道)(\d{1,2})号(?=(?<=按\d{1,2}号)(?:批|办|来|算|执行|走|吧)|左右|前后|才|以后|之后|[可就应]?能|可以|来(?!自)|到货|进场|开工|动工|施工|完工|竣工|安装|交付|送到|收工|交工|早|[上下]班|内|为止|截止|[补修更拆清换装弄搞]|之?前?(?:弄|搞)(?:好|完|定)))/g,
    (m, today) => bareDay(num(m[1] ?? m[2]), today),
  ],
  [
    /大[前后]天|后[天日](?!性)|(?<![以之往])前[天日](?!性)|次日|今[天日]|明[天日]|昨[天日]|(?:[今明昨]|(?<![以之目面门往最当背])[前后])儿个?(?![童子女歌科媳戏园保孙])|当[天日](?!月)|今(?=[早晚晨夜])|明(?=[早晚夜]|上午|下午|中午)|昨(?=晚|夜|晨|下午)/g,
    (m, today) => oneDay(addDays(today, RELATIVE_DAYS[m[0]] ?? RELATIVE_DAYS[m[0].slice(0, 1)] ?? 0)),
  ],
  // 明后两天, 明后天, 今明两天, 明天、后天.
  [
    /([今明])(?:[天日])?(?:[、和]|以及)?(明|后)(?:[两二]天|[天日])(?!前|之前|内)/g,
    (m, today) => ({ from: addDays(today, RELATIVE_DAYS[m[1] ?? ''] ?? 0), to: addDays(today, m[2] === '后' ? 2 : 1) }),
  ],
  [
    /(本|这个?|下下个?|下个?|上上|上个?)?(?:周|星期|礼拜)(一(?!共)|[二三四五六日天末])(?![年期])/g,
    (m, today) => weekday(m[1], m[2] ?? '', today),
  ],
  [
    /(本|这一?|这个|下下个?|下个?|上上个?|上个?|上一)(?:周|星期|礼拜)(?!一(?!共)|[二三四五六日天末边])/g,
    (m, today) => weekOf(addDays(today, WEEK_SHIFT[(m[1] ?? '').replace('一', '')] ?? 0)),
  ],
  ...MONTH_RULES,
  [
    new RegExp(`(?:最近|过去|近)(?:这)?(${NUMERAL})个?(天|日|周|星期|礼拜|月)`, 'g'),
    (m, today) => {
      const unit = UNIT_NAMES[m[2] ?? ''];
      const days = num(m[1]) * (unit?.unit === 'month' ? 30 : (unit?.times ?? 1));
      return days > 0 && days < 4000 ? { from: addDays(today, 1 - days), to: today } : null;
    },
  ],
  [new RegExp(`${LENGTH}(?:的?时间)?\\s?[之以]?内(?![部外])`, 'g'), (m) => lastingOf(m[1], m[2])],
  // 教育局督促学校五天整改, 庙岭镇两天: said to a unit, without 内.
  [
    new RegExp(
      `(?<=^|[,。;\\s]|[局委办司队道镇心区校业村]|城管|环卫|园林|交警|城投|住建|公安|消防|供电|负责|牵头)${LENGTH}(?:就|要|得|必须|务必)?(?=(?:整改|改|办结|完成|修|清|弄|搞|处理|解决|到位|拆|换|补|腾|撤|移|搬|围|抽|铲|扫|捞|收)(?:[完好掉走理除结定齐净平上出开]|到位|复|$|[,。;!])(?!率|数|量|情况|了|的|过))|(?<=[局办司队镇]|中心|城管|环卫|园林|交警|城投|住建|公安|消防)${LENGTH}(?=[。!\\s]*$)`,
      'g',
    ),
    (m) => lastingOf(m[1] ?? m[3], m[2] ?? m[4]),
  ],
  // 时限10月3日 is a date.
  [
    new RegExp(
      `(?:[时期]限|(?<!宽)限期?|限时|给你?们?|限你?们?)${LENGTH}(?![\\d一二三四五六七八九十])(?:的?时间)?`,
      'g',
    ),
    // 期限25日 is a day of the month.
    (m) => (m[2] === '日' && num(m[1]) > 10 ? null : lastingOf(m[1], m[2])),
  ],
];
