/** 各管各的: orders that each name what they are about (环卫清垃圾，住建局修路灯), and the problems that each of them takes. */
import type { FindCategory } from '../categories.ts';
import type { BoundRow, OrderGroup } from './binding.ts';
import { familiesIn } from './own-thing.ts';

/** One of several orders told in one breath, with what it is to do. */
export interface Deed extends Omit<OrderGroup, 'deeds'> {
  /** 路面 of 把路面修好; empty where it names none: 清运. */
  readonly thing: string;
  /** The kind that its words point to. */
  readonly category: string | null;
}

/** What is done, and what stands around it. What is left of 把路面修好 is 路面. */
const DOING =
  /^(?:[请麻烦让由叫]|那边|这边|负责|牵头|抓紧|尽快|马上|立即|赶紧|务必|必须|及时|重新|先|也|就|要|得|去|来|给|派人|安排人?|组织人?|都|把|将|管好?|清理|清运|清扫|清除|清掉|清|修复|修理|维修|修好|修|更换|换掉|换|拆除|拆掉|拆|处理|整改|解决|整治|冲洗|洗|扫|补种|补栽|补齐|补上|补|铲除|铲|收拾|收走|收|拖走|拖|劝离|劝导|劝|规范|疏通|通|填平|填|盖上|盖|擦|刷|搬走|搬|运走|运|挪走|挪|剪|砍|锯|捞|打捞|加固|扶正|扶|装上|装|加|弄|搞|看|查|的|了|[,、:\s])+|(?:清|换|拆|修|移|搬|铲|补|撤|刷|收|挪|扫|冲|洗|剪|砍|摘|取|填|围|盖|扶|装|弄|搞|处理|整改|解决|整治|清理|清运|清除|拆除|更换|修复|恢复|规范|整理)*(?:一[清扫洗拆换修冲弄]|理|除|走|掉|好|完|齐|平|上|起来|一下|干净|到位|正|了|[,、\s])*$/g;
/** 清运, 劝离: what is done tells the kind where no thing is named. */
const BY_DEED: readonly (readonly [string, RegExp])[] = [
  ['sanitation', /清运|清扫|冲洗|打扫|保洁|洗地|扫干净/],
  ['street_order', /劝离|取缔|劝导/],
  ['parking', /拖车|拖走|拖离|挪车|贴(?:罚)?单/],
  ['greening', /补种|补栽|修剪|浇水/],
  ['facility', /维修|修复|修好|更换|加固/],
];

/** What an order is about, from its words without names and times: its thing (empty where it names none) and its kind. */
export function aimOf(says: string, findCategory: FindCategory): Pick<Deed, 'thing' | 'category'> {
  const thing = says.replace(DOING, '').replace(DOING, '');
  const kind = BY_DEED.find(([, pattern]) => pattern.test(says))?.[0] ?? null;
  return { thing, category: (thing === '' ? null : findCategory(thing)) ?? kind };
}

/** How surely a deed is about a problem: 3 its thing is named there, 2 a thing of the same family, 1 its kind; 0 not. */
function fits({ thing, category }: Deed, row: BoundRow): number {
  if (thing !== '' && row.text.includes(thing)) return 3;
  const own = familiesIn(thing);
  if (own.some((family) => familiesIn(row.text).includes(family))) return 2;
  return category !== null && category === row.category ? 1 : 0;
}

/** For each problem the deeds that are about it: by its thing; what nothing names goes to the deeds that name nothing. Null where no problem is told apart by them. */
export function byThing(
  deeds: readonly Deed[],
  rows: readonly BoundRow[],
): ReadonlyMap<BoundRow, readonly Deed[]> | null {
  if (deeds.length < 2 || rows.length < 2) return null;
  const shares = new Map<BoundRow, readonly Deed[]>();
  for (const row of rows) {
    const scores = deeds.map((deed) => fits(deed, row));
    const best = Math.max(...scores);
    const own = deeds.filter((_, at) => best > 0 && scores[at] === best);
    if (own.length === 1) shares.set(row, own);
  }
  if (shares.size === 0) return null;
  const taken = new Set([...shares.values()].flat());
  const others = deeds.filter((deed) => !taken.has(deed));
  const left = rows.filter((row) => !shares.has(row));
  for (const row of left) shares.set(row, others);
  // 东湖街道牵头，环卫清垃圾，住建局修灯: who names nothing that is left is over all.
  if (left.length === 0)
    for (const [row, own] of shares)
      shares.set(
        row,
        deeds.filter((deed) => own.includes(deed) || others.includes(deed)),
      );
  return shares;
}
