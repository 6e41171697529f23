/** A numbered paper from the first draft to its correction, as the office talks of it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { workedCase } from '../../src/domain/testing/worked-case.ts';
import { specialIssueDocx } from '../../src/papers/special-issue-docx.ts';
import type { SpecialIssue } from '../../src/papers/special-issue.ts';
import { memberText } from '../../src/papers/testing/unzip.ts';
import { attachedFile } from '../../src/testing/attached.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { closeRoom } from '../../src/testing/close-room.ts';
import { openRoom, WEDNESDAY_10 } from '../../src/testing/room.ts';
import type { Room } from '../../src/testing/room.ts';

let room: Room;

beforeEach(async () => {
  room = await openRoom();
  await haveIssues(room, workedCase);
});

afterEach(() => closeRoom(room));

const archive = () => room.house.storage.store.publications.list({});

it('the figures of the asked period stand in a draft; nothing goes out', async () => {
  const { text, pushes } = await room.says('周敏', '出一期本周的督查专报，先发我看看再推送');
  expect(text).toContain('【草稿1号】创城督查专报 第　期（草稿）');
  expect(text).toContain('关于11月16日至22日督查整改情况的通报');
  expect(text).toContain('整改率44.44%（4/9），按期整改率33.33%（2/6）');
  expect(text).toContain('发往：创城督查工作群、部门群、街道乡镇群');
  expect(pushes).toEqual([]);
  const [draft] = await archive();
  expect(draft).toMatchObject({ state: 'draft', no: null, draftedBy: '周敏', figures: { count: 9 } });
});

it('a draft is changed in chat, by its quote or as the only one there is', async () => {
  const first = await room.says('赵雪', '起草本周的督查情况通报', { group: null });
  const card = first.replies.at(-1)?.id ?? '';
  const added = await room.says('赵雪', '第四部分加一句：对连续两周垫底的单位进行约谈', { group: null, quote: card });
  expect(added.text).toContain('对连续两周垫底的单位进行约谈。');
  const third = /三、存在问题\n(.*)\n/.exec(added.text)?.[1] ?? '';
  expect(third).not.toBe('');
  const deleted = await room.says('赵雪', '把第三部分第1条删掉', { group: null });
  expect(deleted.text).not.toContain(third);
  const replaced = await room.says('周敏', '第一部分第1条改为：本周督查情况如下', { group: null });
  expect(replaced.text).toContain('本周督查情况如下。');
  expect((await room.says('赵雪', '把第九部分第1条删掉', { group: null })).text).toContain('没有第9部分');
  expect((await room.says('赵雪', '标题改为：关于近期督查情况的通报', { group: null })).text).toContain(
    '关于近期督查情况的通报',
  );
});

it('signed by the lead it is numbered, filed, and goes as a file to the groups and to 指挥部', async () => {
  await room.clock(new Date(Date.parse(WEDNESDAY_10) + 7 * 86_400_000).toISOString());
  const draft = await room.says('赵雪', '出一期本周的督查专报');
  const quote = draft.replies.at(-1)?.id ?? '';
  expect((await room.says('赵雪', '签发', { quote })).text).toContain('通报由创城办负责人签发');
  const { text, replies, pushes } = await room.says('周敏', '签发', { quote });
  expect(text).toContain('《督查专报》第1期已签发，发往创城督查工作群、部门群、街道乡镇群。正在制作文件');
  const sent = [...replies, ...pushes].filter((message) => message.text.includes('附件：'));
  expect(sent.map(({ group, person }) => group ?? person).toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))).toEqual(
    ['city', 'departments', 'towns', '贺文斌'],
  );
  expect(sent[0]?.text).toContain('【督查专报】第1期\n关于11月23日至25日督查整改情况的通报');
  const [kept] = await archive();
  const file = await attachedFile(room, sent[0]);
  const again = await specialIssueDocx(JSON.parse(JSON.stringify(kept?.model)) as SpecialIssue); // as stored
  expect(memberText(file, 'word/document.xml') === memberText(again, 'word/document.xml')).toBe(true);
  expect(memberText(file, 'word/document.xml')).toContain('第1期');
  expect((await room.says('周敏', '签发草稿1号')).text).toContain('已由周敏于11月25日 10:00签发，不能再改');
  expect((await room.says('周敏', '草稿1号第一部分第1条改为：另写')).text).toContain('不能再改');
  expect((await archive())[0]).toEqual(kept);
});

it('signed days later, the time the overdue are given counts from the signature, and the lead is told', async () => {
  const draft = await room.says('赵雪', '出一期本周的督查专报', { group: null });
  expect(draft.text).toContain('11月25日前整改到位');
  await room.clock('2026-11-27T10:00:00+08:00');
  const { text } = await room.says('周敏', '签发草稿1号', { group: null });
  expect(text).toContain('整改期限从签发起算，改为11月30日前。');
  const [kept] = await archive();
  expect(kept?.text).toContain('2026年11月27日');
  expect(kept?.text).toContain('11月30日前整改到位');
  expect(kept?.text).not.toContain('11月25日前整改到位');
  const correction = await room.says('赵雪', '更正督查专报第1期：有一处笔误', { group: null });
  expect(correction.text).toContain('草稿2号');
  await room.clock('2026-11-30T10:00:00+08:00');
  expect((await room.says('周敏', '签发草稿2号', { group: null })).text).not.toContain('整改期限');
});

it('a day that somebody wrote into the draft stays', async () => {
  await room.says('赵雪', '出一期本周的督查专报', { group: null });
  await room.says('赵雪', '第四部分第1条改为：限期整改。各单位11月26日前整改到位', { group: null });
  await room.clock('2026-11-25T10:00:00+08:00');
  expect((await room.says('周敏', '签发草稿1号', { group: null })).text).not.toContain('整改期限');
  expect((await archive())[0]?.text).toContain('各单位11月26日前整改到位');
});

it('a signature is a person’s order: it goes out on a Sunday too, and does not use up the groups’ pushes', async () => {
  await room.says('周敏', '做一份上周的周报', { group: null });
  const { pushes } = await room.says('周敏', '签发上周的周报', { group: null });
  expect(pushes.filter(({ text }) => text.includes('附件：')).map(({ group }) => group)).toContain('city');
  const { outbox } = room.house.storage.store;
  expect(await outbox.pushesOn('simulator:group:city', '2026-11-22')).toBe(0);
});

it('a correction is a new paper that says so; the old one stays', async () => {
  await room.clock('2026-11-23T10:00:00+08:00');
  await room.says('周敏', '做一份上周的周报', { group: null });
  await room.says('周敏', '签发草稿1号', { group: null });
  const before = await archive();
  const explained = await room.says('赵雪', '更正周报第1期：整改率应为87.42%', { group: null });
  expect(explained.text).toContain('【草稿2号】创城督查周报 第　期（草稿）');
  expect(explained.text).toContain('本期更正《创城督查周报》第1期，有关数据和表述以本期为准。');
  expect(explained.text).toContain('一、更正说明\n整改率应为87.42%。');
  expect((await room.says('周敏', '签发草稿2号', { group: null })).text).toContain('《周报》第2期已签发');
  expect((await archive()).filter(({ id }) => id === before[0]?.id)).toEqual(before);
  expect((await room.says('赵雪', '更正周报第7期：笔误', { group: null })).text).toContain('没有找到已签发的周报第7期');
});

it('a draft that is discarded is gone; drafts are for the office, published ones for all', async () => {
  await room.clock('2026-11-23T10:00:00+08:00');
  await room.says('周敏', '做一份上周的周报', { group: null });
  expect((await room.says('王磊', '看看草稿1号', { group: null })).text).toContain('草稿由创城办核对');
  expect((await room.says('赵雪', '草稿1号不发了', { group: null })).text).toContain('草稿1号（周报）已作废');
  expect((await room.says('周敏', '签发草稿1号', { group: null })).text).toContain('已经作废');
  await room.says('周敏', '做一份上周的周报', { group: null });
  await room.says('周敏', '签发草稿2号', { group: null });
  const shown = await room.says('王磊', '查看周报第1期', { group: null });
  expect(shown.text).toContain('签发：周敏');
  expect(shown.text).toContain('附件：/sim/api/files/');
});

it('signed at night it goes out in the morning, and who signs is told when; his own copy comes at once', async () => {
  await room.clock('2026-11-25T22:00:00+08:00');
  await room.says('周敏', '出一期本周的督查专报', { group: null });
  const { text, replies, pushes } = await room.says('周敏', '签发草稿1号', { group: null });
  expect(text).toContain(
    '《督查专报》第1期已签发，明天08:00发往创城督查工作群、部门群、街道乡镇群（夜间和休息日免打扰），文件先单独发给您。',
  );
  const files = (messages: readonly { text: string; group: string | null; person: string | null }[]) =>
    messages.filter((message) => message.text.includes('附件：')).map(({ group, person }) => group ?? person);
  expect(files([...replies, ...pushes])).toEqual(['周敏']);
  expect(files(await room.clock('2026-11-26T07:50:00+08:00'))).toEqual([]);
  const morning = files(await room.clock('2026-11-26T08:10:00+08:00'));
  expect(new Set(morning)).toEqual(new Set(['city', 'departments', 'towns', '贺文斌']));
});
