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
  /** One of them is not, or `onChange` threw: `file:line:column message`, a line a fault. The last good ones stay in force. */
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
    try {
      listener.onChange(loadConfig(place));
    } catch (error) {
      listener.onRefused(refusalOf(error, place));
    }
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLE_MS);
  };
  const watcher = watch(place.dir, { ignoreInitial: true, depth: 0 });
  watcher.on('ready', lookSoon).on('all', (_event, path) => {
    if (WATCHED.has(basename(path))) lookSoon();
  });
  // The folder itself is closed to us, or the machine has no watches left: unheard, it would end the program.
  watcher.on('error', (error) => listener.onRefused(refusalOf(error, place)));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    clearTimeout(timer);
  };
}

/** A refusal in lines. What is no fault of the files is told too: in a timer nobody else would hear of it, and the program would end. */
const refusalOf = (error: unknown, { dir }: ConfigPlace): string[] =>
  error instanceof ConfigFaults
    ? error.faults.map(faultLine)
    : [`${dir} 没有换上，继续使用上一份：${error instanceof Error ? error.message : String(error)}`];

/** Both texts as one, to tell a change from a touch; a file that is missing or cannot be read counts by its reason. */
function textsOf(place: ConfigPlace): string {
  return (['directory', 'settings'] as const)
    .map((name) => {
      try {
        return readFileSync(configFile(place, name), 'utf8');
      } catch (error) {
        return `\0${String(error)}`;
      }
    })
    .join('\0');
}
