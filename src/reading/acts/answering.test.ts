/** What answers the bot's question, and what is a matter of its own although a question is open. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDirectory } from '../../../config/load.ts';
import { defaultSettings } from '../../../config/settings.ts';
import { createReader } from '../reader.ts';
import type { Heard } from '../said.ts';

const directory = loadDirectory(join(import.meta.dirname, '../fixtures/directory.json'));
const reader = createReader({ directory, settings: defaultSettings() });

const said = (text: string, pending: Heard['pending'], images = 0) =>
  reader.understand({
    text,
    chatKind: 'group',
    mentionsBot: true,
    sender: { name: '孙伟', roles: ['inspector'], unit: '督查三组' },
    images,
    quote: null,
    sentAt: new Date('2026-11-22T10:00:00+08:00'),
    pending,
  });

const fill = (...missing: string[]) => ({ kind: 'fill' as const, command: 'issue.log', missing });
const confirm = { kind: 'confirm' as const, command: 'issue.log', missing: [] };

describe('every place and every unit of the directory answers the question for it', () => {
  // 政务中心 is a site and the short name of a unit: that one stays in doubt.
  const places = directory.sites.filter(({ name }) => name !== '政务中心');
  test.each(places.flatMap(({ name }) => [name, `${name}门口`, `${name}12号门前`]))('%s', (place) => {
    expect(said(place, fill('location')).act).toBe('draft.fill');
  });

  const units = directory.units
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter((name) => name !== '政务中心');
  test.each(units)('%s', (unit) => {
    expect(said(unit, fill('units')).answer?.fields).toMatchObject({ units: [expect.any(String)] });
    expect(said(unit, confirm).answer?.fields).toMatchObject({ units: [expect.any(String)] });
  });
});

test.each([
  '现场还有3辆车',
  '跟312重复登记',
  '没有清干净',
  '照片看不清',
  '还有两堆垃圾没清',
  '不是同一个位置',
  '公厕还是很脏',
  '登记错了',
  '登记重复了',
  '上报错了位置',
  '查无此事',
  '查过了，没这回事',
])('a reason: %s', (text) => {
  expect(said(text, fill('reason')).answer?.fields).toEqual({ reason: text });
});

// The hour is 10:00 of a Sunday.
describe('a time said in the same breath is the limit', () => {
  test.each([
    ['环卫中心吧，明天上午', confirm, '11-23T12:00:00'],
    ['住建局，后天', confirm, '11-24T23:59:59'],
    ['给住建，限三天', confirm, '11-25T23:59:59'],
    ['对，明天上午', confirm, '11-23T12:00:00'],
    ['对，后天下班', confirm, '11-24T18:00:00'],
    ['确认，周三', confirm, '11-25T23:59:59'],
    ['是的，今天下午5点', confirm, '11-22T17:00:00'],
    ['城管局，24小时', confirm, '11-23T10:00:00'],
    ['对，两个工作日', confirm, '11-24T23:59:59'],
    ['行，给三天时间', confirm, '11-25T23:59:59'],
    ['环卫中心吧，明天上午', fill('units'), '11-23T12:00:00'],
    ['找城管，月底', fill('units'), '11-30T23:59:59'],
    ['解放路12号门口，明天', fill('location'), '11-23T23:59:59'],
  ] as const)('%s', (text, pending, deadline) => {
    expect(said(text, pending).answer?.fields).toMatchObject({ deadline: `2026-${deadline}+08:00` });
  });

  test.each(['材料周五才到货', '昨天已经整改过了', '明天供货商来装'])('but not in a reason: %s', (text) => {
    expect(said(text, fill('reason')).answer?.fields).toEqual({ reason: text });
  });
});

test.each(['同意', '可以', '好的', '对', '确认', '没问题', '行吧', '起草'])('no reason: %s', (text) => {
  expect(said(text, fill('reason')).act).not.toBe('draft.fill');
});

describe('an order that has nothing to do with problems is that order, and no place, unit or reason', () => {
  test.each([
    ['开启迎检期到12月5日', 'inspection.open'],
    ['结束迎检期', 'inspection.close'],
    ['出今天的日报', 'report.make'],
    ['布置任务：城管局月底前完成迎宾大道店招整治', 'task.create'],
    ['模拟测评 北门农贸市场 得分 42/50', 'exam.log'],
    ['留言1转城管局，三天内办结', 'citizen.link'],
  ])('%s', (text, act) => {
    const open = createReader({ directory, settings: defaultSettings() });
    const bySender = (pending: Heard['pending']) =>
      open.understand({
        text,
        chatKind: 'group',
        mentionsBot: true,
        sender: { name: '周敏', roles: ['officeLead'], unit: '市创城办' },
        images: 0,
        quote: null,
        sentAt: new Date('2026-11-22T10:00:00+08:00'),
        pending,
      }).act;
    expect(bySender(null)).toBe(act);
    for (const pending of [fill('location'), fill('units'), fill('deadline'), fill('location', 'units')]) {
      expect(bySender(pending)).toBe(act);
    }
  });
});

describe('a matter of its own, whatever is open', () => {
  test.each([
    ['牛角巷口垃圾满溢，请环卫今天下午处理', 'issue.log'],
    ['超期清单', 'query.overdue'],
    ['城管局整改率', 'query.rate'],
    ['我的待办', 'query.todo'],
    ['327什么情况', 'issue.show'],
    ['帮助', 'help'],
    ['收到', null],
  ])('%s', (text, act) => {
    for (const pending of [fill('location'), fill('units'), fill('reason'), fill('location', 'units')]) {
      expect(said(text, pending).act).toBe(act);
    }
  });
});

test.each([
  ['撤销3，登记错了', 'issue.withdraw'],
  ['3核查通过', 'issue.verify'],
  ['催一下3', 'issue.urge'],
  ['3和5重复，合并', 'issue.merge'],
])('an order about a number is no place: %s', (text, act) => {
  expect(said(text, fill('location')).act).toBe(act);
});

test.each([
  ['确认12', [12], {}],
  ['确认交办12、13', [12, 13], {}],
  ['12确认', [12], {}],
  ['确认12，责任单位城管局', [12], { units: ['市城管局'] }],
  ['确认12，责任单位城管局，协办住建局', [12], { units: ['市城管局'], addCoUnits: ['市住建局'] }],
  ['确认12，协办住建局', [12], { addCoUnits: ['市住建局'] }],
  ['确认12，交警，明天下午5点前', [12], { units: ['市交警大队'], deadline: '2026-11-23T17:00:00+08:00' }],
])('yes to a problem by its number: %s', (text, issueNos, fields) => {
  for (const pending of [null, confirm, fill('location')]) {
    expect(said(text, pending)).toMatchObject({ act: 'draft.confirm', issueNos, answer: { fields } });
  }
});

test.each(['确认327已整改', '确认327核查通过', '327确认一下情况', '确认327是谁的'])('not such a yes: %s', (text) => {
  expect(said(text, null).act).not.toBe('draft.confirm');
});

test.each([
  ['改', 'draft.fill', {}],
  ['修改一下', 'draft.fill', {}],
  ['不对，是城管局', 'draft.fill', { units: ['市城管局'] }],
  ['对，单位再加个河西街道', 'draft.confirm', { addUnits: ['河西街道'] }],
  ['对，责任单位城管局，协办住建局', 'draft.confirm', { units: ['市城管局'], addCoUnits: ['市住建局'] }],
  ['责任单位改成城管局，协办住建局', 'draft.fill', { units: ['市城管局'], addCoUnits: ['市住建局'] }],
  ['责任单位城管局，再加协办住建局', 'draft.fill', { units: ['市城管局'], addCoUnits: ['市住建局'] }],
  ['对，再加城管局，住建局协办', 'draft.confirm', { addUnits: ['市城管局'], addCoUnits: ['市住建局'] }],
  ['对，加协办住建局', 'draft.confirm', { addCoUnits: ['市住建局'] }],
])('what was shown is changed: %s', (text, act, fields) => {
  expect(said(text, confirm).act).toBe(act);
  expect(said(text, confirm).answer?.fields).toEqual(fields);
});

/** What was written down wrong is named, and behind it what is right. */
test.each([
  ['地点写错了，应该是建设路邮局门口', '建设路邮局门口'],
  ['位置不对，是在人民路工行门口', '人民路工行门口'],
  ['地址填错了，其实是牛角巷12号', '牛角巷12号'],
  ['地点有误，应为文昌路48号', '文昌路48号'],
  ['位置报错了应该是翠竹园东门', '翠竹园东门'],
  ['地点搞错了，正确的是北门农贸市场西门', '北门农贸市场西门'],
  ['地点不是解放路，是建设路邮局门口', '建设路邮局门口'],
])('the place is put right: %s', (text, location) => {
  expect(said(text, confirm)).toMatchObject({ act: 'draft.fill', answer: { fields: { location } } });
});

