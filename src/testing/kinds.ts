/**
 * A table of readings as people can write it: `[kind] who says it`, then `「quoted」text [图2] => command numbers key=value; command …`.
 * `|` parts readings that are all right; `held` stands for needsConfirm or something missing, `refused` for a sender without the right.
 */
import type { DirectoryData } from '../domain/directory.ts';

type Reading = Readonly<Record<string, unknown>>;

export interface KindRow {
  readonly kind: string;
  readonly who: string;
  readonly line: string;
  readonly expected: string;
  readonly row: object;
}

const CORPUS_ROLES: Readonly<Record<string, string>> = {
  officeLead: 'office_lead',
  officeStaff: 'office_staff',
  inspectorLead: 'inspector_lead',
  inspector: 'inspector',
  unitPrincipal: 'unit_principal',
  unitDeputy: 'unit_deputy',
  unitLiaison: 'unit_liaison',
  communityHead: 'community_head',
  gridMember: 'grid_member',
};

/** Throws where a speaker is not in the directory. */
export function kindsIn(source: string, directory: DirectoryData): readonly KindRow[] {
  return source.split(/^(?=\[)/m).flatMap((section) => {
    const [head = '', ...lines] = section.trim().split('\n');
    const [, kind = '', who = ''] = /^\[(.+?)\] (.+)$/.exec(head) ?? [];
    return lines.filter((line) => line.trim() !== '').map((line) => rowOf(line, { kind, who }, directory));
  });
}

function rowOf(line: string, { kind, who }: { kind: string; who: string }, directory: DirectoryData): KindRow {
  const person = directory.people.find(({ name }) => name === who);
  if (person === undefined) throw new Error(`nobody is called ${who}`);
  const [said = '', expected = ''] = line.split(' => ');
  const [, quote = null, words = '', images = '0'] = /^(?:「(.+?)」)?(.*?)(?: \[图(\d+)\])?$/.exec(said) ?? [];
  const sender = { name: who, role: CORPUS_ROLES[person.roles[0] ?? ''] ?? 'other', unit: person.unit };
  const context = {
    chat: 'group',
    mentionsBot: true,
    sender,
    images: Number(images),
    quote,
    sentAt: '2026-11-22T10:00:00+08:00',
  };
  return { kind, who, line: said, expected, row: { id: said, text: `@督办机器人 ${words}`, context } };
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What does not fit, in words; empty: one of the right readings. */
export function misfitOf(expected: string, reading: Reading): string {
  const misfits = expected.split(' | ').map((one) => wholeMisfit(one.trim(), reading));
  return misfits.includes('') ? '' : misfits.join(' | ');
}

function wholeMisfit(expected: string, reading: Reading): string {
  const wanted = expected.split(';').map((part) => part.trim());
  const { also, ...main } = reading;
  const got: Reading[] = [main, ...list(also).map((one): Reading => ({ ...(typeof one === 'object' ? one : {}) }))];
  if (wanted.length !== got.length) return `${expected}: ${JSON.stringify(reading)}`;
  return wanted
    .map((want, at) => partMisfit(want, got[at] ?? {}))
    .filter((misfit) => misfit !== '')
    .join('; ');
}

function partMisfit(expected: string, reading: Reading): string {
  const [command = '', ...words] = expected.split(' ');
  const nos = words.filter((word) => /^\d+$/.test(word));
  const got = [...list(reading['issueNos']), ...list(reading['taskNos']), ...list(reading['messageNos'])];
  const isHeld = reading['needsConfirm'] === true || list(reading['missing']).length > 0;
  const misfit =
    reading['command'] !== command ||
    nos.toSorted().join(' ') !== got.map(String).toSorted().join(' ') ||
    words.includes('refused') !== (reading['allowed'] === false) ||
    (words.includes('held') && !isHeld) ||
    words.some((word) => word.includes('=') && !hasKey(word, reading));
  return misfit ? `${expected}: ${JSON.stringify(reading)}` : '';
}

function hasKey(stated: string, reading: Reading): boolean {
  const [key = '', want = ''] = stated.split('=');
  const value = reading[key];
  if (key === 'period') return JSON.stringify(value) === JSON.stringify(spanOf(want));
  if (key === 'reason' || key === 'title') return String(value).includes(want);
  return Array.isArray(value) ? value.join(',') === want : String(value) === want;
}

function spanOf(text: string): { from: string; to: string } {
  const [from = '', to = ''] = text.split('..');
  return { from, to };
}
