/** 市民留言 as conversations: from a citizen's first word to his yes or no (domain §11). */
import { describe, expect, test } from 'vitest';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const ALONE = { group: null } as const;
const citizens = () => here.room.house.storage.store.citizens;
const message = async (no: number) => {
  const found = await citizens().find(no);
  if (!found) throw new Error(`no message ${no}`);
  return found;
};
const stepsOf = async (no: number) => (await citizens().recordsOf(no)).map(({ step, by }) => `${step} ${by}`);
const heardBy = (pushes: readonly { person: string | null; text: string }[], name: string): string =>
  pushes
    .filter(({ person }) => person === name)
    .map(({ text }) => text)
    .join('\n');

const SEEN = '翠竹园小区门口天天有人占道卖菜，能管管吗';

/** The problem of the first message goes all the way to its closing. */
async function closeProblem(no = 1, isDraft = true): Promise<void> {
  if (isDraft) await here.says('周敏', `确认${no}，责任单位市城管局`);
  await here.says('王磊', `认领${no}`);
  await here.says('王磊', `${no}已整改到位`, { images: 1 });
  await here.says('赵雪', `${no}核查通过`);
  expect((await here.room.issue(no)).state).toBe('closed');
}

describe('a citizen in a one-to-one chat', () => {
  test('his message is numbered, becomes a problem that waits, and the office is told', async () => {
    const heard = await here.says('路人甲', `你好 我想反映一下 ${SEEN} 电话13812340000`, { ...ALONE, images: 1 });
    expect(heard.text).toContain('留言1已登记');
    expect(await message(1)).toMatchObject({ state: 'open', issueNo: 1, channel: 'citizen', registeredBy: null });
    const issue = await here.room.issue(1);
    expect(issue).toMatchObject({ state: 'draft', source: 'citizen', loggedBy: '市民', category: 'street_order' });
    expect(await here.room.house.storage.store.pictures.ofIssue(1)).toHaveLength(1);
    const card = heardBy(heard.pushes, '周敏');
    expect(card).toContain('【市民留言】留言1');
    expect(card).toContain('138****0000');
    expect(card).toContain('回复“确认1”交办');
    expect(await stepsOf(1)).toEqual(['receive 市民']);
  });

  test('his telephone number stands in its own table only, and is shown to who handles it, one-to-one', async () => {
    await here.says('路人甲', `${SEEN}，电话13812340000`, ALONE);
    await closeProblem();
    const { store } = here.room.house.storage;
    expect(await citizens().contactOf(1)).toMatchObject({ phone: '13812340000', personId: '路人甲' });
    const everything = JSON.stringify([
      await citizens().list({}),
      await citizens().recordsOf(1),
      await here.room.issues(),
      await store.records.ofIssue(1),
    ]);
    expect(everything).not.toContain('13812340000');
    expect(everything).not.toContain('路人甲');
    expect((await here.says('周敏', '留言1办得怎么样了', ALONE)).text).toContain('13812340000');
    expect((await here.says('王磊', '留言1办得怎么样了', ALONE)).text).toContain('13812340000');
    expect((await here.says('周敏', '留言1办得怎么样了')).text).not.toContain('13812340000');
    expect((await here.says('刘志强', '留言1办得怎么样了', ALONE)).text).not.toContain('13812340000');
    expect((await here.says('何静', '留言1办得怎么样了', ALONE)).text).toContain('没有查到');
  });

  test('typed in full-width digits it is kept apart as well, also from the messages kept for quotes', async () => {
    await here.says('路人甲', `${SEEN}，我电话１３８１２３４００００`, ALONE);
    expect(await citizens().contactOf(1)).toMatchObject({ phone: '13812340000' });
    expect(JSON.stringify(await citizens().list({}))).not.toMatch(/13812340000|１３８１２３４００００/);
    const [record] = await citizens().recordsOf(1);
    const id = record?.messageId?.replace('simulator:', '') ?? '';
    expect(await here.room.house.storage.store.inbox.textOf('simulator', id)).toBe(`${SEEN}，我电话１３８****００００`);
  });

  test('without a place it is asked for, and the answer completes the same message', async () => {
    const asked = await here.says('路人甲', '我要反映，垃圾好几天没人清了', ALONE);
    expect(asked.text).toContain('还差具体位置');
    expect(await message(1)).toMatchObject({ location: null, issueNo: null });
    expect(await here.room.issues()).toEqual([]);
    await here.says('路人甲', '翠竹园3号楼下', ALONE);
    expect(await citizens().list({})).toHaveLength(1);
    expect(await message(1)).toMatchObject({ issueNo: 1 });
    expect((await here.room.issue(1)).source).toBe('citizen');
  });

  test('the same place and matter from several people is linked, the first is noted', async () => {
    await here.says('路人甲', SEEN, ALONE);
    const second = await here.says('路人乙', '反映翠竹园小区门口占道卖菜', ALONE);
    expect(second.text).toContain('与留言1为同一事项');
    expect(await message(2)).toMatchObject({ firstNo: 1, issueNo: 1 });
    expect(await here.room.issues()).toHaveLength(1);
  });

  test('in a group a stranger is nobody, and nothing is recorded', async () => {
    const heard = await here.says('路人甲', SEEN);
    expect(heard.text).toContain('通讯录里还没有您');
    expect(await citizens().list({})).toEqual([]);
  });

  test('he sees his own messages and nobody else’s', async () => {
    await here.says('路人甲', SEEN, ALONE);
    expect((await here.says('路人甲', '我反映的怎么样了', ALONE)).text).toContain('待答复');
    expect((await here.says('路人乙', '我反映的怎么样了', ALONE)).text).toContain('没有查到您的留言');
  });
});

