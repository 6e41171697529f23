/** Scores readings of messages by the corpus' own rules (its README, "Scoring"). A key stated is compared, a key that would be written may not be made up. */
import { fold } from '../reading/fold.ts';

export type Reading = Readonly<Record<string, unknown>>;
export interface CorpusRow {
  readonly id: string;
  readonly scene: string;
  readonly text: string;
  readonly expect: Reading;
}

const NUMBERS = ['issueNos', 'taskNos', 'messageNos'];
const LOOSE = ['location', 'description', 'reason', 'title'];
const COMPARED = [
  ...NUMBERS,
  ...LOOSE,
  ...'units deadline metrics period coUnits persons extendDays into percent kind result satisfied indicator fields'.split(
    ' ',
  ),
];
/** Written by these commands, so never to be made up. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  'issue.return': ['deadline'],
  'issue.reopen': ['deadline'],
  'task.progress': ['percent'],
  'issue.extend': ['deadline', 'extendDays'],
  'extend.approve': ['deadline', 'extendDays'],
  'issue.reassign': ['units', 'coUnits', 'deadline'],
  'appeal.approve': ['units', 'coUnits', 'deadline'],
  'task.create': ['units', 'coUnits', 'deadline'],
};
const MAKERS = [
  'issue.log',
  'citizen.log',
  'task.create',
  'material.submit',
  'report.make',
  'duty.checkin',
  'draft.fill',
  'draft.confirm',
];
const FRAME = ['location', 'units', 'coUnits', 'deadline'];

const onlyReads = (command: unknown): boolean => /^(none|help|issue\.show|query\..*|.*\.query)$/.test(String(command));
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const record = (value: unknown): Reading => (typeof value === 'object' && value !== null ? { ...value } : {});
const records = (value: unknown): Reading[] => list(value).map(record);
const accepted = (expect: Reading, key: string): unknown[] => [expect[key], ...list(expect[`${key}Alt`])];

/** Absent, null, empty, 0 and false are the same nothing. */
function isBlank(value: unknown): boolean {
  return !value || (typeof value === 'object' && Object.values(value).every(isBlank));
}

const plain = (value: unknown): string[] =>
  Array.from(
    fold(String(value))
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}\p{C}\p{M}]/gu, ''),
  );

/** One lies in the other, or 70 % of the expected characters were read. */
function isAlike(expected: unknown, read: unknown): boolean {
  const [want, got] = [plain(expected), plain(read)];
  const [a, b] = [want.join(''), got.join('')];
  if (Math.min(want.length, got.length) < 2) return a === b;
  if (a.includes(b) || b.includes(a)) return true;
  const left = [...got];
  const common = want.filter((char) => left.includes(char) && left.splice(left.indexOf(char), 1).length > 0);
  return common.length / want.length >= 0.7;
}

function isSame(key: string, want: unknown, got: unknown): boolean {
  if (isBlank(want) || isBlank(got)) return isBlank(want) && isBlank(got);
  if (key === 'deadline')
    return Math.floor(Date.parse(String(want)) / 60_000) === Math.floor(Date.parse(String(got)) / 60_000);
  if (LOOSE.includes(key)) return isAlike(want, got);
  if (Array.isArray(want)) return isSameSet(want, list(got));
  if (typeof want !== 'object') return plain(want).join('') === plain(got).join('');
  const [a, b] = [record(want), record(got)];
  return [...Object.keys(a), ...Object.keys(b)].every((part) => isSame(part, a[part], b[part]));
}

function isSameSet(want: readonly unknown[], got: readonly unknown[]): boolean {
  const [a, b] = [new Set(want.map(String)), new Set(got.map(String))];
  return a.size === b.size && [...a].every((item) => b.has(item));
}

const isRight = (key: string, expect: Reading, reading: Reading): boolean =>
  accepted(expect, key).some((value) => isSame(key, value, reading[key]));

const faultOf = (key: string, expect: Reading, reading: Reading): string[] =>
  isRight(key, expect, reading)
    ? []
    : [`${key}: expected ${JSON.stringify(expect[key])}, read ${JSON.stringify(reading[key])}`];

/** Everything wrong with a reading, in words; empty: wholly right. */
export function faultsOf(expect: Reading, reading: Reading): string[] {
  const command = String(reading['command']);
  if (!accepted(expect, 'command').includes(command))
    return [`command: expected ${String(expect['command'])}, read ${command}`];
  if (command === 'none') return alsoFaults({}, reading);
  const isMain = command === expect['command'];
  const isOtherQuestion = !isMain && onlyReads(command);
  const faults = isOtherQuestion ? [] : flagFaults(expect, reading);
  for (const key of expect['allowed'] === false ? NUMBERS : COMPARED) {
    if (key in expect) {
      const mayLack = !isMain && (isOtherQuestion || !NUMBERS.includes(key)) && isBlank(reading[key]);
      const saysNothing = LOOSE.includes(key) && isBlank(expect[key]);
      if (!mayLack && !saysNothing) faults.push(...faultOf(key, expect, reading));
    } else if (isMain && wouldWrite(command, key) && !isBlank(reading[key])) {
      faults.push(`${key}: not stated, read ${JSON.stringify(reading[key])}`);
    }
  }
  if (expect['allowed'] === false) return faults;
  if (expect['issues'] !== undefined && !isOtherQuestion) faults.push(...issueFaults(expect, reading));
  return [...faults, ...alsoFaults(expect, reading)];
}

