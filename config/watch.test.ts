import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Config } from './files.ts';
import { aConfigFolder, SMALL_DIRECTORY } from './testing.ts';
import type { ConfigFolder } from './testing.ts';
import { watchConfig } from './watch.ts';

type Event =
  | { readonly kind: 'taken'; readonly config: Config }
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

const UNREADABLE = '读不了这个文件，请确认它是文件，并且本程序有读取的权限';

/** A watched folder whose events are awaited one by one. */
async function watched(run: (folder: ConfigFolder, next: () => Promise<Event>) => Promise<void>) {
  const folder = aConfigFolder({ 'directory.yaml': SMALL_DIRECTORY, 'settings.yaml': '' });
  const events: Event[] = [];
  const waiting: ((event: Event) => void)[] = [];
  const tell = (event: Event) => {
    const first = waiting.shift();
    if (first === undefined) events.push(event);
    else first(event);
  };
  const next = () => {
    const event = events.shift();
    return event === undefined ? new Promise<Event>((resolve) => waiting.push(resolve)) : Promise.resolve(event);
  };
  const stop = watchConfig(
    { dir: folder.dir, demo: false, env: {} },
    { onChange: (config) => tell({ kind: 'taken', config }), onRefused: (faults) => tell({ kind: 'refused', faults }) },
  );
  try {
    await run(folder, next);
  } finally {
    await stop();
  }
}

describe('edited while running', () => {
  test('good is taken over, bad refused with its lines, good again taken over, each by renaming a new file into place', () =>
    watched(async ({ dir, save }, next) => {
      save('settings.yaml', 'extend: { most: 1 }\n');
      expect(await next()).toMatchObject({ kind: 'taken', config: { settings: { extend: { most: 1 } } } });
      save('settings.yaml', 'extend: { most: 9 }\n');
      expect(await next()).toEqual({ kind: 'refused', faults: [`${dir}/settings.yaml:1:17 “most”不能大于 2`] });
      save('settings.yaml', 'extend: { most: 0 }\n');
      expect(await next()).toMatchObject({ kind: 'taken', config: { settings: { extend: { most: 0 } } } });
    }));

  test('a new directory is checked together with the settings', () =>
    watched(async ({ save }, next) => {
      save('directory.yaml', SMALL_DIRECTORY.replace('示例市', '新城市'));
      expect(await next()).toMatchObject({ kind: 'taken', config: { directory: { city: '新城市' } } });
    }));

  test('a file that cannot be read is refused, and taken over when it can be read again', () =>
    watched(async ({ dir, save }, next) => {
      rmSync(`${dir}/settings.yaml`);
      mkdirSync(`${dir}/settings.yaml`);
      expect(await next()).toEqual({ kind: 'refused', faults: [`${dir}/settings.yaml:1:1 ${UNREADABLE}（EISDIR）`] });
      rmdirSync(`${dir}/settings.yaml`);
      save('settings.yaml', '');
      expect(await next()).toMatchObject({ kind: 'taken' });
    }));

  test('settings that the listener cannot take over are refused as a whole', async () => {
    const { dir, save } = aConfigFolder({ 'directory.yaml': SMALL_DIRECTORY, 'settings.yaml': '' });
    const refused = Promise.withResolvers<readonly string[]>();
    const stop = watchConfig(
      { dir, demo: false, env: {} },
      {
        onChange: () => {
          throw new Error('接不上');
        },
        onRefused: refused.resolve,
      },
    );
    save('settings.yaml', 'extend: { most: 1 }\n');
    expect(await refused.promise).toEqual([`${dir} 没有换上，继续使用上一份：接不上`]);
    await stop();
  });

  test('saving the same text again, or another file, is not told', () =>
    watched(async ({ save }, next) => {
      save('settings.yaml', '');
      save('notes.txt', 'x');
      save('directory.yaml', SMALL_DIRECTORY.replace('示例市', '新城市'));
      expect(await next()).toMatchObject({ kind: 'taken', config: { directory: { city: '新城市' } } });
    }));
});
