/** 交接: every morning, what belonged to people who have left their unit goes to its liaison, recorded and told (domain §3). */
import { handOversOf, OWNED_STATES } from '../domain/hand-over.ts';
import type { HandOver } from '../domain/hand-over.ts';
import { isQuiet } from '../domain/manners.ts';
import { issueLine } from '../domain/wording.ts';
import { BOT_NAME } from './bot-name.ts';
import { atMorningLook } from './hours.ts';
import type { Job } from './job.ts';

export const handOverJob: Job = {
  name: 'hand-over',
  schedule: atMorningLook,

  async run({ at, store, directory, settings, postbox }) {
    if (isQuiet(at, settings)) return;
    const moved: HandOver[] = [];
    for (const handOver of handOversOf(await store.issues.list({ states: OWNED_STATES }), directory)) {
      const { before, after, from, to } = handOver;
      moved.push(handOver);
      const note = `${from}不再负责，${to === null ? '责任人待定' : `改由${to.name}负责`}`;
      const record = { at, step: 'handover' as const, by: BOT_NAME, groupId: null, messageId: null, note };
      await store.issues.save(before, after, record);
    }
    for (const [to, own] of Map.groupBy(moved, (each) => each.to)) {
      const text = to === null ? nobodyText(own, at) : noticeText(own, at);
      for (const person of to === null ? directory.officePeople() : [to])
        await postbox.notice(store, { to: person, text, at });
    }
  },
};

/** The unit has nobody: the office sees to it. */
const nobodyText = (moved: readonly HandOver[], at: Date): string =>
  [
    `【交接】以下${moved.length}件的责任人已不在责任单位，该单位在通讯录里没有联络员和负责人：`,
    ...moved.map(({ after }) => `${issueLine(after, at)}（${after.units.join('、')}）`),
    '请系统管理员补上联络员，或回复“编号转…”改由其他单位办理。',
  ].join('\n');

function noticeText(moved: readonly HandOver[], at: Date): string {
  const from = [...new Set(moved.map((each) => each.from))].join('、');
  return [
    `【交接】${from}已不在贵单位，其名下${moved.length}件改由您负责：`,
    ...moved.map(({ after }) => issueLine(after, at)),
    '需要换人的，请单位领导回复“编号安排…负责”。',
  ].join('\n');
}