const about301 = { kind: 'fill' as const, command: 'issue.return', missing: ['reason'], issueNos: [301] };

describe('where a reason is asked for', () => {
  test.each([
    '地上还有油',
    '摊子又摆出来了',
    '12号门口没清',
    '与312重复',
    '312已经登记过了',
    '转错单位了',
    '登记人搞错了',
    '确认过没有问题',
    '已转城管',
    '天气原因，下雨施工不了',
    '管线权属是供电公司的',
    '请领导批准',
    '301还有垃圾',
    '先不影响通行',
    '别人已经登记过了',
    '不归我们管',
    '发错群了',
  ])('%s is one', (text) => {
    expect(said(text, about301).answer?.fields).toMatchObject({ reason: expect.any(String) });
  });

  test.each(['原因：转给环卫了', '因为确认不了位置'])('%s is said to be one', (text) => {
    expect(said(text, about301).act).toBe('draft.fill');
  });

  test.each([
    ['转给城管', null],
    ['责任单位公安局', null],
    ['发通报到部门群', null],
    ['通报一下城管局', null],
    ['给交警', null],
    ['请城管处理', null],
    ['文昌公园长廊柱子掉漆', null],
    ['哪里不合格', null],
    ['确认14', 'draft.confirm'],
    ['302转城管', 'issue.reassign'],
    ['撤销任务3，录错了', 'task.amend'],
    ['31不行，18行', 'issue.return'],
    ['催一下环卫', 'issue.urge'],
    ['301怎么样了', 'issue.show'],
    ['作废提醒3号', 'paper.discard'],
    ['人民路12号门口垃圾成堆', 'issue.log'],
  ])('%s is none', (text, act) => {
    expect(said(text, about301).act).toBe(act);
  });
});

