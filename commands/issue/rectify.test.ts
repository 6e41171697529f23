import { describe, expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says, steps } = here;

const LOG = '牛角巷口占道经营，请城管局今天下午5点前处理';
const photosOf = async (no: number) =>
  (await here.room.house.storage.store.pictures.ofIssue(no)).map(({ kind }) => kind);

test('with a picture: reported, on record, the verify card with its buttons, the logger told one-to-one', async () => {
  await says('刘志强', LOG, { images: 1 });
  await says('王磊', '认领1');
  const heard = await says('王磊', '1已整改到位，请核查', { images: 1 });
  expect(heard.text).toBe(
    [
      '【待核查】#1|市城管局 10:00报整改（王磊）',
      '点位：牛角巷口（背街小巷·东湖街道）',
      '问题：占道经营（占道经营）',
      '图片：整改前1张，整改后1张',
      '请核查后回复“1核查通过”或“1退回，原因：…”。',
    ].join('\n'),
  );
  expect(heard.replies[0]).toMatchObject({
    mentions: [],
    buttons: [
      { label: '通过', says: '1核查通过' },
      { label: '退回', says: '1退回' },
    ],
  });
  expect(heard.pushes).toMatchObject([{ person: '刘志强', text: heard.text }]);
  expect(await here.room.issue(1)).toMatchObject({
    state: 'reported',
    reportedBy: '王磊',
    reportedAt: here.room.now(),
  });
  expect(await steps(1)).toEqual(['log 刘志强', 'dispatch 刘志强', 'claim 王磊', 'report 王磊']);
  expect(await photosOf(1)).toEqual(['before', 'after']);
});

test('by quoting the card, without a claim: that is the claim too', async () => {
  const logged = await says('刘志强', LOG);
  await says('王磊', '已整改', { images: 1, quote: logged.replies[0]?.id ?? '' });
  expect(await here.room.issue(1)).toMatchObject({ state: 'reported', owner: '王磊', claimedAt: here.room.now() });
});

test('without a picture it is asked for and nothing changes; the picture alone completes it', async () => {
  await says('刘志强', LOG);
  const before = await here.holding();
  const asked = await says('王磊', '1已整改完毕');
  expect(asked.text).toBe('还差照片：请把#1整改后的照片发来，引用本条即可，收到后转核查。');
  expect(await here.holding()).toBe(before);
  const filled = await says('王磊', '', { images: 2, quote: asked.replies[0]?.id ?? '' });
  expect(filled.text).toContain('【待核查】#1');
  expect(await photosOf(1)).toEqual(['after', 'after']);
});

test('the picture of what was found, quoted, is no proof', async () => {
  const found = await says('刘志强', LOG, { images: 1 });
  expect((await says('王磊', '1已整改', { quote: found.id })).text).toContain('还差照片');
  expect(await here.room.issue(1)).toMatchObject({ state: 'dispatched' });
});

test('several numbers: one report each, the pictures with all', async () => {
  await says('刘志强', LOG);
  await says('刘志强', '油坊巷口占道经营，请城管局今天下午5点前处理');
  const heard = await says('王磊', '1、2已整改完毕', { images: 2 });
  expect(heard.text).toContain('【待核查】#1');
  expect(heard.text).toContain('【待核查】#2');
  expect([await photosOf(1), await photosOf(2)]).toEqual([
    ['after', 'after'],
    ['after', 'after'],
  ]);
  expect(await steps(2)).toContain('report 王磊');
});

test('a grid entry goes to be verified to who dispatched it, for its logger may not verify', async () => {
  await says('丁一', '翠竹园3栋楼道堆放杂物');
  await says('赵雪', '确认1');
  const heard = await says('韩梅', '1已整改', { images: 1 });
  expect(heard.pushes.map(({ person }) => person)).toEqual(['赵雪']);
});

describe('refused, and nothing changes', () => {
  test.each([
    ['冯涛', '1已整改', '#1由市城管局整改'],
    ['刘志强', '1已整改完毕', '报整改由责任单位的联络员或责任人办理'],
    ['王磊', '99已整改', '没有#99这个问题，请核对编号。'],
  ])('%s says %s', async (name, text, sentence) => {
    await says('刘志强', LOG);
    const before = await here.holding();
    expect((await says(name, text, { images: 1 })).text).toContain(sentence);
    expect(await here.holding()).toBe(before);
  });

  test('reported already', async () => {
    await says('刘志强', LOG);
    await says('王磊', '1已整改', { images: 1 });
    const before = await here.holding();
    expect((await says('王磊', '1已整改', { images: 1 })).text).toContain('#1已报整改，正待核查');
    expect(await here.holding()).toBe(before);
  });
});
