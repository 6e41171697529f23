import { expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says } = here;

const LOG = '牛角巷口占道经营，请城管局今天下午5点前处理';

test('what was said stands in the record, the problem stays as it is', async () => {
  await says('刘志强', LOG);
  await says('王磊', '认领1');
  const before = await here.room.issue(1);
  const heard = await says('王磊', '1已联系摊主，正在处理');
  expect(heard.text).toBe('已记下#1的进展。#1 今天17:00到期。整改后回复“1已整改”并附照片。');
  expect(await here.room.issue(1)).toEqual(before);
  const records = await here.room.house.storage.store.records.ofIssue(1);
  expect(records.at(-1)).toMatchObject({
    step: 'progress',
    by: '王磊',
    groupId: 'city',
    note: '1已联系摊主，正在处理',
  });
});

test('pictures are kept as pictures of the progress; beside a report they are the report’s', async () => {
  const { pictures } = here.room.house.storage.store;
  const kinds = async (no: number) => (await pictures.ofIssue(no)).map(({ kind }) => kind);
  await says('刘志强', LOG, { images: 1 });
  await says('王磊', '1正在清理，还剩两处', { images: 2 });
  expect(await kinds(1)).toEqual(['before', 'progress', 'progress']);
  expect((await says('刘志强', '查1')).text).toContain('图片：整改前1张，进展2张');
  await says('刘志强', '油坊巷口占道经营，请城管局今天下午5点前处理');
  await says('王磊', '1已整改，2还在协调', { images: 1 });
  expect(await kinds(1)).toEqual(['before', 'progress', 'progress', 'after']);
  expect(await kinds(2)).toEqual([]);
});

test('pictures first, then the words', async () => {
  await says('刘志强', LOG);
  await says('王磊', '', { images: 1, group: null });
  await says('王磊', '1正在清理，还剩两处', { group: null });
  expect(await here.room.house.storage.store.pictures.ofIssue(1)).toMatchObject([{ kind: 'progress' }]);
});

test('another unit: refused, and nothing changes', async () => {
  await says('刘志强', LOG);
  const before = await here.holding();
  expect((await says('冯涛', '1还在协调，预计周五完成')).text).toContain('#1的进展由市城管局报送');
  expect(await here.holding()).toBe(before);
});

test('several orders in one message are done together, in one answer', async () => {
  await says('刘志强', LOG);
  await says('刘志强', '油坊巷口占道经营，请城管局今天下午5点前处理');
  const heard = await says('王磊', '1已整改，2还在协调', { images: 1 });
  expect(heard.replies).toHaveLength(1);
  expect(heard.text).toContain('【待核查】#1');
  expect(heard.text).toContain('已记下#2的进展');
});

test('one of several orders is refused: none is done, and that is said', async () => {
  await says('刘志强', LOG);
  await says('刘志强', '油坊巷口垃圾桶满溢，请环卫中心今天下午5点前处理');
  const before = await here.holding();
  const heard = await says('王磊', '1已整改，2还在协调', { images: 1 });
  expect(heard.text).toBe('#2的进展由市环卫中心报送。\n这条消息里的几件事都没有办，请改好后再发一次。');
  expect(await here.holding()).toBe(before);
});
