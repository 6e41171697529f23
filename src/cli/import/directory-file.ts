/** directory.yaml with people, units and sites added or brought up to date; comments and everything else stay as they are. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { parseDirectory } from '../../../config/directory.ts';
import { faultLine } from '../../../config/faults.ts';
import { readSource } from '../../../config/source.ts';
import { Refusal } from '../../domain/refusal.ts';
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

/** Changes the file, and writes it only if it is still a right one. Throws Refusal with the faults. */
export async function changeDirectory(
  { from, to, env }: DirectoryWriting,
  change: (text: string) => string,
): Promise<void> {
  const text = change(await readFile(from, 'utf8'));
  const source = readSource(to, text, env);
  const parsed = source.faults.length > 0 ? { complaints: [] } : parseDirectory(source.value);
  const faults = [...source.faults, ...('complaints' in parsed ? parsed.complaints.map(source.locate) : [])];
  if (faults.length > 0) {
    throw new Refusal('import.directory', ['写入后通讯录会有差错，没有写入：', ...faults.map(faultLine)].join('\n'));
  }
  // In one step, so that the running bot never reads half a file.
  await writeFile(`${to}.new`, text);
  await rename(`${to}.new`, to);
}
