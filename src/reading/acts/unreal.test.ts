/** 只是说说: every order put into every frame in which it is none (denied, past, of a case, by others, put off). Nothing may be written. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { choose } from '../../bot/choose.ts';
import { aMessage, corpusReader, LIAISON, OFFICE } from '../../testing/reader.ts';
import type { Heard } from '../said.ts';

const LEAD: Heard['sender'] = { name: '刘志强', roles: ['inspectorLead'], unit: '督查一组' };
const READS = /^(?:help|issue\.show|query\..*|.*\.query)$/;

/** `V` is the order. */
const FRAMES = [
  '如果327V',
  '327V了吗',
  '不要V327',
  '听说327V了',
  '王磊说327已经V',
  '要不要V327',
  '会上说327要V',
  '等327V再说',
  '本来想V327',
  '327不用V',
  '谁V的327',
  '为什么V327',
  '327不该V',
  '327V不V',
  '327先别V',
  '327V没V',
  '是不是V327',
  '327还没V',
  '327没人V',
  '别V327',
  '假如327V怎么办',
  '327应该V吧',
  '327好像V了',
  '上次V327的时候',
  '327V的话通知我',
  '327为啥没V',
  '我不想V327',
  '327被V三次了',
  '327到底V不V',
  '他们想V327',
  '万一327V了',
  'V327有什么用',
  '327一V就出问题',
  '327每次都V',
  '等V327',
  '327V还早',
  '327V之前先看现场',
  '327V前拍照',
];

const ORDERS: readonly (readonly [who: string, sender: Heard['sender'], verbs: readonly string[]])[] = [
  ['an inspector', LEAD, ['销号', '退回', '通过', '打回', '撤销', '合并', '重新打开', '催办']],
  ['the office', OFFICE, ['转环卫', '改派园林', '同意延期', '驳回申诉', '撤销', '催办', '交给城管局', '同意挂账']],
  ['a unit', LIAISON, ['认领', '弄完', '申诉', '处理好', '清理干净', '拆掉']],
];

function written(text: string, sender: Heard['sender']): string[] {
  const said = corpusReader.understand(aMessage(text, { sender, images: 1 }));
  const choice = choose(commands, said, { roles: sender?.roles ?? [] });
  if (choice.kind !== 'readings') return [];
  return choice.readings
    .filter(({ command, allowed, args }) => allowed && !READS.test(command.id) && !isHeld(args))
    .map(({ command }) => command.id);
}

const isHeld = (args: { needsConfirm?: boolean; missing?: readonly string[] }): boolean =>
  args.needsConfirm === true || (args.missing ?? []).length > 0;

describe.each(ORDERS)('%s', (_, sender, verbs) => {
  test.each(FRAMES)('%s', (frame) => {
    const texts = verbs.map((verb) => frame.replaceAll('V', verb));
    expect(texts.filter((text) => written(text, sender).length > 0)).toEqual([]);
  });
});

test.each([
  [LEAD, '327销号', 'issue.verify'],
  [LEAD, '上周销号的327今天又乱了', 'issue.reopen'],
  [LEAD, '327没清干净，退回，下次别再这样', 'issue.return'],
  [LEAD, '好像登错了，327撤销', 'issue.withdraw'],
  [OFFICE, '327给城关镇，别再退了', 'issue.reassign'],
  [OFFICE, '327同意延期到周五，下不为例', 'extend.approve'],
  [LIAISON, '327昨天就清理干净了', 'issue.rectify'],
  [LIAISON, '327物业说没料，申请延期三天', 'issue.extend'],
])('still an order of %o: %s', (sender, text, id) => {
  expect(written(text, sender)).toEqual([id]);
});
