/** 日报 in chat and the one that went out say the same of the same moment. */
import { expect, test } from 'vitest';
import { withoutTags } from '../../src/domain/tags.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';

/** A Wednesday morning, before the reminders of nine o'clock. */
const here = inRoom({ at: '2026-11-18T08:30:00+08:00' });
const { says } = here;
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const clock = (text: string) => here.room.clock(`2026-11-${text}:00+08:00`);
/** Due tomorrow. */
const due = { state: 'claimed', dispatchedAt: at('17T09:00'), deadline: at('19T17:00') } as const;

test('who was reminded one-to-one is said in the preview too', async () => {
  await haveIssues(here.room, [due]);
  await clock('18T18:30');
  const sent = await here.room.house.storage.store.bulletins.latest('daily', 'city');
  expect(sent?.text).toContain('明日到期1件，已分别私信各联络员。');
  expect((await says('周敏', '生成今天的日报')).text).toContain('明日到期1件，已分别私信各联络员。');
  await clock('19T10:00');
  const { text } = await says('周敏', '生成昨天的日报');
  expect(text.split('\n').slice(1).join('\n')).toBe(withoutTags(sent?.text ?? '', ['李强']));
});

test('who was not reminded is not said to have been', async () => {
  await clock('18T17:30');
  await haveIssues(here.room, [due]);
  await clock('18T18:30');
  expect((await says('周敏', '生成今天的日报')).text).toContain('明日到期1件，请各责任单位按时整改。');
});
