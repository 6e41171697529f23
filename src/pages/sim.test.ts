/** The page in a real browser, on a bot that answers a little. Skipped with a line where no Chromium is found. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incoming } from '../chat.ts';
import { openStage, type Said, type Stage } from '../testing/simulator-stage.ts';
import { createSimPage } from './sim.ts';

const browserPath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);
if (browserPath === undefined) {
  process.stdout.write('未找到 Chromium，跳过模拟工作群页面的浏览器测试（可用 CHROMIUM_PATH 指定）\n');
}
/** Where to leave pictures of the page for looking at; none are taken without it. */
const pictureFolder = process.env['SIM_SCREENSHOTS'];

const city = { kind: 'group', groupId: 'city', chatId: null } as const;

/** A card for a problem, a claim, and for the rest what was heard. */
function answers(incoming: Incoming): Said[] {
  if (!incoming.mentionsBot) return [];
  const to = incoming.chatKind === 'group' ? city : ({ kind: 'single', personId: incoming.senderId } as const);
  if (incoming.text.startsWith('人民路')) {
    const text =
      '【交办】#1｜市城管局\n点位：人民路与解放路交叉口（主干道·东湖街道）\n问题：非机动车乱停放，占用盲道（车辆停放）　图1张\n时限：今天17:00（剩7小时）　交办：督查一组 刘志强\n@王磊 回复“认领1”即受理；整改后引用本条发照片。';
    return [
      {
        to,
        text,
        mentions: [{ personId: '王磊', name: '王磊' }],
        buttons: [{ label: '认领', says: '认领1' }],
      },
    ];
  }
  return [
    { to, text: `收到：${incoming.text}${incoming.quote ? `（引用：${incoming.quote.text?.slice(0, 8)}）` : ''}` },
  ];
}

const bulletin =
  '【创城日通报】11月22日（截至18:10）\n今日新增1件，销号1件，待核查0件；累计交办1件，整改率100.0%（1/1）。\n请以下同志牵头销号：市城管局 @王磊';

