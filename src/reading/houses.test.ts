/** Numbers of houses, of problems, of days and of items of a list are told apart. */
import { expect, test } from 'vitest';
import { saidOf } from '../testing/reader.ts';

const placesIn = (text: string): readonly (string | null)[] =>
  saidOf(text, { images: 1 }).issues.map(({ location }) => location);

test.each([
  ['油坊巷三处：2号乱堆、6号晾晒、11号线缆垂落。东湖街道明天清', ['油坊巷2号', '油坊巷6号', '油坊巷11号']],
  ['人民路沿线：1、23号门口污水 2、31号前树坑垃圾，环卫11月25日前清', ['人民路23号门口', '人民路31号前']],
  ['步行街88号灯箱坏，90号也一样，城管局26号前修好', ['步行街88号', '步行街90号']],
  ['解放路5号门口垃圾，17号招牌坏，北门街道周二前弄好', ['解放路5号门口', '解放路17号']],
  ['阳光新城：①5栋楼道堆纸箱②9栋飞线充电，河西街道29号前全部整改', ['阳光新城5栋', '阳光新城9栋']],
])('%s: each house is a place', (text, places) => {
  expect(placesIn(text)).toEqual(places);
});

test.each([
  ['市三中周边：一是校门口电动车乱停，二是围墙边小广告多。城管周三前', ['市三中校门口', '市三中围墙边']],
  ['翠竹园里面：3栋楼下充电桩坏了；5栋单元门掉了。东湖街道一周内', ['翠竹园3栋楼下', '翠竹园5栋']],
  ['问题一 北门农贸市场东门占道；问题二 北门农贸市场二楼漏水。住建局26号前', ['北门农贸市场东门', '北门农贸市场二楼']],
  ['报三处乱停车：人民路、解放路、建设路，交警今天下班前清完', ['人民路', '解放路', '建设路']],
])('%s: each part of the heading is a place', (text, places) => {
  expect(placesIn(text)).toEqual(places);
});

test.each([
  ['油坊巷公厕脏，环卫25号前必须弄干净', '油坊巷公厕'],
  ['解放路5号门口有垃圾，环卫23号早上来清', '解放路5号门口'],
])('%s: a day is no house', (text, place) => {
  expect([...new Set(placesIn(text))]).toEqual([place]);
});

test.each([
  ['人民路的，327号退回，328号通过', 'issue.return'],
  ['今天查了解放路，5号销号，7号退回', 'issue.verify'],
  ['上级反馈的人民路占道问题，城管局整改完了没有', 'query.list'],
  ['根据省检通报，出一份周报', 'report.make'],
  ['人民路327号、328号、329号通过', null],
  ['省暗访反馈的问题清单发我', null],
  ['收到省检通报，人民路问题已全部整改到位', null],
  ['省督查组下周来人民路暗访，请城管局、环卫做好准备', null],
  ['【转发】省文明办通报：各地要加强小广告治理，城管部门牵头', null],
])('%s: %s, no report', (text, act) => {
  expect(saidOf(text).act).toBe(act);
});

test.each([
  '转省文明办暗访反馈：长途客运站广场地面烟头多。请环卫11月24日前整改到位',
  '根据省检通报，我市东湖农贸市场存在：1.占道经营突出；2.公厕异味大。责任单位东湖街道',
  '转发省级暗访第三批反馈 庙岭镇集镇主街店招残缺不全，庙岭镇政府、城管局月底前整改',
])('%s: passed on from above, it is logged', (text) => {
  expect(saidOf(text).act).toBe('issue.log');
});
