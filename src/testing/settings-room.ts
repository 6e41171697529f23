/** A config folder with settings of its own, for a room whose city has switched something on. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `yaml`: what differs from the defaults; the directory is that of the example. Gives the folder for `configDir`. */
export async function configFolder(yaml: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'duban-config-'));
  await writeFile(path.join(folder, 'settings.yaml'), yaml);
  return folder;
}
