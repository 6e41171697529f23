/** 表单: the labels of a form (地点:… 问题:… 责任单位:…) by what they stand for, under whatever name. */

type Field = 'where' | 'type' | 'told' | 'found' | 'helper' | 'person' | 'who' | 'when' | 'what' | 'note';

/** 协办单位, under whatever name: also outside a form. */
export const HELPER = '(?:协办|配合|协助)(?:单位|部门)?';

/** The first that fits a label decides. */
const FIELDS: readonly (readonly [Field, string])[] = [
  [
    'found',
    '(?:巡查|检查|发现|上报|登记|督查|拍摄|填报)(?:时间|日期|人员?)|上报人|巡查员|来源|编号|序号|照片|图片|附件|现场图',
  ],
  [
    'where',
    '(?:具体|问题|所在|发生|隐患|详细|检查|巡查|发现|点位|整改)?(?:地点|位置|点位|地址|部位|场所)(?:名称)?|名称|在哪[里儿]?|哪里|什么地方|路段',
  ],
  ['type', '(?:问题|隐患)?(?:类型|类别|分类|性质|种类)'],
  ['helper', HELPER],
  ['person', '(?:责任|整改|承办|处理|负责|落实)人'],
  [
    'who',
    '(?:责任|整改|承办|处理|主管|主责|牵头|负责|落实|交办|主办|管辖|处置)(?:单位|部门|主体|方)|归属(?:单位)?|归口(?:单位|部门)?|责任领导|责任|承办|牵头|主责|主办|谁(?:负责|来改|来修|来管|改|修|管)|单位|部门',
  ],
  [
    'when',
    '(?:整改|完成|办结|处理|截止|要求|解决|处置|限定|最后)*(?:时限|期限|截止(?:时间|日期)?|时间|日期)|限期|几时(?:完成|修好|改好)?|什么时候(?:修好|完成|弄好|改好)?',
  ],
  [
    'what',
    '(?:存在|发现|具体|主要|现场)?(?:问题|隐患|情况)?(?:描述|详情|说明|问题|情况|现象|内容|隐患)|事由|什么事|啥事|怎么回事',
  ],
  ['note', '(?:整改|处理)?(?:要求|意见|建议)|备注'],
];
const fieldOf = (label: string): Field =>
  FIELDS.find(([, source]) => new RegExp(`^(?:${source})$`).test(label))?.[0] ?? 'note';
const ANY = FIELDS.map(([, source]) => source).join('|');
const LABELS = new RegExp(`(?<![个处些类种的几])(${ANY})\\s*:`, 'g');
const IS_LABEL = new RegExp(`^(?:${ANY})$`);
/** 时限:无 */
const EMPTY = /^(?:无|没有|暂无|待定|空|-+|\/|不限)$/;

export interface FormValue {
  readonly field: Field;
  readonly value: string;
}

/** The values of a form in their order, and what stands before its first label; null where the text is no form with a place. */
export function formIn(text: string): { before: string; values: readonly FormValue[] } | null {
  const plain = text
    .replace(/[【[]([^】\]]{2,6})[】\]]\s*:?/g, '$1:')
    // 位置 … | 问题 … | 单位 …
    .replace(/(?<=^|[|\n])\s*(\S{2,4})\s+(?=\S)/g, (start, label: string) =>
      IS_LABEL.test(label) ? `\n${label}:` : start,
    )
    .replace(/\s*\|\s*/g, '\n');
  const marks = [...plain.matchAll(LABELS)];
  const values = marks.map((mark, i) => ({
    field: fieldOf(mark[1] ?? ''),
    value: plain
      .slice(mark.index + mark[0].length, marks[i + 1]?.index)
      .trim()
      .replace(/[,;。]+$/, ''),
  }));
  if (!values.some(({ field }) => field === 'where')) return null;
  return { before: plain.slice(0, marks[0]?.index), values: values.filter(({ value }) => !EMPTY.test(value)) };
}
