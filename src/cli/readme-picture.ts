/**
 * `npm run readme:picture -- [FILE]`: takes the README's walk in a real Chromium on the real bot, step by step by the page's own buttons,
 * and leaves the picture (default docs/simulator.png). Also prints what the bot said, for reading it aloud.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { readEnv } from '../../config/env.ts';
import { assemble } from '../assemble.ts';
import { cliProgram } from './options.ts';

const program = cliProgram('readme:picture', '按 README 的流程走一遍，截一张图').argument(
  '[file]',
  '图片文件',
  'docs/simulator.png',
);
program.parse();
const [file = 'docs/simulator.png'] = program.processedArgs as [string?];

const dataDir = mkdtempSync(path.join(tmpdir(), 'duban-picture-'));
const SIM_CLOCK = '2026-11-18T10:00:00+08:00';
const house = await assemble({
  env: readEnv({ PORT: '0', DATA_DIR: dataDir, SIMULATOR: 'on', SIM_CLOCK }),
  realNow: () => new Date(),
  log: () => undefined,
});
const url = await house.start();
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium' });

/** Presses the step's button, then sends what it filled in, and waits for the bot's next words. */
async function step(page: Page, name: RegExp): Promise<void> {
  const said = await page.locator('.from-bot').count();
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: '发送' }).click();
  await page.locator('.from-bot').nth(said).waitFor();
}

try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 2560 }, deviceScaleFactor: 1 });
  await page.goto(`${url}/sim`);
  for (const name of [/^1 刘志强/u, /^2 王磊/u, /^3 王磊/u, /^4 刘志强/u, /^5 刘志强/u]) await step(page, name);
  await page.locator('#text').fill('文昌公园座椅破损，请园林中心11月25日前修好');
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByText('#2').first().waitFor();
  await page.getByRole('button', { name: '到18:10', exact: true }).click();
  await page.getByText('【创城日通报】').waitFor();
  await page.screenshot({ path: file });
  for (const text of await page.locator('.from-bot .text').allInnerTexts()) console.log(`${text}\n`);
} finally {
  await browser.close();
  await house.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