function wouldWrite(command: string, key: string): boolean {
  if (onlyReads(command)) return false;
  return NUMBERS.includes(key) ? !MAKERS.includes(command) : (WRITTEN[command] ?? []).includes(key);
}

function flagFaults(expect: Reading, reading: Reading): string[] {
  const isRefused = expect['allowed'] === false;
  if (isRefused !== (reading['allowed'] === false)) return [`allowed: expected ${!isRefused}, read ${isRefused}`];
  if (isRefused) return [];
  const entries = records(reading['issues']);
  const hasUnits = entries.length > 0 && entries.every((entry) => !isBlank(entry['units']));
  const wanted = accepted(expect, 'missing').map((keys) => list(keys).filter((key) => !(hasUnits && key === 'units')));
  const isMissingRight = wanted.some((keys) => isSameSet(keys, list(reading['missing'])));
  const fault = `missing: expected ${JSON.stringify(wanted[0])}, read ${JSON.stringify(list(reading['missing']))}`;
  return [...faultOf('needsConfirm', expect, reading), ...(isMissingRight ? [] : [fault])];
}

const entryFaults = (
  want: Reading,
  got: Reading,
  keys: readonly string[] = [...FRAME, 'category', 'description'],
): string[] => keys.flatMap((key) => faultOf(key, want, got));

function issueFaults(expect: Reading, reading: Reading): string[] {
  const [want, got] = [records(expect['issues']), records(reading['issues'])];
  if (got.length === want.length) return pairFaults(want, got);
  if (!list(expect['splitAccept']).includes(got.length)) return [`issues: expected ${want.length}, read ${got.length}`];
  const categoryAlt = want.flatMap((entry) => accepted(entry, 'category'));
  const lost = want.filter((entry) => !got.some((one) => entryFaults({ ...entry, categoryAlt }, one).length === 0));
  const strange = got.filter((one) => !want.some((entry) => entryFaults(entry, one, FRAME).length === 0));
  return [
    ...lost.map((entry) => `issues: not found ${JSON.stringify(entry)}`),
    ...strange.map((one) => `issues: unexpected ${JSON.stringify(one)}`),
  ];
}

/** The faults of the best pairing of expected and read problems. */
function pairFaults(want: readonly Reading[], got: readonly Reading[]): string[] {
  const [first, ...rest] = want;
  if (!first) return [];
  const tries = got.map((one, i) => [...entryFaults(first, one), ...pairFaults(rest, got.toSpliced(i, 1))]);
  return tries.reduce((best, next) => (next.length < best.length ? next : best));
}

function alsoFaults(expect: Reading, reading: Reading): string[] {
  const got = records(reading['also']);
  const fits = (want: Reading[]): boolean =>
    want.length === got.length && want.every((action) => got.some((one) => faultsOf(action, one).length === 0));
  return accepted(expect, 'also').some((want) => fits(records(want)))
    ? []
    : [`also: expected ${JSON.stringify(expect['also'])}, read ${JSON.stringify(got)}`];
}

/** What would be written though the row does not have it; undefined: nothing. */
export function wrongWriteOf(expect: Reading, reading: Reading): string | undefined {
  const isHeld = (action: Reading): boolean =>
    action['allowed'] === false || action['needsConfirm'] === true || list(action['missing']).length > 0;
  const expected = [expect, ...records(expect['also']), ...list(expect['alsoAlt']).flatMap(records)].filter(
    (want) => want['allowed'] !== false,
  );
  const isExpected = (action: Reading): boolean =>
    expected.some((want) => accepted(want, 'command').includes(action['command']) && changesSame(want, action));
  const writes = isHeld(reading)
    ? []
    : [reading, ...records(reading['also'])].filter((action) => !onlyReads(action['command']) && !isHeld(action));
  const wrong = writes.find((action) => !isExpected(action));
  return wrong && [String(wrong['command']), ...NUMBERS.flatMap((key) => list(wrong[key]))].join(' ');
}

function changesSame(want: Reading, action: Reading): boolean {
  if ('into' in want && !isBlank(action['into']) && !isRight('into', want, action)) return false;
  const mayNotInvent = (key: string): boolean =>
    want['command'] === action['command'] && wouldWrite(String(action['command']), key);
  return NUMBERS.every((key) => (key in want || mayNotInvent(key) ? isRight(key, want, action) : true));
}
