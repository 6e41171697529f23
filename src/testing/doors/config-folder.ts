/** A scratch folder with the invented city's settings, its groups paired with the conversations of the fake vendors. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseDocument } from 'yaml';

const EXAMPLE = new URL('../../../config/', import.meta.url);

export interface People {
  /** Name → id, for one platform. */
  idOf(platform: 'wecom' | 'dingtalk', name: string): string;
  nameOf(platform: 'wecom' | 'dingtalk', id: string): string;
  readonly names: readonly string[];
}

/** The ids of the invented city. Whoever is not in it has an id the directory does not know. */
export async function examplePeople(): Promise<People> {
  const document = parseDocument(await readFile(new URL('directory.example.yaml', EXAMPLE), 'utf8'));
  const { people } = document.toJS() as { people: { name: string; wecom?: string; dingtalk?: string }[] }; // the example passes its own check
  const ids = new Map(people.map((person) => [person.name, person]));
  return {
    idOf: (platform, name) => ids.get(name)?.[platform] ?? `stranger-${Buffer.from(name).toString('hex').slice(0, 12)}`,
    nameOf: (platform, id) => people.find((person) => person[platform] === id)?.name ?? id,
    names: people.map(({ name }) => name),
  };
}

export interface FolderGroup {
  /** Directory id: one of the example's, or a new one that is made like the city's group. */
  readonly id: string;
  /** By platform. */
  readonly addresses: Readonly<Record<string, object>>;
}

/** Gives the folder. */
export async function configFolder(
  groups: readonly FolderGroup[],
  settings: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'duban-doors-'));
  const document = parseDocument(await readFile(new URL('directory.example.yaml', EXAMPLE), 'utf8'));
  const { groups: known } = document.toJS() as { groups: { id: string }[] };
  for (const { id, addresses } of groups) {
    const at = known.findIndex((group) => group.id === id);
    if (at >= 0)
      for (const [platform, address] of Object.entries(addresses))
        document.setIn(['groups', at, platform], document.createNode(address));
    else document.addIn(['groups'], document.createNode({ ...known[0], id, name: `${id}群`, ...addresses }));
  }
  await writeFile(path.join(dir, 'directory.yaml'), document.toString());
  const given = parseDocument(await readFile(new URL('settings.example.yaml', EXAMPLE), 'utf8'));
  for (const [key, value] of Object.entries(settings)) given.setIn(key.split('.'), given.createNode(value));
  await writeFile(path.join(dir, 'settings.yaml'), given.toString());
  return dir;
}
