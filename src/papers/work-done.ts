/** 信息报送 in a paper (domain §11): what units report of their week, summed up, at the end of 基本情况. */
import { listed } from '../domain/wording.ts';
import { workInfoItem } from '../domain/work-info.ts';
import type { WorkInfoSum } from '../domain/work-info.ts';
import type { PaperPart } from './special-issue.ts';

/** More are in the answer to 本周信息报送情况. */
const MOST_ITEMS = 10;
const MOST_UNITS = 3;

/** The parts with a sentence more in the first; as they are where nothing was reported. */
export function withWork(parts: readonly PaperPart[], workInfo: readonly WorkInfoSum[] = []): readonly PaperPart[] {
  const [first, ...rest] = parts;
  if (first === undefined || workInfo.length === 0) return parts;
  return [{ ...first, items: [...first.items, workDone(workInfo)] }, ...rest];
}

/** Summed up by item, the units with the most named. */
function workDone(workInfo: readonly WorkInfoSum[]): string {
  const units = new Set(workInfo.flatMap((sum) => sum.units.map(({ unit }) => unit))).size;
  const items = workInfo.slice(0, MOST_ITEMS).map((sum) => {
    const names = sum.units.map(({ unit, quantity }) => `${unit}${quantity}`);
    return `${workInfoItem(sum)}（${listed(names, MOST_UNITS)}）`;
  });
  return `${units}个单位报送工作信息：${items.join('、')}。`;
}