test.each(['53是城投的吧', '2号先发', '31好了', '53没过'])('another number is no answer to anything: %s', (text) => {
  for (const pending of [about301, fill('location'), fill('units')]) {
    expect(said(text, pending).act ?? '').not.toMatch(/^draft/);
  }
});

describe('where a place is asked for', () => {
  test.each([
    ['东门', '东门'],
    ['12号门口', '12号门口'],
    ['3栋2单元', '3栋2单元'],
    ['刘庄', '刘庄'],
    ['我家楼下', '我家楼下'],
    ['红绿灯那里', '红绿灯'],
    ['人民路12号，快点', '人民路12号'],
    ['打错了，是人民路12号', '人民路12号'],
    ['南门往里走，快递柜后面', '南门往里走快递柜后面'],
  ])('%s is one', (text, location) => {
    expect(said(text, fill('location')).answer?.fields).toEqual({ location });
  });

  test.each([
    '随便',
    '打错了，是供水公司不是供电公司',
    '你们就会敷衍',
    '没人管',
    '同上',
    '老地方',
    '到处都是',
    '上面那条',
  ])('%s is none', (text) => {
    expect(said(text, fill('location')).act).toBeNull();
  });
});

test.each([
  '取消',
  '取消吧，谢谢',
  '算了',
  '算了还是别催了',
  '算了不合并',
  '先不催了',
  '先别发了',
  '不签发了',
  '还是先不撤销了',
  '暂时不办了',
  '当我没说',
])('called off, whatever is asked: %s', (text) => {
  for (const pending of [about301, fill('location'), fill('units'), confirm]) {
    expect(said(text, pending).act).toBe('draft.discard');
  }
});

test.each(['对，顺便催一下环卫', '对，1和3登记，2不登', '1没过，还松', '2没问题'])(
  'more, or other, than yes: %s',
  (text) => {
    expect(said(text, confirm).act ?? '').not.toMatch(/^draft/);
  },
);

test('under the suggestion of a unit an order to another one is that order', () => {
  expect(said('催一下环卫', confirm).act).toBe('issue.urge');
  expect(said('找环卫', confirm).answer?.fields).toEqual({ units: ['市环卫中心'] });
});

test.each(['都要', '都认领', '全部', '两个都要', '这几件都办'])('all that were listed: %s', (text) => {
  expect(said(text, fill('issueNos')).answer?.fields).toEqual({ all: true });
});
