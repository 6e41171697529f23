/** What officials type and had gone wrong: each once as a conversation. */
import { describe, expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { saidOf, LIAISON } from '../../src/testing/reader.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, refusal } = here;
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const open = { state: 'claimed' as const, dispatchedAt: at('17T16:00'), deadline: at('27T17:00') };

describe('待办 of those who decide', () => {
  test('requests and papers that wait for the lead', async () => {
    await haveIssues(here.room, [open, { ...open, deadline: at('16T17:00') }]);
    await says('王磊', '301申诉，不属于我单位，应由市住建局负责');
    await says('赵雪', '302启动一令');
    const { text } = await says('周敏', '待办', { group: null });
    expect(text).toContain('待审批申请1件：\n#301 ');
    expect(text).toContain('申诉（待答复）：王磊');
    expect(text).toContain('待签发文书1件：\n提醒〔2026〕1号 提醒函 市城管局 #302\n看全文请回复“查看提醒1号”。');
    expect((await says('赵雪', '待办', { group: null })).text).toBe('赵雪的待办（截至11月18日 10:00）：没有。');
    expect((await says('周敏', '有哪些申诉等我批', { group: null })).text).toContain('待审批申请1件');
  });

  test('a second extension waits for the principal first', async () => {
    await haveIssues(here.room, [{ ...open, extensionCount: 1 }]);
    await says('王磊', '301申请延期到11月30日，原因：配件未到货');
    expect((await says('张建国', '我的待办', { group: null })).text).toContain('待审批申请1件');
    expect((await says('周敏', '我的待办', { group: null })).text).toContain('没有');
    await says('张建国', '同意301延期');
    expect((await says('周敏', '我的待办', { group: null })).text).toContain('待审批申请1件');
  });
});

describe('挂账', () => {
  test('plan and review stand apart from the reason, and the list shows them', async () => {
    await haveIssues(here.room, [{ ...open, units: ['市园林中心'] }]);
    const asked = await says('林峰', '301申请挂账，冬季不宜补植，计划明年3月15日前补植，12月15日复查');
    expect(asked.text).toContain('复查时间12月15日');
    expect(asked.pushes[0]?.text).toContain('申请挂账，复查：12月15日，计划：明年3月15日前补植\n理由：冬季不宜补植（');
    await says('周敏', '同意301挂账');
    expect((await says('周敏', '挂账清单')).text).toMatch(
      /^全市的挂账问题 1件（截至11月18日 10:00）\n#301 市园林中心 .*：挂账（12月15日复查），冬季不宜补植，计划：明年3月15日前补植$/,
    );
    expect((await says('周敏', '恢复301整改')).text).toContain('#301已恢复整改');
    expect((await says('周敏', '挂账清单')).text).toBe('全市的挂账问题：没有（截至11月18日 10:00）。');
  });
});

describe('指挥部领导', () => {
  test('今天必须销号 is an order to the unit, no verdict', async () => {
    await haveIssues(here.room, [open]);
    const heard = await says('贺文斌', '盯紧301，今天必须销号');
    expect(heard.text).toContain('已催办1件。单独告知：王磊（#301）');
    expect((await here.room.issue(301)).state).toBe('claimed');
  });
});

test.each(['301今天必须销号', '301务必今天销号', '301下班前要销号'])(
  '“%s” by an inspector closes nothing',
  async (text) => {
    await haveIssues(here.room, [{ ...open, state: 'reported' }]);
    await says('刘志强', text);
    expect((await here.room.issue(301)).state).toBe('reported');
  },
);

describe('where problems come from', () => {
  test('by its bare name, and as figures', async () => {
    await says('赵雪', '省级督查反馈：解放路店招破损，请城管局11月25日前整改');
    await says('刘志强', '领导督导检查发现：文昌路8号门口垃圾满溢，请环卫中心今天下午5点前清运');
    expect((await says('周敏', '上级督查问题')).text).toContain('上级督查反馈的问题 1件');
    expect((await says('周敏', '领导督导问题')).text).toContain('领导督导的问题 1件');
    const { text } = await says('周敏', '问题来源分布');
    expect(text).toContain('【按来源统计】');
    expect(text).toContain('上级督查反馈 1件');
    expect(text).toContain('领导督导 1件');
  });
});

test('我们的整改率 is the unit’s own', async () => {
  await haveIssues(here.room, [open, { ...open, units: ['市住建局'] }]);
  expect((await says('李强', '我们的整改率')).text).toMatch(/^市城管局 累计：整改率 0\.0%\(0\/1\)/);
  expect(saidOf('咱们整改率', { sender: LIAISON }).units).toEqual(['市城管局']);
});

test('登记错了 answers the question after a reason', async () => {
  await says('刘志强', '文昌路8号门口垃圾满溢，请环卫中心今天下午5点前清运');
  await says('刘志强', '撤销1');
  await says('刘志强', '登记错了');
  expect((await here.room.issue(1)).state).toBe('withdrawn');
});

test('the suggestion says why', async () => {
  const logged = async (text: string) => (await says('刘志强', text)).text;
  expect(await logged('翠竹园3栋楼道堆放杂物')).toContain('责任单位建议东湖街道（属地）');
  expect(await logged('文昌路8号门口垃圾满溢')).toContain('责任单位建议市环卫中心（环境卫生一般由该单位负责）');
  expect(await logged('滨江公园东门座椅破损')).toContain('责任单位建议市园林中心（该点位的责任单位）');
});

test('designated to the very unit that disputes it: said as what it is', async () => {
  await haveIssues(here.room, [{ ...open, state: 'dispatched', dispatchedAt: at('18T09:00') }]);
  await says('王磊', '301申诉，不属于我单位，应由市住建局负责');
  expect((await says('周敏', '指定301由城管局负责')).text).toBe(
    '#301指定由市城管局负责，不再受理申诉。时限（11月27日 17:00）和办理情况不变。',
  );
  expect(await refusal('王磊', '301申诉，没有人手')).toContain('不再受理申诉');
});

test('井盖破了 endangers people', async () => {
  await says('刘志强', '滨江大道中段井盖破了，请城管局处理');
  expect(await here.room.issue(1)).toMatchObject({ urgent: true });
});

describe('places', () => {
  test('shop fronts, nominated sites with their leader', async () => {
    expect((await says('孙伟', '步行街门前三包')).text).toContain('门前三包：老街面馆（店主）、江岚书店');
    expect((await says('孙伟', '上报点位有哪些')).text).toBe(
      '上报点位1个：\n北门农贸市场（农贸市场·北门街道·上报点位）：负责领导徐丽（市市场监管局）',
    );
    expect((await says('孙伟', '北门农贸市场是上报点位吗')).text).toContain('\n是上报点位。');
    expect((await says('孙伟', '东湖农贸市场是不是上报点位')).text).toContain('\n不是上报点位。');
    expect((await says('孙伟', '油坊巷乱停车归谁管')).text).toContain(
      '车辆停放一般由市交警大队负责；不一致时以交办单位为准。',
    );
    expect((await says('孙伟', '步行街门前三包不落实，垃圾满地，请环卫中心处理')).text).toContain('【交办】');
  });
});

describe('manners', () => {
  test('what the bot itself costs people, asked by the office', async () => {
    await says('刘志强', '文昌路8号门口垃圾满溢，请环卫中心今天下午5点前清运');
    expect((await says('周敏', '机器人这个月发了多少消息')).text).toContain('【机器人月报】11月\n群内主动推送0条');
    expect((await says('周敏', '机器人月报')).text).toContain('@1次，涉及1人');
    expect((await says('王磊', '机器人月报')).text).toContain('由创城办查看');
  });

  test.each(['统一口径让居民都答满意', '让群众都选非常满意'])('coaching is refused in words: %s', async (text) => {
    expect((await says('赵雪', text)).text).toContain('不统一口径、引导选项');
  });
});

describe('回头看', () => {
  const closed = {
    state: 'closed' as const,
    dispatchedAt: at('10T09:00'),
    closedAt: at('16T10:00'),
    closedBy: '刘志强',
  };

  test('a tenth of what was closed, all that is 老大难, less what has been looked at', async () => {
    await haveIssues(
      here.room,
      Array.from({ length: 20 }, (_, index) => ({ ...closed, location: `解放路${index}号` })),
    );
    const first = (await says('刘志强', '回头看清单')).text;
    expect(first).toContain('近30天销号20件，按10%抽查回头看，已看0件，还要看2件');
    const nos = [...first.matchAll(/^#(\d+)/gm)].map(([, no]) => no);
    expect(nos).toHaveLength(2);
    expect((await says('孙伟', '哪些要回头看')).text).toContain(`#${nos[0] ?? ''} `);
    await says('刘志强', `${nos[0] ?? ''}回头看没有反弹`);
    expect((await says('刘志强', '回头看清单')).text).toContain('已看1件，还要看1件');
    await says('周敏', '320列为老大难');
    const marked = (await says('刘志强', '回头看清单')).text;
    expect(marked).toMatch(/^#320 .*老大难$/m);
    await haveIssues(here.room, [{ ...closed, chronic: true, closedAt: at('11T10:00'), location: '翠竹巷' }], 401);
    await here.room.clock('2026-12-21T10:00:00+08:00');
    expect((await says('刘志强', '回头看清单')).text).toMatch(/^#401 .*老大难$/m);
    await says('刘志强', '401回头看没有反弹');
    expect((await says('刘志强', '回头看清单')).text).not.toContain('#401');
  });

  test('老大难 is marked by the office, listed, and taken off again', async () => {
    await haveIssues(here.room, [open, open]);
    expect((await says('周敏', '301列为老大难')).text).toContain('#301已列为老大难');
    expect((await says('周敏', '老大难清单')).text).toMatch(/^全市老大难的问题 1件，未销号1件/);
    expect((await says('王磊', '301')).text).toContain('，老大难');
    expect(await refusal('周敏', '301列为老大难')).toContain('已经是老大难');
    expect(await refusal('王磊', '302列为老大难')).toContain('由创城办标注');
    expect(await refusal('周敏', '301、302都是老大难')).not.toContain('已列为');
    await says('周敏', '取消301老大难');
    expect((await says('周敏', '老大难清单')).text).toContain('没有');
  });

  test('老大难 in chat are those of the paper: flagged or thirty days on record, and not closed', async () => {
    const logged = (day: string) => {
      const moment = new Date(`2026-10-${day}T09:00:00+08:00`);
      return { loggedAt: moment, dispatchedAt: moment };
    };
    await haveIssues(here.room, [
      { ...open, ...logged('19') },
      { ...closed, ...logged('19'), chronic: true, closedAt: at('11T10:00') },
      { ...open, ...logged('19'), state: 'suspended' },
      { ...open, chronic: true },
      { ...open, ...logged('20') },
    ]);
    const nos = (text: string) => [...new Set(text.match(/#\d+/g))].toSorted();
    const listed = (await says('周敏', '老大难清单')).text;
    expect(listed).toMatch(/^全市老大难的问题 2件，未销号2件/);
    expect(listed).toContain('\n（登记满30天或列为老大难、尚未销号的都算）');
    expect(nos(listed)).toEqual(['#301', '#303', '#304']);
    const draft = (await says('周敏', '起草10月1日至11月18日的督查专报', { group: null })).text;
    const paper = draft.split('\n').find((line) => line.includes('老大难问题。')) ?? '';
    expect(paper).toContain('登记满30天或列为老大难、尚未销号的3件');
    expect(nos(paper)).toEqual(['#301', '#303', '#304']);
    expect(await refusal('周敏', '取消301老大难')).toContain('#301没有列为老大难，没有变化');
    expect((await says('周敏', '302列为老大难')).text).toContain('已经是老大难');
    await says('周敏', '301列为老大难');
    expect((await says('周敏', '取消301老大难')).text).toContain('仍在老大难清单里');
  });
});

test('what was late last month is not late once more when it is reported', async () => {
  await haveIssues(here.room, [{ ...open, deadline: at('27T17:00'), source: 'citizen' }]);
  await here.room.clock('2026-12-01T10:00:00+08:00');
  await says('王磊', '301已整改', { images: 1 });
  expect((await says('王磊', '11月考核分')).text).toContain('超期1件 -0.5：#301');
  expect((await says('王磊', '为什么扣分')).text).not.toContain('超期');
});

test('信息报送 stands in the weekly', async () => {
  await says('王磊', '本周清理小广告576处，志愿服务10场');
  await says('何静', '本周清理小广告24处');
  const draft = await says('周敏', '出一期本周的周报', { group: null });
  expect(draft.text).toContain(
    '2个单位报送工作信息：清理小广告600处（市城管局576、市住建局24）、志愿服务10场（市城管局10）。',
  );
  expect((await says('周敏', '出一期本周的督查专报', { group: null })).text).not.toContain('报送工作信息');
});

test.each([
  ['贺文斌', '全市整改情况', '全市 累计：整改率'],
  ['刘志强', '我组今天查了多少', '督查一组 11月18日：'],
])('%s asks “%s”', async (name, text, expected) => {
  await haveIssues(here.room, [open]);
  expect((await says(name, text)).text).toContain(expected);
});
