/** The .docx of a paper, to be made after the commit and sent one-to-one. */
import type { RunContext } from '../../src/bot/command.ts';
import type { Paper } from '../../src/domain/paper.ts';

/** With the receipt of service as it is known when it is made. */
export async function orderPaperFile(
  { id, issueNo }: Paper,
  people: readonly string[],
  { store, at }: Pick<RunContext<object>, 'store' | 'at'>,
): Promise<void> {
  if (people.length === 0) return;
  const args = { paperId: id, issueNo, people };
  await store.works.add({ kind: 'notice', args, told: null, dueAt: at, createdAt: at });
}
