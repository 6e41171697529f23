/** Templates: an empty list of each kind with a row that shows how it is filled in. */
import type { PaperCell, PaperTable } from '../paper-table.ts';
import { column } from '../paper-table.ts';
import { FIELDS, KIND_WORDS } from './fields.ts';
import type { ImportKind } from './fields.ts';

/** Example row by field; the import passes over it because of its first words. */
const EXAMPLES: Readonly<Record<ImportKind, Readonly<Record<string, PaperCell>>>> = {
  directory: {
    unit: '示例：市城管局',
    unitAliases: '城管局、城管',
    unitKind: '部门',
    rankingGroup: '部门',
    name: '张三',
    role: '联络员',
    mobile: '13800000000',
    wecom: 'zhangsan',
    aliases: '张科',
  },
  sites: {
    name: '示例：北门农贸市场',
    type: '农贸市场',
    territory: '北门街道',
    unit: '市市场监管局',
    aliases: '北门市场',
  },
  tasks: {
    origin: '示例：创城',
    indicator: '公共环境',
    title: '规范公益广告设置',
    standard: '主干道每百米不少于2处',
    lead: '市委宣传部',
    units: '市城管局、市住建局',
    leader: '李四',
    section: '宣传科',
    owner: '王五',
    deadline: '2026-12-31',
  },
  problems: {
    location: '示例：人民路与解放路交叉口东北角',
    site: '人民路',
    description: '非机动车乱停放，占用盲道',
    category: '车辆停放',
    units: '市城管局',
    coUnits: '东湖街道',
    deadline: '2026-11-30 18:00',
    foundOn: '2026-11-22',
  },
};

/** Fields that only our own exports have. */
const OWN_ONLY = new Set(['no', 'state', 'loggedBy', 'rebounds', 'percent', 'report', 'post']);

export function templateTable(kind: ImportKind): PaperTable {
  const fields = FIELDS[kind].filter(({ key }) => !OWN_ONLY.has(key));
  return {
    title: `${KIND_WORDS[kind]}（标*的必填；示例行导入时不采用）`,
    columns: fields.map(({ names, needed }) => column(`${names[0] ?? ''}${needed === true ? '*' : ''}`, 8)),
    rows: [fields.map(({ key }) => EXAMPLES[kind][key] ?? null)],
  };
}
