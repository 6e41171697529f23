/** 问的是哪一件: what a question of the bot is about, by what was understood. Two questions of one kind are told apart by it. */
import type { IssueEntry } from '../reading/said.ts';

type Entry = Pick<IssueEntry, 'location' | 'description'>;

/** `：“文昌路8号门口 垃圾满溢”`, `：#301、#302`; empty where the arguments name nothing. */
export function aboutText(args: object, isMeant: (entry: Entry) => boolean = () => true): string {
  const names = namesIn(args, isMeant);
  return names.length === 0 ? '' : `：${names.join('、')}`;
}

function namesIn(args: object, isMeant: (entry: Entry) => boolean): readonly string[] {
  // Only issue.log keeps a list of entries under this key.
  if ('issues' in args && Array.isArray(args.issues)) return (args.issues as Entry[]).filter(isMeant).map(entryName);
  const nos = issueNosOf(args);
  if (nos.length > 0) return nos.map((no) => `#${no}`);
  if ('title' in args && typeof args.title === 'string') return [`“${args.title}”`];
  if ('indicator' in args && typeof args.indicator === 'string') return [`指标${args.indicator}`];
  return [];
}

/** `“文昌路8号门口 垃圾满溢”`. */
export const entryName = ({ location, description }: Entry): string =>
  `“${[location ?? '', description].filter((word) => word.trim() !== '').join(' ')}”`;

/** The problems an order names by number; empty for one that names none. */
export function issueNosOf(args: object): readonly number[] {
  // Every command keeps numbers of problems, and nothing else, under this key.
  return 'issueNos' in args && Array.isArray(args.issueNos) ? (args.issueNos as number[]) : [];
}
