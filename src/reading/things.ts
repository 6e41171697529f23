/** 物件: the kind of a problem by the thing alone, where no word says what is wrong with it. A last resort: it decides nothing else. */
import type { Category } from '../domain/settings.ts';
import type { FindCategory } from './categories.ts';

const BY_THING: readonly (readonly [string, RegExp])[] = [
  ['clutter', /(?:箱|筐|货|柜|架|板|砖|沙|料|袋|桌|椅|家具|轮胎|木头|杂物)[^,]{0,6}(?:堵|占|挡|堆|压|放|扔|摆)/],
  ['greening', /花境|花圃|绿岛|绿植|植物|树苗|苗|花卉|草地|林带|树/],
  [
    'facility',
    /(?:减速|限速|交通|警示|指示|禁停)标[志识]|站牌|路牌|牌子|[限标警提指]\S{0,2}牌|公交站|站台|充电桩|直饮|自助机|取号机|空调|管|路桩|石球|箅子|电话亭|雕塑|喷头|水泵|栏|锁|把手|屋顶|天花|吊顶|墙|地面|路面|砖|桥|灯|电|柱|窗|门(?!口|前|外|店|面)|阀|井|梯|凳|椅|座位|亭|棚|屏|器材|设施|设备|救生|镜|钟|滑梯|秋千|旗杆|网|池|监控|摄像头|喷泉|路名|水龙头|冒火花/,
  ],
  ['service', /窗口|工作人员|服务员|营业员|店员|商家|顾客|标识|标志|提示|排号|手套/],
  ['street_order', /摊|店|卖|经营|商贩/],
  ['traffic', /外卖车|骑手|车|司机|过马路/],
  ['sanitation', /水|油|泥|灰|雪|冰|味/],
  ['behavior', /有人|人|吵|闹|音乐|狗/],
];

/** `categories` of the settings: only their ids are given out. */
export function thingFinder(categories: readonly Category[]): FindCategory {
  const known = new Set(categories.map(({ id }) => id));
  const rules = BY_THING.filter(([id]) => known.has(id));
  return (description) => rules.find(([, pattern]) => pattern.test(description))?.[0] ?? null;
}
