/** 物在地名里: the thing that a place is named by (公厕, 母婴室) may be what is wrong there. */
import type { IssueTools } from './tools.ts';

/** 油坊巷公厕没水: what a place is named by is also what is wrong there. */
const THING =
  /(?:公厕|公共厕所|厕所|卫生间|洗手间|母婴室|志愿服务[站岗点]|服务台|导医台|咨询台|投放点|分类亭|候车亭|水沟|排水沟|花坛|喷泉池?|人工湖|隔离带|车棚|停车棚|充电棚|门卫室?|岗亭|看台|泵房|配电房|宣传栏|健身步道|夜市|(?:活动|图书|阅览|自习|棋牌|书画)室)$/;

/** The thing that a place ends with; empty where it is no thing. */
export const thingAt = (place: string): string => THING.exec(place)?.[0] ?? '';

/** What people do beside a thing is no matter of the thing: 公厕占道经营, 志愿服务站小广告未清除. */
const AROUND =
  /^(?:小广告|牛皮癣|占道|出店|店外|流动摊|摊贩|非机动车|机动车|共享单车|车辆|乱停|违停|停放|遛狗|飞线|公益广告)/;

/** The thing that a place ends with, where what follows says too little without it (母婴室 锁着门). */
export function thingIn(place: string, tail: string, { findCategory }: IssueTools): string {
  const thing = thingAt(place);
  if (thing === '' || !/^[一-龥]/.test(tail) || tail.startsWith('的') || AROUND.test(tail)) return '';
  return findCategory(tail, place) === findCategory(`${thing}${tail}`, place) ? '' : thing;
}
