/** 类别: words to the category of a problem (domain §10). The first rule that fits decides, so the traps come before the general words. */
import type { Category } from '../domain/settings.ts';

const RULES: readonly (readonly [string, RegExp])[] = [
  ['sanitation', /污水直排|直排污水/],
  [
    'charging',
    /飞线充电|[拉接]线充电|私拉.{0,6}充电|充电.{0,4}飞线|(?:电瓶|电动|电单)车.{0,8}(?:充电|上楼|进楼|进电梯|入户)|楼道.{0,6}充电|入户充电/,
  ],
  [
    'fire',
    /消防(?:通道|车通道|登高|栓|设施|器材|门|箱|水带|安全|隐患)|灭火器|消火栓|应急灯|安全出口|疏散(?:通道|指示)|防火门|生命通道|逃生/,
  ],
  [
    'cable',
    /飞线|[线缆](?:缆|线).{0,6}(?:乱|垂|落|裸|掉|断|缠)|线缆|缆线|光缆|蜘蛛网|弱电|电线(?:杂乱|下垂|垂落|裸露|散乱|低垂|乱)|线路.{0,3}(?:乱|垂|裸)|电话线|网线/,
  ],
  [
    'parking',
    /乱停|违停|违规停|违章停|停放|停满|停车(?:乱|无序)|僵尸车|共享单车|(?:非机动车|电动车|自行车|摩托车|机动车|私家车|小车|轿车|面包车|货车|大车|车辆)(?!道).{0,8}(?:乱|占|停|堵|压|摆)|占用?(?:停车位|车位)|无序停/,
  ],
  ['accessibility', /盲道|无障碍|坡道|轮椅|扶手/],
  ['traffic', /闯红灯|逆行|不礼让|头盔|乱穿|横穿|翻越护栏|抢行|不走斑马线|加塞|超载|黑车|交通秩序|红绿灯不亮|信号灯/],
  ['waste_sorting', /垃圾分类|分类(?:标识|标志|投放|桶|亭|收集|不|垃圾)|四分类|未分类|混投|混装|混放|没分类|不分类/],
  ['illegal_ads', /小广告|牛皮癣|乱(?:张贴|贴|涂|喷|写)|喷涂|涂鸦|野广告|张贴.{0,4}广告/],
  ['psa', /公益广告|核心价值观|遵德守礼|宣传(?:画|栏|牌|标语)|文明标语|创城(?:标语|海报)|24字/],
  ['signboard', /店招|招牌|户外广告|广告牌|横幅|条幅|灯箱|门头|道旗|店牌/],
  ['illegal_build', /私搭|乱搭|违建|违章(?:建筑|搭建)|违法(?:建筑|搭建)|搭建|加建|雨棚|彩钢|扩建|圈占|棚子/],
  ['behavior', /躺卧|躺在|躺着|遛狗|牵绳|抽烟|吸烟/],
  ['service', /防蝇|防尘罩|防鼠|三防|食品/],
  [
    'street_order',
    /占道(?!充电)|出店|店外|跨门|流动(?:摊|商)|摊贩|摊点|摆摊|设摊|地摊|油烟|卖菜|卖水果|烧烤|夜市|游商|叫卖|外摆|占路/,
  ],
  ['construction', /围挡|扬尘|渣土|带泥|裸土|洗车台|冲洗(?:台|设备)|工地|施工(?:噪|扰|围|不)|防尘/],
  ['waste_sorting', /分类/],
  ['illegal_build', /棚/],
  [
    'clutter',
    /装修垃圾|建筑垃圾|乱堆|堆放|杂物|堆物|堆积物?|堆满|堆着|堆了|纸箱|乱摆|乱放|废旧|旧家具|晾晒|晾衣|乱拉乱挂|乱挂|废弃|沙发|床垫|旧家电/,
  ],
  [
    'facility',
    /(?:垃圾桶|果皮箱|垃圾箱|分类亭).{0,6}(?:破|损|坏|缺盖|没盖|歪|倒)|井盖|路灯|护栏(?!上|外)|下水道|排水|楼道灯|单元门|健身器材|座椅(?!上)|路面(?:破|坑|塌|下|沉|开|裂|不|损|凹|坏)|坑洼|塌陷|沉降|路沿石|地砖|花砖|石墩|隔离(?:桩|墩)|道闸|门禁|电梯|路牌|指示牌|栏杆|台阶|人行道.{0,4}(?:破|损|坏|松|缺)|雨水篦|管道|水管|漏水|爆管|墙皮|外墙|照明|灯(?:不亮|坏|灭)/,
  ],
  [
    'service',
    /亮证|公平秤|电子秤|投诉(?:电话|点|台)|着装|母婴室|禁烟标[识志]|服务(?:态度|台没|指南)|公示(?!栏)|窗口|明码标价|健康证|营业执照|执照|证照|活禽|导诊|导办|排队|叫号|卫生许可/,
  ],
  ['volunteer', /志愿(?:服务|者)?.{0,8}(?:无人|没人|空岗|缺|不在|记录|服务内容|没有|未)|无人值守|志愿服务|服务内容/],
  ['duty', /不在岗|脱岗|缺岗|空岗|离岗|没到岗|未到岗|无人值班|没人值班|睡岗/],
  [
    'behavior',
    /吸烟|抽烟|烟民|牵绳|遛狗|乱扔|乱丢|随手扔|躺卧|躺在|躺着|吐痰|喧哗|噪音|广场舞|赤膊|踩踏|攀爬|翻越|插队|打牌|赌博|骂人/,
  ],
  [
    'greening',
    /黄土裸露|缺株|缺苗|毁绿|种菜|枯树|枯死|枯枝|死树|草坪|行道树|绿篱|苗木|树(?:木|枝|坑|穴)|杂草|绿地|绿化(?!带[内里上中]?.{0,3}(?:垃圾|烟头|杂物|塑料|白色))|花坛|花箱/,
  ],
  ['records', /台账|记录(?:不|缺|没|未|空)|资料(?:不|缺|没)|档案|登记本|签到(?:表|册)/],
  ['toilet', /公厕|旱厕|厕所|卫生间|洗手间/],
  [
    'sanitation',
    /垃圾|满溢|污水|烟头|口香糖|卫生|油污|积水|污损|污渍|污垢|脏|异味|臭|恶臭|焚烧|落叶|保洁|痰迹|狗屎|犬粪|粪便|积尘|积灰|泥土|淤泥|漂浮物|白色污染|泔水|果皮|纸屑|蚊蝇|苍蝇|老鼠|鼠|清扫|化粪池|外溢|没扫|没人扫|没人清|泼|油腻|杂乱|脏乱/,
  ],
  [
    'facility',
    /破损|破裂|损坏|坏了|缺失|脱落|断裂|松动|倒塌|歪斜|倾斜|生锈|锈蚀|不亮|失灵|漏|裂|破了|倒了|掉了|坑|缺|坏|黑屏|用不了|不能用/,
  ],
  ['psa', /广告(?:画面|破|褪|过期|不足)|褪色|宣传/],
  ['volunteer', /志愿/],
  ['street_order', /经营|摊|油烟|店铺/],
  ['parking', /车.{0,6}(?:停|占|堵)/],
  ['clutter', /堆/],
];