describe.skipIf(browserPath === undefined)('the simulator page', () => {
  let stage: Stage;
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '' });
  });
  afterAll(async () => {
    await browser.close();
  });

  async function open(width: number, height: number): Promise<{ page: Page; faults: string[] }> {
    stage = await openStage({
      replies: answers,
      startsAt: new Date('2026-11-22T10:00:00+08:00'),
      pages: createSimPage(),
      onAdvance: () => [{ to: city, text: bulletin, mentions: [{ personId: '王磊', name: '王磊' }] }],
    });
    const page = await browser.newPage({ viewport: { width, height }, timezoneId: 'America/New_York' });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') faults.push(line.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(stage.address) && !request.url().startsWith('data:')) faults.push(request.url());
    });
    await page.goto(`${stage.address}/sim`);
    await page.getByText('还没有消息').waitFor();
    return { page, faults };
  }

  async function become(page: Page, name: string): Promise<void> {
    await page.locator('#who').click();
    await page.locator('#people-search').fill(name);
    await page.locator('.person', { hasText: name }).click();
    await page.locator('#who', { hasText: name }).waitFor();
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (pictureFolder !== undefined) await page.screenshot({ path: `${pictureFolder}/sim-${name}.png` });
  }

  it.each([
    { name: 'wide', width: 1280, height: 800 },
    { name: 'narrow', width: 360, height: 740 },
  ])('a problem goes from entry to bulletin, $name', async ({ name, width, height }) => {
    const { page, faults } = await open(width, height);
    await picture(page, `${name}-1-start`);

    await page.getByRole('button', { name: '1 刘志强 登记问题' }).click();
    await picture(page, `${name}-2-filled`);
    await page.getByRole('button', { name: '发送' }).click();
    const card = page.locator('.from-bot', { hasText: '【交办】#1' });
    await card.waitFor();
    expect(await page.locator('.mine .text').innerText()).toMatch(/^@督办机器人 人民路/);
    expect(await page.locator('.mine .shots img').evaluate((image) => image.naturalWidth)).toBe(640);
    expect(await card.locator('.tag').innerText()).toBe('@王磊');
    expect(await card.locator('.tag-me').count()).toBe(0);

    await become(page, '王磊');
    expect(await card.locator('.tag-me').innerText()).toBe('@王磊');
    await picture(page, `${name}-3-tagged`);
    await card.getByRole('button', { name: '认领' }).click();
    await page.getByText('收到：认领1').waitFor();

    await card.locator('.text').click();
    await page.locator('#quoted', { hasText: '【交办】#1' }).waitFor();
    await page.locator('#add-picture').click();
    await picture(page, `${name}-4-quoting`);
    await page.getByRole('button', { name: '示例照片：整改后' }).click();
    await page.locator('#text').fill('已整改');
    await page.keyboard.press('Enter');
    await page.getByText('收到：已整改（引用：【交办】#1').waitFor();
    expect(await page.locator('.mine blockquote').innerText()).toContain('督办机器人：【交办】#1');
    expect(stage.heard.at(-1)).toMatchObject({ senderId: '王磊', text: '已整改', quote: { messageId: 'out-1' } });
    expect(stage.heard.at(-1)?.pictures).toHaveLength(1);

    await page.getByRole('button', { name: '4 刘志强 核查通过' }).click();
    await page.locator('#who', { hasText: '刘志强' }).waitFor();
    await expect.poll(() => page.locator('#text').inputValue()).toBe('1核查通过');
    await become(page, '王磊');

    await page.getByRole('button', { name: '到18:10', exact: true }).click();
    await page.getByText('【创城日通报】').waitFor();
    expect(await page.locator('#now').textContent()).toBe('11月22日 周日 18:10');
    await picture(page, `${name}-5-bulletin`);

    // Nothing sticks out of the window, nothing failed, nothing was asked of anybody else.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.locator('#send').evaluate((button) => button.getBoundingClientRect().bottom)).toBeLessThanOrEqual(
      height,
    );
    expect(faults).toEqual([]);
    await page.close();
    await stage.close();
  });

  it('what people type is shown as typed, and runs nothing', async () => {
    const { page, faults } = await open(1280, 800);
    const nasty = '<img src=x onerror="document.title=1"> **粗** @所有人 <script>alert(1)</script>';
    await page.locator('#call-bot').click();
    await page.locator('#text').fill(nasty);
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.mine .text').waitFor();
    expect(await page.locator('.mine .text').innerText()).toBe(nasty);
    expect(await page.locator('.mine .tag').count()).toBe(0);
    expect(await page.title()).toBe('创城督办 · 模拟工作群');
    expect(stage.heard).toMatchObject([{ mentionsBot: false, text: nasty }]);
    expect(await page.locator('.from-bot').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
    await stage.close();
  });

  it('a message of the bot elsewhere is counted where it came, and a stranger may be played', async () => {
    const { page, faults } = await open(1280, 800);
    await become(page, '王磊');
    await stage.send({ to: { kind: 'single', personId: '王磊' }, text: '【提醒】#1 明天到期' });
    await page.locator('.chat', { hasText: '督办机器人' }).locator('.unseen').waitFor();
    await picture(page, 'wide-8-unseen');
    await page.locator('.chat', { hasText: '督办机器人' }).click();
    await page.getByText('【提醒】#1 明天到期').waitFor();
    expect(await page.locator('#call-bot').isVisible()).toBe(false);
    expect(await page.locator('.unseen').count()).toBe(0);

    await become(page, '路人甲');
    await page.locator('#text').fill('你好');
    await page.keyboard.press('Enter');
    await page.getByText('收到：你好').waitFor();
    expect(stage.heard.at(-1)).toMatchObject({ senderId: '路人甲', chatKind: 'single', chatId: '路人甲' });

    await page.locator('#clock-moves button', { hasText: '自选' }).click();
    await picture(page, 'wide-6-clock');
    await page.locator('#clock-input').fill('2026-11-22T09:00');
    await page.getByRole('button', { name: '拨到这个时间' }).click();
    await page.getByText('时钟只能往前拨').waitFor();
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);

    await page.locator('#who').click();
    await picture(page, 'wide-7-people');
    await page.setViewportSize({ width: 360, height: 740 });
    await picture(page, 'narrow-7-people');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.close();
    await stage.close();
  });
});
