/** A place that is only called after a site is not the site, in a message as in a list. */
import { expect, it } from 'vitest';
import { saidOf } from '../testing/reader.ts';

it.each([
  ['人民路小学门口垃圾满地', null],
  ['人民路3号门前垃圾满地', '人民路'],
  ['锦绣花园幼儿园门口乱停车', null],
  ['锦绣花园小区3栋门口乱停车', '锦绣花园小区'],
])('%s: %s', (text, site) => {
  expect(saidOf(text).issues.map((issue) => issue.site)).toEqual([site]);
});
