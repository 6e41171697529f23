import { describe, expect, it } from 'vitest';
import { Refusal } from '../domain/refusal.ts';
import { aCity, on, someSettings } from '../domain/testing/sample.ts';
import { workedCase } from '../domain/testing/worked-case.ts';
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

describe('composing', () => {
  it('writes the figures of the worked case (domain §5) as papers do', () => {
    const model = composeSpecialIssue(workedCase, { ...question, at: on('11-22 10:00'), before: null });
    const unit = model.attachments[0]?.rows.find((row) => row[1] === '市城管局');
    expect(unit).toEqual([1, '市城管局', '部门', 8, 4, 1, 3, 1, 1, '50.00%', '40.00%', 1, 0, 1, null]);
    expect(itemsOf(model, 1)[0]).toContain('按期整改率');
    expect(itemsOf(model, 2)[0]).toContain('市城管局50.00%（4/8）');
  });

  it('has number, four parts, four attachments and the lines of routing', () => {
    const model = draft();
    expect(model.parts.map(({ heading }) => heading)).toEqual(['基本情况', '整改情况', '存在问题', '下步要求']);
    expect(model.attachments.map(({ title }) => title)).toEqual([
      '单位整改情况表',
      '任务进展情况表',
      '超期问题清单',
      '挂账问题清单',
    ]);
    expect(specialIssueText(model)).toMatchInlineSnapshot(`
      "创城督查专报 第258期（草稿）
      江岚市创建全国文明城市指挥部办公室　2026年11月22日
      关于11月16日至22日督查整改情况的通报
      一、基本情况
      11月16日至22日，2个督查组检查点位6处，发现问题39件，其中现场整改3件。截至11月22日18:00，本期交办36件，已销号25件，待核查4件，整改率69.44%（25/36），按期整改率70.00%（21/30）；超期未整改5件，挂账3件。与上周相比，交办减少5件，整改率上升3.59个百分点。
      创建活动开展以来，累计交办119件，已销号80件，整改率67.23%（80/119）。
      二、整改情况
      （一）部门。交办23件，已销号16件，整改率69.57%（16/23），按期整改率73.68%（14/19）。低于85%的有市城管局83.33%（5/6）、市住建局83.33%（5/6）、市园林中心71.43%（5/7）、市环卫中心25.00%（1/4）。
      （二）街道乡镇。交办13件，已销号9件，整改率69.23%（9/13），按期整改率63.64%（7/11）。整改率90%及以上的有河西街道100.00%（7/7）。低于85%的有东湖街道33.33%（2/6）。城关镇本期无交办问题。各单位整改情况见附件1，任务进展情况见附件2。
      三、存在问题
      1. 部分问题较集中。园林绿化6件（牛角巷12号门前#297、牛角巷12号门前#304、牛角巷12号门前#311等6件）；小广告6件（阳光新城3栋#296、阳光新城3栋#303、阳光新城3栋#310等6件）；设施破损6件（滨江公园东门#295、滨江公园东门#302、滨江公园东门#309等6件）。
      2. 超期未整改24件（含往期交办）。东湖街道6件（最长18天，#202、#247、#254、#261、#319等6件）、市住建局5件（最长15天，#219、#226、#271、#278、#285）、市环卫中心5件（最长14天，#223、#250、#295、#302、#309）、河西街道3件（最长18天，#209、#216、#288）、市城管局3件（最长15天，#233、#240、#292）、市园林中心2件（最长11天，#257、#264）。见附件3。
      3. 反弹问题2件。阳光新城3栋#303、人民路与解放路交叉口#320。
      4. 老大难问题3件。阳光新城3栋#247、人民路与解放路交叉口#270、滨江公园东门#316。
      四、下步要求
      1. 限期销号。东湖街道、市住建局、市环卫中心、河西街道、市城管局、市园林中心对超期问题逐件明确责任人，11月25日前整改到位并报送整改前后照片。
      2. 举一反三。各责任单位对园林绿化等问题全面排查，防止同类问题反复出现。
      3. 及时核查。对已报整改的13件（含往期交办），督查组按时限到现场核查，符合要求的予以销号。
      4. 盯住挂账。挂账问题13件（含往期交办）要按计划推进，按复查日期逐件复查，见附件4。
      附件：1. 单位整改情况表（6条）　2. 任务进展情况表（0条）　3. 超期问题清单（24条）　4. 挂账问题清单（13条）
      报：市委常委，市人大常委会主任，市政协主席，市政府副市长
      送：市纪委监委，市委督查室，市政府督查室
      发：各乡镇（街道），市直各部门，有关单位"
    `);
  });

  it('compares with the week before only when that is given', () => {
    expect(itemsOf(draft(), 1)[0]).toContain('与上周相比');
    const alone = composeSpecialIssue(aCampaign, { ...question, before: null });
    expect(specialIssueText(alone)).not.toContain('上周');
  });

  it('has a sentence for a week without problems', () => {
    const model = composeSpecialIssue([], question);
    expect(model.parts.map(({ items }) => items.length)).toEqual([1, 1, 1, 1]);
    expect(itemsOf(model, 3)).toEqual(['本期未发现突出问题。']);
  });

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

  it.skipIf(!hasOfficeReader())('never has 版记 alone on a page', async () => {
    for (const lines of [0, 1, 2, 3, 4]) {
      const longer = lines === 0 ? draft() : addSentence(draft(), '督'.repeat(28 * lines));
      const pages = await printedPages(await specialIssueDocx({ ...longer, signedBy: '周敏' }));
      const page = pages.find((one) => one.some((line) => line.trim().startsWith('报：')));
      expect(
        page?.some((line) => line.includes('附件：')),
        `${lines} lines more`,
      ).toBe(true);
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
