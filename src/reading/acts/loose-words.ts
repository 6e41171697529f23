/** 随口问的用词: of which words loosely put questions are made. What is left when they are taken out is something else that is told. */
import type { Facts } from './facts.ts';

/** 帮我看看, 给我说说, 汇报一下. */
export const TELL_ME =
  '(?:请问|麻烦|劳驾|请(?!各|你)|帮(?:我|忙|咱)?|替我|给(?:我|咱|大家)(?:们)?|我?想(?:要)?(?:知道|了解|问)|(?:我)?问(?:一?下|问)?|了解(?:一?下)|查(?:一?下|查)|看(?:一?下|看)?|说(?:一?下|说)|讲(?:一?下|讲)|汇报(?:一?下)?|介绍(?:一?下)?)';
const SCOPE =
  '全?[市区县城](?:里|上下|范围|面上)?|上下|面上|整体上?|总体上?|总的|[咱俺]们?(?:局|单位|办|中心|街道|镇|社区|公司|大队|委|队|组)?|我们?(?:局|单位|办|中心|街道|镇|社区|公司|大队|委|队|组)?|本(?:局|单位|办|中心|街道|镇|社区|公司|大队|委|队|组)|自己|各个?(?:责任)?(?:单位|部门|街道|乡镇|社区|局|组|家)?|责任单位|单位|部门|街道|乡镇|[那这](?:边|里|儿|个|块|条|一块|方面|几[个件处条]|些|件|堆|辆|盏)|[那这]|块|方面|手[头上里]|名下|里(?:面|边|头)?';
const NOW =
  '现在|目前|当前|眼下|最近|近期|近来|近况|[这那](?:段|阵)(?:时间|子)?|到(?:现在|目前)|至今|截至|到底|究竟|[上下中]午|早上|晚上|刚(?:才|刚)|[这前]两天|这几天|今天|为止';
const MATTER =
  '创城|文明创建|整改|整治|治理|工作|督办|督查|办理|问题|事(?:情|儿)?|情况|进度|进展|形势|状况|局面|成效|效果|表现|成绩|战果|推进|任务?(?=情况|进度)|得分|活儿?';
const DOING = '干|做|搞|弄|抓|推|办|改|处理|解决|进行|开展|落实|完成|发展|走|跑|登|报|查|销号?|清';
const FILL = '[的得了啦呢啊呀吧吗么嘛到有是都也还就没不过点和与跟在给又再]|没有|已经?|全部?|其中|具体';

/** What may stand behind the last word. */
export const END = '(?:了|啦|呢|啊|呀|吧|哦|的)*[?。!\\s]*$';
export const HOW_MANY = '多少(?:[个件条处项家])?|几[个件条处项家]|(?:什么|啥)|哪(?:些|几[个件条处项家])';

const WORDS = `${TELL_ME}|${NOW}|${SCOPE}|${MATTER}|${DOING}|${FILL}`;

/** A place that is no site of the directory stands in the text still. */
function unplaced({ unnamed, location, sites }: Facts): string {
  return location === null || sites.length > 0 ? unnamed : unnamed.replace(location, ' ');
}

/** What is left of a message without the words above and `own`, the words of one kind of question. */
export function restWithout(own: string): (facts: Facts) => string {
  const words = new RegExp(`${own}|${WORDS}`, 'g');
  return (facts) =>
    unplaced(facts)
      .replace(words, '')
      .replace(/[\s\p{P}\p{S}]/gu, '');
}

/** Short, without a quote, not of a condition, a plan or of others: else the words are not to the bot. */
export const isPlainlyAsked = ({ text, heard, speaker, hasOwnNumbers }: Facts): boolean =>
  speaker !== 'citizen' &&
  heard.quote === null &&
  !hasOwnNumbers &&
  text.length <= 24 &&
  !/[,;!](?=\S)/.test(text.replace(/^[^,]{1,6}(?:呢|啊)?,/, '')) &&
  !/你们|大家|各位|同志们|他们|谁谁|如果|要是|听说|会上|等会儿?|明天|后天|下次|(?<!我)去看|去查|(?:请|让|叫|通知)各|各[^,]{1,4}(?:汇报|报)/.test(
    text,
  );

/** A unit is no place, though its name may be one. */
export const isAtPlace = ({ units, sites, siteTypes, location }: Facts): boolean =>
  sites.length > 0 || (location !== null && units.length === 0 && siteTypes.length === 0);
