/** 资料申报 (网上申报, domain §11): one row for each indicator and unit, from 未交 to 通过. */
import type { Person } from './directory.ts';
import { Refusal } from './refusal.ts';
import { speaksForUnit } from './rights.ts';
import type { Settings } from './settings.ts';
import { endOfDay } from './shanghai.ts';

/** 未交, 待审, 通过, 退回. */
export type MaterialState = 'due' | 'submitted' | 'approved' | 'returned';

export interface Material {
  /** `Ⅱ-3`. */
  readonly indicator: string;
  readonly unit: string;
  /** What is wanted. */
  readonly title: string | null;
  readonly deadline: Date | null;
  readonly state: MaterialState;
  /** Pictures of the last submission; those of earlier ones stand in the record. */
  readonly pictureIds: readonly string[];
  readonly note: string | null;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly returnReason: string | null;
  readonly returnCount: number;
}

/** One line of the append-only record. `points`: what it counts in the score (domain §8), 0 mostly. */
export interface MaterialRecord {
  readonly indicator: string;
  readonly unit: string;
  readonly at: Date;
  readonly step: 'assign' | 'submit' | 'approve' | 'return';
  readonly by: string;
  readonly messageId: string | null;
  readonly pictureIds: readonly string[];
  readonly note: string | null;
  readonly points: number;
}

export const MATERIAL_STATES: Readonly<Record<MaterialState, string>> = {
  due: '未交',
  submitted: '待审',
  approved: '通过',
  returned: '退回',
};

export interface Assignment {
  readonly indicator: string;
  readonly unit: string;
  readonly title: string | null;
  readonly deadline: Date | null;
}

/** 布置: new, or the same again with another time or title; what was submitted stays. */
export const assignMaterial = (before: Material | undefined, assignment: Assignment): Material =>
  before === undefined
    ? { ...assignment, ...FRESH }
    : {
        ...before,
        title: assignment.title ?? before.title,
        deadline: assignment.deadline ?? before.deadline,
      };

const FRESH = {
  state: 'due',
  pictureIds: [],
  note: null,
  submittedBy: null,
  submittedAt: null,
  reviewedBy: null,
  reviewedAt: null,
  returnReason: null,
  returnCount: 0,
} as const;

/** Those of the settings that nobody has touched yet stand beside the rows. */
export function withAssigned(rows: readonly Material[], { material }: Pick<Settings, 'material'>): readonly Material[] {
  const known = new Set(rows.map(keyOf));
  const assigned = material.indicators.flatMap(({ indicator, title, units, deadline }) =>
    units.map((unit): Material => {
      const day = deadline === null ? null : endOfDay(deadline);
      return { indicator, unit, title, deadline: day, ...FRESH };
    }),
  );
  return [...rows, ...assigned.filter((row) => !known.has(keyOf(row)))].toSorted(
    (a, b) => a.indicator.localeCompare(b.indicator, 'zh', { numeric: true }) || (a.unit < b.unit ? -1 : 1),
  );
}

const keyOf = ({ indicator, unit }: Pick<Material, 'indicator' | 'unit'>): string => `${indicator} ${unit}`;

/** Still to be handed in: 未交 or 退回. */
export const isMissing = ({ state }: Material): boolean => state === 'due' || state === 'returned';

export const isMaterialOverdue = (material: Material, at: Date): boolean =>
  isMissing(material) && material.deadline !== null && material.deadline < at;

export interface Submitting {
  readonly by: Person;
  readonly at: Date;
  readonly pictureIds: readonly string[];
  readonly note: string | null;
}

/** 报送. Throws Refusal: `right`, `material.approved`, `material.pictures`. */
export function submitMaterial(material: Material, { by, at, pictureIds, note }: Submitting): Material {
  if (!speaksForUnit(by) || by.unit !== material.unit) {
    throw new Refusal('right', `指标${material.indicator}由${material.unit}报送，请该单位联络员报送。没有作任何改动。`);
  }
  if (material.state === 'approved') {
    throw new Refusal('material.approved', `指标${material.indicator}的资料已通过，不用再报。`);
  }
  if (pictureIds.length === 0) {
    throw new Refusal(
      'material.pictures',
      `没有收到指标${material.indicator}的资料。请把说明报告和佐证材料拍成图片，连同“报送指标${material.indicator}资料”一起发来。`,
    );
  }
  return {
    ...material,
    state: 'submitted',
    pictureIds,
    note,
    submittedBy: by.name,
    submittedAt: at,
    reviewedBy: null,
    reviewedAt: null,
    returnReason: null,
  };
}

export interface Reviewing {
  readonly by: Person;
  readonly at: Date;
}

/** 通过. Throws Refusal `material.state`. */
export function approveMaterial(material: Material, { by, at }: Reviewing): Material {
  requireSubmitted(material, '通过');
  return { ...material, state: 'approved', reviewedBy: by.name, reviewedAt: at };
}

/** 退回, with a reason; approved ones may be returned too (a superior's review). Throws Refusal: `material.state`, `material.reason`. */
export function returnMaterial(
  material: Material,
  { by, at, reason, until }: Reviewing & { reason: string | null; until: Date | null },
): Material {
  if (material.state !== 'approved') requireSubmitted(material, '退回');
  if (reason === null || reason.trim() === '') {
    throw new Refusal('material.reason', `退回需要写明原因。可回复：指标${material.indicator}资料退回，图片没有日期`);
  }
  return {
    ...material,
    state: 'returned',
    reviewedBy: by.name,
    reviewedAt: at,
    returnReason: reason,
    returnCount: material.returnCount + 1,
    deadline: until ?? material.deadline,
  };
}

function requireSubmitted(material: Material, verb: string): void {
  if (material.state === 'submitted') return;
  throw new Refusal(
    'material.state',
    `指标${material.indicator}（${material.unit}）的资料现在是“${MATERIAL_STATES[material.state]}”，不能${verb}。`,
  );
}
