/** 还是这里, 同一个地方: what is told under a card of the place on it. */
import { assertsDefect } from './asserted.ts';
import type { Facts } from './facts.ts';

export const AT_SAME_PLACE =
  /同一?个?(?:地方|位置|地点|点位|处|上|小区|路段)|再报|^(?:还有|另外)|[本该这](?:个|条|一|座|栋)?(?:小区|地方|位置|层|楼|路|街|市场|公园|公厕|点位?|站)|还是[在]?这|这里头|这里面|^这[里儿边块](?=[^,。;]{0,8}(?:还|也|又))|单位(?:一样|同上|相同|照旧)/;
/** 还是这里，灯也坏了: another thing than the one on the card. 这里没整改好 is about that one. */
const ANOTHER =
  /^(?:还有|另外)|同一?个?(?:地方|位置|地点|点位|处)|还是[在]?这|(?:还|也|又)(?:有|是|在|没|坏|破|掉|堵|漏|脏|满|多|乱|被|断|缺|少|歪|裂|不|松|堆|占|停|贴)/;
const ONE_MORE = /(?:还有|又有|再有)一?个?(?:新)?(?:的)?(?:问题|情况|隐患|毛病)/;
export const tellsOneMore = (text: string): boolean => AT_SAME_PLACE.test(text) && ONE_MORE.test(text);
export const tellsAnother = (text: string): boolean => AT_SAME_PLACE.test(text) && ANOTHER.test(text);

/** 还是这个地方，斑马线磨得看不见了，交警重新画一下, under a card of street vendors that others look after: a problem of another kind, with its unit. */
export const tellsAnotherKind = ({ text, category, quotedCategory, units, heard, hasOwnNumbers }: Facts): boolean =>
  !hasOwnNumbers &&
  category !== null &&
  quotedCategory !== null &&
  category !== quotedCategory &&
  units.length > 0 &&
  !units.some((unit) => heard.quote?.includes(unit) === true) &&
  tellsAnother(text) &&
  assertsDefect(text);
