/** 任务 in conversation: set out, claimed, reported on, asked after. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { openRoom } from '../../src/testing/room.ts';
import type { Room } from '../../src/testing/room.ts';

let room: Room;

beforeEach(async () => {
  room = await openRoom();
});

afterEach(() => room.close());

const says = async (name: string, text: string): Promise<string> => (await room.says(name, text)).text;
const task = (no: number) => room.house.storage.store.tasks.find(no);
const ROADS = '布置任务：东湖街道、河西街道12月5日前完成楼道杂物清零行动';
const LAMPS = '下达任务：住建局牵头，本月底前完成背街小巷路灯排查，标准：路灯亮化率98%，分管领导吴昊，责任人：何静';

describe('布置任务', () => {
  it('is numbered, says what, how well, until when, who, and tags the liaisons', async () => {
    const { text, replies } = await room.says('周敏', LAMPS);
    expect(text).toBe(
      [
        '【任务1】背街小巷路灯排查',
        '责任单位：市住建局',
        '工作标准：路灯亮化率98%',
        '完成时限：11月30日',
        '分管领导：吴昊',
        '责任人：何静',
        '请@何静 回复“认领任务1”；进展请回复“任务1进度50%”并写明情况。',
      ].join('\n'),
    );
    expect(replies[0]?.mentions).toEqual(['何静']);
    expect(await task(1)).toMatchObject({ units: ['市住建局'], state: 'open', percent: 0, createdBy: '周敏' });
  });

  it('several units, one number', async () => {
    expect(await says('赵雪', ROADS)).toContain('责任单位：东湖街道、河西街道\n完成时限：12月5日');
    expect((await task(1))?.units).toEqual(['东湖街道', '河西街道']);
  });

  it('what is missing is asked for, and nothing stands until it is there', async () => {
    expect(await says('周敏', '布置任务：公益广告更新')).toBe(
      '任务“公益广告更新”还差责任单位、完成时限，请直接回复补充。',
    );
    expect(await task(1)).toBeUndefined();
    expect(await says('周敏', '宣传部，11月30日前')).toContain(
      '【任务1】公益广告更新\n责任单位：市委宣传部\n完成时限：11月30日',
    );
  });

  it('set out one-to-one: the liaisons get it one-to-one; on a rest day and at night in the morning', async () => {
    const sunday = await room.says('周敏', LAMPS, { group: null });
    expect(sunday.pushes).toEqual([]);
    expect(sunday.text).toContain('给何静的消息明天08:00送达');
    const arrived = await room.clock('2026-11-23T08:00:00+08:00');
    expect(arrived.find(({ person }) => person === '何静')?.text).toContain('【任务1】背街小巷路灯排查');
    await room.clock('2026-11-23T10:00:00+08:00');
    const day = await room.says('周敏', LAMPS, { group: null });
    expect(day.pushes.map(({ person }) => person)).toEqual(['何静']);
    await room.clock('2026-11-23T21:00:00+08:00');
    const night = await room.says('周敏', LAMPS, { group: null });
    expect(night.pushes).toEqual([]);
    expect(await says('何静', '我的待办')).toContain('任务3 背街小巷路灯排查：未启动');
  });

  it('a stated time that has passed is rolled on and wants a yes', async () => {
    expect(await says('周敏', '布置任务：住建局11月20日前完成路灯排查')).toContain(
      '请确认：任务“路灯排查”，责任单位市住建局，时限11月27日',
    );
    expect(await task(1)).toBeUndefined();
    expect(await says('周敏', '对')).toContain('【任务1】路灯排查');
  });

  it('a unit may not, and nothing changes', async () => {
    expect(await says('王磊', ROADS)).toContain('任务由创城办布置');
    expect(await task(1)).toBeUndefined();
  });
});

describe('认领和进展', () => {
  it('each unit claims for itself, once', async () => {
    await says('周敏', ROADS);
    expect(await says('韩梅', '认领任务1')).toBe('任务1 楼道杂物清零行动：东湖街道已认领，时限12月5日。');
    expect(await says('韩梅', '认领任务1')).toContain('已经认领');
    expect(await says('王磊', '认领任务1')).toContain('任务1由东湖街道、河西街道承办，您不在其中，没有作任何改动');
    expect((await task(1))?.claimedBy).toEqual(['东湖街道']);
  });

  it('the task stands at the mean of its units and is done when all of them are', async () => {
    await says('周敏', ROADS);
    expect(await says('彭飞', '任务1进度60%，已清理12栋')).toContain('河西街道60%，总进度30%');
    expect(await says('韩梅', '任务1已完成')).toContain('东湖街道100%，总进度80%');
    expect(await task(1)).toMatchObject({ state: 'claimed', percent: 80, lastReport: '任务1已完成' });
    expect(await says('彭飞', '任务1进度100%')).toContain('全部完成');
    expect((await task(1))?.state).toBe('done');
    expect(await says('彭飞', '任务1进度50%')).toContain('任务1已完成，没有作任何改动');
    expect((await task(1))?.percent).toBe(100);
  });

  it('another unit cannot report, and nothing changes', async () => {
    await says('周敏', ROADS);
    expect(await says('王磊', '任务1进度30%')).toContain('您不在其中');
    expect(await task(1)).toMatchObject({ percent: 0, lastReportAt: null });
  });

  it('a number that is no task', async () => {
    expect(await says('王磊', '认领任务9')).toContain('没有任务9，请核对编号');
  });
});

describe('换了联络员', () => {
  it('what the one before had reported stays with his unit', async () => {
    await says('周敏', ROADS);
    const set = await task(1);
    const told = {
      at: on('11-18 09:00'),
      step: 'progress',
      messageId: null,
      note: '已完成',
      difficulty: null,
    } as const;
    const before = { by: '原联络员', unit: '河西街道', percent: 100 };
    if (set)
      await room.house.storage.store.tasks.save({ ...set, state: 'claimed', percent: 50 }, { ...told, ...before });
    expect(await says('周敏', '任务1进展怎么样')).toContain('河西街道100%');
    expect(await says('韩梅', '任务1进度100%')).toContain('全部完成');
    expect(await task(1)).toMatchObject({ percent: 100, state: 'done' });
  });
});

describe('查任务', () => {
  it('one task with what each unit has reached', async () => {
    await says('周敏', ROADS);
    await says('彭飞', '任务1进度60%，已清理12栋');
    const text = await says('周敏', '任务1进展怎么样');
    expect(text).toContain('进展：推进中，完成30%（东湖街道待认领、河西街道60%）');
    expect(text).toContain('11月22日 10:00 彭飞：任务1进度60%，已清理12栋');
  });

  it('the table by unit, the unfinished, our own', async () => {
    await says('周敏', ROADS);
    await says('周敏', LAMPS);
    await says('何静', '任务2已完成');
    const table = await says('周敏', '任务进展情况');
    expect(table).toContain('【任务进展】共2项，已完成1项，逾期0项（截至11月22日 10:00）\n任务完成率 100.0%(1/1)');
    expect(table).toContain('市住建局 1项：完成1');
    expect(await says('周敏', '哪些任务还没完成')).toContain(
      '任务1 楼道杂物清零行动：未启动，12月5日到期（东湖街道、河西街道）',
    );
    expect(await says('何静', '我的任务')).toContain('市住建局的任务 1项');
  });

  it('who has not reported for seven days, and who is late', async () => {
    await says('周敏', ROADS);
    await room.clock('2026-11-30T10:00:00+08:00');
    await says('彭飞', '任务1进度60%');
    expect(await says('周敏', '哪些单位没报任务进展')).toBe(
      '7天以上没有报送进展 1项（截至11月30日 10:00）\n任务1 楼道杂物清零行动 东湖街道：8天未报',
    );
    await room.clock('2026-12-08T10:00:00+08:00');
    expect(await says('周敏', '哪些单位没报任务进展')).toMatch(
      / 2项.*\n任务1 .* 东湖街道：16天未报\n任务1 .* 河西街道：8天未报/,
    );
    expect(await says('周敏', '哪些任务逾期了')).toContain('任务1 楼道杂物清零行动：逾期3天 30%');
    expect((await task(1))?.deadline).toEqual(new Date(on('12-06 00:00').getTime() - 1000));
  });
});

describe('存在困难', () => {
  it('goes with the progress, is shown, and stays until it is said to be over', async () => {
    await says('周敏', LAMPS);
    expect(await says('何静', '任务1进度60%，困难：缺资金')).toContain('总进度60%。存在困难：缺资金。'.slice(1));
    expect(await task(1)).toMatchObject({ percent: 60, difficulty: '缺资金', lastReport: '任务1进度60%' });
    expect(await says('周敏', '任务1进展怎么样')).toContain('存在困难：缺资金');
    expect(await says('何静', '任务1进度70%')).toContain('存在困难仍记着：缺资金；已经解决请回复“任务1困难已解决”');
    expect(await says('何静', '任务1困难已解决')).toContain('存在困难已销。');
    expect((await task(1))?.difficulty).toBeNull();
    await says('何静', '任务1存在的困难是电缆没到货，进度80%');
    expect(await task(1)).toMatchObject({ percent: 80, difficulty: '电缆没到货' });
    await says('何静', '任务1已完成');
    expect((await task(1))?.difficulty).toBeNull();
  });

  it('of several units each has its own', async () => {
    await says('周敏', ROADS);
    await says('彭飞', '任务1进度20%，困难：业主不配合');
    await says('韩梅', '任务1正在推进，目前存在困难：人手不足');
    expect((await task(1))?.difficulty).toBe('河西街道：业主不配合；东湖街道：人手不足');
    await says('彭飞', '任务1没有困难了，进度90%');
    expect((await task(1))?.difficulty).toBe('东湖街道：人手不足');
  });

  it.each(['任务1有什么困难', '任务1还有困难吗'])('asked, it is told: %s', async (question) => {
    await says('周敏', LAMPS);
    await says('何静', '任务1进度60%，困难：缺资金');
    expect(await says('周敏', question)).toContain('存在困难：缺资金');
  });
});

describe('调整任务', () => {
  it('called off with a reason, another time; its units hear of it', async () => {
    await room.clock('2026-11-23T10:00:00+08:00');
    await says('周敏', LAMPS);
    const moved = await room.says('周敏', '任务1时限改到12月20日', { group: null });
    expect(moved.text).toContain('任务1 背街小巷路灯排查（市住建局）：已改时限到12月20日');
    expect(moved.pushes.map(({ person }) => person)).toEqual(['何静']);
    expect((await task(1))?.deadline?.toISOString()).toBe('2026-12-20T15:59:59.000Z');
    expect(await says('周敏', '撤销任务1')).toContain('还差撤销的原因');
    await says('周敏', '与上级任务重复');
    expect((await task(1))?.state).toBe('withdrawn');
    expect(await says('周敏', '任务1延期到12月30日')).toContain('任务1已撤销，不用再调整');
  });

  it('a unit does not; a time that has passed is none', async () => {
    await says('周敏', LAMPS);
    expect(await says('何静', '任务1延期到12月20日')).toContain('任务由创城办调整');
    expect(await says('周敏', '任务1时限改到2月30日')).toContain('没有2月30日');
    expect(await says('周敏', '任务1时限调整')).not.toContain('已改时限');
    expect((await task(1))?.state).toBe('open');
  });

  it.each(['任务分解表', '未成年人任务', '任务清单', '创城任务'])('a list by its bare name: %s', async (text) => {
    await says('周敏', LAMPS);
    expect(await says('周敏', text)).toMatch(text === '未成年人任务' ? /还没有任务/ : /【任务进展】/);
  });

  it('哪些单位7天没报进展', async () => {
    await says('周敏', LAMPS);
    expect(await says('周敏', '哪些单位7天没报进展')).toContain('7天以上没有报送进展');
  });
});

describe('任务清单', () => {
  const LIST =
    '任务：1、宣传部12月1日前公益广告更新到位；2、教育局12月5日前完成校园周边整治；3、团市委月底前志愿服务站全部上岗';

  it('each item has its own unit and limit; nothing is set before one yes', async () => {
    const asked = await says('周敏', LIST);
    expect(asked).toContain('请确认：布置3项任务');
    expect(asked).toContain('公益广告更新到位|市委宣传部|12月1日');
    expect(asked).toContain('|市教育局|12月5日');
    expect(asked).toContain('|团市委|11月30日');
    expect(await task(1)).toBeUndefined();
    const { text, replies } = await room.says('周敏', '对');
    expect(text).toContain('【任务1】公益广告更新到位\n责任单位：市委宣传部\n完成时限：12月1日');
    expect(text).toContain('【任务3】');
    expect(replies.flatMap(({ mentions }) => mentions)).toEqual(['段春梅', '高洁', '汤慧敏']);
    expect(await task(2)).toMatchObject({ units: ['市教育局'], title: '校园周边整治' });
    expect(await task(3)).toMatchObject({ units: ['团市委'] });
    expect(await task(4)).toBeUndefined();
  });

  it('called off: nothing is set', async () => {
    await says('周敏', LIST);
    await says('周敏', '取消');
    expect(await task(1)).toBeUndefined();
  });

  it('in lines, with a limit for all in the head', async () => {
    const asked = await says('周敏', '布置任务，12月5日前完成：\n1、宣传部更新公益广告\n2、教育局整治校园周边');
    expect(asked).toContain('更新公益广告|市委宣传部|12月5日');
    expect(asked).toContain('整治校园周边|市教育局|12月5日');
  });

  it.each([
    '下达任务：一是宣传部12月1日前更新公益广告；二是教育局、团市委12月5日前整治校园周边',
    '任务：1、请宣传部更新公益广告，12月1日前；2、请教育局、团市委整治校园周边，12月5日前',
    '任务：①宣传部12月1日前更新公益广告；②教育局、团市委12月5日前整治校园周边',
  ])('%s', async (text) => {
    const asked = await says('周敏', text);
    expect(asked).toContain('1. 更新公益广告|市委宣传部|12月1日');
    expect(asked).toContain('2. 整治校园周边|市教育局、团市委|12月5日');
  });

  it('steps of one unit stay one task', async () => {
    await says('周敏', '布置任务：宣传部12月1日前做好：1、公益广告更新；2、宣传栏更换');
    expect((await task(1))?.units).toEqual(['市委宣传部']);
    expect(await task(2)).toBeUndefined();
  });

  it('an item that lacks something: none is set, and it is said which', async () => {
    const text = await says('周敏', '任务：1、宣传部12月1日前更新公益广告；2、教育局整治校园周边');
    expect(text).toContain('第2项“整治校园周边”还差完成时限，几项都没有布置');
    expect(await task(1)).toBeUndefined();
  });

  it('the same once more: said, with how to take it back', async () => {
    await says('周敏', '任务：宣传部12月1日前更新公益广告');
    expect(await says('周敏', '任务：宣传部12月1日前更新公益广告')).toContain(
      '与任务1的内容和单位相同；重复的请回复“撤销任务2，原因：与任务1重复”。',
    );
    expect(await says('周敏', '撤销任务2，原因：与任务1重复')).toContain('已撤销');
    expect((await task(1))?.state).toBe('open');
  });
});

describe('调整', () => {
  beforeEach(() => says('周敏', LAMPS));

  it.each(['任务1延到12月20日', '任务1时限改到12月20日', '任务1推迟到12月20日'])('%s', async (text) => {
    expect(await says('周敏', text)).toContain('已改时限到12月20日');
    expect((await task(1))?.deadline).toEqual(new Date('2026-12-20T23:59:59+08:00'));
  });

  it('other units: those that had it hear of it, too', async () => {
    const text = await says('周敏', '任务1责任单位改成宣传部');
    expect(text).toContain('任务1 背街小巷路灯排查（市委宣传部）：已改由市委宣传部承办');
    expect(text).toMatch(/请@?段春梅 @?何静 知悉/);
    expect((await task(1))?.units).toEqual(['市委宣传部']);
    expect(await says('周敏', '任务1责任单位加上教育局')).toContain('改由市委宣传部、市教育局承办');
    expect((await task(1))?.units).toEqual(['市委宣传部', '市教育局']);
  });

  it('牵头 and 协办; a helper is added whether the unit has begun or not', async () => {
    expect(await says('周敏', '任务1由教育局牵头，团市委协办')).toContain('改由市教育局承办，协办团市委');
    expect(await task(1)).toMatchObject({ units: ['市教育局'], coUnits: ['团市委'] });
    await says('高洁', '认领任务1');
    expect(await says('周敏', '任务1加协办住建局')).toContain('协办团市委、市住建局');
    expect(await task(1)).toMatchObject({ units: ['市教育局'], coUnits: ['团市委', '市住建局'] });
  });

  it('what a unit has begun does not pass to another', async () => {
    await says('何静', '认领任务1');
    expect(await says('周敏', '任务1责任单位改成宣传部')).toContain('“撤销任务1，原因：改由其他单位承办”');
    expect((await task(1))?.units).toEqual(['市住建局']);
    expect(await says('周敏', '撤销任务1，原因：改由其他单位承办')).toContain('已撤销');
  });

  it.each(['任务1拆开，宣传部一项、教育局一项', '任务1责任单位去掉住建局', '任务1标题改一下'])(
    '%s: told what can be typed',
    async (text) => {
      const before = await task(1);
      expect(await says('周敏', text)).toContain('任务1没有作任何改动。能改的是时限和责任单位');
      expect(await task(1)).toEqual(before);
    },
  );

  it('a short reason is a reason', async () => {
    expect(await says('周敏', '撤销任务1，原因：录错了')).toContain('已撤销，原因：录错了');
    expect((await task(1))?.state).toBe('withdrawn');
  });
});
