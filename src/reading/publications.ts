/** 周报、专报、情况通报 as people speak of them: by 期号, by the number of the draft, by their kind; and what is to be changed in a draft. */
import type { PublicationKind } from '../domain/publication.ts';
import { written } from './fold.ts';
import { parseNumeral } from './numerals.ts';

export interface PublicationName {
  readonly draftNo: number | null;
  readonly no: number | null;
  /** Null where it is not said. */
  readonly year: number | null;
  readonly kind: PublicationKind | null;
}

const DRAFT = /草稿\s*第?\s*(\d{1,5})/;
const ISSUE = /(?:(20\d\d)年)?第\s*(\d{1,5})\s*期/;

/** Which one a message names; all null where it names none. */
export function publicationNameIn(text: string): PublicationName {
  const draft = DRAFT.exec(text);
  const issue = ISSUE.exec(text);
  return {
    draftNo: draft ? Number(draft[1]) : null,
    no: issue ? Number(issue[2]) : null,
    year: issue?.[1] === undefined ? null : Number(issue[1]),
    kind: kindIn(text),
  };
}

/** 周报, 情况通报, 专报 or 简报. */
export function kindIn(text: string): PublicationKind | null {
  if (/情况通报|督查通报/.test(text)) return 'circular';
  if (/专报|简报|专题/.test(text)) return 'special';
  return /周报|周通报|周汇总/.test(text) ? 'weekly' : null;
}

/** The draft a quoted card shows; null where it shows none. */
export function draftQuoted(quote: string | null): number | null {
  const found = /【草稿(\d{1,5})号】/.exec(quote ?? '');
  return found ? Number(found[1]) : null;
}

export type DraftEdit =
  | { readonly kind: 'delete'; readonly part: number; readonly item: number }
  | { readonly kind: 'replace'; readonly part: number; readonly item: number; readonly text: string }
  /** Part null: at the end. */
  | { readonly kind: 'add'; readonly part: number | null; readonly text: string }
  | { readonly kind: 'title'; readonly text: string };

const NUMBER = '([一二三四五六七八九十\\d]{1,3})';
const PLACE = `第?${NUMBER}(?:个|大)?部分的?,?第?${NUMBER}[条点项款]`;
const DELETES = new RegExp(
  `${PLACE}(?:内容)?(?:就|可以|给我|都)?(?:删(?:除|掉|去|了)?|去掉|拿掉|划掉|不要|不用写|取消)|(?:删(?:除|掉|去|了)?|去掉|拿掉|划掉)${PLACE}`,
);
const REPLACES = new RegExp(
  `${PLACE}(?:内容)?(?:请)?(?:改为|改成|换成|换为|修改为|修改成|写成|改写为)\\s*[:,]?\\s*(.+)$`,
  's',
);
const ADDS = new RegExp(
  `(?:第?${NUMBER}(?:个|大)?部分)?(?:的)?(?:最后|末尾|后面|里面?|中|下面)?(?:再|要|请)?(?:加上?|补充?|添加?|增加|补上|加写)(?:写|了)?一([句条段点项])(?:话)?\\s*[:,]\\s*(.+)$`,
  's',
);
const TITLE = /(?:标题|题目)(?:请)?(?:改为|改成|换成|换为|修改为)\s*[:,]?\s*(.+)$/s;

/** What is to be changed; null where nothing is. 加一条 needs its part named: it may as well be one more problem. */
export function draftEditIn(text: string): DraftEdit | null {
  const replaced = REPLACES.exec(text);
  if (replaced) return { kind: 'replace', ...placeOf(replaced[1], replaced[2]), text: written(replaced[3] ?? '') };
  const title = TITLE.exec(text);
  if (title) return { kind: 'title', text: written(title[1] ?? '') };
  const deleted = DELETES.exec(text);
  if (deleted) return { kind: 'delete', ...placeOf(deleted[1] ?? deleted[3], deleted[2] ?? deleted[4]) };
  const added = ADDS.exec(text);
  if (!added || (added[1] === undefined && added[2] !== '句')) return null;
  const part = added[1] === undefined ? null : (parseNumeral(added[1]) ?? null);
  return { kind: 'add', part, text: written(added[3] ?? '') };
}

const placeOf = (part: string | undefined, item: string | undefined): { part: number; item: number } => ({
  part: parseNumeral(part ?? '') ?? 0,
  item: parseNumeral(item ?? '') ?? 0,
});
