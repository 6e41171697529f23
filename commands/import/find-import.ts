/** Which import is meant, by its number or because rows of no other wait. */
import type { RunContext } from '../../src/bot/command.ts';
import type { ListImport } from '../../src/domain/import-row.ts';
import { Refusal } from '../../src/domain/refusal.ts';

/** Throws Refusal `import.unknown`: there is none of that number, none waits, or several do and none was named. */
export async function findImport(
  no: number | null,
  rowNo: number,
  { store }: Pick<RunContext<object>, 'store'>,
): Promise<ListImport> {
  if (no !== null) {
    const list = await store.imports.find(no);
    if (list !== undefined) return list;
    throw new Refusal('import.unknown', `没有导入${no}号。回复“导入待定清单”看有哪些。`);
  }
  const waiting = await store.imports.waiting();
  const [only] = waiting;
  if (only === undefined)
    throw new Refusal(
      'import.unknown',
      '导入的清单里没有待定的行，没有作任何改动。要恢复定为不要的行，请写明是哪次导入，如“导入1号第12行恢复”。',
    );
  if (waiting.length === 1) return only;
  const names = waiting.map((list) => `导入${list.no}号（${list.file}）`).join('、');
  throw new Refusal(
    'import.unknown',
    `有${waiting.length}次导入还有待定的行：${names}。请写明是哪一次，如“导入${only.no}号第${rowNo}行是…”。没有作任何改动。`,
  );
}
