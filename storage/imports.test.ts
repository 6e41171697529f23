/** Imports and their rows, on every database. */
import { expect, test } from 'vitest';
import type { ImportRow } from '../src/domain/import-row.ts';
import { NOW, aStep, anIssue } from '../src/testing/storage-samples.ts';
import { eachDatabase } from '../src/testing/storage-suite.ts';

const aRow = (rowNo: number, some: Partial<ImportRow> = {}): Omit<ImportRow, 'importNo'> => ({
  rowNo,
  state: 'waiting',
  issueNo: null,
  problem: {
    location: '人民路',
    site: null,
    description: '小广告',
    category: 'illegal_ads',
    units: [],
    coUnits: [],
    deadline: NOW,
    note: `清单第${rowNo}行`,
  },
  open: [{ kind: 'units', text: '没有责任单位' }],
  decided: [],
  ...some,
});

eachDatabase('imports', ({ storage }) => {
  const store = () => storage().store;
  const list = { file: '省检.csv', by: '周敏', at: NOW };

  test('numbered, with every row as it was read', async () => {
    const { imports } = store();
    expect(await imports.add(list, [aRow(3), aRow(4)])).toBe(1);
    expect(await imports.add({ ...list, file: '市检.xlsx' }, [])).toBe(2);
    expect(await imports.find(1)).toEqual({ no: 1, ...list });
    expect(await imports.find(3)).toBeUndefined();
    expect(await imports.rows({ importNo: 1 })).toEqual([
      { importNo: 1, ...aRow(3) },
      { importNo: 1, ...aRow(4) },
    ]);
    expect(await imports.rows({ rowNos: [4], states: ['waiting', 'dropped'] })).toHaveLength(1);
    expect(await imports.rows({ rowNos: [] })).toEqual([]);
  });

  test('a row is answered once: who comes second with what he saw before is stopped', async () => {
    const { imports, issues } = store();
    await imports.add(list, [aRow(3), aRow(4)]);
    const { no } = await issues.create(anIssue(), aStep());
    const [before] = await imports.rows({ rowNos: [3] });
    if (before === undefined) throw new Error('no row');
    const logged = {
      ...before,
      state: 'logged' as const,
      issueNo: no,
      open: [],
      decided: ['责任单位市住建局（周敏）'],
    };
    await imports.save(before, logged);
    expect(await imports.rows({ rowNos: [3] })).toEqual([logged]);
    await expect(imports.save(before, { ...before, state: 'dropped', decided: ['不要（赵雪）'] })).rejects.toThrow(
      'has changed meanwhile',
    );
    expect(await imports.counts(1)).toEqual({ waiting: 1, logged: 1, dropped: 0 });
    expect((await imports.waiting()).map((one) => one.no)).toEqual([1]);
    const [last] = await imports.rows({ states: ['waiting'] });
    if (last === undefined) throw new Error('no row');
    await imports.save(last, { ...last, state: 'dropped', decided: ['不要（周敏）'] });
    expect(await imports.waiting()).toEqual([]);
  });

  test('a list of 1,200 rows is kept', async () => {
    const { imports } = store();
    await imports.add(
      list,
      Array.from({ length: 1200 }, (_, nth) => aRow(nth + 2)),
    );
    expect(await imports.counts(1)).toEqual({ waiting: 1200, logged: 0, dropped: 0 });
  });
});
