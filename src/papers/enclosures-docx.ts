/** 附件 of a notice on pages of their own: 问题照片 before and after, 办理流程记录 as a table. */
import { AlignmentType, ImageRun, Paragraph } from 'docx';
import type { FileChild } from 'docx';
import { docxTable } from './docx-table.ts';
import { emptyLine, paragraph, SIZE, TEXT_WIDTH, titleParagraph } from './gb9704.ts';
import { column } from './paper-table.ts';
import type { PaperTable } from './paper-table.ts';
import type { Notice, NoticeStep } from './supervision.ts';

/** A photo for the paper: a JPEG or PNG of this size in pixels, made small before (thumbnail.ts). */
export interface PaperPhoto {
  readonly caption: string;
  readonly bytes: Buffer;
  readonly type: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
}

/** The photos on pages after the text; nothing where there are none. */
export function photoPages({ steps = [] }: Notice, photos: readonly PaperPhoto[]): FileChild[] {
  if (photos.length === 0) return [];
  const name = steps.length === 0 ? '附件' : '附件1';
  return [
    paragraph(name, { indent: false, font: 'hei', pageBreakBefore: true }),
    titleParagraph('问题照片'),
    ...photos.flatMap(photoParagraphs),
  ];
}

/** 办理流程记录, a section of its own; nothing where nothing has been recorded. */
export function stepsPages({ steps = [] }: Notice, photos: readonly PaperPhoto[]): FileChild[] {
  if (steps.length === 0) return [];
  return [
    paragraph(photos.length === 0 ? '附件' : '附件2', { indent: false, font: 'hei' }),
    titleParagraph('办理流程记录'),
    emptyLine(),
    docxTable(stepsTable(steps), TEXT_WIDTH.upright),
  ];
}

const stepsTable = (steps: readonly NoticeStep[]): PaperTable => ({
  title: '办理流程记录',
  columns: [
    column('序号', 3, 'count'),
    column('时间', 8, 'moment'),
    column('经办人', 5, 'word'),
    column('事项', 7, 'word'),
    column('说明', 16),
  ],
  rows: steps.map(({ at, by, what, note }, nth) => [nth + 1, at, by, what, note]),
});

/** Largest picture in pixels at 96 DPI: two of them with their captions stand on one page. */
const PHOTO = { width: 430, height: 300 };

function photoParagraphs({ caption, bytes, type, width, height }: PaperPhoto, at: number): Paragraph[] {
  const scale = Math.min(1, PHOTO.width / width, PHOTO.height / height);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: [
        new ImageRun({
          type,
          data: bytes,
          transformation,
          // An id of ours: the library counts on through the life of the process, and the same paper must stay the same.
          altText: { id: String(at + 1), name: caption, title: caption, description: caption },
        }),
      ],
    }),
    paragraph(caption, { indent: false, alignment: AlignmentType.CENTER, size: SIZE.small }),
  ];
}
