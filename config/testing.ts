/** A folder of settings files for a test, removed with it. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const SMALL_DIRECTORY = `city: 示例市
units:
  - { name: 市创城办, kind: office }
people:
  - { name: 甲一, unit: 市创城办, role: 创城办负责人 }
`;

export interface ConfigFolder {
  readonly dir: string;
  /** As an editor saves: written aside, then renamed into place. */
  readonly save: (file: string, text: string) => void;
}

/** A new folder with these files; to be called within a test. */
export function aConfigFolder(files: Readonly<Record<string, string>>): ConfigFolder {
  const dir = mkdtempSync(join(tmpdir(), 'duban-config-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const save = (file: string, text: string) => {
    writeFileSync(join(dir, `${file}.new`), text);
    renameSync(join(dir, `${file}.new`), join(dir, file));
  };
  for (const [file, text] of Object.entries(files)) save(file, text);
  return { dir, save };
}
