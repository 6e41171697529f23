/** 排名图: goes along with the daily bulletin; where it cannot be made or is switched off, the text goes alone. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { workedCase } from '../domain/testing/worked-case.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { openRoom, WEDNESDAY_10 } from '../testing/room.ts';
import type { Room, RoomOptions } from '../testing/room.ts';

async function bulletins(options: RoomOptions, prepare: (room: Room) => Promise<unknown>) {
  const room = await openRoom({ at: '2026-11-23T17:00:00+08:00', ...options });
  try {
    await prepare(room);
    const heard = await room.clock('2026-11-23T18:20:00+08:00');
    expect(room.faults).toEqual([]);
    return heard.filter(({ text }) => text.startsWith('【创城日通报】'));
  } finally {
    await room.close();
  }
}

it('each group’s picture goes along with its text; where nothing is ranked the text goes alone', async () => {
  const heard = await bulletins({}, (room) => haveIssues(room, workedCase));
  expect(heard.map(({ group, images }) => [group, images.length])).toEqual([
    ['city', 1],
    ['departments', 1],
    ['towns', 0],
  ]);
  expect(heard[0]?.text).toContain('累计交办9件');
});

it('switched off, the text is the same without it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'duban-config-'));
  try {
    await copyFile('config/directory.example.yaml', path.join(folder, 'directory.yaml'));
    await writeFile(path.join(folder, 'settings.yaml'), 'pictures: { ranking: false }\n');
    const without = await bulletins({ configDir: folder }, (room) => haveIssues(room, workedCase));
    const withPicture = await bulletins({}, (room) => haveIssues(room, workedCase));
    expect(without.map(({ images }) => images.length)).toEqual([0, 0, 0]);
    expect(without.map(({ text }) => text)).toEqual(withPicture.map(({ text }) => text));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('a picture that cannot be made does not hold the text back', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'duban-config-'));
  try {
    await copyFile('config/directory.example.yaml', path.join(folder, 'directory.yaml'));
    await writeFile(path.join(folder, 'settings.yaml'), 'pictures: { extraFonts: [nowhere.ttf] }\n');
    const room = await openRoom({ at: WEDNESDAY_10, configDir: folder });
    await haveIssues(room, workedCase);
    const heard = await room.clock('2026-11-18T18:11:00+08:00');
    expect(heard.filter(({ text }) => text.startsWith('【创城日通报】')).map(({ images }) => images.length)).toEqual([
      0, 0, 0,
    ]);
    await room.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('a character that the font lacks is told to the office, once', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'duban-config-'));
  try {
    const example = await readFile('config/directory.example.yaml', 'utf8');
    await writeFile(path.join(folder, 'directory.yaml'), example.replaceAll('市城管局', '市城䶮局'));
    await writeFile(path.join(folder, 'settings.yaml'), '{}\n');
    const room = await openRoom({ at: WEDNESDAY_10, configDir: folder });
    const issues = workedCase.map((issue) => ({ ...issue, units: issue.units.map(() => '市城䶮局') }));
    await haveIssues(room, issues);
    const told = async (to: string) =>
      (await room.clock(to)).filter(({ person, text }) => person === '周敏' && text.includes('“〓”：䶮。')).length;
    expect([await told('2026-11-18T18:11:00+08:00'), await told('2026-11-19T18:11:00+08:00')]).toEqual([1, 0]);
    await room.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
