import { describe, expect, it } from 'vitest';
import { Refusal } from '../domain/refusal.ts';
import { aCity, on, someSettings } from '../domain/testing/sample.ts';
import { composeSpecialIssue } from './special-issue-compose.ts';
import type { SpecialIssueQuestion } from './special-issue-compose.ts';
import { specialIssueDocx } from './special-issue-docx.ts';
import {
  addSentence,
  correctionOf,
  deleteItem,
  replaceItem,
  replaceTitle,
  signSpecialIssue,
} from './special-issue-edit.ts';
import { chineseNumber, numberText, paperPeriodText, specialIssueText } from './special-issue.ts';
import type { SpecialIssue } from './special-issue.ts';
import { aCampaign } from './testing/campaign.ts';
import { hasOfficeReader, printedPages } from './testing/office-reader.ts';
import { memberText } from './testing/unzip.ts';

const question: SpecialIssueQuestion = {
  kind: 'special',
  no: 258,
  year: null,
  issuer: '江岚市创建全国文明城市指挥部办公室',
  tasks: [],
  at: on('11-22 18:00'),
  period: { from: '2026-11-16', to: '2026-11-22' },
  directory: aCity(),
  settings: someSettings(),
  before: { issues: aCampaign, at: on('11-15 18:00'), period: { from: '2026-11-09', to: '2026-11-15' } },
};
const draft = (): SpecialIssue => composeSpecialIssue(aCampaign, question);
const itemsOf = (model: SpecialIssue, part: number): readonly string[] => model.parts[part - 1]?.items ?? [];

describe('numbers and periods', () => {
  it.each([
    [{ no: 258, year: null }, '第258期'],
    [{ no: 16, year: 2017 }, '2017年第16期'],
  ])('numbers through or by year', (number, text) => expect(numberText(number)).toBe(text));

  it.each([
    ['2026-11-16', '2026-11-22', '11月16日至22日'],
    ['2026-10-26', '2026-11-01', '10月26日至11月1日'],
    ['2026-12-28', '2027-01-03', '2026年12月28日至2027年1月3日'],
    ['2026-11-22', '2026-11-22', '11月22日'],
  ])('writes the period %s to %s', (from, to, text) => expect(paperPeriodText({ from, to })).toBe(text));

  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [30, '三十'],
    [99, '九十九'],
  ])('writes %i in Chinese', (value, text) => expect(chineseNumber(value)).toBe(text));
});

describe('changing a draft in chat', () => {
  it('deletes an item and closes up the numbers', () => {
    const before = draft();
    const [first, , third] = itemsOf(before, 3);
    const after = deleteItem(before, { part: 3, item: 2 });
    expect(itemsOf(after, 3).slice(0, 2)).toEqual([first, third]);
    expect(specialIssueText(after)).toContain(`2. ${third}`);
    expect(itemsOf(before, 3)[2]).toBe(third);
  });

  it('adds a sentence at the end of the last part, or of the one named', () => {
    expect(itemsOf(addSentence(draft(), '各单位周五前报送进展'), 4).at(-1)).toBe('各单位周五前报送进展。');
    expect(itemsOf(addSentence(draft(), '雨天影响施工。', 1), 1).at(-1)).toBe('雨天影响施工。');
  });

  it('replaces an item and the title', () => {
    expect(itemsOf(replaceItem(draft(), { part: 4, item: 1 }, '抓紧整改'), 4)[0]).toBe('抓紧整改。');
    expect(replaceTitle(draft(), ' 关于督查情况的通报 ').title).toBe('关于督查情况的通报');
  });

  it.each([
    ['a part that is not there', 'paper.part', () => deleteItem(draft(), { part: 7, item: 1 })],
    ['an item that is not there', 'paper.item', () => deleteItem(draft(), { part: 3, item: 20 })],
    ['nothing to add', 'paper.empty', () => addSentence(draft(), '  ')],
    ['a signed paper', 'paper.published', () => addSentence(signSpecialIssue(draft(), '周敏'), '再加一句')],
    ['signing twice', 'paper.published', () => signSpecialIssue(signSpecialIssue(draft(), '周敏'), '周敏')],
    ['correcting a draft', 'paper.draft', () => correctionOf(draft(), { no: 259, year: null, date: '2026-11-23' })],
  ])('refuses %s', (_, code, act) => {
    expect(act).toThrow(Refusal);
    expect(act).toThrow(expect.objectContaining({ code }));
  });

  it('corrects a published paper by a new one that says so', () => {
    const published = signSpecialIssue(draft(), '周敏');
    const correction = correctionOf(published, { no: 259, year: null, date: '2026-11-23' });
    expect(correction.signedBy).toBeNull();
    expect(specialIssueText(correction)).toContain('本期更正《创城督查专报》第258期');
    expect(published.no).toBe(258);
  });
});

describe('the Word document', () => {
  it('has the same content for the same model, also after a trip through the archive', async () => {
    const model = signSpecialIssue(draft(), '周敏');
    const archived = JSON.parse(JSON.stringify(model)) as SpecialIssue; // as stored
    const [one, two] = await Promise.all([specialIssueDocx(model), specialIssueDocx(archived)]);
    expect(memberText(one, 'word/document.xml') === memberText(two, 'word/document.xml')).toBe(true);
  });

  it('takes signs of markup and control characters from chat as text', async () => {
    const model = addSentence(draft(), '请看<w:p>&“引号”\u0000\u0007\ud800完');
    const xml = memberText(await specialIssueDocx(model), 'word/document.xml');
    expect(xml.includes('&lt;w:p&gt;&amp;')).toBe(true);
    expect(Array.from(xml, (character) => character.codePointAt(0) ?? 0).filter((point) => point < 9)).toEqual([]);
  });

  it('names the fonts and the grid of the standard', async () => {
    const xml = memberText(await specialIssueDocx(draft()), 'word/document.xml');
    for (const part of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312', 'w:linePitch="579"', 'w:top="2097"']) {
      expect([part, xml.includes(part)]).toEqual([part, true]);
    }
  });

  it.skipIf(!hasOfficeReader())('never has 版记 on a page without text and 附件', async () => {
    for (const lines of [0, 1, 2, 3, 4]) {
      const longer = lines === 0 ? draft() : addSentence(draft(), '督'.repeat(28 * lines));
      const pages = await printedPages(await specialIssueDocx({ ...longer, signedBy: '周敏' }));
      const page = pages.find((one) => one.some((line) => line.trim().startsWith('报：')));
      expect(
        ['附件：', lines === 0 ? '复查日期' : '督督'].map((text) => page?.some((line) => line.includes(text))),
        `${lines} lines more`,
      ).toEqual([true, true]);
    }
  });

  it.skipIf(!hasOfficeReader())('is set by LibreOffice with 22 lines of at most 28 characters a page', async () => {
    const text = '督'.repeat(28 * 60);
    const pages = await printedPages(await specialIssueDocx({ ...addSentence(draft(), text), attachments: [] }));
    const full = pages.find((page) => page.filter((line) => line.trim() === '督'.repeat(28)).length >= 20);
    // The page number is one more line.
    expect(full).toHaveLength(23);
    expect(pages[1]?.at(-1)?.replace(/\s/g, '')).toBe('—2—');
  });
});
