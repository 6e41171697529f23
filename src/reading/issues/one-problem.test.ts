/** One problem: what somebody put there in its stead, what the same people do besides; vendors, landmarks, signs and closed doors. */
import { expect, test } from 'vitest';
import { saidOf } from '../../testing/reader.ts';

const read = (text: string): string[] =>
  saidOf(text, { images: 1 }).issues.map(
    ({ location, category, description, units }) =>
      `${location ?? '?'}|${category ?? '?'}|${description}${units.length > 0 ? `|${units.join('+')}` : ''}`,
  );

test.each<[string, string]>([
  ['滨江公园草坪上有人遛两条大狗，也不捡狗屎，带孩子的都绕着走', '滨江公园|behavior|草坪上有人遛两条大狗，也不捡狗屎'],
  ['步行街卖烤肠的占着盲道，还把油水往树坑里倒', '步行街|street_order|卖烤肠的占着盲道，还把油水往树坑里倒'],
  ['人民路路灯杆歪了，拿绳子拴着，看着悬！供电公司马上处理', '人民路|facility|路灯杆歪，拿绳子拴着|市供电公司'],
  ['解放路栏杆断了一截，绑着根竹竿，太吓人了！园林赶紧修', '解放路|facility|栏杆断了一截，绑着根竹竿|市园林中心'],
  ['建设路雨水篦子少了一块，用木板搭着，住建局补上', '建设路|facility|雨水篦子少了一块，用木板搭着|市住建局'],
  ['翠竹园井盖碎了，插着根树枝，东湖街道', '翠竹园|facility|井盖碎，插着根树枝|东湖街道'],
  [
    '人民路与解放路交叉口红灯坏了 老人过街都不敢走 交警 立刻',
    '人民路与解放路交叉口|facility|红灯坏，老人过街都不敢走|市交警大队',
  ],
  [
    '步行街店员站街喊客 音箱对着街放 城管 公安 立即处理',
    '步行街|street_order|店员站街喊客，音箱对着街放|市城管局+市公安局',
  ],
  // Vendors by what they sell.
  ['市中医院门口占道水果车3辆，城管局今天劝离', '市中医院门口|street_order|占道水果车3辆|市城管局'],
  ['步行街口占道煎饼车一排，城管局', '步行街口|street_order|占道煎饼车一排|市城管局'],
  ['解放路冰糖葫芦车占了盲道，城管局去劝', '解放路|street_order|冰糖葫芦车占了盲道|市城管局'],
  ['解放路占道面包车2辆，交警拖走', '解放路|parking|占道面包车2辆|市交警大队'],
  ['河西小学门口接孩子的、卖零食的堵成一团，交警', '河西小学门口|street_order|接孩子的、卖零食的堵成一团|市交警大队'],
  ['文昌公园门口算命的、套圈的占了半边路，城管', '文昌公园门口|street_order|算命的、套圈的占了半边路|市城管局'],
  // Flooding, and a unit that is a place as well.
  ['建设路桥洞一下雨就淹，住建局', '建设路桥洞|facility|一下雨就淹|市住建局'],
  ['油坊巷低洼处内涝，下水排不出去，住建局', '油坊巷|facility|低洼处内涝，下水排不出去|市住建局'],
  ['政务中心大厅取号机吐不出号。政务中心本月25日前', '政务中心大厅|service|取号机吐不出号|市政务服务中心'],
  // Stretches, landmarks and small shops.
  ['滨江大道体育馆段人行道砖缺20块，住建局', '滨江大道体育馆段|facility|人行道砖缺20块|市住建局'],
  ['文昌路老粮站段路灯不亮，供电公司', '文昌路老粮站段|facility|路灯不亮|市供电公司'],
  ['供销社旧院墙外倒了一堆建筑垃圾，城管局', '供销社旧院墙外|clutter|倒了一堆建筑垃圾|市城管局'],
  ['棉纺厂老宿舍墙根垃圾没人收，北门街道', '棉纺厂老宿舍墙根|sanitation|垃圾没人收|北门街道'],
  ['水塔下面堆着旧家具，北门街道', '水塔下面|clutter|堆着旧家具|北门街道'],
  [
    '水井街早餐铺（小学斜对面）油水倒进下水道，城管局去查，辛苦了',
    '水井街早餐铺（小学斜对面）|facility|油水倒进下水道|市城管局',
  ],
  ['大桥镇中心小学门口减速带坏了大桥镇修', '大桥镇中心小学门口|facility|减速带坏|大桥镇'],
  // Signs and furniture of the street.
  ['人民路与建设路拐角处指路牌翻了个面，看不到字', '人民路与建设路拐角处|facility|指路牌翻了个面，看不到字'],
  ['滨江公园导览图指反了', '滨江公园|facility|导览图指反'],
  ['实验小学门口护学岗标志牌朝墙', '实验小学门口|facility|护学岗标志牌朝墙'],
  ['长途客运站时刻表还是去年的', '长途客运站|facility|时刻表还是去年的'],
  ['滨江大道凸面镜转到另一边去了', '滨江大道|facility|凸面镜转到另一边去'],
  ['步行街警示柱歪歪扭扭', '步行街|facility|警示柱歪歪扭扭'],
  // Closed when it should be open: the hours on the door are no limit.
  ['市图书馆三楼自习室，门口写着八点半开，现在还没开门', '市图书馆三楼自习室|service|门口写着八点半开，还没开门'],
  ['市中医院便民药房，告示上说全天开，晚上去锁着门', '市中医院便民药房|service|告示上说全天开，晚上去锁着门'],
  ['文昌社区活动室，墙上贴着八点开放，这会儿大门紧闭', '文昌社区活动室|service|墙上贴着八点开放，这会儿大门紧闭'],
])('%s: one, %s', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});
