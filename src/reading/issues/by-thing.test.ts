/** Several told in one breath, each to see to a thing of his own: each problem has its own unit and its own limit. */
import { expect, test } from 'vitest';
import { saidOf } from '../../testing/reader.ts';

const read = (text: string): string[] =>
  saidOf(text, { images: 1 }).issues.map(
    ({ description, units, coUnits, deadline }) =>
      `${description}|${[units.join('+'), ...coUnits].join('/')}|${deadline?.slice(5, 16) ?? ''}`,
  );

const TWO = '文昌路8号门口垃圾满溢、路灯不亮';
test.each<[string, string[]]>([
  // By the thing that each of them names.
  [
    `${TWO}，环卫中心今天18点前清垃圾，住建局3天内修路灯`,
    ['垃圾满溢|市环卫中心|11-22T18:00', '路灯不亮|市住建局|11-25T23:59'],
  ],
  [`${TWO}，垃圾请环卫中心清，路灯请住建局3天内修`, ['垃圾满溢|市环卫中心|', '路灯不亮|市住建局|11-25T23:59']],
  [
    '步行街：1.地砖破损 2.垃圾桶满 3.路灯不亮，住建局修地砖，环卫清桶，供电公司修灯，月底前',
    ['地砖破损|市住建局|11-30T23:59', '垃圾桶满|市环卫中心|11-30T23:59', '路灯不亮|市供电公司|11-30T23:59'],
  ],
  // What nobody names is for him who names nothing.
  [
    '建设路20号门口路面破损，垃圾成堆，请环卫中心月底前清运，住建局12月10日前把路面修好',
    ['路面破损|市住建局|12-10T23:59', '垃圾成堆|市环卫中心|11-30T23:59'],
  ],
  ['建设路20号有人随地小便，路灯不亮，住建局管灯，环卫管尿', ['有人随地小便|市环卫中心|', '路灯不亮|市住建局|']],
  // By what is done.
  [
    '解放路12号商贩占道、地面油污，城管局今天劝离，环卫中心明天冲洗',
    ['商贩占道|市城管局|11-22T23:59', '地面油污|市环卫中心|11-23T23:59'],
  ],
  // Over all: a time behind the last, and who leads without a thing of his own.
  [`${TWO}，环卫清垃圾，住建局修灯，都在周三前`, ['垃圾满溢|市环卫中心|11-25T23:59', '路灯不亮|市住建局|11-25T23:59']],
  [`${TWO}，请东湖街道牵头，环卫清垃圾，住建局修灯`, ['垃圾满溢|东湖街道+市环卫中心|', '路灯不亮|东湖街道+市住建局|']],
  // Where no thing is named, all of them answer for all (§5).
  [
    `${TWO}，请环卫中心和住建局周三前处理`,
    ['垃圾满溢|市环卫中心+市住建局|11-25T23:59', '路灯不亮|市环卫中心+市住建局|11-25T23:59'],
  ],
  [
    `${TWO}，请环卫中心今天处理，住建局配合`,
    ['垃圾满溢|市环卫中心/市住建局|11-22T23:59', '路灯不亮|市环卫中心/市住建局|11-22T23:59'],
  ],
  // The same thing at another place is another problem.
  ['1.人民路 垃圾，环卫 2.解放路 垃圾，环卫', ['垃圾|市环卫中心|', '垃圾|市环卫中心|']],
])('%s: %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

/** Whose it is does not answer for it, nor does he who has seen to it. */
test.each<[string, string[]]>([
  [
    '建设路20号盲道被占，环卫中心的车停的，请交警大队今天18点前处理',
    ['盲道被占，环卫中心的车停的|市交警大队|11-22T18:00'],
  ],
  ['解放路工行门口城管局的执法车占了盲道，请交警处理', ['城管局的执法车占了盲道|市交警大队|']],
  ['步行街垃圾成堆，是隔壁饭店倒的，请城管局处理', ['垃圾成堆，是隔壁饭店倒的|市城管局|']],
  ['建设路20号盲道被占，请城管的车来拖走', ['盲道被占|市城管局|']],
  ['供电公司的线垂到地上了，解放路12号门口', ['线垂到地上|市供电公司|']],
  ['滨江大道30号门口原来有垃圾，环卫中心现在清了', []],
  ['文昌路井盖破损，住建局已经换了', []],
  ['滨江大道30号门口垃圾成堆，环卫中心昨天清了又有', ['垃圾成堆|市环卫中心|']],
  ['人民路12号门口原来有个井盖，现在没了，住建局来看看', ['原来有个井盖，现在没了|市住建局|']],
  ['迎宾大道绿化带里有人种菜，园林铲了', ['绿化带里有人种菜|市园林中心|']],
])('%s: %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});
