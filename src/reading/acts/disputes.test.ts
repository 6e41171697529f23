import { expect, test } from 'vitest';
import type { Heard } from '../said.ts';
import { LIAISON, saidOf } from '../../testing/reader.ts';

const COMMUNITY: Heard['sender'] = { name: '阮建明', roles: ['communityHead'], unit: '油坊社区' };
const GRID: Heard['sender'] = { name: '丁一', roles: ['gridMember'], unit: '翠竹社区' };

test.each([
  ['396现场没有问题，问题不存在，请核实', LIAISON, 'issue.appeal'],
  ['396现场没有问题，问题不存在，请核实', COMMUNITY, 'issue.appeal'],
  ['396不属于我社区，请改派', COMMUNITY, 'issue.appeal'],
  ['396现场没有问题', GRID, null],
])('%s', (text, sender, act) => {
  expect(saidOf(text, { sender }).act).toBe(act);
});
