/** 督办单、提醒函、交办单 as a Word document, with photos and the receipt of service. The same notice gives the same document.xml. */
import { AlignmentType, BorderStyle, Document, Packer, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { FileChild, ISectionOptions, ISectionPropertiesOptions } from 'docx';
import { docxTable } from './docx-table.ts';
import { photoPages, stepsPages } from './enclosures-docx.ts';
import type { PaperPhoto } from './enclosures-docx.ts';
import {
  emptyLine,
  footers,
  LINE,
  paragraph,
  plainPage,
  RED,
  run,
  SIZE,
  TEXT_WIDTH,
  titleParagraph,
  uprightPage,
} from './gb9704.ts';
import { column } from './paper-table.ts';
import { fullDayText } from './special-issue.ts';
import { noticeNumber, noticeTitle, unitLabel } from './supervision.ts';
import type { Notice } from './supervision.ts';

/** The file. To be made off the event loop (workshop.ts). */
export function noticeDocx(notice: Notice, photos: readonly PaperPhoto[] = []): Promise<Buffer> {
  const title = noticeTitle(notice);
  return Packer.toBuffer(
    new Document({
      creator: notice.issuer,
      lastModifiedBy: notice.issuer,
      title: `${title} ${noticeNumber(notice)}`,
      evenAndOddHeaderAndFooters: true,
      sections: [
        section(uprightPage(), [...head(notice), ...body(notice), ...photoPages(notice, photos)]),
        section(plainPage(), stepsPages(notice, photos)),
        section(plainPage(), receipt(notice)),
      ].filter(({ children }) => children.length > 0),
    }),
  );
}

const section = (properties: ISectionPropertiesOptions, children: readonly FileChild[]): ISectionOptions => ({
  properties,
  footers: footers(),
  children,
});

function head(notice: Notice): Paragraph[] {
  const centred = { indent: false, alignment: AlignmentType.CENTER, font: 'song', colour: RED } as const;
  return [
    paragraph(notice.issuer, { ...centred, size: SIZE.second, spacing: { line: 800, lineRule: 'exact' } }),
    titleParagraph(spaced(noticeTitle(notice))),
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH.upright }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 6 } },
      spacing: { line: LINE, lineRule: 'exact' },
      children: [
        run(noticeNumber(notice), { size: SIZE.fourth }),
        new TextRun({ children: [new Tab()] }),
        run(`签发：${notice.signedBy ?? '　　　'}`, { size: SIZE.fourth }),
      ],
    }),
    emptyLine(),
  ];
}

/** 督 办 单. */
const spaced = (title: string): string => Array.from(title).join('　');

function body(notice: Notice): Paragraph[] {
  const right = { indent: false, alignment: AlignmentType.RIGHT } as const;
  return [
    paragraph(`${unitLabel(notice)}：${notice.unit}（${notice.addressee}）`, { indent: false }),
    ...named('事由', notice.matters),
    ...named('要求', notice.demands),
    ...named('反馈', [notice.feedback]),
    ...(notice.enclosures.length === 0 ? [] : named('附', [notice.enclosures.join('、')])),
    emptyLine(),
    paragraph(`${notice.issuer}　`, { ...right, keepNext: true }),
    paragraph(`${fullDayText(notice.date)}　　`, right),
    // Said of the paper after it was issued.
    ...(notice.opinion === undefined ? [] : named('指挥部意见', [notice.opinion])),
  ];
}

/** The name in 黑体 and what follows on the same line, so that a notice of one problem fits on one page. */
function named(name: string, texts: readonly string[]): Paragraph[] {
  return texts.map((text, at) => {
    const body = run(texts.length === 1 ? text : `${at + 1}. ${text}`);
    return at === 0 ? paragraph([run(`${name}：`, { font: 'hei' }), body]) : paragraph([body]);
  });
}

/** Room for a signature: 12 mm. */
const SIGNED_ROW = 680;

/** 送达回执 on a page of its own, to be signed and sent back: who received it and read it when. */
function receipt(notice: Notice): FileChild[] {
  const { served } = notice;
  const rows =
    served.length === 0
      ? [['', null, null, '']]
      : served.map(({ to, deliveredAt, readAt }) => [to, deliveredAt, readAt, '']);
  return [
    titleParagraph('送达回执'),
    emptyLine(),
    paragraph(`文书：${noticeTitle(notice)}　${noticeNumber(notice)}`, { indent: false }),
    paragraph(`受送达单位：${notice.unit}`, { indent: false, spacing: { line: LINE, lineRule: 'exact', after: 120 } }),
    docxTable(
      {
        title: '送达回执',
        columns: [
          column('受送达人', 6, 'word'),
          column('送达时间', 7, 'moment'),
          column('阅读时间', 7, 'moment'),
          column('签收', 6, 'word'),
        ],
        rows,
      },
      TEXT_WIDTH.upright,
      SIGNED_ROW,
    ),
  ];
}
