/** 人工起草: the office has a paper drafted, the lead signs it by a reply (domain §7). */
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { takenBy } from '../../src/testing/phrasings.ts';
import { openRoom } from '../../src/testing/room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { configFolder } from '../../src/testing/settings-room.ts';

test.each([
  '给城管局就327起草督办单',
  '给城管局就327起草督办单，原因：多次催办未整改',
  '327启动二令',
  '对河西街道下发提醒函，原因：推诿扯皮',
  '就327给城管局下督办单',
  '#327发一份督办单给城管局',
  '327拟一份提醒函',
  '给市住建局开一张督办单，433',
  '请对327启动问责',
  '327、330起草督办单',
])('paper.draft takes “%s”', (text) => {
  expect(takenBy('周敏', text)).toEqual(['paper.draft']);
});

test.each([
  '督办单怎么写',
  '城管局再不整改，就下督办单',
  '327再不改就下督办单',
  '昨天给城管局下了督办单',
  '327的督办单已经发了',
  '收到督办单了，马上改',
  '明天给城管局下督办单',
  '不用给327下督办单',
  '凡超期的一律下发督办单',
  '三令制启动了',
  '大家注意，别等着发督办单',
])('“%s” drafts nothing', (text) => {
  expect(takenBy('周敏', text)).not.toContain('paper.draft');
});

/** A Tuesday morning; #301 of 市城管局 is a day and a half late. */
const here = inRoom({ at: '2026-11-17T09:30:00+08:00' });
const { says, refusal } = here;
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const papers = () => here.room.house.storage.store.papers.list({});
const late: Partial<Issue> = {
  dispatchedAt: at('15T09:00'),
  loggedAt: at('15T09:00'),
  deadline: at('15T21:00'),
  state: 'claimed',
};

