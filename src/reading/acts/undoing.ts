/** 撤回某一办理: what is withdrawn is a request, a 转办, a 退回 … on a problem, never the problem itself. */
import { type ActRule, type Facts, isHedged } from './facts.ts';
import type { Undone } from '../said.ts';
import { isIssueQuestion } from './state-words.ts';

const THINGS: readonly (readonly [Undone, string])[] = [
  ['appeal', '申诉|异议'],
  ['extension', '延期|展期|宽限'],
  ['suspension', '挂账|缓办'],
  ['coUnits', '协办|配合单位'],
  ['reassign', '转办|转派|改派|移交|指定|指派|责任单位'],
  ['return', '退回|打回|返工'],
  ['claim', '认领'],
  ['owner', '责任人'],
  ['report', '报整改|整改(?:报告|反馈|完成)'],
  ['close', '销号|核查(?![不无未后])|通过'],
  ['rebound', '反弹|重办|重开'],
  ['merge', '合并'],
  ['urge', '催办'],
  ['progress', '进展'],
  ['deadline', '时限|期限'],
  ['recheck', '回头看'],
];
/** Only behind 的: 撤销327的整改, but 撤销327 照片拍错了 gives a reason. */
const BEHIND_OF: readonly (readonly [Undone, string])[] = [
  ['request', '申请'],
  ['report', '整改|反馈'],
  ['photo', '照片|图片?'],
];

const VERB = '(?:撤(?:销|回|掉|下|了|吧|(?=$|[,。;!\\s\\d#]))|取消|作废|收回|删(?:除|掉|了)|[去拿划抹]掉)';
const KIND = '(?:刚才|昨天|今天|上次|这[次个]|误|错误|整改前?后?|对\\S{0,8}的)*';
const LINK = '[\\s#\\d号、~至到和及与对这那该此个条件次项的误]{0,24}?';
const END = '(?:申请|单|决定|交办|重改|登记)?(?:吧|了|啊)?(?=$|[\\s,。;!和及、])';
const BETWEEN =
  '(?:申请|单|决定|这事)?(?:我们?|本单位|想|要|请|先|也|都|就|给|麻烦|帮忙?|一起|统一|不(?:要|用|需要)了|现在|[\\d#号\\s])*';

/** 撤销327的转办, 撤销327转办, 327的转办撤销, 不转办了…撤销. */
const ofThing = (words: string): string =>
  [
    `${VERB}[^,。;!]{0,16}?的${KIND}(?:${words})`,
    `${VERB}${LINK}(?:${words})${END}`,
    `(?<=^|[\\s\\d号的,。;把将])(?:${words})${BETWEEN}${VERB}`,
    `不(?:用|需要|想|必|再)?(?:申请)?(?:${words})了.*?${VERB}`,
  ].join('|');

const ofWordBehind = (words: string): string =>
  `${VERB}[^,。;!]{0,16}?的${KIND}(?:${words})|(?<=[的这那])(?:${words})${BETWEEN}${VERB}`;

const FORMS: readonly (readonly [Undone, RegExp])[] = [
  ...THINGS.map(([undone, words]) => [undone, new RegExp(ofThing(words))] as const),
  ...BEHIND_OF.map(([undone, words]) => [undone, new RegExp(ofWordBehind(words))] as const),
];

/** 撤销1的延期申请 → extension; null: the problem itself, or nothing, is withdrawn. */
export const undoneIn = (text: string): Undone | null => FORMS.find(([, form]) => form.test(text))?.[0] ?? null;

/** 55去掉住建局, 市场监管局去掉: a unit is taken off, not the problem. */
const TAKES_OFF = /[去拿划抹]掉Ⓤ|Ⓤ[^,。;]{0,3}[去拿划抹]掉/;

/** As `undoneIn`, of a message whose units are known. */
export const undoneBy = ({ text, outline }: Pick<Facts, 'text' | 'outline'>): Undone | null =>
  undoneIn(text) ?? (TAKES_OFF.test(outline) ? 'unit' : null);

export const takesBack: ActRule = (facts) =>
  facts.issueNos.length > 0 && !isIssueQuestion(facts.text) && !isHedged(facts.text) && undoneBy(facts) !== null
    ? 'request.takeBack'
    : null;
