/** 地点: told in the message before, or only a part of one (12号楼下), so that the estate or the road is asked for (domain §11). */
import type { RunContext } from '../../src/bot/command.ts';
import type { IssueEntry } from '../../src/reading/said.ts';

export interface PlacedEntry extends IssueEntry {
  /** 12号楼下: of a place that is not named yet. */
  readonly part?: string;
}

const PART_ALONE = /^(?:第?\d+|[一二三四五六七八九十]+)(?:-\d+)?(?:号|栋|幢|单元|座|#)(?![路线桥])/;

/** Closes the question that the place came with; an entry that names its own place has no need of it. */
export async function withPlaces(
  entries: readonly IssueEntry[],
  context: Pick<RunContext<object>, 'store' | 'by' | 'at' | 'conversation'>,
): Promise<readonly PlacedEntry[]> {
  const apart = entries.map(partApart);
  if (apart.every(({ location }) => location !== null)) return apart;
  const { store, by, at, conversation } = context;
  const open = await store.drafts.allOpen(by.name, conversation.key, at);
  const asked = open.find(({ command, missing }) => command === 'citizen.log' && missing.includes('description'));
  const place = asked?.args['place'];
  if (asked === undefined || typeof place !== 'string') return apart;
  await store.drafts.close(asked.id, 'done', at);
  return apart.map((entry) => (entry.location === null ? placed(place, entry) : entry));
}

const partApart = (entry: PlacedEntry): PlacedEntry =>
  entry.location !== null && entry.site === null && PART_ALONE.test(entry.location)
    ? { ...entry, location: null, part: entry.location }
    : entry;

/** The entry at the place that he names now: with the part that he named before. */
const placed = (place: string, { part, ...entry }: PlacedEntry): PlacedEntry => ({
  ...entry,
  location: `${place}${part ?? ''}`,
  site: null,
});

/** Whether the answer to the question where has come. */
export const completed = (entry: PlacedEntry): PlacedEntry =>
  entry.location === null || entry.part === undefined ? entry : placed(entry.location, entry);

export const askWhere = (entries: readonly PlacedEntry[]): string => {
  const part = entries.find((entry) => entry.part !== undefined)?.part;
  return part === undefined
    ? '还差具体位置，请补充，如“人民路12号门口”。'
    : `还差具体位置：${part}是在哪个小区、哪条路？请补充，如“翠竹园小区”。`;
};