describe('drafted by hand', () => {
  test('by the lead in the group: number and unit there, the text one-to-one; signed by quoting it', async () => {
    await haveIssues(here.room, [late]);
    const heard = await says('周敏', '给城管局就301起草督办单，原因：多次催办未整改');
    expect(heard.text).toBe(
      '已起草，待签发：\n督办〔2026〕1号 督办单（市城管局，#301）\n全文已单独发给您，未签发的不会送出。\n同意请回复“签发督办1号”，不发请回复“作废督办1号”。',
    );
    expect(heard.pushes.map(({ person }) => person)).toEqual(['周敏']);
    expect(heard.pushes[0]?.text).toContain('发文理由：多次催办未整改。');
    expect(heard.pushes[0]?.text).toContain('办理流程记录');
    expect(await papers()).toMatchObject([
      { state: 'draft', issueNo: 301, unit: '市城管局', draftedBy: '周敏', step: 'second' },
    ]);
    expect((await here.steps(301)).at(-1)).toBe('escalate 周敏');
    const signing = await says('周敏', '签发', { quote: heard.replies[0]?.id ?? '' });
    expect(signing.text).toContain('已签发：\n督办〔2026〕1号 督办单（市城管局，#301）');
    expect(signing.pushes[0]?.person).toBe('张建国');
  });

  test('by staff: the lead gets the text and signs, nobody else hears of it', async () => {
    await haveIssues(here.room, [late]);
    const heard = await says('赵雪', '301启动一令');
    expect(heard.text).toContain('提醒〔2026〕1号 提醒函（市城管局，#301）\n已送周敏审签');
    expect(heard.pushes.map(({ person, text }) => [person, text.split('\n')[0]])).toEqual([
      ['周敏', '【待签发】赵雪起草'],
    ]);
    expect(await refusal('赵雪', '签发提醒1号')).toContain('由创城办负责人签发');
    expect((await says('周敏', '同意', { group: null, quote: heard.pushes[0]?.id ?? '' })).text).toContain('已签发');
  });

  test('quoting a card of several: asked which; 都签发 signs them', async () => {
    await haveIssues(here.room, [late, { ...late, units: ['市住建局'] }]);
    const heard = await says('周敏', '301、302启动一令');
    const quote = heard.replies[0]?.id ?? '';
    expect((await says('周敏', '签发', { quote })).text).toContain('请确认：以下2份都签发。');
    expect((await papers()).map(({ state }) => state)).toEqual(['draft', 'draft']);
    await says('周敏', '都签发', { quote });
    expect((await papers()).map(({ state }) => state)).toEqual(['signed', 'signed']);
  });

  test('before its time it wants grounds', async () => {
    await haveIssues(here.room, [{ ...late, deadline: at('25T17:00') }]);
    const asked = await says('周敏', '301启动二令');
    expect(asked.text).toContain('#301还没有到自动起草督办单的条件');
    expect(await papers()).toEqual([]);
    await says('周敏', '推诿扯皮，两次不到场');
    expect(await papers()).toMatchObject([{ state: 'draft', step: 'second' }]);
  });

  test('a unit without a number: its one overdue problem, else they are shown', async () => {
    await haveIssues(here.room, [late, { ...late, units: ['河西街道'] }, { ...late, units: ['河西街道'] }]);
    expect((await says('周敏', '给城管局下发提醒函')).text).toContain('（市城管局，#301）');
    const which = await refusal('周敏', '对河西街道下发提醒函，原因：推诿扯皮');
    expect(which).toContain('河西街道正在整改2件：\n#302');
    const typed = /回复“(.+?)”/.exec(which)?.[1] ?? '';
    expect(typed).toBe('就302给河西街道起草提醒函，原因：推诿扯皮');
    expect((await says('周敏', typed)).text).toContain('（河西街道，#302）');
  });

  test('each step once for problem and round; no milder one after a sterner one', async () => {
    await haveIssues(here.room, [late]);
    await says('周敏', '301启动二令，原因：拒不整改');
    expect(await refusal('周敏', '301启动二令')).toContain('已经起草，即督办〔2026〕1号');
    expect(await refusal('周敏', '301启动一令')).toContain('本轮已经到督办单');
    await says('周敏', '作废督办1号');
    expect(await refusal('周敏', '给301下督办单')).toContain('本轮已经作废');
    expect(await papers()).toHaveLength(1);
  });

  test('another unit, an open extension, what has been reported: refused, nothing changes', async () => {
    await haveIssues(here.room, [
      { ...late, deadline: at('25T17:00') },
      { ...late, state: 'reported' },
    ]);
    expect(await refusal('周敏', '就301给河西街道起草提醒函，原因：推诿')).toContain(
      '责任单位是市城管局，不是河西街道',
    );
    expect(await refusal('周敏', '302启动一令')).toContain('#302已报整改');
    await says('王磊', '301申请延期到11月27日，原因：配件未到货');
    expect(await refusal('周敏', '301启动一令，原因：推诿扯皮')).toContain('延期申请还没有答复');
    expect(await papers()).toEqual([]);
  });

  test('neither unit nor inspector drafts', async () => {
    await haveIssues(here.room, [late]);
    expect(await refusal('刘志强', '301启动二令')).toContain('督办文书由创城办起草');
    expect(await refusal('王磊', '301启动二令')).toContain('没有作任何改动');
    expect(await papers()).toEqual([]);
  });
});

test('a city with steps of its own: its words are read and its papers named', async () => {
  const folder = await configFolder(`
ladder:
  steps:
    - { id: card, name: 黄牌, kind: reminder, title: 黄牌警告书, word: 黄牌, to: deputy, answerHours: 24, when: { overdueHours: 24 } }
    - { id: order, name: 红牌, kind: supervision, title: 红牌督办令, word: 红牌, to: principal, answerHours: 24, when: { overdueHours: 72 } }
`);
  const room = await openRoom({ at: '2026-11-17T09:30:00+08:00', configDir: folder });
  await haveIssues(room, [late]);
  expect((await room.says('周敏', '301启动黄牌')).text).toContain('黄牌〔2026〕1号 黄牌警告书（市城管局，#301）');
  expect((await room.says('周敏', '查看黄牌1号', { group: null })).text).toContain('黄牌〔2026〕1号');
  expect((await room.says('周敏', '签发黄牌警告书1号')).text).toContain('已签发：\n黄牌〔2026〕1号 黄牌警告书');
  expect((await room.says('周敏', '给301下红牌督办令，原因：拒不整改')).text).toContain('红牌〔2026〕1号 红牌督办令');
  await room.close();
});
