/** 督办阶梯 in conversation: lights, drafts, signature, service, and what holds it. */
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { takenBy } from '../../src/testing/phrasings.ts';
import { inRoom } from '../../src/testing/in-room.ts';

test.each([
  '签发提醒31号',
  '同意签发督办18号',
  '签发督办单第18号',
  '督办单〔2026〕18号印发',
  '提醒31号、32号签发',
  '可以签发提醒31号',
  '督办18号同意发出',
  '签发问责3号',
  '签发提醒函31号和督办单18号',
])('paper.sign takes “%s”', (text) => {
  expect(takenBy('周敏', text)).toEqual(['paper.sign']);
});

test.each([
  '作废提醒31号',
  '督办18号不发了',
  '提醒31号不用发',
  '督办单18号作废',
  '撤回督办18号',
  '提醒函31号先不发',
  '督办18号暂缓签发',
  '不签发提醒31号',
])('paper.discard takes “%s”', (text) => {
  expect(takenBy('周敏', text)).toEqual(['paper.discard']);
});

test.each(['签发提醒2号，作废提醒3号', '签发督办7号，8号先不发', '督办9号、10号都作废，11号签发'])(
  '“%s”: neither is done',
  (text) => {
    expect(takenBy('周敏', text)).toEqual(['paper.discard']);
  },
);

test.each([
  '查看督办18号',
  '看一下提醒31号',
  '督办18号的内容',
  '提醒31号送达了吗',
  '督办单〔2026〕18号',
  '打开督办单18号',
  '提醒函31号写了什么',
  '督办18号读了没有',
])('paper.show takes “%s”', (text) => {
  expect(takenBy('王磊', text)).toEqual(['paper.show']);
});

test.each([
  '待签发的文书',
  '待签发的有哪些',
  '有哪些督办单',
  '本月发了几份督办单',
  '提醒函清单',
  '列出待签文书',
  '还有哪些督办单没签',
  '查一下城管局的提醒函',
])('paper.list takes “%s”', (text) => {
  expect(takenBy('周敏', text)).toEqual(['paper.list']);
});

test.each([
  '督办单怎么写',
  '给城管局下个督办单',
  '11月18号开会',
  '督办一下18号',
  '提醒大家18号开会',
  '督办18号问题',
  '签发了吗',
  '如果明天还不改就签发督办18号',
])('“%s” is none of them', (text) => {
  const own = ['paper.sign', 'paper.discard', 'paper.show', 'paper.list'];
  expect(takenBy('周敏', text).filter((id) => own.includes(id))).toEqual([]);
});

/** A Tuesday morning. */
const here = inRoom({ at: '2026-11-17T09:30:00+08:00' });
const { says, refusal } = here;
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const clock = (text: string) => here.room.clock(`2026-11-${text}:00+08:00`);
const store = () => here.room.house.storage.store;
const to = (messages: Awaited<ReturnType<typeof clock>>, person: string, head: string) =>
  messages.filter((message) => message.person === person && message.text.startsWith(head)).map(({ text }) => text);

/** #301 of 市城管局, due on Tuesday at 17:00. */
const late: Partial<Issue> = {
  dispatchedAt: at('17T09:00'),
  deadline: at('17T17:00'),
  state: 'claimed',
  owner: '常广平',
};

describe('lights', () => {
  test('yellow: one message each to liaison and owner with all that is theirs, once', async () => {
    // Dispatched after the morning's bundle: a problem is told once a day, and these have not been told yet.
    const fresh = { ...late, loggedAt: at('17T09:20'), dispatchedAt: at('17T09:20') };
    await haveIssues(here.room, [fresh, { ...fresh, location: '解放路' }, { ...fresh, deadline: at('25T17:00') }]);
    const said = await clock('17T16:30');
    for (const name of ['王磊', '常广平']) {
      const [text, ...more] = to(said, name, '【黄灯提醒】');
      expect(text).toContain(`【黄灯提醒】${name}同志，时限将到2件（截至11月17日 15:10）：`);
      expect(text).toContain('#301 ');
      expect(text).toContain('#302 ');
      expect(more).toEqual([]);
    }
  });

  test('red: on the record once, at the next round of the clock', async () => {
    await haveIssues(here.room, [late]);
    await clock('18T09:30');
    expect(await here.steps(301)).toEqual(['log 刘志强', 'escalate 督办机器人']);
    expect((await store().records.ofIssue(301)).at(-1)).toMatchObject({
      at: at('17T17:10'),
      note: '红灯：超过时限未报整改',
    });
  });

  test('no yellow at night: what comes due at dawn is told at eight', async () => {
    await haveIssues(here.room, [{ ...late, deadline: at('18T09:00') }]);
    const said = await clock('18T08:30');
    expect(to(said, '王磊', '【黄灯提醒】')[0]).toContain('截至11月18日 08:00');
  });
});

