/** A house behind one door in a process that can be killed at any moment, and what is left of it afterwards. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openStorage } from '../../../storage/database.ts';
import type { Storage } from '../../../storage/store.ts';
import { WEDNESDAY } from './door-house.ts';
import type { Delivery, Door, DoorName } from './door.ts';
import { outboxRows } from './outbox-file.ts';
import { openScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { eventually } from './wait.ts';

export interface MortalHouse {
  readonly scene: Scene;
  readonly door: Door;
  /** The same database, seen from here. */
  readonly storage: Storage;
  start(): Promise<void>;
  /** kill -9. The next house begins after every lease of this one has run out. */
  kill(): Promise<void>;
  has(delivery: Delivery): Promise<boolean>;
  /** Waits until it has been handled and nothing is under way. */
  settled(delivery: Delivery): Promise<void>;
  close(): Promise<void>;
}

const LEASES_MS = 70_000;
const PROGRAM = fileURLToPath(new URL('house-process.ts', import.meta.url));
const FAR_MS = 86_400_000;

export async function openMortalHouse(name: DoorName): Promise<MortalHouse> {
  let aheadMs = Date.parse(WEDNESDAY) - Date.now();
  const now = (): Date => new Date(Date.now() + aheadMs);
  const scene = await openScene({ doors: [name], now });
  const [door] = scene.doors;
  if (!door) throw new Error('a scene has the doors it was asked for');
  const storage = await openStorage({ dataDir: scene.dataDir, now });
  let child: ChildProcess | undefined;

  async function kill(): Promise<void> {
    const dying = child;
    child = undefined;
    if (!dying || dying.exitCode !== null) return;
    const gone = once(dying, 'exit');
    dying.kill('SIGKILL');
    await gone;
    await eventually(() => name.endsWith('http') || name.endsWith('url') || !door?.isUp());
    aheadMs += LEASES_MS;
  }

  const has = async ({ id }: Delivery): Promise<boolean> =>
    (await storage.store.inbox.textOf(door.platform, id)) !== undefined;

  async function isQuiet(): Promise<boolean> {
    const rows = await outboxRows(scene.dataDir);
    const pictures = await storage.store.pictures.due(new Date(now().getTime() + FAR_MS), 1);
    return rows.every(({ state }) => state !== 'waiting') && pictures.length === 0;
  }

  return {
    scene,
    door,
    storage,
    async start() {
      const started = spawn(process.execPath, [PROGRAM], {
        env: { PATH: '', TZ: 'UTC', ...scene.env, CLOCK_AHEAD_MS: String(aheadMs) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      const [line] = (await once(started.stdout, 'data')) as [Buffer]; // the address, and nothing before it
      door.open(line.toString().trim());
      await eventually(() => door.isUp());
    },
    kill,
    has,
    async settled(delivery) {
      await eventually(() => has(delivery));
      await eventually(isQuiet);
    },
    async close() {
      await kill();
      await storage.close();
      await scene.close();
    },
  };
}
