/** Takes over edited settings while the program runs: good ones at once, bad ones not at all. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { watch } from 'chokidar';
import { ConfigFaults } from './faults.ts';
import { configFile, loadConfig } from './load.ts';
import type { Config, ConfigPlace } from './load.ts';

/** An editor's save is several events (write aside, rename): they are one change. */
const SETTLE_MS = 100;

const WATCHED = new Set(['directory', 'settings'].flatMap((name) => [`${name}.yaml`, `${name}.example.yaml`]));

export interface ConfigWatch {
  close(): Promise<void>;
}

/**
 * Watches the folder, not the files: a watch on a file goes deaf when an editor puts a new file in its place.
 * `onChange` gets the new content where both files are good; `onRefused` the faults where not, and the last good ones stay.
 * Resolves when the watch is set. A save that changes nothing causes neither.
 */
export async function watchConfig(
  place: ConfigPlace,
  onChange: (config: Config) => void,
  onRefused: (faults: ConfigFaults) => void,
): Promise<ConfigWatch> {
  let seen = textsOf(place);
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const texts = textsOf(place);
    if (texts === seen) return;
    seen = texts;
    const loaded = tryLoad(place);
    if (loaded instanceof ConfigFaults) onRefused(loaded);
    else onChange(loaded);
  };
  const watcher = watch(place.dir, { ignoreInitial: true, depth: 0 });
  watcher.on('all', (_event, path) => {
    if (!WATCHED.has(basename(path))) return;
    clearTimeout(timer);
    timer = setTimeout(look, SETTLE_MS);
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
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
