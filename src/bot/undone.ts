/** 未办: what of a message with several orders was not done, a line for each, so that no number is lost in silence. */
import { Overtaken } from '../domain/refusal.ts';
import type { Store } from '../../storage/store.ts';
import { nosText } from './several.ts';

/** `leftNos`: numbers of which nothing was understood; a figure that is no problem's number is none of them. */
export async function undoneLines(
  overtaken: readonly Overtaken[],
  leftNos: readonly number[],
  store: Pick<Store, 'issues'>,
): Promise<readonly string[]> {
  const lines = overtaken.map(({ message }) => `未办：${message}`);
  const left = leftNos.length === 0 ? [] : await store.issues.list({ nos: leftNos });
  const unread = leftNos.flatMap((no) => left.find((issue) => issue.no === no) ?? []);
  return unread.length === 0
    ? lines
    : [...lines, `未办：${nosText(unread)}，没有看懂要办什么。请单独再说一次，如“${example(unread[0]?.no)}”。`];
}

const example = (no: number | undefined): string => `${no ?? '编号'}正在整改，预计明天完成`;

/** Where nothing at all is left to do: one refusal of all their sentences. */
export const allOvertaken = (overtaken: readonly Overtaken[]): Overtaken =>
  new Overtaken(overtaken[0]?.code ?? 'issue.state', overtaken.map(({ message }) => message).join('\n'));
