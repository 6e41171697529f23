/** Nothing that a work sends one-to-one vanishes: who has no channel is named to whoever can tell him. */
import { expect, test } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { createDirectory } from '../domain/city.ts';
import { createPostbox } from '../postbox.ts';
import { inRoom } from '../testing/in-room.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';
import { postEach } from './posting.ts';
import type { WorkContext } from './work-kind.ts';

const here = inRoom({ at: WEDNESDAY_10 });

/** The house's own parts, with people whom no platform leads to. */
async function posted(people: readonly string[], without: readonly string[], groupId: string | null) {
  const { house } = here.room;
  const { directory: data, settings } = loadConfig({ dir: 'config', demo: true, env: {} });
  const directory = createDirectory(data);
  const simulator = house.connections.platforms.get('simulator');
  if (!simulator) throw new Error('demo mode has a simulator');
  const canReach: typeof simulator.canReach = (to, needsMention) =>
    !(to.kind === 'single' && without.includes(to.personId)) && simulator.canReach(to, needsMention);
  const platforms = new Map([['simulator' as const, { ...simulator, canReach }]]);
  const postbox = createPostbox({ platforms, city: () => ({ directory, settings }) });
  const at = here.room.now();
  const work = { args: { here: groupId } };
  const context = { directory, settings, postbox, work, at } as unknown as WorkContext;
  const letters = people.flatMap((name) => directory.person(name) ?? []).map((to) => ({ to, text: '文件', at }));
  await house.storage.transaction((store) => postEach(store, { letters, what: '督办18号的文件', by: '周敏' }, context));
  await house.settle();
  const said = (await house.connections.simulator?.parts.memory.fromBotAfter(null)) ?? [];
  return said.map(({ group, person, text }) => `${group ?? person ?? ''}：${text}`);
}

const MISSED = '贺文斌没有可用的单聊渠道，督办18号的文件没有送到，请另行告知。';

test.each([
  ['all can be reached', ['王磊', '何静'], [], 'city', ['王磊：文件', '何静：文件']],
  ['whoever caused it is told alone', ['王磊', '贺文斌'], ['贺文斌'], 'city', ['王磊：文件', `周敏：${MISSED}`]],
  ['else the group in which he spoke', ['贺文斌'], ['贺文斌', '周敏'], 'city', [`city：${MISSED}`]],
  ['else the office', ['贺文斌'], ['贺文斌', '周敏'], null, [`赵雪：${MISSED}`]],
])('%s', async (_, people, without, groupId, said) => {
  expect(await posted(people, without, groupId)).toEqual(said);
});
