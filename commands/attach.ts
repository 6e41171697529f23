/** 附图: the pictures that came with a message become photos of the problem they speak of. */
import type { RunContext } from '../src/bot/command.ts';
import type { Issue, IssuePhoto } from '../src/domain/issue.ts';

export async function attachPictures(
  { store, pictureIds }: Pick<RunContext<object>, 'store' | 'pictureIds'>,
  { no, round }: Pick<Issue, 'no' | 'round'>,
  kind: IssuePhoto['kind'],
): Promise<void> {
  for (const pictureId of pictureIds) await store.pictures.attach({ issueNo: no, round, kind, pictureId });
}
