/** 资料申报怎么说: the lists of material by indicator (domain §11, §12). */
import type { Material } from './material.ts';
import { isMaterialOverdue, isMissing, MATERIAL_STATES } from './material.ts';
import { dayOf, dayText, stampText } from './shanghai.ts';
import { shortened } from './wording.ts';

/** `Ⅱ-3 市教育局 未成年人活动：退回（图片没有日期），12月1日前`. */
export function materialLine(material: Material, at: Date): string {
  const { indicator, unit, title, state, returnReason, deadline, pictureIds } = material;
  const facts = [
    ...(state === 'returned' && returnReason !== null ? [returnReason] : []),
    ...(state === 'submitted' ? [`图${pictureIds.length}张`] : []),
  ];
  const limit = deadline !== null && isMissing(material) ? `，${dayText(dayOf(deadline), dayOf(at))}前` : '';
  const late = isMaterialOverdue(material, at) ? '（已超期）' : '';
  const more = facts.length === 0 ? '' : `（${facts.join('；')}）`;
  const name = title === null ? '' : ` ${shortened(title, 16)}`;
  return `${indicator} ${unit}${name}：${MATERIAL_STATES[state]}${more}${limit}${late}`;
}

export interface MaterialListing {
  readonly at: Date;
  readonly most: number;
  /** What was asked for: 还差的, 被退回的; null: all. */
  readonly filter: 'missing' | 'returned' | null;
}

/** 资料报送进度: how many of how many have passed, then the lines; with a filter only those. */
export function materialList(materials: readonly Material[], { at, most, filter }: MaterialListing): string {
  if (materials.length === 0) {
    return '还没有布置资料申报任务。创城办可回复：资料 Ⅱ-3 责任单位市教育局 12月1日前';
  }
  const of = (state: Material['state']): number => materials.filter((material) => material.state === state).length;
  const shown = materials.filter(
    (material) => filter === null || (filter === 'missing' ? isMissing(material) : material.state === 'returned'),
  );
  const head = `资料申报（截至${stampText(at)}）：共${materials.length}项，通过${of('approved')}，待审${of('submitted')}，退回${of('returned')}，未交${of('due')}`;
  if (shown.length === 0) return `${head}。${filter === 'returned' ? '没有被退回的。' : '没有还差的。'}`;
  const lines = shown
    .toSorted((a, b) => Number(isMaterialOverdue(b, at)) - Number(isMaterialOverdue(a, at)))
    .slice(0, most)
    .map((material) => materialLine(material, at));
  return [head, ...lines, ...(shown.length > most ? [`另有${shown.length - most}项`] : [])].join('\n');
}
