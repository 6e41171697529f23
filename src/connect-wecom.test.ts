/** What the settings file may say of WeCom is what the platform takes, and nothing it does not know. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wecomShape } from '../config/wecom-shape.ts';
import { assume, DEFAULT_ASSUMPTIONS } from './platforms/wecom/options.ts';

const { assumptions } = wecomShape.wecom.unwrap().shape;
const { maxPictureBytes: _ofAll, ...OWN } = DEFAULT_ASSUMPTIONS;

it('each assumption can be set, but for the size of a received picture, which holds for all platforms', () => {
  expect(Object.keys(assumptions.unwrap().shape).toSorted()).toEqual(Object.keys(OWN).toSorted());
});

it('the defaults are values that may be set, and what is not named keeps its default', () => {
  expect(assumptions.parse(OWN)).toEqual(OWN);
  expect(assume({ ...assumptions.parse({ kickedMs: 7 }), webhookFormat: undefined })).toEqual({
    ...DEFAULT_ASSUMPTIONS,
    kickedMs: 7,
  });
});

it('the handbook names each with its default', () => {
  const handbook = readFileSync(new URL('../docs/wecom.md', import.meta.url), 'utf8');
  for (const [key, value] of Object.entries(OWN)) {
    expect(handbook).toContain(`| \`${key}\` | ${Array.isArray(value) ? value.join('、') : String(value)} |`);
  }
});
