/** directory.yaml with people, units and sites added or brought up to date; comments and everything else stay as they are. */
import { chmod, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { parseDirectory } from '../../../config/directory.ts';
import { faultLine } from '../../../config/faults.ts';
import type { Fault } from '../../../config/faults.ts';
import { readSource } from '../../../config/source.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { RowRemark, Understood } from '../../papers/import/outcome.ts';
import type { RosterEntry } from '../../papers/import/roster.ts';
import type { SiteEntry } from '../../papers/import/sites.ts';
import { listIn, withEntries } from './yaml-text.ts';
import type { EntryValues } from './yaml-text.ts';

/** People, and the units they bring along. */
export function withRoster(text: string, entries: readonly RosterEntry[]): string {
  const newUnits = new Map(
    entries.flatMap(({ newUnit }) => (newUnit === null ? [] : [[newUnit.name, newUnit] as const])),
  );
  const units = [...newUnits.values()].map((unit): EntryValues => ({ ...unit, aliases: filled(unit.aliases) }));
  const people = entries.map((entry): EntryValues => {
    const { name, unit, roles, mobile, wecom, dingtalk } = entry;
    const aliases = [...new Set([...listIn(text, 'people', name, 'aliases'), ...entry.aliases])];
    const [role] = roles;
    return {
      name,
      unit: unit ?? undefined,
      role: roles.length === 1 ? role : roles.length > 1 ? null : undefined,
      roles: roles.length > 1 ? roles : roles.length === 1 ? null : undefined,
      aliases: filled(aliases),
      wecom: wecom ?? undefined,
      dingtalk: dingtalk ?? undefined,
      mobile: mobile ?? undefined,
    };
  });
  return withEntries(withEntries(text, 'units', units), 'people', people);
}

export function withSites(text: string, entries: readonly SiteEntry[]): string {
  return withEntries(
    text,
    'sites',
    entries.map(({ name, type, territory, aliases, unit, roadChief }) => ({
      name,
      type,
      territory: territory ?? undefined,
      aliases: filled(aliases),
      unit: unit ?? undefined,
      roadChief: roadChief ?? undefined,
    })),
  );
}

const filled = (words: readonly string[]): readonly string[] | undefined => (words.length === 0 ? undefined : words);

export interface DirectoryWriting {
  /** The file in force, from which one starts; and the one written. */
  readonly from: string;
  readonly to: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Entries that leave the directory a right one, and the text of the file with them. */
export interface Admitted<Entry> {
  readonly outcome: Understood<Entry>;
  readonly text: string;
}

/**
 * What of an import the directory can take: an entry that would make it wrong (an unknown 路长, another person's account) is refused by its
 * row, the others stay. Throws Refusal where the file is wrong without any of them.
 */
export async function admit<Entry extends object>(
  { from, to, env }: DirectoryWriting,
  outcome: Understood<Entry>,
  withThem: (text: string, entries: Understood<Entry>['entries']) => string,
): Promise<Admitted<Entry>> {
  type Entries = Understood<Entry>['entries'];
  const before = await readFile(from, 'utf8');
  const faultsWith = (entries: Entries): readonly Fault[] => faultsOf(withThem(before, entries), { to, env });
  const wrong = faultsWith([]);
  if (wrong.length > 0) throw new Refusal('import.directory', wrong.map(faultLine).join('\n'));
  const refused: RowRemark[] = [];
  // Halves of what does not fit are tried after what does: a few wrong rows among hundreds are found in a few steps.
  const fitting = (good: Entries, more: Entries): Entries => {
    const faults = faultsWith([...good, ...more]);
    const [first] = more;
    if (faults.length === 0 || first === undefined) return [...good, ...more];
    if (more.length === 1) {
      const words = [...new Set(faults.map(({ message }) => message))].join('；');
      refused.push({ rowNo: first.rowNo, text: `写入后通讯录会有差错：${words}` });
      return good;
    }
    const middle = Math.ceil(more.length / 2);
    return fitting(fitting(good, more.slice(0, middle)), more.slice(middle));
  };
  const entries = fitting([], outcome.entries);
  const rows = new Set(entries.map(({ rowNo }) => rowNo));
  const doubts = outcome.doubts.filter(({ rowNo }) => rows.has(rowNo));
  const all = [...outcome.refused, ...refused].toSorted((a, b) => a.rowNo - b.rowNo);
  return { outcome: { ...outcome, entries, doubts, refused: all }, text: withThem(before, entries) };
}

function faultsOf(text: string, { to, env }: Pick<DirectoryWriting, 'to' | 'env'>): readonly Fault[] {
  const source = readSource(to, text, env);
  if (source.faults.length > 0) return source.faults;
  const parsed = parseDirectory(source.value);
  return 'complaints' in parsed ? parsed.complaints.map(source.locate) : [];
}

/** In one step, so that the running bot never reads half a file; who may read it (mobiles stand in it) stays as it was. */
export async function writeDirectory(to: string, text: string): Promise<void> {
  const file = await realpath(to).catch(() => to);
  const old = await stat(file).catch(() => null);
  await writeFile(`${file}.new`, text);
  if (old !== null) await chmod(`${file}.new`, old.mode & 0o777);
  await rename(`${file}.new`, file);
}
