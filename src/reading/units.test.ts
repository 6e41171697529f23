/** Units by full, short and misspelt name, by person and by part; and words that only look like them. */
import { expect, test } from 'vitest';
import { saidOf } from '../testing/reader.ts';

test.each<[string, string[]]>([
  ['人民路垃圾成堆，城管局处理', ['市城管局']],
  ['人民路垃圾成堆，市城管局处理', ['市城管局']],
  ['人民路垃圾成堆，成管局处理', ['市城管局']],
  ['人民路垃圾成堆，环卫抓紧', ['市环卫中心']],
  ['人民路垃圾成堆，和西街道处理', ['河西街道']],
  ['人民路垃圾成堆，新市办处理', ['新市区街道']],
  ['人民路垃圾成堆，东湖街道办事处处理', ['东湖街道']],
  ['人民路垃圾成堆，住建+城管 马上', ['市住建局', '市城管局']],
  ['人民路垃圾成堆 @王磊', ['市城管局']],
  ['人民路垃圾成堆，朱主任安排', ['市环卫中心']],
  ['翠竹园线缆杂乱，三大运营商处理', ['市电信公司', '市移动公司', '市联通公司']],
  ['人民路消防通道被占用', []],
  ['步行街移动摊贩占道', []],
  ['东湖农贸市场地面积水', []],
  ['人民路城管队员不在岗', []],
  ['人民路垃圾成堆，环卫说不归他们', []],
])('%s: %j', (text, expected) => {
  expect(saidOf(text, { images: 1 }).issues.flatMap(({ units }) => units)).toEqual(expected);
});

test.each<[string, string[], string[]]>([
  ['滨江一号工地围挡破损，住建局牵头，城管局配合', ['市住建局'], ['市城管局']],
  ['滨江一号工地围挡破损，责任单位住建局，协办城管局、环卫中心', ['市住建局'], ['市城管局', '市环卫中心']],
  ['实验小学围墙公益广告破损，教育局（牵头）、宣传部（配合）', ['市教育局'], ['市委宣传部']],
])('%s: %j with %j', (text, lead, co) => {
  expect(saidOf(text).issues[0]).toMatchObject({ units: lead, coUnits: co });
});
