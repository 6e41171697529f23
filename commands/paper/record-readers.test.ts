/** What the record of a problem tells of papers, and whom: in chat, on the page, on the papers themselves. */
import { expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';

/** A Tuesday morning. */
const here = inRoom({
  at: '2026-11-17T09:30:00+08:00',
  env: { PORT: '0', PUBLIC_URL: 'http://city.example', LINK_SECRET: 'a-secret-for-tests-only-0123456789' },
});
const { says } = here;
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const clock = (text: string) => here.room.clock(`2026-11-${text}:00+08:00`);
const papers = () => here.room.house.storage.store.papers.list({});

/** #301 of 市城管局, due on Tuesday at 17:00. */
const late: Partial<Issue> = { dispatchedAt: at('17T09:00'), deadline: at('17T17:00'), state: 'claimed' };

const INSIDE = ['起草', '待签发', '作废', '问责', '指挥部领导', '指挥部对'];
const none = INSIDE.map((word) => [word, false]);
const found = (text: string) => INSIDE.map((word) => [word, text.includes(word)]);

/** Drafted and discarded, drafted and served on the unit, drafted and sent to headquarters, answered there. */
async function climbed(): Promise<void> {
  await haveIssues(here.room, [late]);
  await clock('18T17:30');
  await says('周敏', '作废提醒1号', { group: null });
  await clock('20T17:30');
  await says('周敏', '签发督办1号', { group: null });
  await clock('23T09:00');
  await says('周敏', '签发问责1号', { group: null });
  await says('贺文斌', '同意问责1号，理由：请纪委跟进', { group: null });
}

async function page(): Promise<string> {
  const url = await here.room.house.start();
  const path = /http:\/\/city\.example(\/p\/\S+)/u.exec((await says('周敏', '查301')).text)?.[1] ?? '';
  return (await fetch(url + path)).text();
}

test('the unit, and everybody in the group or behind the link, reads what was served and nothing else', async () => {
  await climbed();
  const texts = [
    (await says('王磊', '查301办理记录')).text,
    (await says('张建国', '查301', { group: null })).text,
    (await says('周敏', '查301办理记录')).text,
    await page(),
  ];
  for (const text of texts) {
    expect(found(text)).toEqual(none);
    expect(text).toContain('签发督办〔2026〕1号（市城管局），已送主要负责同志');
    expect(text).toContain('红灯');
    // Nor how many lines there are beside.
    expect(text).not.toContain('另有');
  }
});

test.each(['周敏', '赵雪', '贺文斌'])('%s alone reads all of it', async (name) => {
  await climbed();
  const { text } = await says(name, '查301办理记录', { group: null });
  for (const words of [
    '起草提醒〔2026〕1号（市城管局），待签发',
    '作废提醒〔2026〕1号草稿',
    '签发问责〔2026〕1号（市城管局），已送指挥部领导',
    '指挥部对问责〔2026〕1号（市城管局）的意见：同意，理由：请纪委跟进',
  ]) {
    expect(text).toContain(words);
  }
});

test('a 督办单 has no draft and nothing for headquarters in the record attached to it; a 问责建议 has the whole', async () => {
  await climbed();
  const attached = (await papers()).map(({ title, state, model }) => [title, state, JSON.stringify(model)] as const);
  const ofUnit = attached.filter(([title]) => title === '督办单');
  expect(ofUnit).toHaveLength(1);
  for (const [, , model] of ofUnit) {
    expect(found(model)).toEqual(none);
    expect(model).toContain('红灯');
    expect(model).toContain('办理流程记录2条');
  }
  const referral = attached.find(([title]) => title === '问责建议')?.[2];
  expect(referral).toContain('起草督办〔2026〕1号');
  expect(referral).toContain('此前已发督办〔2026〕1号');
});
