/** 通讯录与点位: the shape of directory.yaml as people write it. */
import * as z from 'zod';
import { ROLE_IDS, ROLE_WORDS, roleOf } from './roles.ts';
import type { RoleId } from './roles.ts';

const name = z.string().trim().min(1);
const names = z.array(name).default([]);
const role = z.enum([...ROLE_IDS, ...ROLE_WORDS], {
  error: (issue) => (issue.input === undefined ? undefined : `角色只能是：${ROLE_WORDS.join('、')}`),
});
const day = z.iso.date({ error: '日期应写成 2026-11-22 的样子；还没有定就写 null' });

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https only; plain http is let through to this very machine, for trials against a stand-in. */
function isSafeAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)));
}

const webhook = z.string().refine(isSafeAddress, { error: '机器人地址应以 https:// 开头，请从群设置里重新复制' });

const unitShape = z.strictObject({
  name: name.describe('单位全称'),
  kind: name.describe('office、department、company、street、town、community，或本地自定的类别'),
  aliases: names.describe('群里常用的简称'),
  rankingGroup: name.nullable().default(null).describe('参加哪一组排名；不写则不排名'),
});

const personShape = z.strictObject({
  name: name.describe('姓名，全市不能重复'),
  unit: name.nullable().default(null).describe('所在单位或督查组'),
  role: role.optional().describe('角色，只有一个时用'),
  roles: z.array(role).min(1).optional().describe('角色，有多个时用，第一个为主'),
  aliases: names.describe('群里常用的称呼'),
  mobile: z
    .string()
    .regex(/^\+?[0-9-]{5,20}$/, { error: '手机号只能有数字，并请加上引号' })
    .nullable()
    .default(null),
  wecom: name.optional().describe('企业微信账号'),
  dingtalk: name.optional().describe('钉钉 userid，请加引号'),
});

const sponsorShape = z.strictObject({
  who: name.describe('单位全称或姓名'),
  part: name.nullable().default(null).describe('楼栋，如 3栋；不写为整个点位'),
});

const shopfrontShape = z.strictObject({
  name: name.describe('店名'),
  keeper: name.nullable().default(null).describe('签订责任书的人'),
});

const gridShape = z.strictObject({
  name,
  territory: name.nullable().default(null).describe('属地街道、乡镇或社区'),
  head: name.nullable().default(null).describe('网格长'),
  members: names.describe('网格员'),
});

const siteShape = z.strictObject({
  name,
  type: name.describe('点位类型的 id，见 settings.yaml 的 siteTypes'),
  territory: name.nullable().default(null).describe('属地街道或乡镇'),
  aliases: names,
  unit: name.nullable().default(null).describe('责任单位'),
  roadChief: name.nullable().default(null).describe('路长：姓名或单位'),
  sponsors: z.array(sponsorShape).default([]).describe('单位包小区、干部包楼栋'),
  grid: name.nullable().default(null).describe('所在网格'),
  shopfronts: z.array(shopfrontShape).default([]).describe('门前三包商户'),
  nominated: z.boolean().default(false).describe('是否上报点位'),
  leader: name.nullable().default(null).describe('上报点位的负责领导'),
});

const MEMBER_SETS = [
  'inspectors',
  'office',
  'liaisons',
  'deputies',
  'principals',
  'communityHeads',
  'gridMembers',
] as const;

const memberShape = z.union(
  [name, z.strictObject({ all: z.enum(MEMBER_SETS) }), z.strictObject({ units: z.array(name).min(1) })],
  { error: `成员应写姓名，或 { all: ${MEMBER_SETS.join(' | ')} }，或 { units: [单位] }` },
);

const groupShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, { error: '群的 id 只能用小写字母、数字和减号' }),
  name,
  members: z.array(memberShape).min(1),
  units: names.describe('通报只讲哪些单位；不写则讲全市'),
  receivesBulletin: z.boolean().default(false),
  wecom: z.strictObject({ chatId: name.optional(), webhook: webhook.optional() }).nullable().default(null),
  dingtalk: z
    .strictObject({ conversationId: name.optional(), webhook: webhook.optional(), secret: name.optional() })
    .nullable()
    .default(null),
});

/** directory.yaml as people write it. */
export const directoryShape = z.strictObject({
  city: name.describe('城市名称'),
  rankingGroups: z.array(name).default(['部门', '街道乡镇', '路长单位', '社区']),
  units: z.array(unitShape).min(1),
  teams: names.describe('督查组'),
  people: z.array(personShape).min(1),
  sites: z.array(siteShape).default([]),
  grids: z.array(gridShape).default([]).describe('网格'),
  unitGroups: z.record(name, z.array(name).min(1)).default({}).describe('一个词代表几个单位'),
  groups: z.array(groupShape).default([]),
  milestones: z.record(name, day.nullable()).default({}),
});

export type DirectoryFile = z.output<typeof directoryShape>;

/** Roles of a person in the file, as ids; words that are no role are left out (the shape has refused them before). */
export function rolesOf(person: DirectoryFile['people'][number]): RoleId[] {
  const words = person.roles ?? (person.role === undefined ? [] : [person.role]);
  return words.flatMap((word) => roleOf(word) ?? []);
}
