/** Questions about a place: who answers for it, what is looked for there, and that somebody has arrived (domain §2, §9, §10). */
import { type ActRule, isQuestion } from './facts.ts';

const WHO =
  /谁(?:来|在)?(?:负责|管理?(?!管)|包联?|包保|牵头|养护|清扫|保洁)|归(?:属)?(?:谁|哪)|属于?(?:谁|哪)|(?:责任|主管|管理|管养|属地|包联|包保|牵头|养护)(?:单位|人|领导|街道|部门|干部)?(?:是|归|为)?(?:谁|哪)|(?:路长|街长|巷长|网格长|网格员|楼长|点长|点位长|包联干部|包保干部|包联单位|包保单位|联系人|负责人|责任人|责任单位)(?:是|叫)?(?:谁|哪位|哪个|哪家|什么)|哪个?(?:单位|部门|局|街道|社区|网格)(?:来|在)?(?:负责|管|包|牵头|养护)/;
/** Said in anger or as an order, not asked. */
const COMPLAINT = /谁[^,。]{1,8}谁|没人管|谁(?:来)?管管|能不能管|有没有人|请|尽快|马上|抓紧|处理(?:一下)?$|怎么还/;

/** 步行街门前三包, 上报点位有哪些, 北门农贸市场是上报点位吗. */
const SHOPFRONTS = /门前三包(?:责任)?(?:的)?(?:商户|单位|责任人|名单|清单|有哪些|都有谁|是谁)*[?。\s]*$/;
const NOMINATED =
  /上报点位(?:的)?(?:有)?(?:哪些|清单|名单|多少|几个|台账|是哪)|^(?:查|列|看)?(?:一下|出)?上报点位[?。\s]*$|是(?:不是)?上报点位(?:吗|么)?[?。\s]*$/;

export const asksWho: ActRule = ({ text, location, sites, hasOwnNumbers, issueNos, speaker }) => {
  if (speaker !== 'citizen' && text.length <= 24 && NOMINATED.test(text)) return 'query.who';
  if (speaker !== 'citizen' && text.length <= 24 && sites.length > 0 && SHOPFRONTS.test(text)) return 'query.who';
  if (!WHO.test(text) || COMPLAINT.test(text) || text.length > 36) return null;
  if ((hasOwnNumbers && issueNos.length > 0) || (location === null && sites.length === 0)) return null;
  return speaker === 'citizen' ? null : 'query.who';
};

const STANDARD =
  /(?:检查|督查|测评|巡查|考核?|[要该得都会]查|[要该得都会]看|(?<!调|抽|复|核)查|[场院园厅站区校路巷口店馆]看)(?:些|一?下)?(?:什么|啥|哪些(?!问题|点位|单位))|(?:标准|要求|要点|检查内容|检查项目?)(?:都)?(?:是|有)?(?:什么|哪些|啥|怎样)|(?:测评|检查|达标|督查|创建|创城|点位)(?:的)?(?:标准|要求|要点|清单)[?。\s]*$|^.{2,12}的?(?:标准|要点)[?。\s]*$/;

export const asksStandard: ActRule = ({ text, sites, siteTypes, units, rates, hasOwnNumbers, speaker }) => {
  if (!STANDARD.test(text) || text.length > 30 || speaker === 'citizen') return null;
  if (sites.length + siteTypes.length === 0 || hasOwnNumbers || rates.length > 0) return null;
  if (/时限|超期|扣分|整改|资料|材料|任务|谁/.test(text)) return null;
  return units.length > 0 && sites.length === 0 ? null : 'query.standard';
};

const WHOM =
  '(?:我们?|咱们?|本组|(?:督查)?[一二三四五六七八九十\\d]组)?(?:的人)?(?:已经?|都|刚刚?|现在|目前|现已|人已?)?';
const ARRIVED = new RegExp(
  `^${WHOM}(?:(?:到达|抵达|来到|走到|到)了?.{2,22}?(?:了|现场|门口|这里|这边)*|在.{2,18}?(?:了|现场))[。!,\\s]*$`,
);

/** 我在北门农贸市场: nothing but the place. 我在路上 and 我在开会 name none. */
const AM_AT = new RegExp(`^${WHOM}在(.{2,18}?)(?:呢|这边|这里|这儿|了)?[。!\\s]*$`);
const isAt = (text: string, location: string | null): boolean => AM_AT.exec(text)?.[1] === location;

/** 滨江一号工地、站前公厕: the word of a kind of problem is part of the name, and nothing is said beside it. */
const isNameOnly = (text: string, sites: readonly string[]): boolean => {
  const said = text.replace(/(?:了|现场|门口|这里|这边|[。!,\s])*$/, '');
  return sites.some((site) => said.endsWith(site));
};

export const arrives: ActRule = ({ text, location, sites, category, heard, speaker, hasOwnNumbers, deadline }) => {
  if ((!ARRIVED.test(text) && !isAt(text, location)) || location === null || speaker === 'citizen' || isQuestion(text))
    return null;
  if (category !== null && !isNameOnly(text, sites)) return null;
  if (hasOwnNumbers || deadline !== null || heard.quote !== null) return null;
  return /到(?:岗|期|位|货|齐|底|处|时|家|单位|办公室)|执勤|值守|\d+\s*(?:名|个)?人|马上|快到|准备|回来|处理|整改|清理|拆|修/.test(
    text,
  )
    ? null
    : 'query.arrival';
};
