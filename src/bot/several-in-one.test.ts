/** 几件事一条消息: each number of a message gets its line, and what a colleague has done already holds up nothing else. */
import { beforeEach, describe, expect, test } from 'vitest';
import { inRoom } from '../testing/in-room.ts';

const here = inRoom();
const { says, steps } = here;
const states = async () => (await here.room.issues()).map(({ state }) => state);

beforeEach(async () => {
  for (const place of ['牛角巷口', '油坊巷口', '解放路口'])
    await says('刘志强', `${place}占道经营，请城管局今天下午5点前处理`);
});

describe('by the unit', () => {
  test('a number of which nothing was understood is named', async () => {
    const heard = await says('王磊', '1、2好了，3那家老板姓张', { images: 1 });
    expect(heard.text).toContain('【待核查】#1');
    expect(heard.text).toContain('【待核查】#2');
    expect(heard.text).toContain('未办：#3，没有看懂要办什么。请单独再说一次');
    expect(await states()).toEqual(['reported', 'reported', 'dispatched']);
    // What is taught there works.
    expect((await says('王磊', '3正在整改，预计明天完成')).text).toContain('已记下#3的进展');
  });

  test('a figure that is no number of a problem is not named', async () => {
    expect((await says('王磊', '1好了，88那家老板姓张', { images: 1 })).text).not.toContain('未办');
  });

  test('a report beside a progress, each with its line', async () => {
    const heard = await says('王磊', '1、2好了，3正在弄', { images: 1 });
    expect(heard.text).toMatch(/【待核查】#1[^]*【待核查】#2[^]*已记下#3的进展/);
    expect(heard.text).not.toContain('未办');
  });

  test('done in part is progress, and asks for no photo', async () => {
    const heard = await says('王磊', '1一辆拖走了，另一辆明天');
    expect(heard.text).toContain('已记下#1的进展');
    expect(await states()).toEqual(['dispatched', 'dispatched', 'dispatched']);
  });

  test('taken and reported in one breath is reported', async () => {
    await says('王磊', '1、2认领，都弄好了', { images: 2 });
    expect(await states()).toEqual(['reported', 'reported', 'dispatched']);
  });

  test('taken and disputed in one breath is asked, and the appeal is not used up', async () => {
    const before = await here.holding();
    const heard = await says('王磊', '1、2认领，路灯不归我们，是住建的');
    expect(heard.text).toBe(
      '#1、#2没有作任何改动：哪几件认领、哪几件申诉？请分开回复，如“认领1”“申诉2，原因：不属于本单位管理”。每件只能申诉一次。',
    );
    expect(await here.holding()).toBe(before);
    await says('王磊', '认领1，申诉2，路灯归住建局管');
    expect((await steps(1)).at(-1)).toBe('claim 王磊');
    expect((await steps(2)).at(-1)).toBe('appeal 王磊');
  });

  test('progress told with the bare number', async () => {
    expect((await says('王磊', '1今天晚上弄')).text).toContain('已记下#1的进展');
    expect((await says('王磊', '2店主不在家，明天再去')).text).toContain('已记下#2的进展');
    expect((await steps(2)).at(-1)).toBe('progress 王磊');
  });

  test('claimed by a colleague before: the rest is done all the same', async () => {
    await says('王磊', '认领1');
    const heard = await says('王磊', '认领1，2弄好了', { images: 1 });
    expect(heard.text).toContain('【待核查】#2');
    expect(heard.text).toContain('未办：#1已由王磊认领，不用再认领');
  });
});

describe('by those who verify', () => {
  beforeEach(async () => {
    await says('王磊', '1、2、3已整改', { images: 1 });
  });

  test('没过 beside 过: each gets its own', async () => {
    const heard = await says('刘志强', '1过了，2没过，桌子还摆在外面');
    expect(heard.text).toContain('#1');
    expect(await states()).toEqual(['closed', 'claimed', 'reported']);
    expect((await steps(2)).at(-1)).toBe('return 刘志强');
  });

  test('没过 alone asks for the reason', async () => {
    expect((await says('刘志强', '2没过')).text).toContain('还差退回的原因：#2');
    await says('刘志强', '桌子还摆在外面');
    expect(await states()).toEqual(['reported', 'claimed', 'reported']);
  });

  test('过了吧 is a question', async () => {
    const before = await here.holding();
    expect((await says('刘志强', '1过了吧')).text).toContain('#1');
    expect(await here.holding()).toBe(before);
  });

  test('passed in passing: one at once, several after a yes', async () => {
    await says('刘志强', '1看了，可以');
    expect(await states()).toEqual(['closed', 'reported', 'reported']);
    expect((await says('刘志强', '2、3都行')).text).toContain('请确认：以下2件核查通过并销号');
    await says('刘志强', '对');
    expect(await states()).toEqual(['closed', 'closed', 'closed']);
  });

  test('a number of which nothing was understood is named, with words that work', async () => {
    const heard = await says('刘志强', '1通过，2那家老板姓张');
    expect(heard.text).toContain('未办：#2，没有看懂要办什么。请单独再说一次，如“2退回，原因：现场还没清”。');
    await says('刘志强', '2退回，原因：现场还没清');
    expect(await states()).toEqual(['closed', 'claimed', 'reported']);
  });

  test('what is seen to be there still is asked, and returned on a yes', async () => {
    const asked = await says('刘志强', '2那边还摆着桌子呢');
    expect(asked.text).toContain('请确认：以下1件退回重改（那边还摆着桌子呢）');
    expect(await states()).toEqual(['reported', 'reported', 'reported']);
    await says('刘志强', '对');
    expect(await states()).toEqual(['reported', 'claimed', 'reported']);
  });

  test('a colleague was faster: the rest is done, and the line says so', async () => {
    await says('孙伟', '1通过');
    const heard = await says('刘志强', '2还有味，退回；1通过');
    expect(heard.text).toMatch(/#2[^]*未办：#1已于.*销号，不能销号/);
    expect(heard.text).not.toContain('都没有办');
    expect(await states()).toEqual(['closed', 'claimed', 'reported']);
  });

  test('where all has been done by others, that is said, and nothing changes', async () => {
    await says('孙伟', '1通过');
    await says('孙伟', '2通过');
    const before = await here.holding();
    expect((await says('刘志强', '1通过，2退回，桌子没收')).text).toMatch(/#1已于.*\n#2已于.*\n.*都没有办/);
    expect(await here.holding()).toBe(before);
  });
});
