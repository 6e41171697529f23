/** 考核分: every event behind it, what does not count, and what people note. */
import { describe, expect, test } from 'vitest';
import { takenBy } from '../../src/testing/phrasings.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

test.each([
  '城管局考核分',
  '为什么扣分',
  '住建局10月考核得分',
  '各单位考核分',
  '我们这个月扣了多少分',
  '城管局为什么被扣5分',
  '本单位扣分明细',
  '上个月考核成绩',
  '我们局考核多少分',
  '东湖街道加分情况',
])('query.score takes “%s”', (text) => {
  expect(takenBy('王磊', text)).toEqual(['query.score']);
});

test.each([
  '市城管局 弄虚作假 扣5分 #327 用的是旧照片',
  '市城管局弄虚作假扣5分',
  '东湖街道受省级通报表扬，加3分',
  '住建局推诿扯皮扣1分',
  '给园林中心加1分，滨江公园零问题',
  '城管局假照片扣分',
  '交警大队受市级表扬加分',
  '河西街道扣0.5分，台账造假',
  '扣住建局2分，敷衍整改',
])('score.note takes “%s”', (text) => {
  expect(takenBy('周敏', text)).toEqual(['score.note']);
});

test.each([
  '超期的每件扣0.5分',
  '再不整改就要扣分了',
  '城管局要扣分的，注意了',
  '扣分怎么算',
  '别影响考核',
  '昨天考核会议几点结束',
  '考试得了多少分',
  '大家要重视考核',
])('“%s” is neither', (text) => {
  expect(takenBy('周敏', text).filter((id) => id === 'query.score' || id === 'score.note')).toEqual([]);
});

const here = inRoom({ at: WEDNESDAY_10 });
const { says, refusal } = here;
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const notes = () => here.room.house.storage.store.scoreNotes.between(new Date(0), new Date('2027-01-01'));

describe('the score of a month', () => {
  test('nothing happened: the base', async () => {
    expect((await says('王磊', '城管局考核分')).text).toBe(
      '市城管局 11月考核 100分（基础100分，截至今天 10:00）\n没有扣分和加分。',
    );
  });

  test('found, found by a superior, overdue, returned, rebound: each with its number', async () => {
    await says('刘志强', '解放路垃圾桶旁占道经营，请城管局今天下午5点前处理');
    await says('赵雪', '省级督查反馈：解放路店招破损，请城管局11月25日前整改');
    await here.room.clock('2026-11-19T09:00:00+08:00');
    await says('王磊', '1已整改', { images: 1 });
    await says('刘志强', '1退回，原因：还有两个摊位');
    await says('王磊', '1已整改', { images: 1 });
    await says('刘志强', '1核查通过');
    await says('刘志强', '1反弹了', { images: 1 });
    const { text } = await says('王磊', '为什么扣分');
    expect(text).toBe(
      [
        '市城管局 11月考核 96.6分（基础100分，截至今天 09:00）',
        '· 上级督查发现1件 -0.5：#2',
        '· 督查发现1件 -0.2：#1',
        '· 超期1件 -0.5：#1',
        '· 退回1件 -0.2：#1',
        '· 反弹1件 -2：#1',
        '对其中哪一件有疑问，回复“编号+记录”可看全过程。',
      ].join('\n'),
    );
  });

  test('fixed on the spot counts half; withdrawn counts for nobody; upheld appeals for the new unit', async () => {
    await says('刘志强', '人民路小广告，现场已整改，责任单位城管局', { images: 1 });
    await says('刘志强', '解放路占道经营，请城管局今天下午5点前处理');
    await says('刘志强', '文昌路占道经营，请城管局今天下午5点前处理');
    await says('刘志强', '撤销3，原因：登记重复');
    await says('王磊', '申诉2，理由：已移交河西街道管理');
    await says('周敏', '同意2申诉，转给河西街道');
    expect((await says('周敏', '城管局考核分')).text).toContain('11月考核 99.9分');
    expect((await says('周敏', '城管局考核分')).text).toContain('· 现场整改1件 -0.1：#1');
    expect((await says('周敏', '河西街道考核分')).text).toContain('11月考核 99.8分');
    expect((await says('周敏', '各单位考核分')).text).toContain(
      '11月各单位考核分（基础100分）：\n市城管局 99.9\n河西街道 99.8\n其余',
    );
  });

  test('issued papers count, drafts do not', async () => {
    await says('刘志强', '解放路占道经营，请城管局今天下午5点前处理');
    await here.room.clock('2026-11-19T17:30:00+08:00');
    expect((await says('周敏', '城管局考核分')).text).toContain('11月考核 99.3分');
    await says('周敏', '签发提醒1号');
    const { text } = await says('周敏', '城管局考核分');
    expect(text).toContain('11月考核 98.3分');
    expect(text).toContain('· 11月19日 督办文书 提醒〔2026〕1号 -1（#1）');
  });

  test('listed as overdue by two papers of a kind running: counts from what was published', async () => {
    await haveIssues(here.room, [
      {
        dispatchedAt: at('10T09:00'),
        loggedAt: at('10T09:00'),
        deadline: at('12T17:00'),
        state: 'claimed',
        source: 'citizen',
      },
      {
        dispatchedAt: at('17T09:00'),
        loggedAt: at('17T09:00'),
        deadline: at('20T17:00'),
        state: 'claimed',
        source: 'citizen',
      },
    ]);
    const issue = async (): Promise<void> => {
      const draft = await says('周敏', '出一期本周的督查专报');
      await says('周敏', '签发', { quote: draft.replies.at(-1)?.id ?? '' });
    };
    await issue();
    expect((await says('周敏', '城管局考核分')).text).not.toContain('连续');
    await here.room.clock('2026-11-25T10:00:00+08:00');
    await issue();
    const { text } = await says('王磊', '为什么扣分');
    expect(text).toContain('· 11月25日 连续两期通报 督查专报第1期、督查专报第2期连续列入 -1（#301）');
    // Only in the second of them.
    expect(text).not.toContain('（#302）');
    // What is put right afterwards changes nothing of what was published; another kind is another series.
    const weekly = await says('周敏', '出一期本周的周报');
    await says('周敏', '签发', { quote: weekly.replies.at(-1)?.id ?? '' });
    expect((await says('王磊', '为什么扣分')).text.match(/连续两期通报/g)).toHaveLength(1);
  });

  test('another month is asked for by name', async () => {
    expect((await says('王磊', '城管局10月考核得分')).text).toBe(
      '市城管局 10月考核 100分（基础100分）\n没有扣分和加分。',
    );
  });
});

