import { expect, test } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { siteMeant } from './spoken-site.ts';

const { directory } = loadConfig({ dir: 'config', demo: true, env: {} });

test.each([
  ['北门市场', '北门农贸市场'],
  ['河西市场', '河西综合市场'],
  ['锦绣小区', '锦绣花园小区'],
])('%s', (spoken, site) => {
  expect(siteMeant(spoken, directory)?.name).toBe(site);
});

test.each(['市场', '南门市场', '北门农贸市场', '人民路', '北门菜场', ''])('no site: %s', (spoken) => {
  expect(siteMeant(spoken, directory)).toBeNull();
});
