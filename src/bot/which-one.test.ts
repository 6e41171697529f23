/** An order without a number: the bot asks which one is meant, and nothing is recorded before the answer. */
import { describe, expect, test } from 'vitest';
import { inRoom } from '../testing/in-room.ts';

const here = inRoom();
const { says, steps } = here;

const LOG = '牛角巷口占道经营，请城管局今天下午5点前处理';
const OTHER = '油坊巷口占道经营，请城管局今天下午5点前处理';

describe('one problem waits', () => {
  test.each([
    ['王磊', '认领', '请确认：#1 牛角巷口 占道经营：今天17:00到期（待认领），认领？', 'claim 王磊'],
    ['王磊', '好的，马上派人处理', '请确认：#1 牛角巷口 占道经营：今天17:00到期（待认领），认领？', 'claim 王磊'],
    ['王磊', '这个不归我们管，是北门街道的', '提出申诉？', 'appeal 王磊'],
    ['王磊', '申请延期到11月25日，人手不够', '申请延期？', 'extend 王磊'],
    ['刘志强', '撤销，原因：重复登记', '撤销？', 'withdraw 刘志强'],
  ])('%s says %s: asked, and done on a yes', async (name, text, question, step) => {
    await says('刘志强', LOG);
    const before = await steps(1);
    expect((await says(name, text)).text).toContain(question);
    expect(await steps(1)).toEqual(before);
    await says(name, '对');
    expect((await steps(1)).slice(before.length)).toEqual([step]);
  });

  test('the photo of the first message goes along with the yes', async () => {
    await says('刘志强', LOG);
    expect((await says('王磊', '已整改', { images: 1 })).text).toContain('报整改完成？');
    expect((await says('王磊', '对')).text).toContain('【待核查】#1');
    expect(await here.room.issue(1)).toMatchObject({ state: 'reported' });
    expect((await says('刘志强', '通过')).text).toContain('核查通过并销号？');
    await says('刘志强', '对');
    expect(await here.room.issue(1)).toMatchObject({ state: 'closed' });
  });

  test('收到，马上派人 under the card is asked about, too', async () => {
    const logged = await says('刘志强', LOG);
    const asked = await says('王磊', '收到，马上派人处理', { quote: logged.replies[0]?.id ?? '' });
    expect(asked.text).toContain('认领？');
    await says('王磊', '好的', { quote: asked.replies[0]?.id ?? '' });
    expect(await here.room.issue(1)).toMatchObject({ state: 'claimed' });
  });

  test('取消 leaves everything as it is', async () => {
    await says('刘志强', LOG);
    await says('王磊', '认领');
    await says('王磊', '取消');
    expect(await here.room.issue(1)).toMatchObject({ state: 'dispatched' });
  });
});

describe('several wait', () => {
  test('the number alone is the answer, and the photo goes along', async () => {
    await says('刘志强', LOG);
    await says('刘志强', OTHER);
    const asked = await says('王磊', '已经处理好了', { images: 1 });
    expect(asked.text).toBe(
      [
        '还缺编号：报整改完成的是哪一件？',
        '#1 牛角巷口 占道经营：今天17:00到期（待认领）',
        '#2 油坊巷口 占道经营：今天17:00到期（待认领）',
        '回复编号即可，如“1”；不办请回复“取消”。',
      ].join('\n'),
    );
    expect((await says('王磊', '2')).text).toContain('【待核查】#2');
    expect((await here.room.issues()).map(({ state }) => state)).toEqual(['dispatched', 'reported']);
  });

  test('quoting the question with a number does as well; anything else is no answer', async () => {
    await says('刘志强', LOG);
    await says('刘志强', OTHER);
    const asked = await says('王磊', '认领');
    await says('王磊', '稍等');
    expect((await here.room.issues()).map(({ state }) => state)).toEqual(['dispatched', 'dispatched']);
    await says('王磊', '1号', { quote: asked.replies[0]?.id ?? '' });
    expect((await here.room.issues()).map(({ state }) => state)).toEqual(['claimed', 'dispatched']);
  });

  test('a number that was not listed is refused, and nothing changes', async () => {
    await says('刘志强', LOG);
    await says('刘志强', OTHER);
    await says('王磊', '认领');
    expect((await says('王磊', '9')).text).toContain('没有#9这个问题');
    expect((await here.room.issues()).map(({ state }) => state)).toEqual(['dispatched', 'dispatched']);
  });

  test('words that do different things to different ones: what to type for each is said', async () => {
    await says('刘志强', LOG);
    await says('刘志强', OTHER);
    await says('王磊', '1申请延期到11月25日，原因：人手不够');
    await says('王磊', '2申请挂账，要等开春才能动工，计划明年3月15日前完成');
    const heard = await says('周敏', '同意');
    expect(heard.text).toBe(
      [
        '还缺编号，没有作任何改动。您可能是要：',
        '· #1 同意延期：回复“同意1延期”',
        '· #2 同意挂账：回复“同意2挂账”',
      ].join('\n'),
    );
    expect((await says('周敏', '同意2挂账')).text).toContain('已同意#2挂账');
  });
});

describe('no order, whatever waits', () => {
  test.each([
    ['王磊', '收到'],
    ['王磊', '好的谢谢'],
    ['王磊', '今天真冷'],
    ['王磊', '大家辛苦了'],
    ['刘志强', '中午吃什么'],
    ['冯涛', '认领'],
    ['冯涛', '已整改'],
  ])('%s says %s: no question is put', async (name, text) => {
    await says('刘志强', LOG);
    const before = await here.holding();
    expect((await says(name, text)).text ?? '').not.toMatch(/请确认|还缺编号/);
    expect(await here.holding()).toBe(before);
  });
});
