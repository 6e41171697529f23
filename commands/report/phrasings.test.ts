/** How people speak of numbered papers and sheets, and what is none of it. */
import { expect, test } from 'vitest';
import { takenBy } from '../../src/testing/phrasings.ts';

const QUOTE = '【草稿3号】创城督查专报 第　期（草稿）\n江岚市创城办　2026年11月22日';

const EDITS = [
  '把第三部分第2条删掉',
  '第三部分第二条删了吧',
  '删掉第三部分的第2条',
  '第3部分第2条不要了',
  '草稿3号第四部分第1条改为：请各单位11月25日前销号',
  '第四部分第1条换成：限期三天整改到位',
  '加一句：对连续两周垫底的单位进行约谈',
  '第四部分加一条：各街道每周自查一次',
  '在第三部分末尾补充一句：个别单位反馈不及时',
  '标题改为：关于近期督查情况的通报',
];
test.each(EDITS)('an edit of a draft: %s', (text) => {
  expect(takenBy('周敏', text, { quote: QUOTE })).toEqual(['paper.edit']);
  expect(takenBy('赵雪', text)).toEqual(['paper.edit']);
});

const SIGNED = [
  ['签发', QUOTE],
  ['同意签发', QUOTE],
  ['可以发了', QUOTE],
  ['就这样发吧', QUOTE],
  ['同意，印发', QUOTE],
  ['签发草稿3号', undefined],
  ['草稿3号可以签发', undefined],
  ['签发本周的专报', undefined],
  ['专报草稿3号同意印发', undefined],
] as const;
test.each(SIGNED)('signed: %s', (text, quote) => {
  expect(takenBy('周敏', text, quote === undefined ? {} : { quote })).toEqual(['report.sign']);
});

const DISCARDED = [
  ['作废', QUOTE],
  ['这期不发了', QUOTE],
  ['先不签发', QUOTE],
  ['草稿3号作废', undefined],
  ['草稿3号不要了', undefined],
  ['把草稿3号废掉', undefined],
  ['撤掉草稿3号', undefined],
  ['专报草稿3号不发了', undefined],
] as const;
test.each(DISCARDED)('discarded: %s', (text, quote) => {
  expect(takenBy('周敏', text, quote === undefined ? {} : { quote })).toEqual(['report.discard']);
});

const CORRECTED = [
  '更正第258期：第三部分第2条改为：北门农贸市场占道经营已整改',
  '更正专报第258期：整改率应为87.42%',
  '对第258期更正如下：超期清单中#305已按期整改',
  '第258期有误，更正：市城管局整改率应为90%',
  '第258期专报要更正：第二部分第1条有误',
  '发一期更正，更正第258期：发现问题数应为36件',
  '更正2026年第16期情况通报：落款日期有误',
  '请更正周报第12期：附件1市住建局数据有误',
];
test.each(CORRECTED)('a correction: %s', (text) => {
  expect(takenBy('周敏', text)).toEqual(['report.correct']);
});

const SHOWN = [
  '看看草稿3号',
  '看看草稿',
  '打开草稿3号',
  '查看专报第258期',
  '第258期专报发我看看',
  '调出第258期专报',
  '看一下周报第12期',
  '2026年第16期情况通报发我',
];
test.each(SHOWN)('shown: %s', (text) => {
  expect(takenBy('周敏', text)).toEqual(['report.show']);
});

const MADE = [
  '做一份上周的周报',
  '出一期本周的督查专报，先发我看看再推送',
  '起草本周的督查情况通报',
  '生成11月16日到22日的督查专报',
  '写一期督查情况通报',
  '本周周报',
  '给我出一份周报',
  '编一期本周专报',
];
test.each(MADE)('drafted: %s', (text) => {
  expect(takenBy('周敏', text)).toEqual(['report.make']);
});

const EXPORTED = [
  '导出台账',
  '导出问题台账',
  '把台账导出来发我',
  '导出市城管局的台账',
  '导出本周的问题台账',
  '导出任务分解表',
  '导出资料清单',
  '导出单位整改情况表',
  '下载问题台账',
  '台账的电子表格发我一份',
  '给我一份台账的Excel',
  '导出我们单位的台账',
];
test.each(EXPORTED)('exported: %s', (text) => {
  expect(takenBy('周敏', text)).toEqual(['export.ledger']);
  expect(takenBy('王磊', text)).toEqual(['export.ledger']);
});

const NONE_OF_IT = [
  '这期专报写得不错',
  '第258期我看了',
  '台账要抓紧补',
  '台账怎么还没交',
  '各单位台账不全的尽快完善',
  '上级的通报发下来了吗',
  '草稿还没写好',
  '签发',
  '再加一条：文昌路口东侧占道经营',
];
test.each(NONE_OF_IT)('neither: %s', (text) => {
  const own = ['paper.edit', 'report.sign', 'report.discard', 'report.correct', 'report.show', 'export.ledger'];
  expect(takenBy('刘志强', text).filter((id) => own.includes(id))).toEqual([]);
  expect(takenBy('周敏', text).filter((id) => own.includes(id))).toEqual([]);
});
