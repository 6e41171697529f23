/** 问法: a question may be no more than what it is about: 城管局上周超期的. Then every word of it is one that questions are made of. */
import type { Facts } from './facts.ts';
import { isQuestion } from './facts.ts';

/** What is asked to be done with an answer: 看一下, 列个单子, 发我一份, 拉出来. */
const TOLD_TO_SHOW =
  '(?:麻烦|劳驾|请(?!各)|帮(?:忙|我)?|替我|给(?:我|咱)?|把|将|你)?(?:(?:查询?(?!出|到)|看|瞧|出|亮|列|拉|调|捞|导|找|搜|翻|摆|报(?!送|整改)|发(?!现)|来(?=[一个份张])|统计|汇总|盘点|梳理|整理)(?:一|个)?(?:下|看|查|数|遍)?(?:出来?|过来|上来(?=看))?(?:给)?(?:我(?!们))?(?:一?[下份个张])?(?:看(?:看|一?下)?)?)';
/** Of whom, by what, in which shape. */
const SHAPE =
  '一[下列遍眼](?!子)|[这那](?:个|组|些|边)?|倒着?|各自|各(?:个|家|类|种)?|每(?:个|家|类)|分别|分布|按照?|分(?:成)?|(?:排|列)?(?:名单|清单|单子|明细|一览表?|台账|表格|列表|数据|总数|总量|数量|件数|个数|次数|占比|数)|(?:责任)?单位|部门|街道|乡镇|街镇|镇街|属地|督查组|小组|组|类别|类型|种类|分类|类|点位|来源|四查|全?[市区县](?!民)|总体|整体|总的?|合计|总共|一共|全部|所有|其中|里(?:面|边|头)?|之间|当中|(?:从)?[高低多少好差快慢]到[高低多少好差快慢]|[升降]序|排(?:名|行|序|位)?榜?|名次|红黑榜|[红黑]榜|光荣榜|最?[高低多少好差快慢新](?=的|[\\s?。,]*$)|最[高低多少好差快慢新]|前|后|倒数|末位?|垫底|第|名|位';
/** What it is about. */
const MATTER =
  '(?:按[期时]|及时|期内|逾期|超期)?(?:整改|销号|办结|回复|响应|答复|认领|返工|退回|反弹|回潮|申报|到岗|任务)?(?:完成)?率|市民|群众|居民|网友|督查|网格|领导|行业|属地|联查|排查|督导|自查|反馈|检查|巡查|上级|省级|市级|登记|投诉|反映|对比|超过|回(?!头)|登|查到?|转(?:过)?来|上报|新增|录入|发现|查出|交办|受理|未|没有?(?:人|谁|单位)?|已经?|待|还(?:没|未)?|没|问题|隐患|事项|情况|现状|状况|进度|进展|整改|改完?|销号?|办(?:完|结|理)?|处理|解决|弄(?:完|好)?|完成?|做完?|核查|复核|认领|领取?|接单?|启动|开始|挂账|反弹|回潮|退回|打回|超期|逾期|过期|超时|到期|快|(?:即)?将|临期|马上|时限|期限|截止|以上|以内|以来|之内|内|目前|现在|当前|眼下|截至|到|为止|最新|留言|工单|来信|诉求|热线|12345|任务|待办|资料|材料|指标|申报|网上|报送?|交|齐|缺|差|到岗|在岗|签到|率|的|地得|了|过|在|有|是|和|与|及|跟|以及|要|该|都|件|条|处|个|家|起|宗|涉及|相关|关于|属于|对|沿线|周边|附近|一带|那边|这边|那块|片|天|周|月|日|年|份';
const ASKS =
  '(?:好)?多少?(?!次)|几|哪(?:些|个|几|里|家)?|谁家?|什么|啥|怎么?样|咋样|如何|吗|么|呢|吧|啊|呀|哈|嘛|没|有没有';
const OURS = '我们?(?:局|单位|办|中心|街道|镇|社区|公司|大队|委|队|组)?|咱们?|俺们?|本|名下|手(?:上|里|头)|自己|这儿';
const WORDS = new RegExp(`${TOLD_TO_SHOW}|${OURS}|${MATTER}|${SHAPE}|${ASKS}|\\d|[一二两三四五六七八九十百半]`, 'g');
const SIGNS = /[\s\p{P}\p{S}]/gu;

/** What is left of the message when its names, its times and the words of questions are taken out. */
export const restOf = ({ unnamed }: Facts): string => unnamed.replace(WORDS, '').replace(SIGNS, '');

/** 没问题了, 都改完了, 未报的要报: told, ordered or praised with the same words. */
const TOLD =
  /^(?:又|再)|\d+[件个处条起][。!]*$|我们?[^,。的?]{0,4}[交报办改][。!]*$|[,。](?:又|再)|完成?(?:了)?(?:以|之)?后|(?<!有)没(?:有)?[要该需]|没(?:有)?(?:快|要)?(?:问题|超期|逾期|到期|反弹|挂账|任务)(?!有?(?:哪|多少|几|清单))(?:的|了)?(?:$|[,。!])|(?:都|全部?)(?:已经?)?(?:整改|改|销|办|弄|做|交|报|到|完成)[一-龥]{0,2}了|了[。!]*$|(?:处理|整改|完成|销|改|办|弄|清|修)了\d|已(?:经)?(?:全部|都)?(?:完成|整改|销号|办结|处理)[。!]*$|要(?:报|交|改|办|整改|有|到|在)(?![^,。]*[的?])/;

/** Nothing but what is asked after: 北门街道，本月，没整改的，清单. */
export const isBare = (facts: Facts): boolean => restOf(facts) === '' && !TOLD.test(facts.text);

const SHOWN =
  /^(?:请|麻烦|劳驾)?(?:帮(?:忙|我)?|替我|给我)?(?:查|看|列|拉|调|导|统计|汇总|盘点|梳理)|(?:查|看|列|拉|调|导|翻|(?<!通)报|数|排|发|亮|出)(?:一?[下份个遍列]|(?:过)?来(?=看|[\s。]*$)|看看?|出来|给我|我)|(?:块儿?|一起|都)给我/;
const TO_OTHERS = /大家|各位|你们|同志们|请各|各(?:单位|部门|街道|乡镇)(?:都)?(?:要|请|把)/;

/** Words for kinds of problems and sites stay in the rest: 占道经营这一块. */
const mayRemain = ({ categories, siteTypes, rates, text }: Facts): number =>
  categories.length + siteTypes.length > 0 &&
  (rates.length > 0 || /类(?:的|问题|超期|逾期|[\s?。]*$)|这[块种]/.test(text))
    ? 8
    : 0;

/** Asked for, in whatever words: a question, an order to show, or the bare matter. Not what is told of it. */
export const asksFor = (facts: Facts): boolean =>
  isQuestion(facts.text) ||
  (!TO_OTHERS.test(facts.text) &&
    (SHOWN.test(facts.text) || (restOf(facts).length <= mayRemain(facts) && !TOLD.test(facts.text))));
