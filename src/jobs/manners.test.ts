/** 分寸 over all sources together (domain §13): the budget, the monthly self-report, the end date. */
import { readdir, readFile, mkdtemp, copyFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { createDirectory } from '../domain/city.ts';
import { createPostbox } from '../postbox.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { inRoom } from '../testing/in-room.ts';
import { openRoom, WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says } = here;

test('ten sources on one day: three pushes a group, one tag a person, answers besides', async () => {
  const { directory, settings } = loadConfig({ dir: 'config', demo: true, env: {} });
  const city = { directory: createDirectory(directory), settings };
  const { house } = here.room;
  const postbox = createPostbox({ platforms: house.connections.platforms, city: () => city });
  const sources = '日通报 到期提醒 待认领 黄灯 待核查 挂账 留言 任务 资料 督办'.split(' ');
  const groups = city.directory.groups.map(({ id }) => id);
  await house.storage.transaction(async (store) => {
    for (const [index, source] of sources.entries()) {
      const at = new Date(here.room.now().getTime() + index * 60_000);
      for (const groupId of groups) {
        await postbox.push(store, { groupId, text: `${source}：请@李强 关注`, notify: ['李强'], at });
      }
    }
  });
  // Answers to questions are outside the budget of the group, the tags in them are not outside the person's.
  await says('刘志强', '解放路占道经营，请城管局今天下午5点前处理 @李强');
  await says('刘志强', '文昌路占道经营，请城管局今天下午5点前处理 @李强');
  const said = await here.room.clock('2026-11-18T23:00:00+08:00');
  const kept = (await house.connections.simulator?.parts.memory.fromBotAfter(null)) ?? said;
  const inGroups = kept.filter(({ group }) => group !== null);
  for (const groupId of groups) {
    const pushed = inGroups.filter(({ group, text }) => group === groupId && /^(?:【|\S+：请)/.test(text));
    expect(pushed.filter(({ text }) => sources.some((source) => text.startsWith(`${source}：`)))).toHaveLength(3);
  }
  const tagged = kept.flatMap(({ mentions }) => mentions);
  for (const name of new Set(tagged)) expect(tagged.filter((each) => each === name)).toHaveLength(1);
  expect(await house.storage.store.mentions.totals('2026-11-18', '2026-11-18')).toContainEqual({
    person: '李强',
    count: 1,
  });
  // The day's bulletin finds the budget used up: it stays silent rather than be the fourth.
  expect(kept.filter(({ text }) => text.startsWith('【创城日通报】'))).toEqual([]);
});

test('nothing but the postbox writes what goes out', async () => {
  const writers: string[] = [];
  for (const root of ['src', 'commands']) {
    for (const file of await readdir(root, { recursive: true })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.includes('testing')) continue;
      const text = await readFile(path.join(root, file), 'utf8');
      if (/\boutbox\.add\(/.test(text)) writers.push(path.join(root, file));
    }
  }
  expect(writers).toEqual(['src/postbox.ts']);
});

test('late since yesterday and claimed by nobody: told once in the morning, in the bundle', async () => {
  const late = { dispatchedAt: new Date('2026-11-18T07:50:00Z'), deadline: new Date('2026-11-18T10:00:00Z') };
  await haveIssues(here.room, [late]);
  await here.room.clock('2026-11-18T22:00:00+08:00');
  const said = await here.room.clock('2026-11-19T12:00:00+08:00');
  const told = said.filter(({ person, text }) => person === '王磊' && text.includes('#301 '));
  expect(told.map(({ text }) => text.split('\n').slice(0, 2))).toEqual([
    ['【创城提醒】王磊同志（截至11月19日 09:10）', '已超期1件：'],
  ]);
});

describe('机器人月报', () => {
  test('on the first working day, to the office alone: how often it spoke, whom it tagged most', async () => {
    await says('刘志强', '解放路占道经营，请城管局11月27日前处理');
    await says('王磊', '整改率多少');
    const before = await here.room.clock('2026-11-30T23:00:00+08:00');
    expect(before.filter(({ text }) => text.startsWith('【机器人月报】'))).toEqual([]);
    const reports = (await here.room.clock('2026-12-02T12:00:00+08:00')).filter(({ text }) =>
      text.startsWith('【机器人月报】'),
    );
    expect(reports.map(({ person }) => person)).toEqual(['周敏', '赵雪']);
    const { store } = here.room.house.storage;
    const [from, to] = [new Date('2026-10-31T16:00:00Z'), new Date('2026-11-30T16:00:00Z')];
    const counts = await store.outbox.counts(from, to);
    const sum = (kind: string) => counts.filter((row) => row.kind === kind).reduce((all, { count }) => all + count, 0);
    expect(sum('answer')).toBe(2);
    expect(reports[0]?.text).toContain(`【机器人月报】11月\n群内主动推送${sum('push')}条（每群每天最多3条）：`);
    expect(reports[0]?.text).toContain(`一对一提醒${sum('notice')}条，回答2条。`);
    const tags = await store.mentions.totals('2026-11-01', '2026-11-30');
    expect(reports[0]?.text).toContain(`最多的是：${tags[0]?.person ?? ''}${tags[0]?.count ?? 0}次`);
  });
});

describe('机器人月报 of a month in which it said nothing', () => {
  const begun = inRoom({ at: '2026-12-01T08:00:00+08:00' });

  test('is not written', async () => {
    const said = await begun.room.clock('2026-12-02T12:00:00+08:00');
    expect(said.some(({ text }) => text.startsWith('【创城日通报】'))).toBe(true);
    expect(said.filter(({ text }) => text.startsWith('【机器人月报】'))).toEqual([]);
  });
});

test('the end date: said once in each group, then silence; questions are still answered, nothing is written', async () => {
  const configDir = await mkdtemp(path.join(tmpdir(), 'duban-config-'));
  await copyFile('config/directory.example.yaml', path.join(configDir, 'directory.yaml'));
  const settings = await readFile('config/settings.example.yaml', 'utf8');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(path.join(configDir, 'settings.yaml'), settings.replace(/^ {2}to: null$/m, '  to: 2026-11-19'));
  const room = await openRoom({ at: WEDNESDAY_10, configDir });
  try {
    await room.says('刘志强', '解放路占道经营，请城管局今天下午5点前处理');
    await room.clock('2026-11-19T23:00:00+08:00');
    const said = await room.clock('2026-11-20T09:00:00+08:00');
    const groups = room.house.connections.platforms.size > 0 ? said.map(({ group }) => group) : [];
    expect(said.every(({ text }) => text.startsWith('【创城督办】本群的创城督办工作已于11月19日结束。'))).toBe(true);
    expect(new Set(groups).size).toBe(said.length);
    expect(said.length).toBeGreaterThan(1);
    expect(await room.clock('2026-11-25T23:00:00+08:00')).toEqual([]);
    expect((await room.says('王磊', '城管局整改率')).text).toContain('市城管局');
    const before = JSON.stringify(await room.issues());
    for (const text of ['认领1', '1已整改']) {
      expect((await room.says('王磊', text)).text).toContain('创城督办工作已于11月19日结束，不再登记和办理');
    }
    expect(JSON.stringify(await room.issues())).toBe(before);
    expect(room.faults).toEqual([]);
  } finally {
    await room.close();
    await rm(configDir, { recursive: true });
  }
});

test('reminders leave the bulletin its push', async () => {
  await haveIssues(here.room, [{ dispatchedAt: new Date('2026-11-17T01:00:00Z') }]);
  const said = await here.room.clock('2026-11-18T18:20:00+08:00');
  expect(said.filter(({ text }) => text.startsWith('【创城日通报】')).length).toBeGreaterThan(0);
});
