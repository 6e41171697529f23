/** A paper beside what chat answers for the same days, and beside what the unit has been told: whoever is named in it will compare. */
import { beforeEach, expect, it } from 'vitest';
import { aCity, on } from '../../src/domain/testing/sample.ts';
import { workedCase } from '../../src/domain/testing/worked-case.ts';
import { modelOf } from '../../src/papers/draft-card.ts';
import type { SpecialIssue } from '../../src/papers/special-issue.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';

const here = inRoom();
const { says } = here;

beforeEach(() => haveIssues(here.room, workedCase));

/** The draft made last. */
async function drafted(): Promise<SpecialIssue> {
  await says('周敏', '出一期本周的督查专报', { group: null });
  const [newest] = (await here.room.house.storage.store.publications.list({ state: 'draft' })).toSorted(
    (a, b) => b.draftNo - a.draftNo,
  );
  if (newest === undefined) throw new Error('no draft');
  return modelOf(newest);
}

/** `4/9` of the first rate in a text. */
const fractionIn = (text: string): string | undefined => /整改率[^（(]*[（(](\d+\/\d+)[）)]/.exec(text)?.[1];

it('整改率 of the week is the same in the paper, in its table and in chat, for the city and for each unit', async () => {
  const model = await drafted();
  expect(fractionIn(model.parts[0]?.items[0] ?? '')).toBe('4/9');
  expect(fractionIn((await says('周敏', '本周全市整改率多少')).text)).toBe('4/9');
  const rows = model.attachments[0]?.rows ?? [];
  expect(rows.map((row) => row[1])).toEqual(['市城管局', '市住建局']);
  for (const row of rows) {
    const { text } = await says('周敏', `${row[1]}本周整改率多少`);
    expect([row[1], fractionIn(text)]).toEqual([row[1], `${row[4]}/${row[3]}`]);
  }
});

it('an appeal that waits is not told of; one turned down is, without a name', async () => {
  const said = async (): Promise<string | undefined> =>
    (await drafted()).parts[2]?.items.find((item) => item.startsWith('申诉'));
  // Whoever disputes may do so within a day: a fresh one.
  await haveIssues(here.room, [{ location: '牛角巷', dispatchedAt: on('11-22 09:00'), state: 'claimed' }], 327);
  expect((await says('王磊', '327不属于我单位职责，该路段已移交北门街道管养，申请调整')).text).toContain(
    '#327的申诉已报创城办',
  );
  expect(await said()).toBeUndefined();
  await says('周敏', '驳回327申诉，理由：该路段仍由城管局管养');
  expect(await said()).toBe(
    '申诉未被采纳的问题。申诉经核实未被采纳、尚未整改到位的1件（本期交办），为牛角巷#327（市城管局，整改中）。',
  );
  const third = ((await drafted()).parts[2]?.items ?? []).join('');
  expect(aCity().people.filter(({ name }) => third.includes(name))).toEqual([]);
});
