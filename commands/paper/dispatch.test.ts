/** 交办单 in conversation: numbered, served, with a receipt, and nothing twice. */
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { memberText } from '../../src/papers/testing/unzip.ts';
import { attachedFile } from '../../src/testing/attached.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { takenBy } from '../../src/testing/phrasings.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';

test.each([
  '出327的交办单',
  '把327、328、330的交办单给城管局',
  '给城管局出327、328的交办单',
  '打印327的交办单',
  '327的交办单',
  '开一张327的交办单',
  '把327的交办单发给城管局',
  '补一份327的交办单',
  '327、328出个交办单',
])('paper.dispatch takes “%s”', (text) => {
  expect(takenBy('周敏', text)).toEqual(['paper.dispatch']);
  expect(takenBy('赵雪', text)).toEqual(['paper.dispatch']);
});

test.each(['查看交办单1号', '交办单1号送达了吗', '交办单〔2026〕1号', '交办〔2026〕1号送达了吗'])(
  'paper.show takes “%s”',
  (text) => {
    expect(takenBy('周敏', text)).toEqual(['paper.show']);
  },
);

test.each([
  '327交办单出了吗',
  '交办单怎么写',
  '交办327',
  '327交办单已收到',
  '327不用出交办单',
  '把327交给城管局',
  '交办327号',
])('“%s” orders none', (text) => {
  expect(takenBy('周敏', text)).not.toContain('paper.dispatch');
  expect(takenBy('周敏', text)).not.toContain('paper.show');
});

const here = inRoom({ at: '2026-11-17T09:30:00+08:00' });
const { says, refusal } = here;
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const store = () => here.room.house.storage.store;

const open: Partial<Issue> = {
  state: 'claimed',
  owner: '常广平',
  dispatchedAt: at('17T09:00'),
  deadline: at('17T17:00'),
};

describe('the office asks for one', () => {
  test('numbered, served on the liaison, the file to him and to who asked, on the record', async () => {
    await haveIssues(here.room, [open]);
    const { text, pushes } = await says('赵雪', '出301的交办单');
    expect(text).toBe(
      '已出交办〔2026〕1号 交办单（市城管局，#301），已单独送联络员1人。送达情况请回复“查看交办单1号”。\n文件做好后单独发给您。',
    );
    expect(pushes[0]).toMatchObject({ person: '王磊' });
    expect(pushes[0]?.text).toContain(
      '编号：交办〔2026〕1号　2026年11月17日\n签发：赵雪\n受文单位：市城管局（联络员）',
    );
    const files = pushes.filter((message) => message.text.includes('.docx'));
    expect(new Set(files.map(({ person }) => person))).toEqual(new Set(['王磊', '赵雪']));
    expect(memberText(await attachedFile(here.room, files[0]), 'word/document.xml')).toContain('送达回执');
    expect((await here.steps(301)).at(-1)).toBe('notice 赵雪');
    expect((await says('王磊', '查看交办单1号', { group: null })).text).toContain('王磊：11月17日 09:30送达');
    expect((await says('周敏', '有哪些交办单', { group: null })).text).toContain(
      '交办〔2026〕1号 交办单 市城管局 #301',
    );
  });

  test('several problems of one unit on one paper; asked again, the same paper and no second number', async () => {
    await haveIssues(here.room, [open, open, open]);
    const first = await says('周敏', '把301、302、303的交办单给城管局');
    expect(first.text).toContain('已出交办〔2026〕1号 交办单（市城管局，#301、#302、#303）');
    const before = await store().papers.list({});
    const again = await says('周敏', '把301、302、303的交办单给城管局');
    expect(again.text).toContain('交办〔2026〕1号 交办单（市城管局，#301、#302、#303）已经出过，没有另编号。');
    expect(again.pushes.map(({ person }) => person)).toEqual(['周敏']);
    expect(await store().papers.list({})).toEqual(before);
  });

  test('after an extension it says something else: a new one, the old stays as it was', async () => {
    await haveIssues(here.room, [open]);
    await says('周敏', '出301的交办单');
    const [old] = await store().papers.list({});
    await says('王磊', '301申请延期到11月20日，原因：车辆难联系');
    await says('周敏', '同意301延期');
    expect((await says('周敏', '出301的交办单')).text).toContain('已出交办〔2026〕2号');
    expect((await store().papers.list({}))[0]).toEqual(old);
  });

  test('two responsible units: a paper for each', async () => {
    await haveIssues(here.room, [{ ...open, units: ['市城管局', '市住建局'] }]);
    const { text } = await says('周敏', '出301的交办单');
    expect(text).toContain('交办〔2026〕1号 交办单（市城管局，#301）');
    expect(text).toContain('交办〔2026〕2号 交办单（市住建局，#301）');
  });

  test('it takes no points, holds no step of the ladder, and is no earlier paper on a 督办单', async () => {
    await haveIssues(here.room, [open]);
    await says('周敏', '出301的交办单');
    await here.room.clock('2026-11-20T17:30:00+08:00');
    const drafts = await store().papers.list({ state: 'draft' });
    expect(drafts.map(({ title }) => title)).toEqual(['督办单']);
    expect((await says('周敏', '查看督办1号', { group: null })).text).not.toContain('此前已发');
  });
});

describe('refused, and nothing changes', () => {
  test.each([
    ['出302的交办单', '#302还没有交办，请先回复“确认302”。'],
    ['出303的交办单', '#303已销号，不再出交办单。'],
    ['把301的交办单给住建局', '#301的责任单位是市城管局，不是市住建局。要换单位，请先回复“301转给市住建局”。'],
    ['出309的交办单', '没有#309这个问题'],
    ['出301、303的交办单', '没有作任何改动'],
  ])('%s', async (text, why) => {
    const draft = { ...open, state: 'draft' } as const;
    await haveIssues(here.room, [open, draft, { ...open, state: 'closed', closedAt: at('17T09:20') }]);
    expect(await refusal('周敏', text)).toContain(why);
    expect(await store().papers.list({})).toEqual([]);
  });

  test('others than the office', async () => {
    await haveIssues(here.room, [open]);
    expect(await refusal('刘志强', '出301的交办单')).toContain('交办单由创城办出具');
  });
});
