/** The problems a question is about: narrowed by the database as far as it can, the rest in one pass. */
import type { RunContext } from '../../src/bot/command.ts';
import { selectAsked, storedPart } from '../../src/domain/asked.ts';
import type { Asked } from '../../src/domain/asked.ts';
import { hasRole } from '../../src/domain/city.ts';
import type { Issue, IssueState } from '../../src/domain/issue.ts';
import { Refusal } from '../../src/domain/refusal.ts';

type Asking = Pick<RunContext<object>, 'store' | 'directory' | 'by'>;

export interface Narrowing {
  readonly states?: readonly IssueState[];
  /** Responsible for it: any of these; empty: all. Not for figures, which also tell what was moved away. */
  readonly units?: readonly string[];
}

/** Everyone of the directory may ask for all figures; a citizen only after his own messages (domain §3). Throws Refusal. */
export async function askedIssues(
  asked: Asked,
  { store, directory, by }: Asking,
  { states, units = [] }: Narrowing = {},
): Promise<readonly Issue[]> {
  requireInsider(by);
  const issues = await store.issues.list({
    ...storedPart(asked),
    ...(states === undefined ? {} : { states }),
    ...(units.length === 0 ? {} : { units }),
  });
  return selectAsked(issues, asked, directory);
}

/** Throws Refusal for who is a citizen only. */
export function requireInsider(by: Asking['by']): void {
  if (by.roles.some((role) => role !== 'citizen') || !hasRole(by, 'citizen')) return;
  throw new Refusal(
    'notAllowed',
    '整改数据由工作人员查询。您可以反映问题或询问自己留言的处理情况，如“我上次反映的井盖修好了吗”。',
  );
}
