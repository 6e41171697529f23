/** The .docx of a paper, to be made after the commit and sent one-to-one. */
import type { RunContext } from '../../src/bot/command.ts';
import type { Paper } from '../../src/domain/paper.ts';

export interface FileOrder {
  readonly people: readonly string[];
  /** When the text goes out that it belongs to; before then it is kept. */
  readonly dueAt: Date;
}

/** With the receipt of service as it is known when it is made. */
export async function orderPaperFile(
  { id, issueNo }: Paper,
  { people, dueAt }: FileOrder,
  { store, at, by, conversation }: Pick<RunContext<object>, 'store' | 'at' | 'by' | 'conversation'>,
): Promise<void> {
  if (people.length === 0) return;
  const told = { by: by.name, here: conversation.groupId };
  const args = { paperId: id, issueNo, people, dueAt: dueAt.toISOString(), ...told };
  await store.works.add({ kind: 'notice', args, told: null, dueAt: at, createdAt: at });
}
