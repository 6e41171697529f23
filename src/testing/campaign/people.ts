/** 代班、交接: a colleague stands in for some days; somebody leaves and what was his goes to who comes after him (domain §3). */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadDirectory } from '../../../config/load.ts';
import { now } from './case.ts';
import { dayAfter, dayAt, dayName } from './limits.ts';
import { ofUnit, speakerOf } from './stage.ts';
import type { Stage } from './stage.ts';

const AWAY = { unit: '市城管局', person: '王磊', deputy: '常广平' };

/** For the next two days the deputy speaks for the unit. */
export async function goAway(stage: Stage): Promise<void> {
  const { unit, person, deputy } = AWAY;
  const [from, to] = [dayAfter(dayAt(stage.now()), 1), dayAfter(dayAt(stage.now()), 2)];
  const text = `我${dayName(from)}到${dayName(to)}出差，${deputy}代`;
  if (!(await stage.gets(person, text, new RegExp(`由${deputy}代${person}办理`)))) return;
  stage.standIns.set(unit, deputy);
  stage.count('absence');
}

export const comeBack = (stage: Stage): void => void stage.standIns.delete(AWAY.unit);

/** The one who has gone, and the one who has come. */
export interface Change {
  readonly unit: string;
  readonly gone: string;
  readonly come: string;
}

/** The liaison with most in hand leaves; the directory names another one. Gives who it was. */
export async function changeLiaison(stage: Stage, configDir: string): Promise<Change> {
  const file = path.join(configDir, 'directory.yaml');
  const busy = (unit: string): number => {
    const { name } = speakerOf(stage, unit);
    return ofUnit(stage, unit, 'claimed').filter((problem) => now(problem).owner === name).length;
  };
  const units = stage.city.units.filter(({ kind, name }) => kind === 'department' && name !== AWAY.unit);
  const unit = units.toSorted((a, b) => busy(b.name) - busy(a.name))[0]?.name ?? '';
  const [gone, come] = [speakerOf(stage, unit).name, '江晓岚'];
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(gone, come));
  stage.city = loadDirectory(file);
  return { unit, gone, come };
}
