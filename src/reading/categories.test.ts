/** How people say what is wrong, by category; `phrase=also=right`. The table stands in fixtures/categories.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultSettings, parseSettings } from '../../config/settings.ts';
import { categoryFinder } from './categories.ts';
import { thingFinder } from './things.ts';

const { categories } = defaultSettings();
const [find, guess] = [categoryFinder(categories), thingFinder(categories)];

const table = readFileSync(join(import.meta.dirname, 'fixtures/categories.txt'), 'utf8')
  .split(/^(?=\[)/m)
  .flatMap((section) => {
    const [head = '', ...phrases] = section.split(/\s+/).filter(Boolean);
    return phrases.map((cell) => {
      const [phrase = '', ...also] = cell.split('=');
      return { phrase, right: [head.slice(1, -1), ...also] };
    });
  });

test('everyday words for a defect find its category', () => {
  const wrong = table.flatMap(({ phrase, right }) => {
    const found = find(phrase) ?? guess(phrase) ?? 'other';
    return right.includes(found) ? [] : [`${phrase}: ${found}, not ${right.join(' or ')}`];
  });
  expect(wrong.length / table.length <= 0.02 ? [] : wrong).toEqual([]);
});

/** The same thing with another wrong is another category (domain §10). */
test.each([
  ['空中飞线', 'cable'],
  ['飞线充电', 'charging'],
  ['电线上晒腊肉', 'clutter'],
  ['电线杆歪斜', 'facility'],
  ['电线杆上贴满广告', 'illegal_ads'],
  ['消防通道被小车占着', 'fire'],
  ['人行道停满小车', 'parking'],
  ['电动车压盲道', 'parking'],
  ['盲道砖断裂', 'accessibility'],
  ['裸土没盖网', 'construction'],
  ['花坛黄土裸露', 'greening'],
  ['井盖没了', 'facility'],
])('%s: %s', (phrase, category) => {
  expect(find(phrase)).toBe(category);
});

test.each([
  // A longer piece of what is said than what is built in.
  ['商铺门前三包不到位垃圾满地', 'sanitation', '门前三包不到位'],
  ['共享单车电子围栏外停放', 'parking', '电子围栏外停放'],
])('%s is %s by what is built in, and the administrator’s own word %s decides', (text, builtIn, word) => {
  const own = categories.map((one) =>
    one.id === 'service' ? { ...one, ownWords: [word], words: [...one.words, word] } : one,
  );
  expect(find(text)).toBe(builtIn);
  expect(categoryFinder(own)(text)).toBe('service');
});

test('an own word is decisive where it is all that is said; a short one yields to what matches more', () => {
  const own = categories.map((one) => (one.id === 'service' ? { ...one, ownWords: ['垃圾', '井盖破损'] } : one));
  expect(categoryFinder(own)('井盖破损')).toBe('service');
  expect(categoryFinder(own)('消防通道堆垃圾')).toBe('fire');
});

test('words of the settings file that no default has are the administrator’s own', () => {
  const parsed = parseSettings({ categories: [{ id: 'service', words: ['投诉电话', '门前三包不到位'] }] });
  const service = 'settings' in parsed ? parsed.settings.categories.find(({ id }) => id === 'service') : undefined;
  expect(service?.ownWords).toEqual(['门前三包不到位']);
});
