/** Acknowledging while papers are made (issue D): the 200 comes in time, over real HTTP, whatever the threads are busy with. */
import { performance } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import type { Publication } from './domain/publication.ts';
import { on } from './domain/testing/sample.ts';
import { modelRow } from './papers/draft-card.ts';
import { gatherSpecialIssue } from './papers/gathered.ts';
import { composeSpecialIssue } from './papers/special-issue-compose.ts';
import { signSpecialIssue } from './papers/special-issue-edit.ts';
import { aCampaign } from './papers/testing/campaign.ts';
import { CITY_CHAT, openWecomHouse } from './testing/wecom-house.ts';
import type { WecomHouse } from './testing/wecom-house.ts';
import { loadConfig } from '../config/load.ts';
import { createDirectory } from './domain/city.ts';

const PAPERS = 20;
const LEAST_MESSAGES = 100;
const LIMIT_MS = 100;
/** Another program may take the processor for a moment: what counts is what the house needs by itself. */
const ROUNDS = 3;
/** On a machine that is slower than the limit without any paper, papers may not make it worse than this. */
const LEAST_WORSE = 2;

const AT = on('11-22 18:00');
const { directory: data, settings } = loadConfig({ dir: 'config', demo: true, env: {} });
const directory = createDirectory(data);

async function haveCampaign({ house }: WecomHouse): Promise<void> {
  await house.storage.transaction(async (store) => {
    for (const issue of aCampaign) {
      const record = { at: issue.loggedAt, step: 'log' as const, by: issue.loggedBy, groupId: 'city' };
      await store.issues.create(issue, { ...record, messageId: null, note: null });
    }
  });
}

/** A signed paper of the whole campaign: what a file is made of. */
async function haveSigned({ house }: WecomHouse, no: number): Promise<string> {
  const { store } = house.storage;
  const period = { from: '2026-11-16', to: '2026-11-22' };
  const { issues, question } = await gatherSpecialIssue({
    store,
    directory,
    settings,
    at: AT,
    kind: 'special',
    period,
  });
  const model = composeSpecialIssue(issues, { ...question, directory });
  const signed: Omit<Publication, 'id'> = {
    ...modelRow(signSpecialIssue({ ...model, no }, '周敏')),
    kind: 'special',
    state: 'signed',
    draftNo: no,
    no,
    year: null,
    asOf: AT,
    figures: {},
    draftedBy: '周敏',
    draftedAt: AT,
    signedBy: '周敏',
    signedAt: AT,
    discardedAt: null,
    corrects: null,
  };
  return store.publications.add(signed);
}

/** Milliseconds from the request to its 200, message by message: at least so many, and on until `isOver`. */
async function acknowledged(at: WecomHouse, isOver: () => Promise<boolean>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let nth = 0; times.length < LEAST_MESSAGES || !(await isOver()); nth += 1) {
    const [name, words] =
      nth % 2 === 0
        ? ['周敏', '城管局整改率']
        : ['刘志强', `建设路${nth}号门口垃圾桶满溢，请环卫中心今天下午6点前清运`];
    const spoken = { from: at.idOf(name), chatId: CITY_CHAT, text: `@督办机器人 ${words}` };
    const { query, body } = at.fake.callback.envelope(JSON.stringify(at.fake.message(spoken)));
    const begun = performance.now();
    const { status } = await fetch(`${at.url}/webhook/wecom?${query}`, { method: 'POST', body });
    times.push(performance.now() - begun);
    expect(status).toBe(200);
  }
  return times;
}

/** Orders the papers; tells whether they are all made. */
async function orderPapers({ house }: WecomHouse, publicationId: string): Promise<() => Promise<boolean>> {
  const { works } = house.storage.store;
  const order = { kind: 'publication', args: { publicationId, only: '周敏' }, told: null, dueAt: AT, createdAt: AT };
  for (let left = PAPERS; left > 0; left -= 1) await works.add(order);
  return async () => (await works.nextDueAt()) === undefined;
}

/** The nearest-rank percentile. */
const p99 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? Infinity;

it(`under ${LIMIT_MS} ms at the 99th percentile while ${PAPERS} papers are being made`, async () => {
  const at = await openWecomHouse({ at: '2026-11-22T18:00:00+08:00' });
  try {
    await haveCampaign(at);
    const rounds: { readonly alone: number; readonly making: number }[] = [];
    const isQuick = ({ alone, making }: (typeof rounds)[number]): boolean =>
      making < Math.max(LIMIT_MS, alone * LEAST_WORSE);
    while (rounds.length < ROUNDS && !rounds.some(isQuick)) {
      const alone = p99(await acknowledged(at, () => Promise.resolve(true)));
      const areMade = await orderPapers(at, await haveSigned(at, rounds.length + 1));
      rounds.push({ alone, making: p99(await acknowledged(at, areMade)) });
    }
    expect(rounds.some(isQuick), `p99 in ms: ${JSON.stringify(rounds)}`).toBe(true);
  } finally {
    await at.close();
  }
}, 120_000);