export type FindCategory = (description: string, location?: string | null) => string | null;

/** What the place says when the words do not decide. */
const BY_PLACE: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ['toilet', /公厕|厕所|旱厕|卫生间/, ['sanitation', 'facility']],
  ['construction', /工地/, ['sanitation']],
  ['volunteer', /志愿/, []],
];

/** `categories` of the settings: only their ids are given out, and their words are a last resort after the rules. */
export function categoryFinder(categories: readonly Category[]): FindCategory {
  const known = new Set(categories.map(({ id }) => id));
  const rules = RULES.filter(([id]) => known.has(id));
  const words = categories.flatMap(({ id, words }) =>
    words.filter((word) => word.length >= 2).map((word) => [id, word] as const),
  );
  return (description, location = null) => {
    const found =
      rules.find(([, pattern]) => pattern.test(description))?.[0] ??
      words.find(([, word]) => description.includes(word))?.[0];
    const byPlace = BY_PLACE.find(
      ([id, pattern, weaker]) =>
        known.has(id) && pattern.test(location ?? '') && (found === undefined || weaker.includes(found)),
    );
    return byPlace?.[0] ?? found ?? null;
  };
}

/** Category named in a question: 占道经营类, 乱停车的问题; by its name in the settings, or by the rules. */
export function categoriesAsked(text: string, categories: readonly Category[], find: FindCategory): readonly string[] {
  const named = categories.filter(({ id, name }) => id !== 'other' && text.includes(name)).map(({ id }) => id);
  if (named.length > 0) return named;
  const found = find(text);
  return found === null ? [] : [found];
}