describe('what people note', () => {
  test('with reason and number; the unit’s official is told', async () => {
    await says('刘志强', '解放路占道经营，请城管局今天下午5点前处理');
    const heard = await says('周敏', '市城管局 弄虚作假 扣5分 #1 用的是旧照片');
    expect(heard.text).toContain('已登记考核：\n市城管局 -5：市城管局 弄虚作假 用的是旧照片（#1），本月考核94.8分。');
    expect(heard.pushes.map(({ person }) => person)).toContain('李强');
    expect(await notes()).toMatchObject([{ unit: '市城管局', points: -5, issueNos: [1], by: '周敏' }]);
    expect((await says('王磊', '为什么扣分')).text).toContain('创城办登记 市城管局 弄虚作假 用的是旧照片 -5（#1）');
  });

  test('the settings’ points where none are said', async () => {
    await says('周敏', '东湖街道受省级通报表扬，加分');
    expect(await notes()).toMatchObject([{ unit: '东湖街道', points: 3 }]);
  });

  test('what a superior finds clean counts more; faked photos may be referred', async () => {
    await says('周敏', '园林中心 滨江公园省级检查零问题，加分');
    await says('周敏', '园林中心 滨江公园零问题，加分');
    expect((await notes()).map(({ points }) => points)).toEqual([2, 1]);
    await says('刘志强', '解放路占道经营，请城管局今天下午5点前处理');
    expect((await says('周敏', '市城管局弄虚作假扣5分 #1 旧照片')).text).toContain(
      '需要移送的，请回复“1启动三令，原因：弄虚作假”',
    );
    expect((await says('周敏', '1启动三令，原因：弄虚作假')).text).toContain('问责〔2026〕1号');
  });

  test.each([
    ['赵雪', '市城管局弄虚作假扣5分', '由创城办负责人登记'],
    ['刘志强', '市城管局弄虚作假扣5分', '由创城办负责人登记'],
    ['王磊', '市住建局弄虚作假扣5分', '由创城办负责人登记'],
    ['周敏', '市城管局弄虚作假扣50分', '一次不超过10分'],
    ['周敏', '市城管局弄虚作假扣5分 #327', '没有#327这个问题'],
  ])('%s says %s: refused, nothing is noted', async (name, text, expected) => {
    expect(await refusal(name, text)).toContain(expected);
    expect(await notes()).toEqual([]);
  });
});
