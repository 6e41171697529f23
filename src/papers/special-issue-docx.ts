/** 周报、督查专报、督查情况通报 as a Word document (GB/T 9704, domain §12). The same model gives the same document.xml. */
import { AlignmentType, BorderStyle, Document, Packer, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { FileChild, IParagraphOptions, ISectionOptions } from 'docx';
import { docxTable } from './docx-table.ts';
import {
  emptyLine,
  footers,
  headingOne,
  LINE,
  lyingPage,
  paragraph,
  RED,
  run,
  SIZE,
  TEXT_WIDTH,
  titleParagraph,
  uprightPage,
} from './gb9704.ts';
import type { PaperTable } from './paper-table.ts';
import {
  attachmentLines,
  correctionText,
  fullDayText,
  headingText,
  itemText,
  KIND_NAMES,
  numberText,
  routeLines,
} from './special-issue.ts';
import type { PaperPart, SpecialIssue } from './special-issue.ts';

/** The file. Takes about 0.1 s: to be made off the event loop (workshop.ts). */
export function specialIssueDocx(model: SpecialIssue): Promise<Buffer> {
  return Packer.toBuffer(specialIssueDocument(model));
}

function specialIssueDocument(model: SpecialIssue): Document {
  const body: ISectionOptions = {
    properties: uprightPage(),
    footers: footers(),
    children: [...redHead(model), ...bodyOf(model), ...attachmentList(model), ...routes(model)],
  };
  return new Document({
    creator: model.issuer,
    lastModifiedBy: model.issuer,
    title: `${KIND_NAMES[model.kind]}${numberText(model)}`,
    evenAndOddHeaderAndFooters: true,
    sections: [body, ...model.attachments.map(attachment)],
  });
}

/** Red masthead, number, issuer and day, red rule. */
function redHead(model: SpecialIssue): Paragraph[] {
  const centred = { indent: false, alignment: AlignmentType.CENTER } as const;
  return [
    paragraph(KIND_NAMES[model.kind], {
      ...centred,
      font: 'song',
      size: 84,
      colour: RED,
      spacing: { line: 2 * LINE, lineRule: 'exact' },
    }),
    paragraph(numberText(model), centred),
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH.upright }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 6 } },
      spacing: { line: LINE, lineRule: 'exact' },
      children: [
        run(model.issuer, { size: SIZE.fourth }),
        new TextRun({ children: [new Tab()] }),
        run(fullDayText(model.date), { size: SIZE.fourth }),
      ],
    }),
    emptyLine(),
    titleParagraph(model.title),
    emptyLine(),
  ];
}

function bodyOf(model: SpecialIssue): Paragraph[] {
  const correction = correctionText(model);
  const last = model.parts.findLast(({ items }) => items.length > 0);
  return [
    ...(correction === null ? [] : [paragraph(correction)]),
    ...model.parts.flatMap((part, at) => [
      headingOne(headingText(part, at)),
      ...part.items.map((_, nth) => itemParagraph(part, nth, part === last && nth === part.items.length - 1)),
    ]),
  ];
}

/** The end of the text goes along to the page of 附件 and 版记, which are never alone on one. */
const KEPT = { keepNext: true, keepLines: true } as const;

/** The first sentence of a numbered item names it: 楷体 for （一）, as the standard has it for the second level. */
function itemParagraph(part: PaperPart, nth: number, isLast: boolean): Paragraph {
  const text = itemText(part, nth);
  const stop = text.indexOf('。') + 1;
  const isNamed = part.numbering === 'chinese' && stop > 0 && stop <= 20;
  const runs = isNamed ? [run(text.slice(0, stop), { font: 'kai' }), run(text.slice(stop))] : text;
  return paragraph(runs, isLast ? KEPT : {});
}

function attachmentList(model: SpecialIssue): Paragraph[] {
  const lines = attachmentLines(model);
  if (lines.length === 0) return [];
  const [first = '', ...others] = lines;
  return [
    paragraph('', { indent: false, keepNext: true }),
    paragraph(`附件：${first}`, { keepNext: true }),
    ...others.map((line) => paragraph(`　　　${line}`, { keepNext: true })),
  ];
}

/** 版记: 报、送、发 between rules, and who signed. */
function routes(model: SpecialIssue): Paragraph[] {
  const lines = [...routeLines(model), ...(model.signedBy === null ? [] : [`签发：${model.signedBy}`])];
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 2 };
  return [
    paragraph('', { indent: false, keepNext: true }),
    ...lines.map((line, at) => {
      const border: NonNullable<IParagraphOptions['border']> = {
        ...(at === 0 ? { top: rule } : {}),
        bottom: at === lines.length - 1 ? rule : { ...rule, size: 4 },
        // Without this, equal borders of neighbours melt into one frame.
        between: { ...rule, size: 4 },
      };
      return paragraph(line, {
        indent: false,
        size: SIZE.fourth,
        border,
        keepLines: true,
        keepNext: at < lines.length - 1,
      });
    }),
  ];
}

/** 五号, closely set. */
const NOTE = {
  size: SIZE.fifth,
  spacing: { line: 320, lineRule: 'exact', before: 60 },
} as const;

function attachment(table: PaperTable, at: number): ISectionOptions {
  const empty: FileChild[] = [paragraph('本期无。')];
  const note = table.note === undefined ? [] : [paragraph(table.note, { ...NOTE, indent: false })];
  return {
    properties: lyingPage(),
    footers: footers(),
    children: [
      paragraph(`附件${at + 1}`, { indent: false, font: 'hei' }),
      titleParagraph(table.title),
      emptyLine(),
      ...(table.rows.length === 0 ? empty : [docxTable(table, TEXT_WIDTH.lying)]),
      ...note,
    ],
  };
}