describe('the office for a citizen, and 12345', () => {
  test('with a unit it is dispatched at once', async () => {
    const heard = await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局处理');
    expect(heard.text).toContain('留言1已登记');
    expect(heard.text).toContain('【交办】#1');
    expect(await here.room.issue(1)).toMatchObject({ state: 'dispatched', source: '12345', units: ['市城管局'] });
    expect(await message(1)).toMatchObject({ channel: '12345', registeredBy: '赵雪', units: ['市城管局'] });
  });

  test('a unit does not take down messages: refused, nothing recorded', async () => {
    expect(await here.refusal('王磊', '登记市民留言：翠竹园小区门口占道卖菜')).toMatch(/权限|创城办/);
    expect(await citizens().list({})).toEqual([]);
  });
});

describe('answers and verdicts', () => {
  test('the unit answers, the citizen reads it; it is closed with its problem and he is asked', async () => {
    await here.says('路人甲', SEEN, ALONE);
    await here.says('周敏', '确认1，责任单位市城管局');
    const answered = await here.says('王磊', '留言1已回复：已安排专人值守，三天内规范');
    expect(heardBy(answered.pushes, '路人甲')).toContain('已安排专人值守');
    expect(await message(1)).toMatchObject({ state: 'open', answeredBy: '王磊' });
    await here.says('王磊', '1已整改到位', { images: 1 });
    await here.says('赵雪', '1核查通过');
    const asked = await here.room.clock('2026-11-18T10:20:00+08:00');
    expect(heardBy(asked, '路人甲')).toContain('您对办理结果满意吗');
    expect(await message(1)).toMatchObject({ state: 'closed', satisfied: null });
    expect((await here.says('路人甲', '满意，谢谢', ALONE)).text).toContain('谢谢您的评价');
    expect(await message(1)).toMatchObject({ state: 'closed', satisfied: true });
    expect(await stepsOf(1)).toEqual(['receive 市民', 'answer 王磊', 'close 督办机器人', 'rate 市民']);
  });

  test('not satisfied: once more to the unit, and after the second no to the office', async () => {
    await here.says('路人甲', SEEN, ALONE);
    await closeProblem();
    await here.room.clock('2026-11-18T10:20:00+08:00');
    const again = await here.says('路人甲', '不满意，晚上还在摆', ALONE);
    expect(again.text).toContain('再办理一次');
    expect(heardBy(again.pushes, '王磊')).toContain('请再办理一次');
    expect(await message(1)).toMatchObject({ state: 'open', round: 2 });
    expect((await here.room.issue(1)).state).toBe('closed');
    await here.room.clock('2026-11-18T11:00:00+08:00');
    expect(await message(1)).toMatchObject({ state: 'open', round: 2 });
    const answered = await here.says('王磊', '留言1已回复：夜间摊点已劝离，加派夜班');
    expect(heardBy(answered.pushes, '路人甲')).toContain('您对办理结果满意吗');
    const last = await here.says('路人甲', '不满意', ALONE);
    expect(heardBy(last.pushes, '周敏')).toContain('仍不满意');
    expect(await message(1)).toMatchObject({ state: 'closed', round: 2, satisfied: false });
  });

  test('another unit cannot answer, and nothing changes', async () => {
    await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局处理');
    const heard = await here.says('何静', '留言1已回复：已处理完毕');
    expect(heard.text).toContain('由市城管局办理');
    expect(await message(1)).toMatchObject({ answeredAt: null });
    expect(await stepsOf(1)).toEqual(['receive 赵雪']);
  });

  test('a citizen who was not asked has nothing to judge', async () => {
    await here.says('路人甲', SEEN, ALONE);
    expect((await here.says('路人甲', '留言1不满意', ALONE)).text).toContain('还在办理');
    expect(await message(1)).toMatchObject({ satisfied: null, round: 1 });
    expect((await here.says('赵雪', '留言9已回复：已处理')).text).toContain('没有留言9');
  });

  test('the office tells what was said on the telephone', async () => {
    await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局处理，电话13812340000');
    expect((await here.says('赵雪', '留言1已回复：已要求商户清洗油烟机')).text).toContain('请电话回复');
    await here.says('赵雪', '留言1已回复，市民满意');
    expect(await message(1)).toMatchObject({ state: 'closed', satisfied: true });
  });

  test.each([
    ['赵雪', '留言1已答复：垃圾满溢的问题解决了'],
    ['王磊', '留言1已答复：路灯问题已经解决了'],
    ['王磊', '留言1已答复：已派人清理，市民满意'],
    ['赵雪', '留言1已答复：一定整改到让群众满意'],
  ])('%s says %s: no verdict, and the citizen reads the answer', async (by, text) => {
    await here.says('路人甲', SEEN, ALONE);
    await here.says('周敏', '确认1，责任单位市城管局');
    const heard = await here.says(by, text);
    expect(heardBy(heard.pushes, '路人甲')).toContain('答复如下');
    expect(heardBy(heard.pushes, '路人甲')).not.toContain('市民满意');
    expect(await message(1)).toMatchObject({ satisfied: null, answeredBy: by });
  });

  test.each(['群众说满意', '市民表示满意', '回访满意'])(
    'the office tells the verdict as the citizen’s: %s',
    async (words) => {
      await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局处理');
      await here.says('赵雪', '留言1已回复：已要求商户清洗油烟机');
      await here.says('赵雪', `留言1已回复，${words}`);
      expect(await message(1)).toMatchObject({ state: 'closed', satisfied: true });
    },
  );

  test('a no on the telephone goes to the unit once more', async () => {
    await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局处理');
    await closeProblem(1, false);
    await here.room.clock('2026-11-18T10:20:00+08:00');
    const told = await here.says('赵雪', '留言1已回访，市民不满意，晚上油烟更大', ALONE);
    expect(heardBy(told.pushes, '王磊')).toContain('【市民不满意】留言1（#1）请再办理一次');
    expect(await message(1)).toMatchObject({ state: 'open', round: 2 });
    expect((await stepsOf(1)).at(-1)).toBe('again 赵雪');
  });

  test('the list has the rates, and names what nobody has answered in 24 hours', async () => {
    await here.says('路人甲', SEEN, ALONE);
    await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局处理');
    await here.says('王磊', '留言2已回复：已约谈商户');
    await here.room.clock('2026-11-19T11:00:00+08:00');
    const list = (await here.says('周敏', '还有几条市民留言没回复')).text;
    expect(list).toContain('市民留言1件');
    expect(list).toContain('超过24小时未答复1件：留言1');
    expect((await here.says('周敏', '本周市民留言有多少条')).text).toContain('回复率50.0%(1/2)');
  });
});

