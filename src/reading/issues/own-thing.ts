/** 各是各的: the hard things of a city by families. Two of them broken at one place are two problems, though both are 设施破损. */

const FAMILIES: readonly RegExp[] = [
  /(?:路|地|景观|庭院|草坪|楼道|感应|声控|壁|射|照明|高杆|太阳能)灯(?!箱)|灯[杆柱带]/,
  /井盖|窨井|雨水[井口]|水?篦子|沟盖|盖板|检查井/,
  /路面|人行道|[地花方道]砖|透水砖|石板|路沿石?|路缘石|路牙|铺装|步道/,
  /台阶|坡道/,
  /座椅|[长路石座条][椅凳]|木?桌凳/,
  /凉亭|廊架|长廊/,
  /栏杆|[护围扶]栏|栅栏/,
  /[隔石防][离撞]?[墩桩球桶]|警示[柱桩]|路桩|水马|车挡/,
  /减速带/,
  /道闸|[起升]落?降?杆/,
  /单元门|门禁|对讲|[铁大]门|防盗门|门锁|锁芯/,
  /信报箱|信箱|奶箱|快递柜/,
  /健身器?[材架]|[单双]杠|漫步机|扭腰[器机]|秋千|滑梯|跷跷板|球台|篮[球筐]架?/,
  /电梯|扶梯/,
  /[停充自]?行?[车电雨]棚/,
  /[路站门]名?牌|指[示路]牌|标[志识]牌|警示牌|限速牌|导[览视]/,
  /红绿灯|信号灯/,
  /斑马线|标线|停车线/,
  /消[防火]栓|水带|水枪/,
  /灭火器/,
  /应急(?:灯|照明)/,
  /安全出口|疏散指示/,
  /防火门|闭门器|卷帘/,
  /(?:消防|疏散|安全)通道/,
  /垃圾[桶箱]|果皮箱/,
  /店?招牌?(?!租|聘|呼)|门头|发光字/,
  /灯箱/,
  /[横条]幅|道旗/,
  /显示屏|电子屏|LED/i,
  /乔木|行道树|树[木枝干]|枯树/,
  /草[坪地皮]/,
  /花[箱坛盆境]/,
  /绿篱|灌木|冬青|黄杨|石楠|女贞|月季|海桐|色块|地被/,
  /下水[道管]|污水管|排污管|化粪池/,
  /水龙头|自来水管|雨水管|落水管|排水管/,
  /排水沟|明沟|水沟/,
  /外墙|墙[皮砖面]/,
  /[叫取排]号[机屏]/,
  /老花镜/,
  /意见[箱簿本]/,
  /自助[机终]/,
  /公平秤|复秤/,
  /投诉电话|监督电话/,
  /亮[证照]|营业执照/,
  /健康证/,
  /晾[衣晒][架杆绳]/,
  /雕塑|景观石|景墙/,
  /喷泉|喷灌?头|喷灌/,
  /饮水[机台]|开水[器炉]/,
  /变压器|配电箱|电表箱/,
  /监控|摄像头|探头/,
  /宣传栏|公示栏|展板|公告栏/,
  /禁烟|禁入|未成年人/,
  /熟食|卤[味菜]|凉菜|纱罩|防蝇/,
  /活[禽鸡鸭]|宰杀|现宰/,
  /公[筷勺]|餐具/,
  /泔水|潲水/,
];
/** How far into a clause its thing may stand: 楼下两盏路灯. */
const HEAD = 7;

export const familiesIn = (text: string): readonly number[] =>
  FAMILIES.flatMap((family, at) => {
    const found = text.search(family);
    return found >= 0 && found < HEAD ? [at] : [];
  });

/** Whether `next` tells of another thing than `last`: 路灯三盏不亮 and 车棚顶塌了. */
export function isAnotherThing(last: string, next: string): boolean {
  const own = familiesIn(next);
  const before = last.split(',').flatMap(familiesIn);
  return own.length > 0 && before.length > 0 && !own.some((family) => before.includes(family));
}
