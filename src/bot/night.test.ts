/** 夜间 (domain §13.2) as conversations: what goes at once, what waits for the morning, and what the sender is told. */
import { expect, test } from 'vitest';
import { inRoom } from '../testing/in-room.ts';
import { haveIssues } from '../testing/room-issues.ts';

/** A Wednesday, late. */
const here = inRoom({ at: '2026-11-18T22:00:00+08:00' });
const { says } = here;
const clock = (text: string) => here.room.clock(`2026-11-${text}:00+08:00`);
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const to = (messages: readonly { person: string | null; text: string }[], person: string) =>
  messages.filter((message) => message.person === person).map(({ text }) => text);
const open = { state: 'claimed' as const, deadline: at('20T17:00'), dispatchedAt: at('17T09:00') };

test('an urge typed at ten in the evening arrives at eight, once, and its sender is told', async () => {
  await haveIssues(here.room, [open]);
  const heard = await says('周敏', '催一下301');
  expect(heard.text).toBe(
    '已催办1件。单独告知：王磊（#301）。\n夜间和休息日免打扰：给王磊的消息明天08:00送达，急事请电话联系。',
  );
  expect(heard.pushes).toEqual([]);
  expect(to(await clock('19T07:59'), '王磊')).toEqual([]);
  const [letter, ...more] = to(await clock('19T08:00'), '王磊');
  expect(letter).toContain('【催办】周敏请您抓紧办理1件：');
  expect(letter).toContain('（11月18日 22:00的消息，夜间和休息日暂存）');
  expect(more).toEqual([]);
  expect(to(await clock('19T08:30'), '王磊').filter((text) => text.includes('催办'))).toEqual([]);
});

test('what was put right overnight is not pressed for any more', async () => {
  await haveIssues(here.room, [open]);
  await says('周敏', '催一下301');
  await says('王磊', '301已整改', { images: 1 });
  expect(to(await clock('19T08:10'), '王磊').filter((text) => text.includes('【催办】'))).toEqual([]);
});

test('a report at night: the answer at once, the verifier in the morning, which the unit is told', async () => {
  await haveIssues(here.room, [open]);
  const heard = await says('王磊', '301已整改', { images: 1 });
  expect(heard.text).toContain('【待核查】#301');
  expect(heard.text).toContain('给刘志强的消息明天08:00送达');
  expect(to(heard.pushes, '刘志强')).toEqual([]);
  expect(to(await clock('19T08:00'), '刘志强')[0]).toContain('【待核查】#301');
});

test('an appeal at night waits; the answer in its conversation never does', async () => {
  await haveIssues(here.room, [{ ...open, dispatchedAt: at('18T21:00'), state: 'dispatched' }]);
  const heard = await says('王磊', '301申诉，不属于我单位，应由市住建局负责');
  expect(heard.text).toContain('给周敏的消息明天08:00送达');
  expect(heard.pushes).toEqual([]);
  expect((await says('周敏', '301', { group: null })).text).toContain('#301');
  const morning = await clock('19T08:00');
  const card = morning.find(({ person, text }) => person === '周敏' && text.includes('申诉'));
  // What came in the morning can be answered by quoting it.
  expect((await says('周敏', '不同意', { group: null, quote: card?.id ?? '' })).text).toContain('驳回');
});

test('danger to people goes at once, with its tag', async () => {
  const logged = await says('刘志强', '人民路12号门前井盖缺失，请市住建局马上处理', { images: 1 });
  expect(logged.replies[0]?.mentions).toEqual(['何静']);
  const urged = await says('周敏', '催一下1');
  expect(urged.text).not.toContain('免打扰');
  expect(to(urged.pushes, '何静')[0]).toContain('【催办】');
});

test('no tag at night for what can wait', async () => {
  const logged = await says('刘志强', '人民路12号门前垃圾满溢，请市环卫中心明天下午5点前清运', { images: 1 });
  expect(logged.text).toContain('【交办】#1');
  expect(logged.text).not.toContain('@');
  expect(logged.replies[0]?.mentions).toEqual([]);
});

test('a paper signed at night is served in the morning, and its time counts from then', async () => {
  await haveIssues(here.room, [{ ...open, deadline: at('16T17:00') }]);
  await says('周敏', '301启动一令');
  const signing = await says('周敏', '签发提醒1号');
  expect(signing.text).toContain('给李强的消息明天08:00送达');
  expect(signing.pushes.filter(({ person }) => person === '李强')).toEqual([]);
  const [paper, file] = to(await clock('19T08:00'), '李强');
  expect(paper).toContain('11月20日08:00前');
  expect(file).toContain('提醒〔2026〕1号 提醒函');
  expect((await says('周敏', '提醒1号送达了吗', { group: null })).text).toContain('李强：11月19日 08:00送达');
});

test('what one has asked for oneself comes at once', async () => {
  await haveIssues(here.room, [{ ...open, deadline: at('16T17:00') }]);
  const heard = await says('周敏', '301启动一令');
  expect(to(heard.pushes, '周敏')[0]).toContain('【待签发】');
});

test('on Sunday a step goes at once, an urge only to who is at work', async () => {
  await clock('22T10:00');
  await haveIssues(here.room, [
    { ...open, deadline: at('27T17:00') },
    { ...open, deadline: at('27T17:00'), units: ['市住建局'] },
  ]);
  expect((await says('周敏', '催一下301')).text).toContain('给王磊的消息明天08:00送达');
  await says('何静', '302正在处理，下午完成');
  expect(to((await says('周敏', '催一下302')).pushes, '何静')[0]).toContain('【催办】');
  const reported = await says('王磊', '301已整改', { images: 1 });
  expect(reported.text).not.toContain('免打扰');
});
