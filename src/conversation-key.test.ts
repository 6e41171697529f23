import { expect, it } from 'vitest';
import { groupIdIn, groupKey, singleKey, unpairedKey } from './conversation-key.ts';

it.each([
  [groupKey('wecom', 'city'), 'city'],
  [groupKey('dingtalk', 'a:group:b'), 'a:group:b'],
  [unpairedKey('wecom', ':group:city'), null],
  [singleKey('wecom', 'x:group:city'), null],
])('%s is the group %s', (key, groupId) => {
  expect(groupIdIn(key)).toBe(groupId);
});
