import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseDirectory } from './directory.ts';

const BASE = `
city: 江岚市
units:
  - { name: 市税务局, kind: department }
people:
  - { name: 何静, unit: 市税务局, role: 联络员 }
  - { name: 周敏, unit: 市税务局, role: 创城办负责人 }
`;
const complaints = (text: string): readonly string[] => {
  const parsed = parseDirectory(parse(`${BASE}${text}`));
  return 'complaints' in parsed ? parsed.complaints.map(({ message }) => message) : [];
};

describe('who answers for sites and grids', () => {
  it('a full entry is taken over', () => {
    const parsed = parseDirectory(
      parse(`${BASE}
grids: [{ name: 一网格, head: 何静 }]
sites: [{ name: 锦绣花园, type: residential, grid: 一网格, nominated: true, leader: 何静, sponsors: [{ who: 市税务局 }, { who: 何静, part: 3栋 }], shopfronts: [{ name: 面馆 }] }]
`),
    );
    expect('directory' in parsed && parsed.directory.sites[0]).toMatchObject({
      sponsors: [
        { who: '市税务局', part: null },
        { who: '何静', part: '3栋' },
      ],
      shopfronts: [{ name: '面馆', keeper: null }],
    });
  });

  it.each([
    ['sites: [{ name: 锦绣花园, type: residential, sponsors: [{ who: 王五 }] }]', '包联对象“王五”不在'],
    ['sites: [{ name: 锦绣花园, type: residential, grid: 二网格 }]', '网格“二网格”不在 grids 里'],
    ['sites: [{ name: 锦绣花园, type: residential, nominated: true, leader: 王五 }]', '负责领导“王五”不在 people 里'],
    ['sites: [{ name: 锦绣花园, type: residential, leader: 何静 }]', '没有写 nominated: true'],
    ['grids: [{ name: 一网格 }, { name: 一网格 }]', '网格“一网格”写了两次'],
    ['grids: [{ name: 一网格, head: 王五 }]', '网格长“王五”不在 people 里'],
    ['grids: [{ name: 一网格, members: [王五] }]', '网格员“王五”不在 people 里'],
    ['grids: [{ name: 一网格, territory: 东湖街道 }]', '属地“东湖街道”不在 units 里'],
  ])('%s', (text, expected) => {
    expect(complaints(text)).toEqual([expect.stringContaining(expected)]);
  });
});
