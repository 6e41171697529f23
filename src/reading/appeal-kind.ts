/** 申诉的种类: not ours (不属于我单位) or not a fact (问题不存在). */

/** The unit says that it is another's. */
export const NOT_OURS =
  /不属于?(?=我|本|.{0,8}(?:单位|职责|管辖|辖区|范围|管理|局|办|街道|负责))|不归(?!位|还|零|档)|不是我(?:们|局|单位|办|中心|街道|镇|委|公司|大队)|非[^,。;]{1,4}(?:道路|区域|范围|辖区|职责|产权|管辖|管养)|非我(?:单位|局|们|办|街道|镇|中心)|不是[^,。;]{1,6}(?:范围|职责|辖区|管的)|不在我|与我.{0,4}无关|跟我.{0,4}(?:没|无)关|归(?!还|零|位|口|档|纳|[我俺咱本])[^,。;]{1,10}(?:管|负责|所有|维护|养护)|不是[^,。;]{1,8}的[,;]?\s*(?:而?是|应该?是|属于?)[^,。;]{1,10}(?:的|管|负责)|不是[^,。;]{1,8},\s*(?:而)?是[^,。;]{1,8}的(?=$|[,。;])|不(?:在|属)(?:本|我)[^,。;]{0,6}(?:辖区|范围)|(?<!(?<![不非未][^,。;]{0,3})(?:属于?|是|在|归)(?:我|本|咱)[^,。;]{0,8})职责范围|职责(?:之外|以外)|应(?:该)?(?:由|是|归|属于?|为)|移交|是[^,。;我俺咱]{1,8}(?:管(?:的|辖|理|护)|辖区|地界)|不是我.{0,4}(?:管|负责)|(?:我们|我局|我单位)(?:管不|不管|没有权|无权|没(?:有)?权)|[没无](?:有)?(?:行政)?(?:执法|管理|管辖|处罚|处置|审批)权|不(?:该|应)(?:该|当)?(?:由|归|让|派给?|是)?(?:我|咱|俺|本)|误判|派错|交办错|错派|转错|管不(?:了|着)|轮不(?:到|着)(?:我|咱|俺|本)|没有?管辖/;
/** Said outright that it is not so. */
const DENIED =
  /不存在|不属实|不实(?=$|[,。;])|查无|没有(?:发现)?(?:这|该|此)|与(?:事实|实际|现场)不符|不相符|失实|不是(?:问题|事实)|误报|位置有误|根本没|并没有|没有这回事|不(?:属于?|构成|算|是).{0,3}(?:占道|违停|违建|违规|违章|违法)|合法手续/;
/** What stands there, by which it cannot be so; said with another purpose (停业装修, 划线的队伍) it denies nothing. */
const STANDS_OTHERWISE =
  /现场[^,。;]{0,4}(?:没(?:有|找到|找着|见到?|发现)|未(?:发现|见|找到)|无|找不[到着])|停业(?!整[顿改治]|装修|检修|休整)|早(?:已|就)?(?:拆|关|清|停)(?!晚)|已(?:关门|关停|注销|搬迁)(?!的那)|好好的(?!那)|完好(?!的那)|没(?:有)?(?:坏|破|问题)(?!了|的那)|已施划|[画划]线(?:框|区域?)?(?:范围)?(?:[内里]|的?(?:停车|车|泊)位)|(?:车|泊|停车)(?:位|区|泊位)[^,。;]{0,6}[画划](?:了|过|好|有)?(?:白|黄)?线|(?:在|是)[^,。;]{0,6}[画划](?:了|过|好)线的/;
/** The unit says that it is not so. */
export const NOT_THERE = new RegExp(`${DENIED.source}|${STANDS_OTHERWISE.source}`);
/** 不是我们的, 派错了: said of themselves. 阀门归自来水公司管 may as well be why it takes so long. */
const NOT_MINE =
  /不(?:归|是|属于?|在|该|应|由)(?:该|当|归|由)?(?:我|本|咱|俺)|非(?:我|本)|[与跟]我|(?:误|错)(?:判|派)|[派转]错|交办错|管不[了着]/;
/** Beside a request for time only what denies the problem, or the duty, outright disputes it. */
export const deniesOutright = (text: string): boolean => DENIED.test(text) || NOT_MINE.test(text);
/** Said beside 申诉, they tell whose it is. */
const POINTS_ELSEWHERE = /调整|转办|改派|负责|管养|管理|无关|职责/;

/** Nothing where the words do not tell. `pointsAt`: other units are named for it. */
export function appealKind(text: string, pointsAt = false): { kind?: 'notOurs' | 'notExist' } {
  if (NOT_OURS.test(text)) return { kind: 'notOurs' };
  if (NOT_THERE.test(text) || /撤销/.test(text)) return { kind: 'notExist' };
  return pointsAt || POINTS_ELSEWHERE.test(text) ? { kind: 'notOurs' } : {};
}
