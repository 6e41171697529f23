/** The problem's page, over HTTP on the whole house, and in a real browser where one is found. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRoom } from '../testing/room.ts';
import type { Room } from '../testing/room.ts';

const browserPath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find(
  (file) => file !== undefined && existsSync(file),
);
const pictureFolder = process.env['SIM_SCREENSHOTS'];

let room: Room;
let url: string;
beforeEach(async () => {
  room = await openRoom({
    env: { PORT: '0', PUBLIC_URL: 'http://city.example', LINK_SECRET: 'a-secret-for-tests-only-0123456789' },
  });
  url = await room.house.start();
});
afterEach(() => room.close());

/** The path of the link in the card, on the address of the house under test. */
const pathIn = (text: string): string => /http:\/\/city\.example(\/p\/\S+)/u.exec(text)?.[1] ?? '';

async function aReportedProblem(): Promise<string> {
  const card = await room.says('刘志强', '人民路与解放路交叉口<b>非机动车</b>乱停放，请城管局今天下午5点前处理', {
    images: 1,
  });
  await room.says('王磊', '1已整改', { images: 1 });
  return pathIn(card.text);
}

/** Closed with a picture, and found again two days later. */
async function cameBack(): Promise<string> {
  const path = await aReportedProblem();
  await room.says('刘志强', '1核查通过');
  await room.clock('2026-11-24T10:00:00+08:00');
  await room.says('孙伟', '1又反弹了，今早又停满了', { images: 1 });
  return path;
}

describe('the page of a problem', () => {
  it('opens from the link in the card: pictures, people, every step; what people typed is text', async () => {
    const response = await fetch(url + (await aReportedProblem()));
    const html = await response.text();
    expect(response.status).toBe(200);
    for (const words of ['#1', '市城管局', '待核查', '整改前', '整改后', '王磊 报整改']) expect(html).toContain(words);
    expect(html).not.toContain('<b>');
    const pictures = [...html.matchAll(/src="(\/p\/1\/photo\/[^"]+)"/gu)].map(
      ([, path]) => path?.replaceAll('&amp;', '&') ?? '',
    );
    expect(pictures).toHaveLength(2);
    for (const path of pictures) expect((await fetch(url + path)).headers.get('content-type')).toBe('image/png');
  });

  it('pictures of the progress stand apart, with their day', async () => {
    const path = await aReportedProblem();
    await room.says('刘志强', '退回1，还有3辆车');
    await room.says('王磊', '1正在清理，还剩一处', { images: 1 });
    const html = await (await fetch(url + path)).text();
    expect(html).toContain('<figcaption>进展 11月22日</figcaption><img src="/p/1/photo/');
  });

  it('shows a problem that came back with the pictures of this round; those of the earlier one stand below, under its number', async () => {
    const path = await cameBack();
    const html = await (await fetch(url + path)).text();
    const [present = '', earlier = '', ...others] = html
      .split('<section>')
      .filter((section) => section.includes('<figcaption>整改前'));
    expect(others).toEqual([]);
    expect(present).toContain('<h2>整改前后（第2轮）</h2>');
    expect(present).toMatch(
      /<figcaption>整改前<\/figcaption><img [^>]+><\/figure>\s*<figure><figcaption>整改后<\/figcaption><div class="none">/u,
    );
    expect(earlier).toContain('<h2>第1轮（反弹前）</h2>');
    expect(earlier.match(/<img /gu)).toHaveLength(2);
    expect((await room.says('刘志强', '查1')).text).toContain('图片：整改前1张');
  });

  it('says nothing of what was noticed about the photos: that is for the verifier, and the whole group has the link', async () => {
    const path = await aReportedProblem();
    const { pictures, photoChecks } = room.house.storage.store;
    const after = (await pictures.ofIssue(1)).find(({ kind }) => kind === 'after');
    const hint = { issueNo: 1, kind: 'reused', text: '提示：整改后照片与#7用过的照片疑似同一张，请留意。' };
    await photoChecks.addHint({ ...hint, pictureId: after?.pictureId ?? '', round: 1, at: room.now() });
    expect(await (await fetch(url + path)).text()).not.toContain('疑似');
    expect((await room.says('刘志强', '查1', { group: null })).text).toContain('疑似同一张');
  });

  it.each([
    ['no signature', (path: string) => path.replace(/\?.*/u, '')],
    ['another number under the same signature', (path: string) => path.replace('/p/1', '/p/2')],
    ['a later end', (path: string) => path.replace(/e=\d/u, 'e=9')],
    ['a changed signature', (path: string) => `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`],
  ])('%s: 403 and nothing else', async (_name, forge) => {
    const response = await fetch(url + forge(await aReportedProblem()));
    expect([response.status, await response.text()]).toEqual([403, '']);
  });

  it('ends: two weeks later the same link is 403', async () => {
    const path = await aReportedProblem();
    await room.clock('2026-12-07T10:00:00+08:00');
    expect((await fetch(url + path)).status).toBe(403);
  });

  it("a picture of another problem is not served under this one's signature", async () => {
    const path = await aReportedProblem();
    await room.says('刘志强', '文昌公园座椅破损，请园林中心11月25日前修好', { images: 1 });
    const [other] = await room.house.storage.store.pictures.ofIssue(2);
    expect((await fetch(url + path.replace('/p/1', `/p/1/photo/${other?.hash}`))).status).toBe(403);
  });

  it.skipIf(browserPath === undefined).each([
    ['of one round', aReportedProblem, 2],
    ['that came back', cameBack, 3],
  ])(
    '%s fits a phone of 360 px in a real browser, and loads nothing from elsewhere',
    async (name, problem, pictures) => {
      const path = await problem();
      const browser = await chromium.launch({ executablePath: browserPath ?? '' });
      try {
        const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await page.goto(url + path);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
        expect(await page.locator('img').count()).toBe(pictures);
        expect(asked.every((address) => address.startsWith(url))).toBe(true);
        if (pictureFolder) {
          await page.screenshot({ path: `${pictureFolder}/issue ${name} 360.png`, fullPage: true });
          await page.setViewportSize({ width: 1280, height: 800 });
          await page.screenshot({ path: `${pictureFolder}/issue ${name} 1280.png`, fullPage: true });
        }
      } finally {
        await browser.close();
      }
    },
  );
});
