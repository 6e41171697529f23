/** 开口就是指令: words that begin with what is to be done, or with a number, and so are no reason for anything. */
import type { Facts } from './facts.ts';

/** 登记错了, 确认过不是, 转错了, 撤销的原因是…: told, not ordered. */
const TOLD = '(?![错重误反过了得是因的无不没失早满完])(?!原因|理由|有误|位置|时间|地点|人员?错)';
const VERB = [
  '转(?:给|办|交|到|由|派)',
  '交(?:给|由|办)',
  '(?:改|指|分)派',
  '派给',
  '责任(?:单位|人)',
  '协办',
  '牵头',
  '确认(?!属|与|跟|和|系|后发)',
  '同意',
  '批准',
  '驳回',
  '撤[销回]',
  '作废',
  '签发',
  '起草',
  '印发',
  '下发',
  '发(?![现生黑霉臭潮热动展电票])',
  '通报',
  '催办?',
  '导出',
  '登记(?!人)',
  '上报',
  '再报',
  '新增',
  '新问题',
  '认领',
  '退回',
  '打回',
  '通过(?!现场|核查|查看|照片|调)',
  '销号',
  '核查(?=通过|#?\\d)',
  '合并',
  '开启',
  '结束迎检',
  '布置',
  '指定',
  '提醒',
  '去掉',
  '出(?:一?[份期个])?[^,。;]{0,6}(?:日报|周报|专报|通报|函|单)',
  '帮助$',
  '我的待办',
  '查(?=#?\\d)',
  '任务[:\\s\\d]',
].join('|');
const ORDER = new RegExp(`^(?:请|麻烦|帮我?|再|先|那就?|还是|改|[把将]|问题|编号|[\\s,])*(?:${VERB})${TOLD}`);
const NUMBER =
  /^(?:请|把|将|问题|编号|任务|留言|[提督]\S{0,3}?)*\s*#?\d+(?=号?(?:[\s,、和与到至]|$|[一-龥]))(?!\s*(?:[个处辆件堆条张块天日月点年米家户户人次盏根元分%]|多|余|几))/;

/** Begins with a number of something that is on record: 53是城投的吧. */
export const startsWithNumber = ({ text, hasOwnNumbers }: Pick<Facts, 'text' | 'hasOwnNumbers'>): boolean =>
  hasOwnNumbers && NUMBER.test(text);

/** 请城管处理, 给交警: to a unit, in its first words. */
const toUnit = ({ text, unitStarts }: Pick<Facts, 'text' | 'unitStarts'>): boolean =>
  /^(?:请|由|给|让|叫|归)/.test(text) && unitStarts.some((start) => start <= 2);

export const startsAsOrder = (facts: Pick<Facts, 'text' | 'hasOwnNumbers' | 'unitStarts'>): boolean =>
  ORDER.test(facts.text) || startsWithNumber(facts) || toUnit(facts);
