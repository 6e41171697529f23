/** What the settings file may say of DingTalk is what the platform takes, and nothing it does not know. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dingtalkShape } from '../config/dingtalk-shape.ts';
import { DEFAULT_ASSUMPTIONS } from './platforms/dingtalk/options.ts';

const { assumptions } = dingtalkShape.dingtalk.unwrap().shape;

it('each assumption can be set, but for the size of a picture, which holds for all platforms', () => {
  const { maxPictureBytes: _ofAll, ...own } = DEFAULT_ASSUMPTIONS;
  expect(Object.keys(assumptions.unwrap().shape)).toEqual(Object.keys(own));
});

it('the defaults are values that may be set', () => {
  const { maxPictureBytes: _ofAll, ...own } = DEFAULT_ASSUMPTIONS;
  expect(assumptions.parse(own)).toEqual(own);
});

it('the handbook names each with its default', () => {
  const handbook = readFileSync(new URL('../docs/dingtalk.md', import.meta.url), 'utf8');
  const { maxPictureBytes: _ofAll, ...own } = DEFAULT_ASSUMPTIONS;
  for (const [key, value] of Object.entries(own)) expect(handbook).toContain(`| \`${key}\` | ${String(value)} |`);
});
