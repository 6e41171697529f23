import { describe, expect, it } from 'vitest';
import { closedLine, dispatchCard, issueDetail, verifyCard } from './cards.ts';
import type { IssueRecord } from './issue.ts';
import { aCity, anIssue, on, someSettings } from './testing/sample.ts';

const wording = { directory: aCity(), settings: someSettings(), at: on('11-22 10:00') };
const siteIssue = anIssue({ site: '人民路', location: '人民路东段' });

describe('交办通知', () => {
  it('what, where, until when, by whom, and what to type', () => {
    const card = dispatchCard(siteIssue, { ...wording, photos: 2 });
    expect(card.mentions).toEqual(['王磊']);
    expect(card.text).toMatchInlineSnapshot(`
      "【交办】#327|市城管局
      点位：人民路东段（主干道）
      问题：非机动车乱停放，占用盲道（车辆停放） 图2
      时限：今天 17:00（剩7小时） 交办：督查一组 刘志强
      @王磊 回复“认领327”即受理；整改后引用本条回复“已整改”并附照片。如有异议，请在明天 10:00前回复“申诉327，理由：…”。"
    `);
  });

  it('several units, co-units, urgent, designated, in a territory, with a link', () => {
    const issue = anIssue({
      units: ['市城管局', '河西街道'],
      coUnits: ['东湖街道'],
      urgent: true,
      designated: true,
      site: '阳光新城',
      location: '阳光新城3栋',
      deadline: on('11-25 18:00'),
    });
    const card = dispatchCard(issue, { ...wording, photos: 0, link: 'https://bot.example/i/327' });
    expect(card.mentions).toEqual(['王磊', '彭飞']);
    expect(card.text).toMatchInlineSnapshot(`
      "【指定交办】#327|市城管局、河西街道|紧急
      点位：阳光新城3栋（河西街道）
      问题：非机动车乱停放，占用盲道（车辆停放）
      协办：东湖街道
      时限：11月25日 18:00（剩3天） 交办：督查一组 刘志强
      @王磊 @彭飞 回复“认领327”即受理；整改后引用本条回复“已整改”并附照片。本件由创城办指定，不再受理申诉。
      详情：https://bot.example/i/327"
    `);
  });

  it('a unit without a liaison: its official; without anybody: nobody', () => {
    const card = dispatchCard(anIssue({ units: ['城关镇'], round: 2 }), { ...wording, photos: 0 });
    expect(card.mentions).toEqual([]);
    expect(card.text).toMatchInlineSnapshot(`
      "【反弹重办】#327|城关镇
      点位：人民路与解放路交叉口东北角
      问题：非机动车乱停放，占用盲道（车辆停放）
      时限：今天 17:00（剩7小时） 交办：督查一组 刘志强
      回复“认领327”即受理；整改后引用本条回复“已整改”并附照片。如有异议，请在明天 10:00前回复“申诉327，理由：…”。"
    `);
  });
});

it('核查卡', () => {
  const reported = anIssue({ state: 'reported', reportedAt: on('11-22 16:20'), reportedBy: '王磊', owner: '王磊' });
  const card = verifyCard(reported, { ...wording, at: on('11-22 16:20'), photos: { before: 1, after: 2 } });
  expect(card.mentions).toEqual(['刘志强']);
  expect(card.text).toMatchInlineSnapshot(`
    "【待核查】#327|市城管局 16:20报整改（王磊）
    点位：人民路与解放路交叉口东北角
    问题：非机动车乱停放，占用盲道（车辆停放）
    图片：整改前1张，整改后2张
    请核查后回复“327核查通过”或“327退回，原因：…”。"
  `);
});

it.each([
  [{ reportedAt: on('11-22 16:20') }, '核查人刘志强，按期'],
  [{ reportedAt: on('11-24 16:20') }, '核查人刘志强，超期2天'],
  [{ reportedAt: on('11-22 16:20'), fixedOnSpot: true }, '登记人刘志强，现场整改'],
])('销号 in one line: %j', (some, end) => {
  const closed = anIssue({ state: 'closed', closedAt: on('11-24 17:00'), closedBy: '刘志强', ...some });
  expect(closedLine(closed)).toBe(
    `#327 已销号（市城管局）：人民路与解放路交叉口东北角 非机动车乱停放，占用盲道，${end}。`,
  );
});

it('查一件, with its record', () => {
  const issue = anIssue({ state: 'claimed', owner: '王磊', claimedAt: on('11-22 10:05'), coUnits: ['河西街道'] });
  const record = (time: string, by: string, step: IssueRecord['step'], note: string | null): IssueRecord => ({
    issueNo: 327,
    at: on(`11-22 ${time}`),
    step,
    by,
    groupId: 'city',
    messageId: 'm',
    before: null,
    after: issue,
    note,
  });
  const detail = issueDetail(issue, {
    ...wording,
    at: on('11-22 11:00'),
    photos: { before: 2, after: 0, verify: 0 },
    records: [
      record('10:00', '刘志强', 'log', null),
      record('10:05', '王磊', 'claim', null),
      record('10:40', '王磊', 'progress', '已联系拖车'),
    ],
  });
  expect(detail).toMatchInlineSnapshot(`
    "#327|市城管局|整改中
    点位：人民路与解放路交叉口东北角
    问题：非机动车乱停放，占用盲道（车辆停放）
    时限：今天 17:00（剩6小时）
    责任人：王磊
    协办：河西街道
    图片：整改前2张
    办理记录：
    11月22日 10:00 刘志强 登记
    11月22日 10:05 王磊 认领
    11月22日 10:40 王磊 进展：已联系拖车"
  `);
});
