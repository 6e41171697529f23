import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../domain/figures.ts';
import { rankingOf } from '../domain/ranking.ts';
import { aCity, on, someSettings } from '../domain/testing/sample.ts';
import { rankingPicture, rankingPictureInput } from './chart.ts';
import type { RankingPictureInput } from './chart.ts';
import { rankingSvg } from './chart-layout.ts';
import { unknownCharacters } from './font-coverage.ts';
import { aCampaign } from './testing/campaign.ts';

const settings = someSettings();
const question = { directory: aCity(), metric: 'rectificationRate', settings } as const;
const week = { from: '2026-11-16', to: '2026-11-22' };
const weekBefore = { from: '2026-11-09', to: '2026-11-15' };
const at = on('11-22 18:00');

const input = (): RankingPictureInput =>
  rankingPictureInput({
    title: '创城问题整改率排名',
    subtitle: '江岚市创城办',
    city: figuresOf(aCampaign, { at, period: week, settings }),
    rankings: rankingOf(aCampaign, { ...question, at, period: week }),
    earlier: {
      name: '上周',
      rankings: rankingOf(aCampaign, { ...question, at: on('11-15 18:00'), period: weekBefore }),
    },
    boards: settings.figures.boards,
  });

describe('ranking picture', () => {
  it('is a PNG as wide as a phone shows without zooming', async () => {
    const { png, unknownCharacters: unknown } = await rankingPicture(input());
    const { format, width, height } = await sharp(png).metadata();
    expect([format, width, unknown]).toEqual(['png', 1080, []]);
    expect(height).toBeGreaterThan(900);
  });

  it('shows title, as-of time, rates with fractions, counts and the change', () => {
    const { svg } = rankingSvg(input());
    for (const words of [
      '创城问题整改率排名',
      '截至2026年11月22日 18:00',
      '市城管局',
      '超期',
      '与上周比',
      '90%及以上',
    ]) {
      expect(svg).toContain(words);
    }
    expect(svg).toMatch(/>\d+\.\d%</);
    expect(svg).toMatch(/>\d+\/\d+/);
    expect(svg).toMatch(/>[▲▼]\d+\.\d</);
  });

  it.each([
    ['on the threshold', 9, 10, '#1a8754'],
    ['just under it', 89, 100, '#e08a00'],
    ['on the lower one', 85, 100, '#e08a00'],
    ['under the lower one', 84, 100, '#c62828'],
  ])('colours a unit %s', (_, numerator, denominator, colour) => {
    const row = { unit: '甲局', place: 1, rate: { numerator, denominator }, overdue: 0, earlier: null };
    const { svg } = rankingSvg({ ...input(), groups: [{ name: '部门', rows: [row], note: '' }] });
    expect(svg).toMatch(new RegExp(`fill="${colour}" text-anchor="end">\\d+\\.\\d%`));
  });

  it('has no letter too small for a phone, and leaves out nothing of a long note', () => {
    const row = { unit: '市机关事务管理和公共资源交易服务中心', place: 1, overdue: 12, earlier: null };
    const left = ['市委宣传部', '团市委', '市妇联', '市市场监管局', '市政务服务中心', '市自然资源局等37个'];
    const note = `本期无交办问题：${left.join('、')}`;
    const rows = [{ ...row, rate: { numerator: 1187, denominator: 1248 } }];
    const { svg } = rankingSvg({ ...input(), groups: [{ name: '部门', rows, note }] });
    const sizes = Array.from(svg.matchAll(/font-size="([\d.]+)"/g), ([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28);
    for (const unit of left) expect(svg).toContain(unit);
  });

  it('says which characters the font lacks, and draws the rest', async () => {
    const { png, unknownCharacters: unknown } = await rankingPicture({ ...input(), title: '䶮城𬭚排名' });
    expect(unknown).toEqual(['䶮', '𬭚']);
    expect(png.length).toBeGreaterThan(10_000);
  });

  it('keeps a name with signs of markup as text', async () => {
    const { svg } = rankingSvg({ ...input(), title: '<b>&"' });
    expect(svg).toContain('&lt;b&gt;&amp;&quot;');
    await expect(rankingPicture({ ...input(), title: '<b>&"' })).resolves.toHaveProperty('png');
  });
});

describe('characters of the font', () => {
  it.each(['市城管局#327：87.4%（4/8）▲▼—…·“”〔2026〕', '堃喆镕玥', 'ABC xyz 0123456789'])('has %s', (text) => {
    expect(unknownCharacters(text)).toEqual([]);
  });

  it('refuses a file that is no font', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'font-')), 'x.ttf');
    writeFileSync(file, 'not a font');
    expect(() => unknownCharacters('一', [file])).toThrow('字体文件读不懂');
  });
});
