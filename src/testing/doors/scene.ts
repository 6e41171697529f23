/** What a conversation over a vendor's doors needs: the vendors, a folder with settings, and the environment that names them. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { configFolder, examplePeople } from './config-folder.ts';
import type { People } from './config-folder.ts';
import { openDingtalkDoor } from './dingtalk-doors.ts';
import type { Door, DoorName } from './door.ts';
import { openWecomDoor } from './wecom-doors.ts';

export interface Scene {
  readonly doors: readonly Door[];
  readonly people: People;
  readonly dataDir: string;
  /** For `readEnv`. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface SceneOptions {
  readonly doors: readonly DoorName[];
  readonly now: () => Date;
  /** Directory ids of the groups with a conversation; the first is `city`. Ids the example lacks are made. */
  readonly groups?: readonly string[];
  /** The directory knows the conversations; false: only the webhooks. */
  readonly paired?: boolean;
  /** How long vendors wait for a response; default: longer than a busy machine takes. */
  readonly patienceMs?: number;
  /** Settings that differ, by dotted key. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export async function openScene(options: SceneOptions): Promise<Scene> {
  const { groups = ['city', 'departments', 'towns', 'office'], paired = true } = options;
  const people = await examplePeople();
  const doors = await Promise.all(options.doors.map((name) => openDoor(name, people, options)));
  for (const door of doors) for (const group of groups) door.join(group, people.names);
  const dir = await configFolder(
    groups.map((id) => ({
      id,
      addresses: Object.fromEntries(doors.map((door) => [door.platform, door.addressOf(id, paired)])),
    })),
    { ...Object.assign({}, ...doors.map(({ settings }) => settings)), ...options.settings },
  );
  const dataDir = path.join(dir, 'data');
  return {
    doors,
    people,
    dataDir,
    env: Object.assign({ PORT: '0', DATA_DIR: dataDir, CONFIG_DIR: dir }, ...doors.map(({ env }) => env)),
    async close() {
      for (const door of doors) await door.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function openDoor(name: DoorName, people: People, { now, patienceMs }: SceneOptions): Promise<Door> {
  const given = (platform: Door['platform']) => ({
    now,
    patienceMs,
    idOf: (person: string) => people.idOf(platform, person),
    nameOf: (id: string) => people.nameOf(platform, id),
    isPerson: (person: string) => people.names.includes(person),
  });
  if (name === 'wecom-url' || name === 'wecom-socket') {
    return openWecomDoor(name === 'wecom-url' ? 'url' : 'socket', given('wecom'));
  }
  return openDingtalkDoor(name === 'dingtalk-http' ? 'http' : 'stream', given('dingtalk'));
}
