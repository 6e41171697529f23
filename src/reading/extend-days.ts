/** 延期几天: the length of time that is asked for or granted. */
import { aboutNumeral, parseNumeral } from './numerals.ts';

/** 多一天都不行: a limit set to what is asked for or granted, no length of it. */
export const NO_LONGER =
  /(?:多|超过?|晚|迟)(?:一|半)(?:个?(?:工作日|小时|钟头)|[天日周]|分钟?)(?:都|也)?不(?:行|给|准|批|可以|许|能)/g;

/** 三天改成两天: what it was before. */
const BEFORE_CHANGE =
  /(?:\d+|[一二两三四五六七八九十]+)个?(?:天|日|周|星期|礼拜|月)(?:太[长多久])?,?(?:改|缩|减|压|降)(?:短|少)?(?:成|为|到|至)(?=(?:\d+|[一二两三四五六七八九十]+)个?(?:天|日|周|星期|礼拜|月))/g;

/** 延期3天, 宽限一周: a length counted from the deadline in force, in days; null where none is said. */
export function extendDaysIn(said: string): number | null {
  const text = said.replace(NO_LONGER, '').replace(BEFORE_CHANGE, '');
  const match =
    /(?:延[期后]?|延长|宽限|顺延|推迟|[多再]给(?:我们|我局|我单位|点|宽限)?|缓|展期|放宽|(?<!最)晚|往后推|(?<=[能想再]|可以)拖)(?:时限|期限|时间)?(?:了|我们|一下|为期)?\s*(\d+|[一二两三四五六七八九十]+|半)个?(天|日|周|星期|礼拜|月)(?![日号\d]|内)/.exec(
      text,
    ) ??
    // 可以延，给三天, 准了，就三天: only beside a word of time granted.
    (/延|宽限|缓|推后/.test(text)
      ? /(?:再?给|批准?|同意|准予?|推后|(?<!最)晚|往后|[,，]就)(?:他们|你们|我们|她们)?(?:宽限|延期?|推|延后)?(\d+|[一二两三四五六七八九十]+|半)个?(天|日|周|星期|礼拜|月)(?![日号\d]|内)/.exec(
          text,
        )
      : null) ??
    /申请(\d+|[一二两三四五六七八九十]+)个?(天|日|周|星期|礼拜)延期/.exec(text);
  if (!match) return null;
  const per: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30 };
  // 延期两三天: how many is not said.
  if (aboutNumeral(match[1] ?? '') !== null) return null;
  const count = match[1] === '半' ? 0.5 : (parseNumeral(match[1] ?? '') ?? 0);
  const days = Math.round(count * (per[match[2] ?? ''] ?? 1));
  return days > 0 && days <= 365 ? days : null;
}
