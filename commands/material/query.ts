/** 查资料报送. */
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';
import { indicatorIn } from './indicator.ts';

export default defineCommand({
  id: 'material.query',
  summary: '查资料报送进度',
  examples: ['资料申报还差哪些没交', '新市区街道资料报送进度', '指标Ⅱ-3材料交了吗'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'material.query') return undefined;
    const indicator = indicatorIn(said.text);
    return {
      ...filtersOf(said),
      ...(indicator === null ? {} : { indicator }),
      ...(/还差|没(?:有)?(?:交|报)|未(?:交|报|提交)|缺|欠/.test(said.text)
        ? { filter: 'missing' }
        : /退回/.test(said.text)
          ? { filter: 'returned' }
          : {}),
      ...(said.period === null ? {} : { period: said.period }),
    };
  },
});