describe('一令、二令、三令', () => {
  test('a day overdue: the draft is told to the lead alone, and nothing has left', async () => {
    await haveIssues(here.room, [late, { ...late, units: ['市住建局'], owner: null }]);
    const said = await clock('18T17:30');
    const [told, ...more] = to(said, '周敏', '【待签发】');
    expect(told).toContain('【待签发】文书草稿2份：\n提醒〔2026〕1号 提醒函 市城管局 #301 ');
    expect(told).toContain('提醒〔2026〕2号 提醒函 市住建局 #302 ');
    expect(told).toContain('同意请回复“签发提醒1号”');
    expect(more).toEqual([]);
    for (const name of ['李强', '张建国', '赵雪']) expect(to(said, name, '【待签发】')).toEqual([]);
    expect(said.filter(({ text }) => text.includes('提醒函') && !text.startsWith('【待签发】'))).toEqual([]);
    expect(await store().papers.list({})).toMatchObject([
      { state: 'draft', issueNo: 301, no: 1, unit: '市城管局' },
      { state: 'draft', issueNo: 302, no: 2, unit: '市住建局' },
    ]);
  });

  test.each(['签发提醒1号，作废提醒2号', '签发提醒1号，2号先不发'])(
    '“%s”: nothing is done, and it is said how',
    async (text) => {
      await haveIssues(here.room, [late, { ...late, units: ['市住建局'], owner: null }]);
      await clock('18T17:30');
      expect(await refusal('周敏', text)).toBe(
        '签发和作废请分开说，没有作任何改动。例如先回复“签发提醒1号”，再回复另一份。',
      );
      expect((await store().papers.list({})).map(({ state }) => state)).toEqual(['draft', 'draft']);
    },
  );

  test('signed: frozen, served on the deputy one-to-one, delivery and reading recorded; no name in the group', async () => {
    await haveIssues(here.room, [late]);
    await clock('18T17:30');
    const signing = await says('周敏', '签发提醒1号');
    expect(signing.text).toBe(
      '已签发：\n提醒〔2026〕1号 提醒函（市城管局，#301），已单独送分管负责同志1人\n送达情况请回复“查看提醒1号”。',
    );
    // The text serves it, the file follows.
    expect(signing.pushes.map(({ person }) => person)).toEqual(['李强', '李强']);
    expect(signing.pushes[1]?.text).toContain(`/${encodeURIComponent('提醒〔2026〕1号 提醒函.docx')}`);
    expect(signing.pushes[0]?.text).toContain(
      '编号：提醒〔2026〕1号　2026年11月18日\n签发：周敏\n受文单位：市城管局（分管负责同志）',
    );
    expect(signing.pushes[0]?.text).toContain('要求：请督促有关科室和责任人11月19日17:30前整改到位');
    expect((await here.steps(301)).at(-1)).toBe('escalate 周敏');
    await clock('18T18:00');
    const read = await says('李强', '查看提醒1号', { group: null });
    expect(read.text).toContain('李强：11月18日 17:30送达');
    expect((await says('周敏', '提醒1号送达了吗', { group: null })).text).toContain('11月18日 18:00已读');
    const frozen = await store().papers.list({});
    expect(await refusal('周敏', '作废提醒1号')).toContain('提醒〔2026〕1号已由周敏于11月18日 17:30签发，不能再改');
    expect(await refusal('周敏', '签发提醒1号')).toContain('不能再改');
    expect(await store().papers.list({})).toEqual(frozen);
  });

  test('three days: 督办单 to the principal takes the place of an unsigned draft; then 问责 as a draft for headquarters', async () => {
    await haveIssues(here.room, [late]);
    await clock('20T17:30');
    expect((await store().papers.list({})).map(({ title, state }) => `${title} ${state}`)).toEqual([
      '提醒函 discarded',
      '督办单 draft',
    ]);
    const signing = await says('周敏', '同意签发督办1号');
    expect(signing.pushes.map(({ person }) => person)).toEqual(['张建国', '张建国']);
    expect(signing.pushes[0]?.text).toContain('2. 书面说明逾期原因。');
    await clock('22T17:20');
    expect(await store().papers.list({ word: '问责' })).toEqual([]);
    // Sunday evening: drafted by the clock, told on Monday morning.
    const said = await clock('23T09:00');
    expect(to(said, '周敏', '【待签发】')[0]).toContain('问责〔2026〕1号 问责建议 市城管局 #301');
    const referral = await says('周敏', '签发问责1号');
    // The text, and the Word document behind it.
    expect(new Set(referral.pushes.map(({ person }) => person))).toEqual(new Set(['贺文斌']));
    expect(referral.pushes[0]?.text).toContain('是否问责、如何问责由指挥部决定');
    expect(referral.pushes[0]?.text).toContain('办理流程记录：\n11月17日');
  });

  test.each([
    ['returned twice', { ...late, deadline: at('25T17:00'), returnCount: 2 }, '提醒函'],
    ['a rebound', { ...late, deadline: at('25T17:00'), round: 2, reboundCount: 1 }, '督办单'],
  ])('%s: drafted at the daily look', async (_, issue, title) => {
    await haveIssues(here.room, [issue]);
    await clock('18T10:00');
    expect((await store().papers.list({})).map((paper) => paper.title)).toEqual([title]);
  });

  test('a 督办单 for a rebound says so and asks why it came back, not why it is late', async () => {
    await haveIssues(here.room, [{ ...late, deadline: at('25T17:00'), round: 2, reboundCount: 1 }]);
    await clock('18T10:00');
    const { text } = await says('周敏', '查看督办1号', { group: null });
    expect(text).toContain('11月17日反弹，重新交办（第2轮），时限11月25日17:00。');
    expect(text).toContain('2. 书面说明反弹原因。');
    expect(text).not.toContain('逾期');
  });

  test('a second 提醒函 to the unit within 30 days: 督办单 for that problem only', async () => {
    await haveIssues(here.room, [late, { ...late, deadline: at('18T17:00') }]);
    await clock('18T17:30');
    await says('周敏', '签发提醒1号');
    await clock('19T17:30');
    await says('周敏', '签发提醒2号');
    await clock('19T18:00');
    expect((await store().papers.list({ word: '督办' })).map(({ issueNo }) => issueNo)).toEqual([301, 302]);
  });

  test('a discarded draft is not drafted again', async () => {
    await haveIssues(here.room, [late]);
    await clock('18T17:30');
    expect((await says('周敏', '作废提醒1号')).text).toBe(
      '已作废：提醒〔2026〕1号，没有送出，同一问题本轮不再起草这一步。',
    );
    await clock('19T10:00');
    expect(await store().papers.list({ state: 'draft' })).toEqual([]);
  });

  test('what was put right after the draft is not issued, and nothing changes', async () => {
    await haveIssues(here.room, [late]);
    await clock('18T17:30');
    await says('王磊', '301已整改', { images: 1 });
    expect(await refusal('周敏', '签发提醒1号')).toContain('#301在起草之后已经有变化，提醒1号不宜再发');
    expect(await store().papers.list({ state: 'signed' })).toEqual([]);
  });
});

