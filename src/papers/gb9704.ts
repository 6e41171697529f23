/** 公文版式: page, fonts and paragraphs after GB/T 9704-2012. Fonts go into the file by name only; the official ones are proprietary. */
import {
  AlignmentType,
  convertMillimetersToTwip,
  DocumentGridType,
  Footer,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { IParagraphOptions, ISectionPropertiesOptions } from 'docx';

/** 三号, two characters, in twips. */
const INDENT = 640;
/** 22 lines in the 225 mm (12,756 twips) of the text area: 580 would be four twips too many, and LibreOffice then sets 21. */
export const LINE = 579;
/** 28 characters of 三号 fill 156 mm only with this much off each. */
const TIGHTEN = -5;

export type PaperFont = 'song' | 'fangsong' | 'hei' | 'kai';

const FONT_NAMES: Readonly<Record<PaperFont, string>> = {
  song: '方正小标宋简体',
  fangsong: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
};

/** Type sizes in half points: 二号, 三号, 四号, 小四, 五号. */
export const SIZE = { second: 44, third: 32, fourth: 28, small: 24, fifth: 21 } as const;

export const RED = 'E60012';

export interface RunStyle {
  readonly font?: PaperFont;
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
}

/** A run in one font. Control characters that a chat may hold would break the file: they are left out. */
export function run(text: string, style: RunStyle = {}): TextRun {
  const { font = 'fangsong', size = SIZE.third, bold = false, colour } = style;
  const name = FONT_NAMES[font];
  return new TextRun({
    text: printable(text),
    size,
    ...(bold ? { bold } : {}),
    ...(colour === undefined ? {} : { color: colour }),
    font: { ascii: name, hAnsi: name, eastAsia: name, hint: 'eastAsia' },
    ...(size === SIZE.third ? { characterSpacing: TIGHTEN } : {}),
  });
}

/** Everything XML 1.0 allows; a lone half of a surrogate pair goes too. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const printable = (text: string): string => text.toWellFormed().replace(UNPRINTABLE, '');

/** A paragraph of body text on the line grid. `indent`: first line by two characters. */
export function paragraph(
  text: string | readonly TextRun[],
  options: RunStyle & { readonly indent?: boolean } & Omit<IParagraphOptions, 'children' | 'indent'> = {},
): Paragraph {
  const { font, size, bold, colour, indent = true, ...rest } = options;
  const style: RunStyle = {
    ...(font === undefined ? {} : { font }),
    ...(size === undefined ? {} : { size }),
    ...(bold === undefined ? {} : { bold }),
    ...(colour === undefined ? {} : { colour }),
  };
  return new Paragraph({
    // Word reads the characters, other readers the twips.
    ...(indent ? { indent: { firstLine: INDENT - 10, firstLineChars: 200 } } : {}),
    spacing: { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    // 22 lines on every page, as offices are used to; Word would otherwise move single lines.
    widowControl: false,
    ...rest,
    children: typeof text === 'string' ? [run(text, style)] : [...text],
  });
}

/** 一、 黑体: never alone at the foot of a page. */
export const headingOne = (text: string): Paragraph => paragraph(text, { font: 'hei', keepNext: true });

/** The title, centred in 小标宋 二号; long ones run over. */
export const titleParagraph = (text: string, options: { readonly pageBreakBefore?: boolean } = {}): Paragraph =>
  paragraph(text, {
    font: 'song',
    size: SIZE.second,
    indent: false,
    alignment: AlignmentType.CENTER,
    spacing: { line: 640, lineRule: LineRuleType.EXACT },
    ...options,
  });

export const emptyLine = (): Paragraph => paragraph('', { indent: false });

/** `— 1 —` outside the text: right on odd pages, left on even ones, one character from the edge. */
const pageNumber = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === 'right' ? { right: 280 } : { left: 280 },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            size: SIZE.fourth,
            font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' },
          }),
        ],
      }),
    ],
  });

/** Footers of a section; the document must have `evenAndOddHeaderAndFooters`. */
export const footers = (): { readonly default: Footer; readonly even: Footer } => ({
  default: pageNumber('right'),
  even: pageNumber('left'),
});

const MARGIN = {
  top: convertMillimetersToTwip(37),
  bottom: convertMillimetersToTwip(35),
  left: convertMillimetersToTwip(28),
  right: convertMillimetersToTwip(26),
};
const FOOTER_AT = convertMillimetersToTwip(23);

/** A4 upright, 22 lines of 28 characters. */
export const uprightPage = (): ISectionPropertiesOptions => ({
  page: { size: { width: 11906, height: 16838 }, margin: { ...MARGIN, footer: FOOTER_AT } },
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
});

/** A4 upright without the line grid, for tables: on the grid each line of a cell would take the room of two. */
export const plainPage = (): ISectionPropertiesOptions => ({
  page: { size: { width: 11906, height: 16838 }, margin: { ...MARGIN, footer: FOOTER_AT } },
});

/** A4 lying, for wide tables: the margins turn with the page. */
export const lyingPage = (): ISectionPropertiesOptions => ({
  page: {
    size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
    margin: {
      top: MARGIN.left,
      bottom: MARGIN.right,
      left: MARGIN.top / 2,
      right: MARGIN.bottom / 2,
      footer: convertMillimetersToTwip(14),
    },
  },
});

/** Width of the text in twips: upright 156 mm, lying page as set above. */
export const TEXT_WIDTH = {
  upright: 11906 - MARGIN.left - MARGIN.right,
  lying: Math.floor(16838 - MARGIN.top / 2 - MARGIN.bottom / 2),
} as const;
