/** 一件还是两件: a clause is a problem of its own where it has its own thing, its own defect and another category; else it goes on. */
import type { FindCategory } from '../categories.ts';
import { isAnotherThing } from './own-thing.ts';
import { tellsWrong } from './wrong.ts';

interface Told {
  readonly text: string;
  readonly location: string | null;
}

/** 占用盲道, 行人只能绕行: a clause without a thing of its own says what the one before leads to. */
const CONSEQUENCE =
  /^(?:而?且|并且?|还|又|也|都|已经?|严重)*(?:(?:盲道|人行道|路面?|地面?|地砖|墙面?)(?:全|都|也|被)+(?:染|弄|搞|熏|泡)?[黑脏油湿白花]|[把将][^,]{1,8}(?:占|堵|挡|压|围|封)|(?:盲道|人行道|消防通道|(?:非?机动|公交|应急|行|快|慢)?车道|路面?|通道|校门|大门|出入?口|门口|门)(?:全|都|也|被)*(?:给)?(?:占|堵|挡|压)[了满死住]?$|(?:我|老人|小孩|孩子|行人|居民|群众|路人|骑车|电动车)[^,]{0,8}(?:差点|摔|绊|滑|崴|撞|吓)|轮椅[^,]{0,4}不[去了过]|晾的|(?:车|衣服?|被子|人|玻璃)[^,]{0,4}(?:烧|砸|刮|淋|弄脏)|(?:[一-龥]{0,4}(?:车子?|人|脚|轮子|孩子?))?(?:一(?:踩|走|骑|开|压|碾|轧|过|跑|碰|晃|推|拉|坐)(?![辆个排条家户])|(?:踩|骑|开|压|碾|轧)(?:上去|过去?|着|到))[^,]{0,4}(?:响|晃|震|弹|翘|陷|溅|冒|滑|颠|塌|崴|摔|动|咣|哐|咯|嘎|吱|咚|当|颤|掉)|(?:一)?(?:踩|走|骑|开|压|碾)(?:上去|过去|上|到|着)[^,]{0,3}(?:溅|滑|响|晃|陷|翘|摔|崴)|紧?(?:挨|贴|靠|邻)(?:着|近)|(?:刚|才)[^,]{1,4}[过完了掉]?(?:又|就)|排(?:队|到|起|成)|占[去掉]|占用|占了|占着|占据|挤占|侵占|压占|影响|堵(?:塞|住|了|死)|阻[碍挡塞]|妨碍|挡住?了?|遮挡|导致|造成|致使|行人|群众|居民|车辆无法|消防车|无法|不能|只剩|仅剩|只能|难以|交通(?:十分|非常|严重|很)?(?:拥堵|堵塞|瘫痪|混乱)|(?:十分|非常|严重)?拥堵|堵成|堵得|露(?:着|出|在)|裸(?:着|露)|存在.{0,4}隐患|有.{0,4}隐患)/;

/** 拿树枝插着, 绑着根竹竿: what somebody put there in its stead. */
const MAKESHIFT =
  /^(?:就|只|只好|现在|目前|临时|暂时|先|随便|有人|让人|上面|里面|旁边|中间|洞里|拿|用|靠|是)*(?:(?:拿|用|靠)[^,]{1,8}?)?(?:插|绑|缠|拴|系|捆|撑|顶|垫|盖|罩|挡|围|压|塞|堵|糊|搭|吊|挂|架|扎|别|粘|贴|支|拉|扣|塞|立|放)(?:着|住|上|了|在|起来)?(?:(?:着|了)?(?:一?[根个块张条把只段圈截捆片]|些|几)?[^,]{0,6}(?:树枝|竹竿|竹子|木板|木棍|木头|棍|绳|布|胶带|胶布|纸板|纸箱|砖|石头|轮胎|桶|锥|围挡|警示带|板凳|椅子|铁丝|塑料|编织袋|扫把|拖把|衣服|红布条)?[^,]{0,6})$/;
const WITH_WHAT =
  /树枝|竹竿|竹子|木板|木棍|木条|木头|棍子?|绳子?|红绳|布条|胶带|胶布|纸板|纸箱|硬纸|砖头?|石头|轮胎|破?桶|锥|围挡|警示带|板凳|椅子|铁丝|铁皮|塑料|编织袋|扫把|拖把|衣服|红布/;
export const isMakeshift = (text: string): boolean => MAKESHIFT.test(text) && WITH_WHAT.test(text);

/** 还随地拉屎, 又把油水往树坑里倒: the same ones go on. What they leave standing (还搭了架子) is another problem. */
const DOER =
  /有人|[几一两三四五六些]个?(?:人|老头|小孩|孩子|年轻人)|有[^,]{0,3}(?:遛|养|骑|开|卖|摆|放|烧|唱|跳)|遛|卖|摊|贩|店家|店员|商[户家]|业主|住户|老板|司机|骑手|醉汉|小孩|孩子|学生|游客/;
const SAME_DOER =
  /^(?:(?:还|又|也|并且?|而且|甚至|更|一边|边)+(?:把|将|往|向|朝|不(?!平|亮|通|停车)|没(?!人|水|灯|有)|随地|随手|随意|大声|扔|丢|倒|泼|洒|吐|抽|喝|放|唱|按|骂|吵|打(?!不)|晒|晾|拉|撒|烧|喊|追|翻|爬|踩|摘|折|采|捞|喂|摁|敲|砸|踢|躺|睡|脱|光))/;

