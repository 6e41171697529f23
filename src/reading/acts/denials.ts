/** 否定之否定: a bad thing denied is good, a good thing denied is bad. What verdicts and reports have in common. */

const RETURNS = '反弹|回潮|反复|返潮|复发|死灰复燃|卷土重来|故态复萌';
/** 没见, 均未发现, 无: and what may stand between it and the bad thing. */
const NO = '(?:没(?:有|见|人)?|未见?|无|零|不)';
const SEEN = '(?:看到|见到?|出现|发现|发生|存在|新增)';
/** 没再摆出来, 不再积水; but 没再清理 denies a good thing. */
const AGAIN = `${NO}${SEEN}?再(?:次|度)?${SEEN}?(?![清改弄整扫修来去管动处保联说告回接通报问找催负参承介]|反[馈映]|打电)[^,。;\\s]{0,8}`;
const COMING_BACK = `${NO}${SEEN}?(?:任何|明显|新的?|有)?(?:${RETURNS})(?:的?(?:现象|情况|苗头|迹象))?`;
/** 未发现问题, 没看到垃圾, 没留尾巴, 没有剩的. */
const NOTHING = `${NO}(?:${SEEN}[^,。;\\s]{0,10}|(?:什么|啥|任何)?(?:问题|毛病|异常|遗留)|有?[留剩落拖][^,。;\\s]{0,4})|一[处个件户]不[差剩落]|剩(?:下|余)?的?(?=[^,。;]{0,4}(?:都|全|也|已))`;

const LASTING = new RegExp(`${AGAIN}|${COMING_BACK}`);
const DENIALS = new RegExp(`${AGAIN}|${COMING_BACK}|${NOTHING}`, 'g');
const KEPT = /(?:保持|巩固|维持)(?:得|的)?(?:很|还|挺|比较)?(?:好|不错|可以|住|良好|稳定|干净)/;
/** 保持好，别反弹: wished for. */
const WISHED = /别|防止|避免|就(?:行|好|可以)(?=$|[,。!])|(?:请|要|继续|注意|务必|一定)[^,。;]{0,4}(?:保持|巩固|维持)/;
const NOT_KEPT = /[没未](?:有)?(?:能)?(?:保持|维持|守|巩固)|(?:保持|维持|守)不住/;
const BACK = new RegExp(
  `${RETURNS}|恢复原样|又(?:堆|乱|出现|有|占|停|脏|满|回来|来了|摆|贴|坏|这样|犯|是老样子|被|破|冒|跑|一地|一片)|又(?![去来看查核催问是要报整清修处联在改弄好重补])[^,。;]{1,5}(?:(?:起来|出来|下来|回来|回去|上)了?|了)(?=$|[,。;!])|[堆摆停倒搭贴占](?:又|了?回来)|再(?:次|度)(?:出现|发生|发现|[堆占停摆乱贴])|销(?:号|了|的)?[^,。;]{0,8}[,]?[^,。;]{0,6}又|重新(?:打开|立案|交办|督办)|重开|恢复督办|老样子|前脚[^,。;]{0,8}后脚|又(?:看[见到]|发现|碰[见到]|撞见|遇[见到]|查[出到])(?![^,。;]{0,2}(?:没|不再|无))`,
);
/** 今天又去看了, 又绕过去转了一圈: the visit is what is done again, not the defect. 又看见, 又查出 tell of what was seen. */
const VISIT =
  /又(?![没不被])[^,。;]{0,8}?(?:[看瞧瞅](?![到见管守])|(?:巡|抽|复|检|核|回)?查(?![出到获封])|核(?!出)|回访|巡(?!查出)|验|逛|拍(?=了|照|张)|路过|经过|(?:去|来|跑|走|转|绕|回来)(?:了|过)?[一两几]?[趟圈遍次]|转(?:悠|了))(?:[看瞧瞅]|一?[下眼遍次趟圈])?[了过]?(?:一?[下眼遍次趟圈])?/g;
/** 上周销的又去看了: said of those who look. */
export const isVisited = (text: string): boolean => text.search(VISIT) >= 0;

/** 这种反弹的要严肃处理, 怕又反弹: of all such, or feared. */
const IN_GENERAL =
  /反弹(?:的|率|件|数)|(?:怕|担心|小心|谨防|以防|免得|省得)[^,。;]*|(?:这种|这类|此类|凡是?|一旦|再|别)[^,。;]*?(?:反弹|回潮)/g;

/** Without what is only said not to be there: 已改到位，未见反弹 → 已改到位. */
export const withoutDenied = (text: string): string => text.replace(DENIALS, '');

/** 没再摆出来, 未见回潮, 保持良好. */
export const hasLasted = (text: string): boolean =>
  !WISHED.test(text) && !hasRelapsed(text) && (LASTING.test(text) || KEPT.test(text));

/** 又冒出来, 反弹, 老样子: what was put right has come back. */
export const hasRelapsed = (text: string): boolean =>
  NOT_KEPT.test(text) || BACK.test(withoutDenied(text).replace(VISIT, '').replace(IN_GENERAL, ''));
