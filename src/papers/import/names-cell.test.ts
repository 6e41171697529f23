import { describe, expect, it } from 'vitest';
import { aCity } from '../../domain/testing/sample.ts';
import { readUnits } from './names-cell.ts';

const directory = aCity();

describe('names in cells', () => {
  it.each([
    ['市城管局', ['市城管局'], []],
    ['城管、住建局', ['市城管局', '市住建局'], []],
    ['牵头：城管局\n配合：东湖办', ['市城管局', '东湖街道'], []],
    ['各街道', ['河西街道', '东湖街道'], []],
    ['市城管局（牵头）', ['市城管局'], []],
    ['城管居', [], ['城管居']],
    ['', [], []],
  ])('units of “%s”', (text, units, unknown) => {
    expect(readUnits(text, directory)).toEqual({ units, unknown });
  });
});
