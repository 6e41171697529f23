import { expect, it } from 'vitest';
import { compareRates, isAtLeast, percentText, rateText } from './rate.ts';

it.each([
  [4, 8, '50.0%(4/8)', '50.00%'],
  [410, 452, '90.7%(410/452)', '90.71%'],
  [963, 1032, '93.3%(963/1032)', '93.31%'],
  [120, 178, '67.4%(120/178)', '67.42%'],
  [121, 178, '68.0%(121/178)', '67.98%'],
  [28, 57, '49.1%(28/57)', '49.12%'],
  [911, 972, '93.7%(911/972)', '93.72%'],
  [737, 972, '75.8%(737/972)', '75.82%'],
  [1091, 1248, '87.4%(1091/1248)', '87.42%'],
  [1, 16, '6.3%(1/16)', '6.25%'],
  [1, 2000, '0.1%(1/2000)', '0.05%'],
  [5, 8, '62.5%(5/8)', '62.50%'],
  [1, 800, '0.1%(1/800)', '0.13%'],
])('%i of %i: %s, in papers %s', (numerator, denominator, chat, paper) => {
  expect(rateText({ numerator, denominator })).toBe(chat);
  expect(percentText({ numerator, denominator }, 2)).toBe(paper);
});

it.each([
  [9999, 10_000, '99.9%'],
  [10_000, 10_000, '100.0%'],
  [1, 10_000, '0.1%'],
  [0, 10_000, '0.0%'],
  [3, 2, '150.0%'],
])('%i of %i is never all or nothing unless it is: %s', (numerator, denominator, text) => {
  expect(percentText({ numerator, denominator })).toBe(text);
});

it('nothing to divide by is no rate', () => {
  expect(percentText({ numerator: 0, denominator: 0 })).toBeNull();
  expect(rateText({ numerator: 0, denominator: 0 })).toBe('—(0/0)');
});

it('shares are compared exactly', () => {
  expect(compareRates({ numerator: 1, denominator: 3 }, { numerator: 2, denominator: 6 })).toBe(0);
  expect(compareRates({ numerator: 1, denominator: 3 }, { numerator: 334, denominator: 1000 })).toBeLessThan(0);
  expect([
    isAtLeast({ numerator: 9, denominator: 10 }, 90),
    isAtLeast({ numerator: 899, denominator: 1000 }, 90),
  ]).toEqual([true, false]);
});
