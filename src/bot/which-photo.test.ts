/** 照片是哪一件的: a picture without words is filed only where one problem alone can be meant; else the bot asks for the number. */
import { beforeEach, describe, expect, test } from 'vitest';
import { inRoom } from '../testing/in-room.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says } = here;
const photos = async (no: number) => (await here.room.house.storage.store.pictures.ofIssue(no)).map(({ kind }) => kind);
const states = async () => (await here.room.issues()).map(({ state }) => state);
const alone = { group: null, images: 1 };
const ASKED = '还缺编号：照片是哪一件的？';

describe('two reports that wait for their photos', () => {
  beforeEach(async () => {
    await haveIssues(here.room, [
      { state: 'claimed', location: '文昌路8号门口' },
      { state: 'claimed', location: '建设路20号门口' },
    ]);
    await says('王磊', '301已整改', { group: null });
    await says('王磊', '302已整改', { group: null });
  });

  test('neither of them gets the picture before the number is said, then each has its own', async () => {
    const asked = await says('王磊', '', alone);
    expect(asked.text).toContain(ASKED);
    expect(asked.text).toMatch(/#301.*\n.*#302/u);
    expect([await photos(301), await photos(302)]).toEqual([[], []]);
    expect((await says('王磊', '301', { group: null })).text).toContain('【待核查】#301');
    expect((await says('王磊', '', alone)).text).toContain('【待核查】#302');
    expect([await photos(301), await photos(302)]).toEqual([['after'], ['after']]);
  });

  test('pictures that follow before the answer are of the same one, and that is said', async () => {
    await says('王磊', '', alone);
    expect((await says('王磊', '', alone)).text).toContain(`照片已收下（2张），还等您答复：${ASKED}`);
    await says('王磊', '302', { group: null });
    expect([await photos(301), await photos(302)]).toEqual([[], ['after', 'after']]);
    expect(await states()).toEqual(['claimed', 'reported']);
  });

  test('a picture with its number needs no question', async () => {
    expect((await says('王磊', '301', alone)).text).toContain('【待核查】#301');
    expect([await photos(301), await photos(302)]).toEqual([['after'], []]);
  });

  test('a picture that is quoted with its number neither', async () => {
    const shown = await says('王磊', '', alone);
    await says('王磊', '301', { group: null, quote: shown.id });
    expect((await states())[0]).toBe('reported');
  });

  test('the quoted question gets it', async () => {
    const asked = await says('王磊', '301已整改', { group: null });
    await says('王磊', '302已整改', { group: null });
    await says('王磊', '', { ...alone, quote: asked.replies[0]?.id ?? '' });
    expect(await states()).toEqual(['reported', 'claimed']);
  });

  test('another number: nothing is done, and the question stays', async () => {
    await says('王磊', '', alone);
    expect((await says('王磊', '305', { group: null })).text).toBe(
      '等照片的是#302、#301，请回复其中一个编号，如“302”。没有作任何改动。',
    );
    expect(await states()).toEqual(['claimed', 'claimed']);
    await says('王磊', '302', { group: null });
    expect(await states()).toEqual(['claimed', 'reported']);
  });

  test('取消 drops the picture', async () => {
    await says('王磊', '', alone);
    expect((await says('王磊', '取消', { group: null })).text).toContain('没有作任何改动');
    expect(await states()).toEqual(['claimed', 'claimed']);
  });

  test('one that has been reported another way waits no more', async () => {
    await says('王磊', '301已整改', alone);
    await says('王磊', '', alone);
    expect([await photos(301), await photos(302)]).toEqual([['after'], ['after']]);
  });
});

describe('after a log of several places', () => {
  const TWO =
    '1. 文昌路8号门口垃圾满溢，请环卫中心今天下午5点前清运\n2. 建设路20号门口盲道被占，请城管局今天下午5点前清理';

  test('the picture waits for its number, or its numbers', async () => {
    await says('刘志强', TWO, { group: null });
    expect((await says('刘志强', '', alone)).text).toContain(ASKED);
    expect([await photos(1), await photos(2)]).toEqual([[], []]);
    expect((await says('刘志强', '2', { group: null })).text).toBe('照片1张已附到#2。');
    await says('刘志强', '', alone);
    expect((await says('刘志强', '1、2', { group: null })).text).toBe('照片1张已附到#1、#2。');
    expect([await photos(1), await photos(2)]).toEqual([['before'], ['before', 'before']]);
  });

  test('a number that was not logged with them gets nothing', async () => {
    await haveIssues(here.room, [{ state: 'claimed' }]);
    await says('刘志强', TWO, { group: null });
    await says('刘志强', '', alone);
    expect((await says('刘志强', '301', { group: null })).text).toContain('请回复其中一个编号');
    expect(await photos(301)).toEqual([]);
  });
});
