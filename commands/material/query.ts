/** 查资料报送. */
import { defineCommand } from '../../src/bot/command.ts';
import { materialList } from '../../src/domain/material-texts.ts';
import type { Period } from '../../src/reading/periods.ts';
import { filtersOf } from '../filters.ts';
import type { Filters } from '../filters.ts';
import { indicatorOf } from './indicator.ts';
import { allMaterial } from './run.ts';

export interface MaterialQueryArgs extends Filters {
  readonly indicator?: string;
  readonly filter?: 'missing' | 'returned';
  readonly period?: Period | null;
}

export default defineCommand<MaterialQueryArgs>({
  id: 'material.query',
  summary: '查资料报送进度',
  examples: ['资料申报还差哪些没交', '新市区街道资料报送进度', '指标Ⅱ-3材料交了吗'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'material.query') return undefined;
    const indicator = indicatorOf(said);
    return {
      ...filtersOf(said),
      ...(indicator === null ? {} : { indicator }),
      ...(/还差|没(?:有)?(?:人)?(?:交|报)|未(?:交|报|提交)|缺|欠/.test(said.text)
        ? { filter: 'missing' as const }
        : /(?:退|打|返)回/.test(said.text)
          ? { filter: 'returned' as const }
          : {}),
      ...(said.period === null ? {} : { period: said.period }),
    };
  },

  async run(context) {
    const { args, at, settings } = context;
    const { indicator, units, filter = null } = args;
    const materials = (await allMaterial(context)).filter(
      (material) =>
        (indicator === undefined || material.indicator === indicator) &&
        (units.length === 0 || units.includes(material.unit)),
    );
    return { text: materialList(materials, { at, most: settings.bulletin.mostListed, filter }) };
  },
});