test('closed after the draft: it falls away the next morning, the others wait; each kind has its list', async () => {
  await haveIssues(here.room, [late, { ...late, location: '解放路' }]);
  await clock('18T17:30');
  await says('王磊', '301已整改', { images: 1 });
  await says('刘志强', '301核查通过');
  await clock('19T09:30');
  expect((await store().papers.list({})).map(({ state, note }) => [state, note])).toEqual([
    ['discarded', '问题已销号'],
    ['draft', null],
  ]);
  expect(await refusal('周敏', '签发提醒1号')).toContain('提醒〔2026〕1号已经作废（问题已销号），不能再改');
  expect((await says('周敏', '待签发的提醒函')).text).toBe('待签发1份：\n提醒〔2026〕2号 提醒函 市城管局 #302');
  expect((await says('周敏', '待签发的问责建议')).text).toBe('待签发：无');
});

test('an extension asked in time holds the ladder; refused, it goes on', async () => {
  await haveIssues(here.room, [late]);
  await says('王磊', '301申请延期到11月27日，原因：配件未到货');
  await clock('19T10:00');
  expect(await store().papers.list({})).toEqual([]);
  expect(await here.steps(301)).toEqual(['log 刘志强', 'extend 王磊']);
  await says('周敏', '不同意301延期，原因：理由不充分');
  await clock('19T10:20');
  expect((await store().papers.list({})).map(({ title }) => title)).toEqual(['提醒函']);
});

describe('who may', () => {
  test.each([
    ['赵雪', '签发提醒1号', '文书由创城办负责人签发'],
    ['李强', '签发提醒1号', '文书由创城办负责人签发'],
    ['刘志强', '作废提醒1号', '文书由创城办负责人签发或作废'],
    ['李强', '查看提醒1号', '不是发给贵单位的文书'],
    ['何静', '查看提醒1号', '不是发给贵单位的文书'],
    ['周敏', '签发提醒9号', '没有提醒〔2026〕9号这份文书'],
  ])('%s says %s: refused', async (name, text, expected) => {
    await haveIssues(here.room, [late]);
    await clock('18T17:30');
    expect(await refusal(name, text)).toContain(expected);
    expect(await store().papers.list({})).toMatchObject([{ state: 'draft' }]);
  });

  test('the list: drafts for the office, a unit sees what it got', async () => {
    await haveIssues(here.room, [late]);
    await clock('18T17:30');
    expect((await says('周敏', '待签发的文书')).text).toBe('待签发1份：\n提醒〔2026〕1号 提醒函 市城管局 #301');
    expect((await says('李强', '提醒函清单')).text).toBe('已签发：无');
    await says('周敏', '签发提醒1号');
    expect((await says('李强', '提醒函清单')).text).toContain(
      '已签发1份：\n提醒〔2026〕1号 提醒函 市城管局 #301 11月18日签发',
    );
    expect((await says('何静', '提醒函清单')).text).toBe('已签发：无');
  });

  test('in a group the text goes to the asker alone', async () => {
    await haveIssues(here.room, [late]);
    await clock('18T17:30');
    const heard = await says('周敏', '查看提醒1号');
    expect(heard.text).toBe('提醒〔2026〕1号 提醒函（市城管局）：草稿，待签发\n全文已单独发给您。');
    expect(heard.pushes[0]).toMatchObject({ person: '周敏' });
    expect(heard.pushes[0]?.text).toContain('办理流程记录：');
  });
});
