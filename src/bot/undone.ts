/** 未办: what of a message with several orders was not done, a line for each, so that no number is lost in silence. */
import { Overtaken } from '../domain/refusal.ts';
import type { Store } from '../../storage/store.ts';
import type { Said } from '../reading/said.ts';
import { nosText } from './several.ts';

interface Undone {
  readonly overtaken: readonly Overtaken[];
  readonly said: Pick<Said, 'leftNos' | 'speaker'>;
}

/** A figure of the message that is no problem's number is named nowhere. */
export async function undoneLines(
  { overtaken, said: { leftNos, speaker } }: Undone,
  store: Pick<Store, 'issues'>,
): Promise<readonly string[]> {
  const lines = overtaken.map(({ message }) => `未办：${message}`);
  const known = leftNos.length === 0 ? [] : await store.issues.list({ nos: leftNos });
  const left = leftNos.flatMap((no) => known.find((issue) => issue.no === no) ?? []);
  const [first] = left;
  if (first === undefined) return lines;
  const isDoer = speaker === 'unit' || speaker === 'grid';
  const example = isDoer ? `${first.no}正在整改，预计明天完成` : `${first.no}退回，原因：现场还没清`;
  return [...lines, `未办：${nosText(left)}，没有看懂要办什么。请单独再说一次，如“${example}”。`];
}

/** Where nothing at all is left to do: one refusal of all their sentences. */
export const allOvertaken = (overtaken: readonly Overtaken[]): Overtaken =>
  new Overtaken(overtaken[0]?.code ?? 'issue.state', overtaken.map(({ message }) => message).join('\n'));
