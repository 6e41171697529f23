/** Changing a draft in chat: “把第三部分第2条删掉”, “加一句：…”. Pure: a new model, or a Refusal in words; the old one stays as it was. */
import { Refusal } from '../domain/refusal.ts';
import { demandText } from './special-issue-demands.ts';
import { chineseNumber } from './special-issue.ts';
import type { PaperPart, SpecialIssue } from './special-issue.ts';

/** Part and item as people count them, from 1. */
export interface ItemPlace {
  readonly part: number;
  readonly item: number;
}

/** Without the item; the rest is numbered anew. Throws Refusal `paper.part`, `paper.item`, `paper.published`. */
export function deleteItem(model: SpecialIssue, place: ItemPlace): SpecialIssue {
  requireItem(model, place);
  return changePart(model, place.part, (part) => ({
    ...part,
    items: part.items.filter((_, at) => at !== place.item - 1),
  }));
}

/** The item with other words. Throws Refusal `paper.part`, `paper.item`, `paper.empty`, `paper.published`. */
export function replaceItem(model: SpecialIssue, place: ItemPlace, text: string): SpecialIssue {
  requireItem(model, place);
  const item = sentenceOf(text);
  return changePart(model, place.part, (part) => ({
    ...part,
    items: part.items.map((old, at) => (at === place.item - 1 ? item : old)),
  }));
}

/** One more item at the end of the part; without a part at the end of the last one. Throws Refusal `paper.part`, `paper.empty`, `paper.published`. */
export function addSentence(model: SpecialIssue, text: string, part = model.parts.length): SpecialIssue {
  const item = sentenceOf(text);
  return changePart(model, part, (old) => ({ ...old, items: [...old.items, item] }));
}

/** Another title. Throws Refusal `paper.empty`, `paper.published`. */
export function replaceTitle(model: SpecialIssue, title: string): SpecialIssue {
  requireDraft(model);
  if (title.trim() === '') throw new Refusal('paper.empty', '没有看到新的标题。请回复“标题改为：…”。');
  return { ...model, title: title.trim() };
}

/** Signed by an officeLead (the caller checks the right); from here on it is never changed. Throws Refusal `paper.published`. */
export function signSpecialIssue(model: SpecialIssue, by: string): SpecialIssue {
  requireDraft(model);
  return { ...model, signedBy: by };
}

/** With another day for its demands; a sentence in which somebody wrote a day of his own keeps it. Throws Refusal `paper.published`. */
export function withDemandDay(model: SpecialIssue, day: string): SpecialIssue {
  requireDraft(model);
  const { demandDay, parts } = model;
  if (demandDay === undefined) return model;
  const moved = (item: string): string => item.replaceAll(demandText(demandDay), demandText(day));
  return { ...model, demandDay: day, parts: parts.map((part) => ({ ...part, items: part.items.map(moved) })) };
}

/** A draft that corrects a published paper and says so. Throws Refusal `paper.draft` where the old one was never published. */
export function correctionOf(
  published: SpecialIssue,
  to: { readonly no: number; readonly year: number | null; readonly date: string },
): SpecialIssue {
  if (published.signedBy === null) throw new Refusal('paper.draft', '这一期还是草稿，直接修改即可，不用另发更正。');
  return {
    ...published,
    ...to,
    demandDay: undefined,
    signedBy: null,
    corrects: { no: published.no, year: published.year },
  };
}

function changePart(model: SpecialIssue, part: number, change: (part: PaperPart) => PaperPart): SpecialIssue {
  requireDraft(model);
  requirePart(model, part);
  return { ...model, parts: model.parts.map((old, at) => (at === part - 1 ? change(old) : old)) };
}

function requireDraft({ signedBy }: SpecialIssue): void {
  if (signedBy !== null) {
    throw new Refusal('paper.published', '这一期已经签发，不能再改。如有差错，请回复“更正”另发一期。');
  }
}

function requirePart({ parts }: SpecialIssue, part: number): PaperPart {
  const found = parts[part - 1];
  if (found === undefined) throw new Refusal('paper.part', `本期共有${parts.length}个部分，没有第${part}部分。`);
  return found;
}

function requireItem(model: SpecialIssue, { part, item }: ItemPlace): void {
  requireDraft(model);
  const { items, heading } = requirePart(model, part);
  if (items[item - 1] === undefined) {
    const name = `第${chineseNumber(part)}部分“${heading}”`;
    const words = items.length === 0 ? `${name}是空的` : `${name}只有${items.length}条`;
    throw new Refusal('paper.item', `${words}，没有第${item}条。`);
  }
}

/** Trimmed, with a stop at the end. */
function sentenceOf(text: string): string {
  const words = text.trim();
  if (words === '') throw new Refusal('paper.empty', '没有看到要写的内容。请回复“加一句：…”。');
  return /[。；！？…：]$/u.test(words) ? words : `${words}。`;
}
