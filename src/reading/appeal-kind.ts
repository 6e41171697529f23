/** 申诉的种类: not ours (不属于我单位) or not a fact (问题不存在). */

/** The unit says that it is another's. */
export const NOT_OURS =
  /不属于?(?=我|本|.{0,8}(?:单位|职责|管辖|辖区|范围|管理|局|办|街道|负责))|不归(?!位|还|零|档)|不是我(?:们|局|单位|办|中心|街道|镇|委|公司|大队)|非[^,。;]{1,4}(?:道路|区域|范围|辖区|职责|产权|管辖|管养)|非我(?:单位|局|们|办|街道|镇|中心)|不是[^,。;]{1,6}(?:范围|职责|辖区|管的)|不在我|与我.{0,4}无关|跟我.{0,4}(?:没|无)关|归(?!还|零|位|口|档|纳)[^,。;]{1,10}(?:管|负责|所有|维护|养护)|不是[^,。;]{1,8}的[,;]?\s*(?:而?是|应该?是|属于?)[^,。;]{1,10}(?:的|管|负责)|不(?:在|属)(?:本|我)[^,。;]{0,6}(?:辖区|范围)|职责(?:范围|之外|以外)|应(?:该)?(?:由|是|归|属于?|为)|移交|是[^,。;我]{1,8}(?:管(?:的|辖|理|护)|辖区|地界)|不是我.{0,4}(?:管|负责)|(?:我们|我局|我单位)(?:管不|不管|没有权|无权|没(?:有)?权)|误判|派错|交办错|错派|转错|管不(?:了|着)|没有?管辖/;
/** The unit says that it is not so. */
export const NOT_THERE =
  /不存在|不属实|停业|查无|没有(?:发现)?(?:这|该|此)|现场(?:没有|未发现|无)|早(?:已|就)?(?:拆|关|清|停)|与(?:事实|实际|现场)不符|不相符|失实|不是(?:问题|事实)|已(?:关门|关停|注销|搬迁)|误报|位置有误|画线|划线|好好的|根本没|并没有|完好|没(?:有)?(?:坏|破|问题)(?!了)|没有这回事|不(?:属于?|构成|算|是).{0,3}(?:占道|违停|违建|违规|违章|违法)|合法手续|已施划/;
/** Said beside 申诉, they tell whose it is. */
const POINTS_ELSEWHERE = /调整|转办|改派|负责|管养|管理|无关|职责/;

/** Nothing where the words do not tell. `pointsAt`: other units are named for it. */
export function appealKind(text: string, pointsAt = false): { kind?: 'notOurs' | 'notExist' } {
  if (NOT_OURS.test(text)) return { kind: 'notOurs' };
  if (NOT_THERE.test(text) || /撤销/.test(text)) return { kind: 'notExist' };
  return pointsAt || POINTS_ELSEWHERE.test(text) ? { kind: 'notOurs' } : {};
}
