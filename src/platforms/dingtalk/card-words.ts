/** What a quoted card says to people (dingtalk §3.4): its number is looked for there. Pure. */
import type { Content } from './payload.ts';

/** Lines of a card; empty where it came without its content. */
export function cardWords({ cardContent, cardData }: Pick<Content, 'cardContent' | 'cardData'>): string {
  const { title, content, text, markdown } = cardData?.cardParamMap ?? {};
  const shown = linesIn(cardContent);
  return (shown.length > 0 ? shown : [title, content, text, markdown].flatMap((words) => words ?? [])).join('\n');
}

/** Nodes that name their kind: only these are read by people. Layout, links and pictures hold numbers that are none of ours. */
const FOR_PEOPLE: readonly string[] = ['TEXT', 'MARKDOWN'];

/** No card is nested deeper. */
const MOST_DEPTH = 20;

/** A block a line. Pieces within one are kept apart: `#32` and `7人` must not become `#327`. */
function linesIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value !== 'object' || value === null || depth > MOST_DEPTH) return [];
  const linesOf = (inner: readonly unknown[]): string[] => inner.flatMap((one) => linesIn(one, depth + 1));
  if (!isNode(value)) return linesOf(Object.values(value));
  const { elementType, children, value: own, text } = value;
  if (Array.isArray(children)) return oneLine(linesOf(children.filter(isNode)));
  return FOR_PEOPLE.includes(String(elementType))
    ? linesOf([own, text].filter((said) => typeof said === 'string'))
    : [];
}

interface Node {
  readonly elementType: unknown;
  readonly children?: unknown;
  readonly value?: unknown;
  readonly text?: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'elementType' in value;

const oneLine = (pieces: readonly string[]): string[] => (pieces.length === 0 ? [] : [pieces.join(' ')]);
