/** Takes over edited settings while the program runs: good ones at once, bad ones not at all. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { watch } from 'chokidar';
import { ConfigFaults, faultLine } from './faults.ts';
import { configFile, loadConfig } from './files.ts';
import type { Config, ConfigPlace } from './files.ts';

/** An editor's save is several events (write aside, rename): they are one change. */
const SETTLE_MS = 100;

const WATCHED = new Set(['directory', 'settings'].flatMap((name) => [`${name}.yaml`, `${name}.example.yaml`]));

export interface ConfigListener {
  /** Both files are good again or still. */
  onChange(config: Config): void;
  /** One of them is not: `file:line:column message`, a line a fault. The last good ones stay in force. */
  onRefused(faults: readonly string[]): void;
}

/**
 * Watches the folder, not the files: a watch on a file goes deaf when an editor puts a new file in its place.
 * What changes between the call and the first event is seen too; a save that changes nothing is not told.
 * Returns what ends the watch.
 */
export function watchConfig(place: ConfigPlace, listener: ConfigListener): () => Promise<void> {
  let seen = textsOf(place);
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const texts = textsOf(place);
    if (texts === seen) return;
    seen = texts;
    const loaded = tryLoad(place);
    if (loaded instanceof ConfigFaults) listener.onRefused(loaded.faults.map(faultLine));
    else listener.onChange(loaded);
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLE_MS);
  };
  const watcher = watch(place.dir, { ignoreInitial: true, depth: 0 });
  watcher.on('ready', lookSoon).on('all', (_event, path) => {
    if (WATCHED.has(basename(path))) lookSoon();
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    clearTimeout(timer);
  };
}

function tryLoad(place: ConfigPlace): Config | ConfigFaults {
  try {
    return loadConfig(place);
  } catch (error) {
    if (error instanceof ConfigFaults) return error;
    throw error;
  }
}

/** Both texts as one, to tell a change from a touch; a missing file counts as empty. */
function textsOf(place: ConfigPlace): string {
  return (['directory', 'settings'] as const)
    .map((name) => {
      try {
        return readFileSync(configFile(place, name), 'utf8');
      } catch {
        return '';
      }
    })
    .join('\0');
}
