/** 资料清单 (网上申报, domain §11): per indicator who hands in what by when, and how it stands. */
import { MATERIAL_STATES } from '../domain/material.ts';
import type { MaterialState } from '../domain/material.ts';
import { column } from './paper-table.ts';
import type { PaperTable } from './paper-table.ts';

export interface MaterialRow {
  readonly indicator: string;
  readonly title: string;
  readonly unit: string;
  readonly owner: string | null;
  readonly deadline: Date | null;
  readonly state: MaterialState;
  readonly submittedAt: Date | null;
  readonly returnReason: string | null;
  readonly pictures: number;
}

/** 资料清单; the order of the rows is kept. */
export const materialTable = (rows: readonly MaterialRow[]): PaperTable => ({
  title: '资料清单',
  columns: [
    column('序号', 2, 'count'),
    column('指标', 8),
    column('材料', 12),
    column('责任单位', 7),
    column('责任人', 4, 'word'),
    column('提交时限', 5, 'day'),
    column('状态', 3, 'word'),
    column('提交时间', 7, 'moment'),
    column('图片数', 3, 'count'),
    column('退回原因', 10),
  ],
  rows: rows.map((row, nth) => [
    nth + 1,
    row.indicator,
    row.title,
    row.unit,
    row.owner,
    row.deadline?.toISOString() ?? null,
    MATERIAL_STATES[row.state],
    row.submittedAt?.toISOString() ?? null,
    row.pictures,
    row.returnReason,
  ]),
});
