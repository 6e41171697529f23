/** Both settings files together: read, checked, located. Nothing half-checked leaves here. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directoryFromCorpus, isCorpusDirectory } from './corpus-directory.ts';
import { unknownInDirectory, unknownSiteTypes, withKnownUnits } from './cross-checks.ts';
import { parseDirectory } from './directory.ts';
import type { Directory } from './directory.ts';
import { ConfigFaults } from './faults.ts';
import type { Complaint, Fault } from './faults.ts';
import { parseSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { readSource } from './source.ts';
import type { Source } from './source.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

export interface ConfigPlace {
  /** CONFIG_DIR: where directory.yaml and settings.yaml are. */
  readonly dir: string;
  /** In demo mode the `.example` files stand in where the real ones are missing (contract §2). */
  readonly demo: boolean;
  /** Values for `${NAME}`. */
  readonly env: Variables;
}

export interface Config {
  readonly directory: Directory;
  readonly settings: Settings;
}

/** Reads and checks both files. Throws ConfigFaults with the faults of both. */
export function loadConfig(place: ConfigPlace): Config {
  const read = (['directory', 'settings'] as const).map((name) => readText(configFile(place, name)));
  const unread = read.flatMap((file) => ('fault' in file ? [file.fault] : []));
  if (unread.length > 0) throw new ConfigFaults(unread);
  const [directorySource, settingsSource] = read.flatMap((file) =>
    'fault' in file ? [] : [readSource(file.file, file.text, place.env)],
  ) as [Source, Source]; // one for each of the two names above
  const directory = checked(directorySource, parseDirectory);
  const settings = checked(settingsSource, parseSettings);
  const faults = [
    ...directory.faults,
    ...settings.faults,
    ...(directory.value && settings.value
      ? [
          ...unknownSiteTypes(directory.value.directory, settings.value.settings).map(directorySource.locate),
          ...unknownInDirectory(settingsSource.value, directory.value.directory).map(settingsSource.locate),
        ]
      : []),
  ];
  if (faults.length > 0 || !directory.value || !settings.value) throw new ConfigFaults(faults);
  return {
    directory: directory.value.directory,
    settings: withKnownUnits(settings.value.settings, directory.value.directory),
  };
}

/** The file's text, or why there is none, in words that a system keeper can act on. */
function readText(file: string): { file: string; text: string } | { fault: Fault } {
  try {
    return { file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message =
      code === 'ENOENT'
        ? '没有这个文件，请把同目录的示例文件（.example.yaml）复制一份再修改'
        : `读不了这个文件，请确认它是文件，并且本程序有读取的权限（${code}）`;
    return { fault: { file, line: 1, column: 1, message } };
  }
}

/** One directory file by itself: our YAML, or the corpus' directory.json. Throws ConfigFaults, or the file system's error. */
export function loadDirectory(file: string, env: Variables = {}): Directory {
  const source = readSource(file, readFileSync(file, 'utf8'), env);
  const { value, faults } = checked(source, isCorpusDirectory(source.value) ? directoryFromCorpus : parseDirectory);
  if (!value) throw new ConfigFaults(faults);
  return value.directory;
}

/** The file in force: the real one, in demo mode else the example beside it, else the example of the project. */
export function configFile({ dir, demo }: ConfigPlace, name: 'directory' | 'settings'): string {
  const own = join(dir, `${name}.yaml`);
  if (existsSync(own) || !demo) return own;
  const example = join(dir, `${name}.example.yaml`);
  return existsSync(example) ? example : join(import.meta.dirname, `${name}.example.yaml`);
}

function checked<Value extends object>(
  source: Source,
  parse: (value: unknown) => Value | { complaints: Complaint[] },
): { value: Value | null; faults: readonly Fault[] } {
  if (source.faults.length > 0) return { value: null, faults: source.faults };
  const parsed = parse(source.value);
  if (!('complaints' in parsed)) return { value: parsed, faults: [] };
  const faults = parsed.complaints.map(source.locate);
  return { value: null, faults: faults.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}
