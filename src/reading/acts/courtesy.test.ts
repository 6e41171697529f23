/** A courtesy under a card of the bot is no order and no yes, whoever says it. */
import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { choose } from '../../bot/choose.ts';
import { aMessage, corpusReader, LIAISON, OFFICE } from '../../testing/reader.ts';
import type { Heard } from '../said.ts';

const LEAD: Heard['sender'] = { name: '刘志强', roles: ['inspectorLead'], unit: '督查一组' };
const CARDS = [
  '【交办】#327 市城管局 步行街 占道经营 时限：11月24日18:00',
  '【待核查】#327 市城管局 步行街 占道经营 已报整改（2图）',
  '【延期申请】#327 市城管局 申请延至12月1日 原因：缺料。回复“同意”或“不同意”',
  '【申诉】#327 市城管局：不属我局。回复“同意”或“驳回”',
  '【挂账申请】#327 市城管局 原因：等拨款。回复“同意”或“不同意”',
  '✅已登记 #327 步行街 占道经营 责任单位：市城管局',
  '【已销号】#327 步行街 占道经营',
  '【催办】#327 市城管局 已超期1天，请抓紧整改',
  '【退回】#327 原因：还有两处',
  '【任务】任务5 公益广告更换 责任单位：市城管局',
  '【资料待审】市教育局 指标Ⅱ-3 说明报告+图3张',
];
const COURTESIES =
  '好的 收到 谢谢 明白 嗯 看到了 稍等 我看看 晚点 👍 好 ok 知道了 马上处理 再说 等等 没空 辛苦了 下午去 有 是的 好吧 在忙 稍后回复 收到谢谢'.split(
    ' ',
  );
const READS = /^(?:help|issue\.show|query\..*|.*\.query)$/;

const isWritten = (text: string, quote: string, sender: Heard['sender']): boolean => {
  const choice = choose(commands, corpusReader.understand(aMessage(text, { sender, quote })), {
    roles: sender?.roles ?? [],
  });
  return (
    choice.kind === 'readings' && choice.readings.some(({ command, allowed }) => allowed && !READS.test(command.id))
  );
};

test.each(CARDS)('%s', (card) => {
  const written = [LIAISON, LEAD, OFFICE].flatMap((sender) =>
    COURTESIES.filter((text) => isWritten(text, card, sender)).map((text) => `${sender?.name ?? ''}: ${text}`),
  );
  expect(written).toEqual([]);
});

test('没问题 from a unit disputes nothing', () => {
  expect(CARDS.filter((card) => isWritten('没问题', card, LIAISON))).toEqual([]);
});
