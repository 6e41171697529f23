/** A paper with one change that was said in chat. Throws Refusal of the edits (papers/special-issue-edit.ts). */
import { addSentence, deleteItem, replaceItem, replaceTitle } from '../../src/papers/special-issue-edit.ts';
import type { SpecialIssue } from '../../src/papers/special-issue.ts';
import type { DraftEdit } from '../../src/reading/publications.ts';

export function edited(model: SpecialIssue, edit: DraftEdit): SpecialIssue {
  if (edit.kind === 'delete') return deleteItem(model, edit);
  if (edit.kind === 'replace') return replaceItem(model, edit, edit.text);
  return edit.kind === 'title' ? replaceTitle(model, edit.text) : addSentence(model, edit.text, edit.part ?? undefined);
}
