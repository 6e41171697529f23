import { expect, test } from 'vitest';
import { pictureTypeOf } from './picture-type.ts';

test.each([
  ['ffd8ffe000104a46', 'image/jpeg'],
  ['89504e470d0a1a0a', 'image/png'],
  ['474946383961', 'image/gif'],
  ['474946383761', 'image/gif'],
  ['524946460000000057454250', 'image/webp'],
  ['524946460000000057415645', undefined],
  ['424d0000', undefined],
  ['', undefined],
])('the first bytes %s are %s', (hex, type) => expect(pictureTypeOf(Buffer.from(hex, 'hex'))).toBe(type));
