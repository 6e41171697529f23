/** 办理记录 of what a message caused: who, when, in which group, by which message (domain §4). */
import { maskContacts } from '../domain/contacts.ts';
import type { IssueStep } from '../domain/issue.ts';
import type { StepOf } from '../../storage/store.ts';
import type { RunContext } from './command.ts';

export type Recording = Pick<RunContext<object>, 'by' | 'at' | 'conversation' | 'messageId'>;

/** One line of the record. `note`: what was said, without telephone numbers: it may be read out in a group (domain §11). */
export const recordOf = (
  { by, at, conversation, messageId }: Recording,
  step: IssueStep,
  note: string | null = null,
): StepOf => ({ at, step, by: by.name, groupId: conversation.groupId, messageId, note: note && maskContacts(note) });