/** 垃圾桶倒了，垃圾撒一地; 下水道堵了，粪水漫到路上: what comes out of a thing that is broken or full. */
const SOURCE = /桶|箱|管|下水|井|沟|厕|池|排水|泵|宰|泄漏|爆|洗车|洗碗|鱼摊|卖鱼|漏/;
const SPILLS =
  /撒|洒|漫|流(?:到|得|了|出|下|满|一)|横流|淌|溢|冒|一地|满地|遍地|到处都?是|熏|臭|难闻|[掉落滴砸]下来|滴|积水|水坑|进水|发霉|绊|摔|滑倒|崴/;
/** 堆满拖把，门都打不开. */
const BLOCKS = /堆|堵|占|停|挡|锁|摆|放|封|围|压|坏|断|塌|倒|坑|淹|积/;
const UNABLE =
  /(?:打|推|拉|关|锁)不[开上]|[进出过]不[去来]|走不[了通动]|没法|无法|不能(?:走|过|用|通行|进)|不(?:好|便)(?:走|通行|出行)|绕(?:行|道|着走)|寸步难行|无处下脚/;
/** 环卫中心的车停的, 是隔壁饭店倒的: who did it. */
const BY_WHOM =
  /^(?:就|都|又|应该|好像|估计|可能)*(?:是)?[^,。;\d]{1,14}(?:停|堆|倒|扔|丢|放|摆|弄|搞|干|贴|挂|砌|搭|压|撞|挖|占|泼|洒|种|排|晾|晒)(?:坏|破|断|裂|塌|歪|脏)?的$/;
export const tellsByWhom = (text: string): boolean => BY_WHOM.test(text);
/** Words that tell how, how long or how badly, but name no thing: 都黑屏一星期了, 很严重, 臭气熏天. */
const MANNER =
  /已经?|好几?|半|多|快|都|也|又|还|很|太|特别|非常|十分|挺|有点|严重|厉害|得很|得|的|了|着|过|在|是|没|不|有|被|一直|长期|天天|每天|经常|老是|总是|现在|目前|到处|满地|遍地|一地|一片|一大?[片堆排圈截段]|黑屏|坏|破|损|裂|碎|烂|断|歪|倒|掉|塌|脏|乱|臭气?|熏天|难闻|味道?|大|高|深|长|宽|小|窄|危险|吓人|难看|影响|明显|明[显白]|人管|人修|人理|人清|人问|管|修|理|清|处理|解决|动静|反应|时间|久|(?:[\d一二两三四五六七八九十几]+)个?(?:天|周|星期|礼拜|月|年|次|回|处|个|块|米|厘米|公分|小时)|[上下]|来|去|样子|不成|成|走路|行人|群众|居民|百姓|老人|小孩|孩子|[\s,。!]/g;
const isBare = (text: string): boolean => text.replace(MANNER, '').length < 2;

/** The smell of a toilet and the dirt around a bin are part of what was said before. */
const goesOn = (before: string | null, category: string, text: string): boolean =>
  before === category ||
  (before === 'construction' && category === 'behavior' && /噪|扰民|吵/.test(text)) ||
  (before === 'toilet' && category === 'sanitation' && /臭|味|脏|湿滑|污/.test(text));

export interface Joining {
  /** It stands between 、. */
  readonly isListed: boolean;
  readonly findCategory: FindCategory;
}

/** Whether `next`, said of the same place, goes on about the problem `last`. */
export function continuesOn(last: Told, next: Told, { isListed, findCategory }: Joining): boolean {
  const own = findCategory(next.text);
  if (isListed) return !(own !== null && next.text.length >= 3) && goesOnByCategory(last, next, findCategory);
  return (
    isBare(next.text) ||
    isMakeshift(next.text) ||
    tellsByWhom(next.text) ||
    (DOER.test(last.text) && SAME_DOER.test(next.text)) ||
    spills(last.text, next.text) ||
    (/坑|洼|塌|凹|沉降/.test(last.text) && /积水|溅水|摔|绊/.test(next.text)) ||
    hinders(last.text, next.text) ||
    (!isApart(last, next, own) && goesOnByCategory(last, next, findCategory))
  );
}

/** 应急灯坏6个，安全出口指示牌不亮: another thing with a wrong of its own, unless it is what the first led to. */
const isApart = (last: Told, next: Told, category: string | null): boolean =>
  category !== 'toilet' &&
  tellsWrong(next.text) &&
  !CONSEQUENCE.test(next.text) &&
  isAnotherThing(last.text, next.text);

const spills = (before: string, text: string): boolean =>
  SOURCE.test(before) && SPILLS.test(text) && !SOURCE.test(text);
const hinders = (before: string, text: string): boolean =>
  BLOCKS.test(before) && UNABLE.test(text) && text.length <= 12;

function goesOnByCategory(last: Told, next: Told, findCategory: FindCategory): boolean {
  const category = findCategory(next.text, next.location);
  return (
    category === null ||
    findCategory(next.text) === null ||
    CONSEQUENCE.test(next.text) ||
    goesOn(findCategory(last.text, last.location), category, next.text)
  );
}
