/** 以前的裁定: loaded only where a problem names no unit, or to be held against the unit it names. */
import type { RunContext } from '../../src/bot/command.ts';
import { RULING_STEPS, rulingOn, rulingText, rulingsOf } from '../../src/domain/rulings.ts';
import type { Ruling } from '../../src/domain/rulings.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { startOfDay } from '../../src/domain/shanghai.ts';

/** Since the campaign's start. */
export async function settledRulings({
  store,
  settings,
  at,
}: Pick<RunContext<object>, 'store' | 'settings' | 'at'>): Promise<readonly Ruling[]> {
  // What was settled a moment ago counts already.
  const until = new Date(at.getTime() + 1);
  return rulingsOf(await store.records.between(startOfDay(settings.campaign.from), until, RULING_STEPS));
}

/** Said where a problem went to another unit than was settled before; null: nothing to say. */
export function contraryRuling(issue: Issue, rulings: readonly Ruling[]): string | null {
  if (issue.units.length === 0) return null;
  const ruling = rulingOn(issue, rulings);
  if (ruling === null || ruling.units.some((unit) => issue.units.includes(unit))) return null;
  return `#${issue.no}：${rulingText(ruling)}；需要调整的，请创城办回复“${issue.no}转给${ruling.units[0] ?? ''}”。`;
}
