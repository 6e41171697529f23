/** 申报资料 by indicator and unit, with an append-only record (domain §11). */
import type { Selectable } from 'kysely';
import type { Material, MaterialRecord } from '../src/domain/material.ts';
import { toDate, toDateOrNull, toText, toTextOrNull } from './columns.ts';
import type { Connection } from './connection.ts';
import type { MaterialColumns, MaterialRecordColumns } from './schema-beside.ts';
import type { MaterialStore } from './store-beside.ts';

export function createMaterials(connection: Connection): MaterialStore {
  return {
    async list({ indicator, units }) {
      if (units?.length === 0) return [];
      let query = connection.read.selectFrom('materials').selectAll().orderBy('indicator').orderBy('unit');
      if (indicator !== undefined) query = query.where('indicator', '=', indicator);
      if (units) query = query.where('unit', 'in', units);
      return (await query.execute()).map(toMaterial);
    },

    save: (material, record) =>
      connection.atomic(async ({ write }) => {
        const { indicator, unit } = material;
        const values = toValues(material);
        await write
          .insertInto('materials')
          .values({ indicator, unit, ...values })
          .onConflict((conflict) => conflict.columns(['indicator', 'unit']).doUpdateSet(values))
          .execute();
        const { step, by, messageId, note, points } = record;
        const row = { step, person: by, message_id: messageId, note, points, at: toText(record.at) };
        await write
          .insertInto('material_records')
          .values({ indicator, unit, ...row, picture_ids: JSON.stringify(record.pictureIds) })
          .execute();
      }),

    async records(from, to) {
      const query = connection.read.selectFrom('material_records').selectAll();
      const within = query.where('at', '>=', toText(from)).where('at', '<', toText(to));
      return (await within.orderBy('seq').execute()).map(toRecord);
    },
  };
}

const toValues = (material: Material): Omit<MaterialColumns, 'indicator' | 'unit'> => ({
  title: material.title,
  deadline: toTextOrNull(material.deadline),
  state: material.state,
  picture_ids: JSON.stringify(material.pictureIds),
  note: material.note,
  submitted_by: material.submittedBy,
  submitted_at: toTextOrNull(material.submittedAt),
  reviewed_by: material.reviewedBy,
  reviewed_at: toTextOrNull(material.reviewedAt),
  return_reason: material.returnReason,
  return_count: material.returnCount,
});

const toMaterial = (row: Selectable<MaterialColumns>): Material => ({
  indicator: row.indicator,
  unit: row.unit,
  title: row.title,
  deadline: toDateOrNull(row.deadline),
  // Only toValues writes the column.
  state: row.state as Material['state'],
  pictureIds: JSON.parse(row.picture_ids) as string[],
  note: row.note,
  submittedBy: row.submitted_by,
  submittedAt: toDateOrNull(row.submitted_at),
  reviewedBy: row.reviewed_by,
  reviewedAt: toDateOrNull(row.reviewed_at),
  returnReason: row.return_reason,
  returnCount: row.return_count,
});

const toRecord = (row: Selectable<MaterialRecordColumns>): MaterialRecord => ({
  indicator: row.indicator,
  unit: row.unit,
  at: toDate(row.at),
  // Only save writes the column.
  step: row.step as MaterialRecord['step'],
  by: row.person,
  messageId: row.message_id,
  pictureIds: JSON.parse(row.picture_ids) as string[],
  note: row.note,
  points: row.points,
});
