/** 紧急 (tier 0): what endangers people is not held back by what was told already, and runs by the clock that the settings give it. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { on } from '../domain/testing/sample.ts';
import type { KeptMessage } from '../platforms/simulator/index.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { openRoom } from '../testing/room.ts';
import type { Room } from '../testing/room.ts';

const unclaimed = (said: readonly KeptMessage[]): readonly (string | undefined)[] =>
  said
    .filter(({ person, text }) => person === '王磊' && text.includes('待认领1件'))
    .map(({ text }) => /（截至(.*?)）/.exec(text)?.[1]);

async function inTheRoom(options: Parameters<typeof openRoom>[0], talk: (room: Room) => Promise<void>): Promise<void> {
  const room = await openRoom(options);
  try {
    await talk(room);
    expect(room.faults).toEqual([]);
  } finally {
    await room.close();
  }
}

const danger = { urgent: true, category: 'fire', description: '消防通道被堵' };

test('named in the morning’s bundle, it is still told when nobody has claimed it in time', async () => {
  await inTheRoom({ at: '2026-11-18T08:55:00+08:00' }, async (room) => {
    await haveIssues(room, [{ ...danger, dispatchedAt: on('11-18 08:50'), deadline: on('11-18 10:50') }]);
    const said = await room.clock('2026-11-18T10:00:00+08:00');
    expect(said.some(({ person, text }) => person === '王磊' && text.includes('今明两天到期1件'))).toBe(true);
    expect(unclaimed(said)).toEqual(['11月18日 09:20']);
  });
});

test('by working time nobody is called at night: the unit hears of its delay when work begins', async () => {
  await inTheRoom({ at: '2026-11-18T21:00:00+08:00' }, async (room) => {
    await haveIssues(room, [{ ...danger, dispatchedAt: on('11-18 21:00'), deadline: on('11-19 10:30') }]);
    expect(unclaimed(await room.clock('2026-11-19T10:00:00+08:00'))).toEqual(['11月19日 09:00']);
  });
});

test('where danger runs by day and night, it is told at night, once', async () => {
  const configDir = await mkdtemp(path.join(tmpdir(), 'duban-config-'));
  try {
    await copyFile('config/directory.example.yaml', path.join(configDir, 'directory.yaml'));
    const settings = await readFile('config/settings.example.yaml', 'utf8');
    const calendar = settings.replace("'0': { limit: { hours: 2 } }", "'0': { limit: { hours: 2 }, clock: calendar }");
    expect(calendar).not.toBe(settings);
    await writeFile(path.join(configDir, 'settings.yaml'), calendar);
    await inTheRoom({ at: '2026-11-18T21:00:00+08:00', configDir }, async (room) => {
      await haveIssues(room, [{ ...danger, dispatchedAt: on('11-18 21:00'), deadline: on('11-18 23:00') }]);
      expect(unclaimed(await room.clock('2026-11-19T10:00:00+08:00'))).toEqual(['11月18日 21:30']);
    });
  } finally {
    await rm(configDir, { recursive: true });
  }
});