describe('the office hands a message on', () => {
  test('to a unit, which then answers', async () => {
    await here.says('路人甲', '我要反映，垃圾好几天没人清了', ALONE);
    const heard = await here.says('赵雪', '留言1转城管局办理');
    expect(heard.text).toBe('留言1已转市城管局办理。');
    expect(await message(1)).toMatchObject({ units: ['市城管局'], issueNo: null });
    await here.says('王磊', '留言1已回复：垃圾已清理');
    expect(await message(1)).toMatchObject({ state: 'closed', answer: '垃圾已清理' });
    expect(await stepsOf(1)).toEqual(['receive 市民', 'link 赵雪', 'close 王磊']);
  });

  test('to a problem that is there already, and to an earlier message', async () => {
    await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局处理');
    await here.says('路人甲', '我要反映，油烟太大了', ALONE);
    await here.says('路人乙', '我要反映，油烟熏人', ALONE);
    await here.says('赵雪', '留言2对应#1');
    expect(await message(2)).toMatchObject({ issueNo: 1, units: ['市城管局'] });
    await here.says('赵雪', '留言3和留言1是同一件事');
    expect(await message(3)).toMatchObject({ issueNo: 1, firstNo: 1, units: ['市城管局'] });
  });

  test.each([
    ['an unknown message', '赵雪', '留言9转城管局办理', /没有留言9/],
    ['an unknown problem', '赵雪', '留言1对应#99', /没有#99/],
  ])('%s: refused, nothing changes', async (_, by, text, words) => {
    await here.says('路人甲', '我要反映，垃圾好几天没人清了', ALONE);
    const before = await message(1);
    expect((await here.says(by, text)).text).toMatch(words);
    expect(await message(1)).toEqual(before);
    expect(await stepsOf(1)).toEqual(['receive 市民']);
  });
});

test('a message goes with its problem when that is merged into another', async () => {
  await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局处理');
  await here.says('赵雪', '12345转来：解放路80号油烟扰民，请城管局处理');
  await here.says('周敏', '2和1重复，合并');
  expect((await here.room.issue(2)).state).toBe('merged');
  await here.room.clock('2026-11-18T10:20:00+08:00');
  expect(await message(2)).toMatchObject({ issueNo: 1, state: 'open' });
  await here.says('王磊', '1已整改到位', { images: 1 });
  await here.says('赵雪', '1核查通过');
  await here.room.clock('2026-11-18T10:40:00+08:00');
  expect((await citizens().list({})).map(({ state }) => state)).toEqual(['closed', 'closed']);
});

test('我的待办 names what is to be answered', async () => {
  await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局处理');
  await here.says('路人甲', '我要反映，垃圾好几天没人清了', ALONE);
  expect((await here.says('王磊', '我的待办')).text).toMatch(/待答复留言：\n留言1 .*：待答复/);
  expect((await here.says('赵雪', '我的待办')).text).toMatch(/待答复留言：\n留言2 /);
});

test('another unit asks after 待办 and reads no message of it', async () => {
  await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局处理，电话13812340000');
  expect((await here.says('何静', '城管局的待办')).text).not.toMatch(/留言|1381234|138\*/);
  expect((await here.says('赵雪', '城管局的待办')).text).toContain('留言1');
});

describe('contacts stay apart', () => {
  test('the words of the frame and the telephone are no part of the problem; a number within a telephone is no hotline', async () => {
    await here.says('赵雪', '登记留言：市民反映阳光新城西门占道经营，电话13812345678');
    expect(await message(1)).toMatchObject({ channel: 'citizen' });
    expect(await here.room.issue(1)).toMatchObject({ location: '阳光新城西门', description: '占道经营' });
    await here.says('赵雪', '12345转来：文昌路8号门口垃圾没人清，诉求人电话13900001111');
    expect(await message(2)).toMatchObject({ channel: '12345' });
    expect((await here.room.issue(2)).description).toBe('垃圾没人清');
  });

  test('in a log, a progress and a record nobody can be called up', async () => {
    await here.says('刘志强', '翠竹园3栋楼道堆物，居民13812345678反映，请东湖街道今天下午5点前清理');
    expect((await here.room.issue(1)).description).not.toContain('13812345678');
    await here.says('韩梅', '1正在处理，已联系住户13912345678');
    expect((await here.says('刘志强', '1记录')).text).not.toMatch(/1[3-9]\d{9}/);
  });

  test('满意 before anybody has answered is too early', async () => {
    await here.says('赵雪', '12345转来：解放路78号油烟扰民，请城管局处理');
    expect((await here.says('赵雪', '留言1满意')).text).toContain('满意与否以后再登记');
    expect(await message(1)).toMatchObject({ state: 'open', answeredAt: null });
  });
});

describe('a citizen asks after his message in three words', () => {
  test.each(['怎么样了', '处理了吗', '有结果吗', '到底管不管', '修好了没有', '还要等多久'])('%s', async (words) => {
    await here.says('路人甲', SEEN, ALONE);
    const { text } = await here.says('路人甲', words, ALONE);
    expect(text).toContain('留言1（市民留言）：待答复');
    expect(await citizens().find(2)).toBeUndefined();
  });

  test('while his place is asked for, too, and the place may still come', async () => {
    await here.says('路人甲', '我要反映，垃圾好几天没人清了', ALONE);
    expect((await here.says('路人甲', '怎么样了', ALONE)).text).toContain('留言1（市民留言）');
    expect(await message(1)).toMatchObject({ location: null });
    await here.says('路人甲', '翠竹园小区门口', ALONE);
    expect(await message(1)).toMatchObject({ location: '翠竹园小区门口' });
  });

  test('who has sent nothing is told how to', async () => {
    expect((await here.says('路人甲', '怎么样了', ALONE)).text).toContain('没有查到您的留言');
  });
});
