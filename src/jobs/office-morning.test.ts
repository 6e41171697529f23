/** 创城办晨报: what could not be delivered is told once, whatever mornings were left out (style §3.3). */
import { expect, test } from 'vitest';
import { on } from '../domain/testing/sample.ts';
import { inRoom } from '../testing/in-room.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const store = () => here.room.house.storage.store;

/** A message to 王磊 of that moment that the platform would not take. */
async function failed(at: Date): Promise<void> {
  const to = { kind: 'single' as const, personId: '王磊' };
  const said = { text: '【交办】', mentions: [], buttons: [], attachments: [], reply: null, answers: null };
  const address = {
    kind: 'notice' as const,
    conversation: 'simulator:single:王磊',
    platform: 'simulator' as const,
    to,
  };
  const { id } = await store().outbox.add({ ...address, ...said, dueAt: on('12-31 10:00'), createdAt: at });
  await store().outbox.gaveUp(id, 'refused', '对方已停用', at);
}

/** The morning lines to one of the office, by day. */
async function mornings(to: string): Promise<readonly string[]> {
  const said = await here.room.clock(to);
  return said
    .filter(({ person, text }) => person === '赵雪' && text.startsWith('【创城办晨报】'))
    .map(({ text }) => text);
}

test('what failed before a morning that was missed is told the next time, with its day', async () => {
  await failed(on('11-18 15:05'));
  // The machine stood still on Thursday morning.
  await store().jobRuns.begin('office-morning', on('11-19 08:40'), on('11-19 08:40'));
  await here.room.clock('2026-11-19T16:00:00+08:00');
  await failed(on('11-19 16:00'));
  expect(await mornings('2026-11-20T09:00:00+08:00')).toEqual([
    [
      '【创城办晨报】11月20日',
      '消息未送达2条，请人工转告：',
      '· 王磊 11月18日 15:05 未送达：对方已停用',
      '· 王磊 11月19日 16:00 未送达：对方已停用',
    ].join('\n'),
  ]);
});

test('over a weekend of an inspection period it is told once', async () => {
  await here.says('周敏', '开启迎检期到12月10日');
  await here.room.clock('2026-11-20T15:00:00+08:00');
  await failed(on('11-20 15:00'));
  const heard = (await mornings('2026-11-23T09:00:00+08:00')).filter((text) => text.includes('未送达'));
  expect(heard.map((text) => text.split('\n')[0])).toEqual(['【创城办晨报】11月21日']);
});

test('of the same day the hour is enough', async () => {
  await here.room.clock('2026-11-19T07:00:00+08:00');
  await failed(on('11-19 07:00'));
  const [text] = await mornings('2026-11-19T09:00:00+08:00');
  expect(text).toContain('· 王磊 07:00 未送达');
});

test('a clock that ran ahead for a while hides nothing', async () => {
  await store().jobRuns.begin('office-morning-told', on('12-18 08:40'), on('12-18 08:40'));
  await failed(on('11-18 15:05'));
  const [text] = await mornings('2026-11-19T09:00:00+08:00');
  expect(text).toContain('消息未送达1条');
});
