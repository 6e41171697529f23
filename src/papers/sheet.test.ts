import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { anIssue, on, someSettings } from '../domain/testing/sample.ts';
import { ledgerSheet, ledgerTable } from './ledger.ts';
import { materialTable } from './material-table.ts';
import { column } from './paper-table.ts';
import type { PaperTable } from './paper-table.ts';
import { readSheets, UnreadableSheet, writeSheet } from './sheet.ts';
import { aCampaign } from './testing/campaign.ts';
import { convertedFile, hasOfficeReader, printedWords, shownCsv } from './testing/office-reader.ts';
import { memberText } from './testing/unzip.ts';

const settings = someSettings();
const dangerous = ['=1+1', '+86', '-5', '@周敏', '=HYPERLINK("x")', "'quoted", '#327'];
const table: PaperTable = {
  title: '样表',
  columns: [
    column('文字', 8),
    column('日期', 5, 'day'),
    column('时刻', 7, 'moment'),
    column('率', 4, 'rate'),
    column('数', 3, 'count'),
  ],
  rows: [
    ['第一行', '2026-11-22', on('11-22 00:30').toISOString(), '69.44%', 3],
    ['第二行', on('11-22 23:59').toISOString(), on('11-22 23:59').toISOString(), '100.00%', 0],
    ...dangerous.map((text) => [text, null, null, null, null]),
  ],
};

const rowsOf = async (bytes: Buffer) => (await readSheets(bytes))[0]?.rows ?? [];
const photo = (colour: string) =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

