/** The shape of a ranking: by what, from which end, how many. */
import type { Metric } from '../../src/reading/metrics.ts';
import { parseNumeral } from '../../src/reading/numerals.ts';
import type { Said } from '../../src/reading/said.ts';

export interface RankingShape {
  readonly metrics: readonly Metric[];
  readonly order?: 'asc' | 'desc';
  readonly limit?: number;
  readonly board?: 'redBlack' | 'red' | 'black';
}

const COUNT = '(\\d+|[一二两三四五六七八九十]+)';

/** Without a metric said it is 整改率; 最多 of something counted is that count. */
export function rankingOf({ text, rates, counts }: Said): RankingShape {
  const isCounted =
    rates.length === 0 &&
    /最(?:[多少]|扎堆|集中)|[超逾过]期|反弹|拖(?:得|了|欠|延)|欠|(?:未|没)(?:整?改|销|办)[^率]{0,4}(?:数|量|件|最|从|由)|(?:问题|登记|上报).{0,4}(?:数|排)|(?<!最)[多少][\s?。]*$/.test(
      text,
    );
  const metrics: readonly Metric[] =
    rates.length > 0
      ? rates
      : isCounted
        ? counts.filter((metric) => counts.length === 1 || metric !== 'siteCount').slice(0, 1)
        : ['rectificationRate'];
  const board = /红黑榜/.test(text)
    ? 'redBlack'
    : /黑榜/.test(text)
      ? 'black'
      : /红榜|光荣榜/.test(text)
        ? 'red'
        : undefined;
  const last = new RegExp(`(?:倒数第?|后|末尾?|最[低差后]的?)${COUNT}`).exec(text);
  const first = new RegExp(`(?:前|最[高好多]的?)${COUNT}`).exec(text);
  const limit = parseNumeral(last?.[1] ?? first?.[1] ?? '');
  const isOne =
    limit === null &&
    /(?:哪[个家些]|谁|哪类|什么|哪种).{0,16}最|垫底|末位|最.{1,4}的?是(?:谁|哪)|倒数第一|第一/.test(text);
  // 多少 asks for a figure, not for the most.
  const plain = text.replace(/多少|[从由][高多大好快][到至往][低少小差慢]/g, '');
  // 最拖拉 of a rate is its low end; of 超期 counted, the high one.
  const isSlack = !isCounted && /拖拉|拖沓|不力|磨蹭|敷衍|消极|不上心|不积极/.test(plain);
  const isLow =
    isSlack || last !== null || /倒数|倒着|垫底|末位|[低差慢少]|升序|后腿|落后|掉队|靠后|不行|跟不上/.test(plain);
  const isHigh =
    first !== null ||
    /[高好快多久]|最(?:扎堆|集中|厉害|严重|拖拉)|[从由][高多大好快][到至往]|降序|第一名?(?!是)|领先|靠前|前面|突出/.test(
      text.replace(/多少/g, ''),
    );
  return {
    metrics,
    ...(isLow ? { order: 'asc' } : isHigh ? { order: 'desc' } : {}),
    ...(limit !== null ? { limit } : isOne ? { limit: 1 } : {}),
    ...(board === undefined ? {} : { board }),
  };
}
