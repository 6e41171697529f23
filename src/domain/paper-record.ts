/**
 * 文书 in the record of a problem: how its lines are worded, and who may see them (domain §3, §7). A draft may never be sent, and what goes to
 * headquarters is not for the unit it is about; what was served on a unit is no secret.
 */
import type { Person } from './directory.ts';
import type { IssueRecord } from './issue.ts';
import { paperNumber, RANKS, readsAllPapers } from './paper.ts';
import type { Paper } from './paper.ts';
import { RED_LIGHT } from './score.ts';

type Named = Pick<Paper, 'word' | 'year' | 'no' | 'unit'>;

const named = (paper: Named): string => `${paperNumber(paper)}（${paper.unit}）`;

/** `二令：起草督办〔2026〕1号（市城管局），待签发`. */
export const draftedNote = (step: string, paper: Named): string => `${step}：起草${named(paper)}，待签发`;

/** `签发督办〔2026〕1号（市城管局），已送主要负责同志`: no names, for the record may be read out in a group. */
export const signedNote = (paper: Named & Pick<Paper, 'to'>, people: number): string =>
  `签发${named(paper)}，${people === 0 ? '无人可送' : sentTo(paper.to)}`;

const sentTo = (to: Paper['to']): string => `已送${RANKS[to]}`;

/** `作废督办〔2026〕1号草稿`. */
export const discardedNote = (paper: Named): string => `作废${paperNumber(paper)}草稿`;

/** `指挥部对问责〔2026〕1号（市城管局）的意见：同意`. */
export const opinionNote = (paper: Named, opinion: string): string => `指挥部对${named(paper)}的意见：${opinion}`;

/** Who looks at a record: one person alone, or everybody, as in a group, behind a link and in a paper that leaves the office. */
export type RecordReader = Person | 'everybody';

/** The lines that the reader may see, in their order. */
export const linesFor = <Line extends Pick<IssueRecord, 'step' | 'note'>>(
  records: readonly Line[],
  reader: RecordReader,
): readonly Line[] => (reader !== 'everybody' && readsAllPapers(reader) ? records : records.filter(isForEverybody));

/** The lines that go along with a paper as evidence: a unit gets no others than everybody sees. */
export const linesWith = <Line extends Pick<IssueRecord, 'step' | 'note'>>(
  records: readonly Line[],
  { to }: Pick<Paper, 'to'>,
): readonly Line[] => (to === 'headquarters' ? records : linesFor(records, 'everybody'));

/** Earlier papers that a paper names: signed ones, to a unit none that went to headquarters. */
export const namedOn = <Earlier extends Pick<Paper, 'state' | 'to'>>(
  { to }: Pick<Paper, 'to'>,
  earlier: readonly Earlier[],
): readonly Earlier[] =>
  earlier.filter((one) => one.state === 'signed' && (to === 'headquarters' || one.to !== 'headquarters'));

const SERVED_ON_UNIT = (['liaison', 'deputy', 'principal'] as const).map((to) => `，${sentTo(to)}`);

/** Of 升级督办 only the red light and what was served on a unit; a line of another wording stays inside, so that nothing slips out. */
function isForEverybody({ step, note }: Pick<IssueRecord, 'step' | 'note'>): boolean {
  if (step !== 'escalate' || note === RED_LIGHT) return true;
  return note !== null && note.startsWith('签发') && SERVED_ON_UNIT.some((end) => note.endsWith(end));
}
