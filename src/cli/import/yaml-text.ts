/** Entries of a YAML list added or brought up to date in the text itself: every other line, comments and all, stays as it was typed. */
import { Document, isMap, isSeq, parseDocument } from 'yaml';
import type { Node, YAMLMap } from 'yaml';

/** Values of an entry; `name` is its key. undefined leaves a value alone, null takes it out. */
export type EntryValues = Readonly<Record<string, string | readonly string[] | null | undefined>> & {
  readonly name: string;
};

const STYLE = { lineWidth: 0, singleQuote: true, flowCollectionPadding: true } as const;

/** The text with these entries in the list `section`: one that has the name is changed in its place, others come after the last. */
export function withEntries(text: string, section: string, entries: readonly EntryValues[]): string {
  if (entries.length === 0) return text;
  const list = parseDocument(text).get(section, true);
  const standing = new Map<unknown, YAMLMap>(
    isSeq(list) ? list.items.filter(isMap).map((entry) => [entry.get('name'), entry] as const) : [],
  );
  const edits = entries.flatMap((values): Edit[] => {
    const entry = standing.get(values.name);
    return entry === undefined ? [] : changed(text, entry, values);
  });
  const added = entries.filter(({ name }) => !standing.has(name)).map(entryText);
  return applied(
    text,
    added.length === 0 ? edits : [...edits, appended(text, section, list as Node | undefined, added)],
  );
}

/** List of strings under a key of an entry. */
export function listIn(text: string, section: string, name: string, key: string): string[] {
  const list = parseDocument(text).get(section);
  const entry = isSeq(list) ? list.items.filter(isMap).find((one) => one.get('name') === name) : undefined;
  const values = entry?.get(key);
  return isSeq(values) ? (values.toJSON() as string[]) : []; // the shape of the file has been checked
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** From the last to the first, so that the places of the others hold. */
const applied = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((before, edit) => before.slice(0, edit.from) + edit.text + before.slice(edit.to), text);

function changed(text: string, entry: YAMLMap, values: EntryValues): Edit[] {
  const copy = entry.clone() as YAMLMap; // a clone is what it is cloned from
  let isChanged = false;
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || (value === null && !copy.has(key))) continue;
    if (value === null) copy.delete(key);
    else if (JSON.stringify(plain(copy.get(key))) === JSON.stringify(value)) continue;
    else copy.set(key, flowNode(value));
    isChanged = true;
  }
  if (!isChanged || !entry.range) return [];
  const [from, to] = entry.range;
  // The comment behind the entry stands outside of the part that is replaced.
  copy.comment = null;
  const indent = ' '.repeat(from - lineStart(text, from));
  return [
    {
      from,
      to,
      text: `${shown(copy).replaceAll('\n', `\n${indent}`)}${text.slice(from, to).endsWith('\n') ? '\n' : ''}`,
    },
  ];
}

const plain = (value: unknown): unknown => (isSeq(value) ? value.toJSON() : value);

function flowNode(value: string | readonly string[]): unknown {
  const node = new Document(value).contents;
  if (isSeq(node)) node.flow = true;
  return node;
}

function shown(node: Node): string {
  const document = new Document();
  document.contents = node;
  return document.toString(STYLE).trimEnd();
}

function entryText(values: EntryValues): string {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  const document = new Document(Object.fromEntries(filled));
  if (isMap(document.contents)) document.contents.flow = true;
  return `- ${document.toString(STYLE).trimEnd()}`;
}

/** New lines after the line on which the last entry ends; a list that is not there yet, or empty, is begun. */
function appended(text: string, section: string, list: Node | undefined, entries: readonly string[]): Edit {
  const last = isSeq(list) ? (list.items.at(-1) as Node | undefined) : undefined;
  const [first] = isSeq(list) ? (list.items as Node[]) : []; // items of a parsed list are nodes
  if (list?.range && (last?.range === undefined || last.range === null || !first?.range)) {
    return { from: list.range[0], to: list.range[1], text: `\n${entries.map((entry) => `  ${entry}`).join('\n')}` };
  }
  if (!last?.range || !first?.range) {
    const gap = text === '' || text.endsWith('\n') ? '' : '\n';
    return {
      from: text.length,
      to: text.length,
      text: `${gap}${section}:\n${entries.map((entry) => `  ${entry}\n`).join('')}`,
    };
  }
  const dash = text.lastIndexOf('-', first.range[0]);
  const indent = ' '.repeat(dash - lineStart(text, dash));
  // A block entry may end with its line feed already.
  const end = text.slice(0, last.range[1]).trimEnd().length;
  const newline = text.indexOf('\n', end);
  const at = newline === -1 ? text.length : newline;
  return { from: at, to: at, text: entries.map((entry) => `\n${indent}${entry}`).join('') };
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