describe('a written sheet, read again', () => {
  it('has title, head, real dates in Shanghai time, numbers and rates', async () => {
    const rows = await rowsOf(await writeSheet(table));
    expect(rows[0]?.[0]).toBe('样表');
    expect(rows[1]).toEqual(['文字', '日期', '时刻', '率', '数']);
    expect(rows[2]).toEqual(['第一行', on('11-22 00:00'), on('11-22 00:30'), 0.6944, 3]);
    expect(rows[3]).toEqual(['第二行', on('11-22 00:00'), on('11-22 23:59'), 1, 0]);
  });

  it('keeps what looks like a formula as text', async () => {
    const bytes = await writeSheet(table);
    expect((await rowsOf(bytes)).slice(4).map(([text]) => text)).toEqual(dangerous);
    expect(memberText(bytes, 'xl/worksheets/sheet1.xml').includes('<f>')).toBe(false);
  });

  it('says behind its title what it counts; the name of the sheet is the title alone', async () => {
    const bytes = await writeSheet({ ...table, scope: '11月16—22日交办，截至2026年11月22日10:00' });
    expect((await rowsOf(bytes))[0]?.[0]).toBe('样表（11月16—22日交办，截至2026年11月22日10:00）');
    expect((await readSheets(bytes))[0]?.name).toBe('样表');
  });

  it('freezes the head and filters it', async () => {
    const xml = memberText(await writeSheet(table), 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<pane[^>]*ySplit="2"[^>]*state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A2:E11"');
  });

  it.skipIf(!hasOfficeReader())('is shown alike by LibreOffice', async () => {
    const lines = (await shownCsv(await writeSheet(table))).trim().split('\n');
    expect(lines.slice(1, 5)).toEqual([
      '文字,日期,时刻,率,数',
      '第一行,2026-11-22,2026-11-22 00:30,69.44%,3',
      '第二行,2026-11-22,2026-11-22 23:59,100.00%,0',
      '=1+1,,,,',
    ]);
  });
});

describe('reading files of other programs', () => {
  const csv = '编号,问题\r\n1,"占道,经营"\r\n2,公益广告破损\r\n';
  const gb18030 = Buffer.from('b1e0bac52cb5d8b5e30d0a312cc8cbc3f1c2b70d0a', 'hex');

  it.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv}`)],
    ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
  ])('csv in %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([
      ['编号', '问题'],
      ['1', '占道,经营'],
      ['2', '公益广告破损'],
    ]);
  });

  it('csv in GB 18030', async () => {
    expect(await rowsOf(gb18030)).toEqual([
      ['编号', '地点'],
      ['1', '人民路'],
    ]);
  });

  it.skipIf(!hasOfficeReader()).each(['xls', 'ods'])('.%s made by LibreOffice', async (kind) => {
    const rows = await rowsOf(await convertedFile(await writeSheet(table), 'sheet.xlsx', kind));
    expect(rows[2]).toEqual(['第一行', on('11-22 00:00'), on('11-22 00:30'), 0.6944, 3]);
    expect(rows[4]?.[0]).toBe('=1+1');
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['a broken xlsx', Buffer.from('504b030414000000', 'hex')],
  ])('refuses %s in words', async (_, bytes) => {
    await expect(readSheets(bytes)).rejects.toThrow(UnreadableSheet);
  });
});

describe('the ledger', () => {
  it('has a row for each problem, with words for states and sources', () => {
    const [row = []] = ledgerTable([anIssue({ source: 'superior', origin: 'grid' })], settings).rows;
    expect(row.slice(0, 6)).toEqual([
      327,
      '待认领',
      '市城管局',
      '人民路与解放路交叉口东北角',
      '非机动车乱停放，占用盲道',
      '车辆停放',
    ]);
    expect(row.slice(13, 17)).toEqual(['', null, '上级反馈（网格巡查）', '督查一组']);
  });

  it('prints its main columns with the pictures on A3 lying on its side, in letters that can be read', async () => {
    const bytes = await ledgerSheet(aCampaign.slice(0, 3), settings, { photos: [] });
    const xml = memberText(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<pageSetup[^>]*paperSize="8"[^>]*orientation="landscape"/);
    const names = memberText(bytes, 'xl/workbook.xml');
    expect(names).toContain('$A$1:$M$5<');
    expect(names).toContain('$1:$2<');
    const { columns, printed } = ledgerTable([], settings);
    expect(columns.slice(0, printed).map(({ name }) => name)).toEqual([
      '编号',
      '状态',
      '责任单位',
      '地点',
      '问题',
      '类别',
      '责任人',
      '交办时间',
      '时限',
      '销号时间',
      '备注',
      '整改前',
      '整改后',
    ]);
  });

  it.skipIf(!hasOfficeReader())(
    'is printed by LibreOffice with the head on each page and letters of at least 8 pt',
    async () => {
      const many = Array.from({ length: 120 }, (_, nth) => anIssue({ no: nth + 1 }));
      const pages = await printedWords(await ledgerSheet(many, settings), 'ledger.xlsx');
      expect(pages.length).toBeGreaterThan(1);
      for (const words of pages) {
        expect(words.map(({ text }) => text)).toEqual(expect.arrayContaining(['编号', '销号时间']));
        // Three characters wide as they are high.
        for (const { width } of words.filter(({ text }) => text === '待认领'))
          expect(width / 3).toBeGreaterThanOrEqual(8);
      }
    },
  );

  it('shows the picture before and after in its cells, and says which cannot be opened', async () => {
    const photos = [
      { no: 201, before: await photo('#a33'), after: await photo('#3a3') },
      { no: 202, before: Buffer.from('no picture'), after: null },
    ];
    const bytes = await ledgerSheet(aCampaign.slice(0, 3), settings, { photos });
    const drawing = memberText(bytes, 'xl/drawings/drawing1.xml');
    expect(drawing.match(/<xdr:twoCellAnchor/g)).toHaveLength(2);
    expect((await rowsOf(bytes))[3]).toContain('图片无法打开');
  });

  it('of 1,248 problems is written in a few seconds and read in order', async () => {
    const many = Array.from({ length: 1248 }, (_, nth) => anIssue({ no: nth + 1 }));
    const rows = await rowsOf(await ledgerSheet(many, settings));
    expect(rows.slice(2).map(([no]) => no)).toEqual(many.map(({ no }) => no));
  });
});

it('the list of material names states in words', () => {
  const row = {
    indicator: 'Ⅱ-7',
    title: '说明报告',
    unit: '市教育局',
    owner: null,
    deadline: on('11-30'),
    state: 'returned',
    submittedAt: null,
    returnReason: '图片不规范',
    pictures: 2,
  } as const;
  expect(materialTable([row]).rows).toEqual([
    [1, 'Ⅱ-7', '说明报告', '市教育局', null, on('11-30').toISOString(), '退回', null, 2, '图片不规范'],
  ]);
});
