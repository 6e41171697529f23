/**
 * 已有: what stands already under the same place and the same words. What is open is not taken a second time. What ended before the day
 * on which the row was found has come back, it seems (反弹, domain §4): a draft of its own that says so, for the office to decide.
 */
import type { ImportRow, ListedProblem } from '../../domain/import-row.ts';
import type { Issue } from '../../domain/issue.ts';
import { dayOf } from '../../domain/shanghai.ts';

/** `known`: not taken, and named so; `ended`: taken, with this remark on it, and `advice` for the office. */
export type Twin = { readonly known: string } | { readonly ended: string; readonly advice: string };

interface Row extends Pick<ListedProblem, 'location' | 'description' | 'units'> {
  readonly rowNo: number;
  /** 检查日期, YYYY-MM-DD; null: the list has none. */
  readonly foundOn: string | null;
}

export interface Twins {
  /** Null: nothing like it stands. */
  of(row: Row): Twin | null;
  /** Rows further down are held against this one too. */
  add(row: Row): void;
}

export function twinsAmong(issues: readonly Issue[], rows: readonly ImportRow[]): Twins {
  const byIssue = new Map(issues.map((issue) => [sameness(issue), issue]));
  const byEarlier = new Map(rows.map((row) => [sameness(row.problem), rowText(row)]));
  const above = new Map<string, number>();
  return {
    of(row) {
      const key = sameness(row);
      const issue = byIssue.get(key);
      if (issue !== undefined) return twinIssue(issue, row.foundOn);
      const known = byEarlier.get(key) ?? rowAbove(above.get(foundSame(row)));
      return known === undefined ? null : { known };
    },
    add: (row) => void above.set(foundSame(row), above.get(foundSame(row)) ?? row.rowNo),
  };
}

const rowAbove = (rowNo: number | undefined): string | undefined => (rowNo === undefined ? undefined : `第${rowNo}行`);

/** The list may hold one place twice: for another unit, or of another day. */
const foundSame = (row: Row): string => `${sameness(row)}|${row.units.join('、')}|${row.foundOn ?? ''}`;

/** The same place and the same words, however they are spaced. */
const sameness = ({ location, description }: Pick<ListedProblem, 'location' | 'description'>): string =>
  `${location}|${description}`.normalize('NFKC').replace(/[\s,，。;；、]/gu, '');

function twinIssue(issue: Issue, foundOn: string | null): Twin {
  if (issue.mergedInto !== null) return { known: `#${issue.no}（已并入#${issue.mergedInto}）` };
  const end = endOf(issue);
  if (end === null) return { known: `#${issue.no}` };
  const { at, word } = end;
  if (foundOn === null || foundOn <= dayOf(at)) return { known: `#${issue.no}（${word}）` };
  const ended = `与${word}的#${issue.no}相同`;
  const advice = issue.state === 'closed' ? `，属于反弹的请回复“${issue.no}反弹”，并撤销这一条` : '';
  return { ended, advice: `，检查日期在后${advice}` };
}

/** When and how the problem ended; null: it has not. A withdrawn one counts from its entry: nobody has put it right. */
function endOf({ state, closedAt, loggedAt }: Issue): { readonly at: Date; readonly word: string } | null {
  if (state === 'closed') return { at: closedAt ?? loggedAt, word: '已销号' };
  return state === 'withdrawn' ? { at: loggedAt, word: '已撤销' } : null;
}

const rowText = ({ importNo, rowNo, state }: ImportRow): string =>
  `导入${importNo}号第${rowNo}行，${state === 'dropped' ? `已定为不要；还要的话在群里回复“导入${importNo}号第${rowNo}行恢复”` : '待定'}`;
