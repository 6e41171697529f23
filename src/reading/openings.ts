/** 开场: what stands before the matter — the title of a log, who tells it, what he was about, how many things there are. It is no problem. */
import { NUMERAL } from './numerals.ts';

const OF_A_LOG =
  '(?:督查|巡查|检查|走访|暗访|巡访|走街|调研|志愿者?|志愿服务|散步|遛弯|晨练|现场|值班|网格|创城|随手|今日|每日|纸质|民情|工作)';
/** 督查日志第14号(11月21日下午):, 河西市场走访手记: — the place before it stays. */
const TITLE = new RegExp(
  `^([^,。;:!?\\n(]{0,14}?)${OF_A_LOG}*(?:日志|日记|手记|随记|记录|小记|札记|笔记|通报(?=\\s*\\(?第?\\d+[号期])|台账(?=\\s*第?\\d))` +
    `(?:\\s*\\(?第?\\d+[号期篇次]?\\)?)?\\s*(?:\\([^()]{1,16}\\))?\\s*(?=[:。,\\n]|\\s(?!\\d))`,
);

/** 人民广场问题清单——, 翠竹园巡查情况：1、…: the title of a list, where one follows. */
const LIST_TITLE =
  /^([^,。;:!?\n(]{0,14}?)(?:存在|发现|检查|巡查|督查|整改|现场)*的?(?:(?:问题|隐患|整改|不足)(?:清单|汇总|台账|一览表?|如下)|(?:巡查|检查|督查)(?:问题|情况))\s*(?=[:\n]|—{1,2}|-{2})/;
const LIST_BEGINS = /^[:\s—-]*(?:\(?(?:1|一)[.、)]|①|[●■◆▪·-]|1(?=[一-龥\s]))/;
const withoutListTitle = (text: string): string => {
  const title = LIST_TITLE.exec(text);
  const rest = text.slice(title?.[0].length ?? 0);
  if (!title || !LIST_BEGINS.test(rest) || /#|\d{3}|号/.test(title[1] ?? '')) return text;
  return `${title[1] ?? ''}:${rest.replace(/^[:\s—-]*/, '\n')}`;
};

/** The text without the title of a log: its number is none of a problem, its day no limit. */
/** #人民路巡线#: the place of a hash tag is where. */
const HASH_TAG = /^#([^#\s]{2,10}?)(?:巡线|巡查|督查|检查|夜查|日志|打卡|问题)*#\s*/;
export const withoutTitle = (text: string): string =>
  withoutListTitle(text)
    .replace(HASH_TAG, (tag: string, name: string) => (/[路街巷园场院城镇村区站校]$/.test(name) ? `${name}:` : tag))
    .replace(TITLE, (title: string, before: string) => (/#|\d{3}|号/.test(before) ? title : before));

/** A clause with such a word in it has come to the matter. */
const WRONG_IN_IT =
  /没|不|无|未|坏|破|脏|乱|占|漏|堵|缺|损|掉|满|违|歪|断|倒|裂|翘|塌|堆|臭|挡|摔|绊|吵|坑|洼|锁|黑|冒|溢|摆|停(?!车场)|放(?!学|假)|晾|晒/;

const WHEN =
  '(?:今天|今早|今晚|今日|昨天|昨晚|刚才|刚刚|早上|早晨|清早|大清早|上午|中午|下午|傍晚|晚上|夜里|晚饭后|饭后|下班后?|放学后?|周末|每天|天天|平时|经常|这几天|最近|前几天|路上|顺便|顺路|顺带)';
const I = '(?:我们?|本人|俺们?|咱们?)';
/** 我是附近上班的, 本人姓李, 我退休了, 退休教师: who tells it. */
const WHO = new RegExp(
  `^(?:${I}(?:也|就|家)?(?:都)?(?:是|姓|叫|当)(?!(?:在|说|想|看|刚|不)).{1,16}|` +
    `(?:${I}(?:是)?)?(?:一[名个位])?(?:退休|下岗|在职)?(?:的)?(?:老?(?:教师|老师|党员|职工|干部|志愿者|居民|业主|住户|市民|家长|司机|骑手|学生|工人|医生|护士))(?:了)?)$`,
);
const KIN =
  /^我们?(?:家里?)?的?(?:妈妈?|爸爸?|奶奶|爷爷|姥姥|外婆|老伴|婆婆|公公|孩子|娃|女儿|儿子|孙子|孙女|老人|老人家)[^,]{0,10}$/;
const tellsWho = (clause: string): boolean => (WHO.test(clause) || KIN.test(clause)) && !WRONG_IN_IT.test(clause);

/** 今天和姐妹们捡垃圾, 陪孙子逛公园, 带娃打疫苗, 晚饭后走了一圈: what the teller was about. */
const ABOUT = new RegExp(
  `^${WHEN}*(?:${I})?(?:又|正好|刚好|都|一起|在)*(?:(?:和(?!平|谐|顺|睦)|跟|陪|与|同)(?!你|您|大家|领导|组长|机器人|各位)(?![一-龥]{0,6}(?:交叉|交汇|路口|之间))|带(?:着|了)?(?=[小孩娃孙儿女爸妈老人客朋学])|(?:出来|出门|出去|下楼|上班|下班|散步|遛弯|锻炼|晨练|跑步|买菜|接孩子|送孩子|坐公交|骑车|开车)(?:的时候|时|路上|途中|回来|回家|后|了|去)?$|(?:走|转|逛|跑|绕|遛)了?(?:一[圈趟遍路]|[几两三]圈))`,
);
/** 在人民广场做引导, 在文昌路扫落叶: volunteers at work, and where. */
const AT_WORK =
  /(?:做|搞|当|开展|参加|进行)(?:志愿|文明)?(?:服务|引导|劝导|活动|值守|宣传|志愿者?)(?:时|的时候)?$|(?:捡|扫|清扫|清理)(?:落叶|垃圾|烟头|街|马路|卫生)(?:时|的时候)?$/;

const MANY = `(?:${NUMERAL}|几|好几|些|一些|多)`;
const MATTER = '(?:事情?儿?|问题|隐患|情况|毛病|意见|建议|不足|不好的?(?:地方)?|不文明(?:现象)?|点位|地方)';
const TELLS = '(?:反映|反馈|说说|说|提|讲讲|讲|唠叨|汇报|报告|投诉|上报|登记|记)';
/** 有两件事想反映, 发现三个问题, 顺便提两点, 看到几处不好的: how many things follow, and nothing of them. */
const HOW_MANY = new RegExp(
  `^(?:${WHEN}|${I}|你们?|您|领导|大家|另外|还|就|也|一共|共|总共|主要|现场|目前|先|再|有|发现|查出|查到|找到|检查出|查摆|看到|看见|存在|想|要|来|跟|向|给|和|${TELLS})*` +
    `(?:${MANY}(?:[个件处条点桩项]|(?<!一)样|起)(?:小|老|大|的)?(?:${MATTER})?|(?:[个件](?=事))${MATTER}|(?<=[说提讲映报])${MATTER})` +
    `(?:想|要|需要|得|跟|向|给|和|你们?|您|领导|大家)*(?:${TELLS})?(?:一?下|一?声)?(?:了)?(?:如下)?$`,
);
/** 问题有两个, 不足主要有三处 */
const HOW_MANY_BEHIND = new RegExp(
  `^(?:现场|主要|发现的?|存在的?|目前)*${MATTER}(?:主要|一共|共|就|还)*(?:有|是)?(?:以下|下面|如下)?${MANY}[个件处条点样项]$`,
);
/** 时间11月22日8:30-9:40, 检查时间昨天下午, 参加人员孙伟、陈芳: fields of a form without their colon. */
const FIELD =
  /^(?:督查|检查|巡查|暗访|走访)?(?:时间|日期)[为是:]?(?=[\d今昨前上下早中晚周星本])[^,。;]{1,24}$|^(?:督查|检查|巡查|参加|参与|带队|随行|陪同)?人员[为是:]?[一-龥]{2,4}(?:[、和][一-龥]{2,4}){1,6}$/;

/** 看了40个摊位, 走访店铺32家, 共检查商户25户: what was looked at, and nothing found yet. */
const LOOKED = new RegExp(
  `^(?:${WHEN}|${I}|共|一共|总共|累计|先后|沿途|沿路|沿街|随机|重点|实地|现场)*(?:(?:走访|抽查|检查|抽检|暗访|巡查|核查|排查|查看|实地看|看|查|巡)(?:了|过)?(?![到见出着])|[跑转走逛](?:了|过)|了)[一-龥]{0,5}?${MANY}余?(?:[个家户处座条栋幢所间只层段摊片]|路口)[一-龥]{0,5}$`,
);

/** 上午走了一趟桃园里: whatever it is called, it is where he has been. */
const VISITED = /(?:^|(?:走|跑|去|转|逛|巡)(?:了|过)?)一?[趟圈遍](?:到)?([一-龥]{2,8})$/;
export const visitedIn = (clause: string): string | null => {
  const name = VISITED.exec(clause)?.[1] ?? null;
  return name === null || WRONG_IN_IT.test(name) || /发现|看[到见]|下来|回来|过来|之后|以后|的|了/.test(name)
    ? null
    : name;
};

/** 你们管不管路灯哦, 路灯归不归你们管: whether he is at the right door. What it is about follows. */
const ASKS_WHOSE =
  /^(?:你们?|您们?|这[里边个]|咱们?|请问|问一?下|想问一?下|那个)*(?:管不管|管得了|归不归|是不是|能不能|能)(?:你们?|咱们?)?(?:能?管)?[^,。;没坏破脏乱]{0,8}[哦啊吗呀嘛不吧么呢的事]*$|^[一-龥]{1,8}(?:这[种类些个]?事?)?(?:归不归|是不是归?|该不该|归|是)你们?(?:这[里边])?(?:来)?管(?:的)?[哦啊吗呀嘛不吧么呢]*$/;

/** A clause that only opens: who tells it, what he was about, how many things there are, what was looked at. */
export const isOpening = (clause: string): boolean =>
  tellsWho(clause) ||
  (ABOUT.test(clause) && clause.length <= 16 && !WRONG_IN_IT.test(clause)) ||
  (AT_WORK.test(clause) && !WRONG_IN_IT.test(clause)) ||
  HOW_MANY.test(clause) ||
  HOW_MANY_BEHIND.test(clause) ||
  /^(?:天天|每天|平时|经常|每晚)(?:都|要|得)*(?:跑|走|去|路过|经过|坐车)[一-龥]{2,10}$/.test(clause) ||
  FIELD.test(clause) ||
  /^(?:同志|师傅|领导|老师|请问|在吗|喂|[您你]们?好)+$/.test(clause) ||
  (ASKS_WHOSE.test(clause) && clause.includes('管')) ||
  (LOOKED.test(clause) && !WRONG_IN_IT.test(clause));

/** The text without the clauses that open it. */
export function withoutOpenings(text: string): string {
  let rest = withoutTitle(text).replace(/^[\s,。:;!]+/, '');
  for (;;) {
    const clause = /^[^,。;:!?\n]+(?=[,。;:!?\n])/.exec(rest)?.[0];
    if (clause === undefined || !isOpening(clause.trim())) return rest;
    rest = rest.slice(clause.length).replace(/^[\s,。:;!?]+/, '');
  }
}
