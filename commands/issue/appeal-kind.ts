/** 申诉的种类: not ours (不属于我单位) or not a fact (问题不存在). */

const NOT_OURS =
  /不属于|不归|不是我|非我|不在我|无关|职责|应(?:该)?(?:由|是|归|属|为)|移交|管不|不管|调整|转办|改派|派错|转错|错派|误判|负责|管养|管理/;
const NOT_THERE =
  /不存在|不属实|停业|查无|没有(?:发现)?(?:这|该|此)|现场(?:没有|未发现|无)|早(?:已|就)(?:拆|关|清|停)|不符|失实|不是(?:问题|事实)|关门|关停|注销|搬迁|误报|画线|划线|撤销/;

/** Nothing where the words do not tell. */
export function appealKind(text: string): { kind?: 'notOurs' | 'notExist' } {
  if (NOT_THERE.test(text)) return { kind: 'notExist' };
  return NOT_OURS.test(text) ? { kind: 'notOurs' } : {};
}
