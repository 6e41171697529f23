import { expect, test } from 'vitest';
import { isOnSameStretch, isSamePlace } from './same-place.ts';
import type { Place } from './same-place.ts';

const at = (location: string | null, site: string | null = null): Place => ({ location, site });

/** Same place; on the same stretch. */
const cases: readonly (readonly [string, Place, Place, boolean, boolean])[] = [
  ['the same words', at('翠竹园8栋'), at('翠竹园8栋'), true, true],
  ['typed otherwise', at('翠竹园 8栋（东侧）'), at('翠竹园8栋，东侧'), true, true],
  ['a dash is no ornament', at('翠竹园3-2号'), at('翠竹园32号'), false, false],
  ['the same site in other words', at('北门市场东口', '北门市场'), at('菜市场里面', '北门市场'), true, true],
  ['two houses of an estate', at('锦绣花园2栋楼道', '锦绣花园'), at('锦绣花园3栋', '锦绣花园'), false, false],
  ['a house of an estate and the estate', at('锦绣花园2栋', '锦绣花园'), at('小区大门', '锦绣花园'), true, true],
  ['the same house otherwise', at('锦绣花园2号楼', '锦绣花园'), at('锦绣花园2栋楼下', '锦绣花园'), true, true],
  ['two spots on a road', at('人民路12号', '人民路'), at('人民路88号', '人民路'), false, false],
  ['the same spot on a road', at('人民路12号', '人民路'), at('人民路12号', '人民路'), true, true],
  ['a stretch and a spot on it', at('北门街南段', '北门街'), at('北门街南段12号', '北门街'), false, true],
  ['a spot and its stretch', at('北门街南段12号'), at('北门街南段'), false, true],
  ['no place is no place', at(null), at(null), false, false],
  ['nothing but marks', at('。'), at('翠竹园8栋'), false, false],
  ['other sites', at('东口', '北门市场'), at('西口', '南门市场'), false, false],
];

test.each(cases)('%s', (_, one, other, same, stretch) => {
  expect([isSamePlace(one, other), isSamePlace(other, one)]).toEqual([same, same]);
  expect([isOnSameStretch(one, other), isOnSameStretch(other, one)]).toEqual([stretch, stretch]);
});
