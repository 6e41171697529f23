/** 门牌: 油坊巷四处：7号…、19号… names the street once; each further number of a house gets it too, so that it is neither a day nor a problem's number. */
import type { IssueTools } from './issues/tools.ts';
import { tellsWrong } from './issues/wrong.ts';
import { stripLead, tidyDictation } from './spoken.ts';

const STREET = /(?:大道|大街|街|路|巷|弄|胡同)$/;
/** The number of a house at the head of a clause, or of an item of a list. */
const HOUSE = /(?<=^|[:,、;。\s(]|\d[.、)])(?<!号[、和])(\d{1,4})号(?!楼|院|线(?![缆路])|车(?![棚库辆]))/g;
/** A day, or the number of a problem that is reported on. */
const IS_DAY =
  /^(?:[之以]前|[之以]?内|前?(?:$|[,。;\s])|[上下中]午|早|晚|凌晨|\d|[一二两三四五六七八九十]点|前?(?:必须|务必|都|均|要|统一|全部|一律|一并|请|把|将|让|由|再|完|清|整|改|处|弄|搞|修|拆|换|拿|到位|办|反馈|报|落实|解决|疏|恢复|补|撤|劝|来|去|截止|派|安排|组织))/;
const IS_ORDER =
  /^(?:(?:问题|也|都|均|已经?)*(?:已|未?整改|没改|销|退|(?:不|未)?通过|认领|申|延|驳|重复|撤|合并|可以|的?问题|核查|不合格|合格)|[^,。;]{0,8}(?:[完好掉走]了|干净了|到位了))/;
/** What is at a house: behind a single further number it must be said. */
const AT_HOUSE = /^(?:[门对旁后院墙楼店商铺摊口]|前(?:面|的)?[一-龥]|也(?:是|有|一样))/;

const isHouse = (after: string): boolean => {
  const clause = /^[^,。;\n]*/.exec(after)?.[0] ?? '';
  return (
    AT_HOUSE.test(after) ||
    /^[一-龥]{0,6}也(?:是|一样|有)/.test(clause) ||
    (tellsWrong(clause) && !/[来去再看查派]/.test(clause))
  );
};

/** The text with the street before each further number; the same text where no street or no such number is named. */
export function withStreets(text: string, tools: IssueTools): string {
  if (!/\d号/.test(text) || text.includes('#')) return text;
  const place = tools.places.first(stripLead(tidyDictation(text)));
  const street =
    place && (place.site?.name ?? place.base).replace(/^.*(?<=.)(?=老?[一-龥]{2,3}(?:大道|街|路|巷)$)/, '');
  if (!street || !STREET.test(street)) return text;
  const at = text.indexOf(street);
  const numbers = [...text.matchAll(HOUSE)].filter(({ 0: typed, index }) => {
    const after = text.slice(index + typed.length);
    const unit = /^\d{1,2}号$/.test(typed) ? tools.findUnits(after)[0] : undefined;
    return index > at && at >= 0 && !IS_DAY.test(after) && unit?.start !== 0;
  });
  const isReport = numbers.some(({ 0: typed, index }) => IS_ORDER.test(text.slice(index + typed.length)));
  const [only] = numbers;
  if (!only || isReport) return text;
  const hasFirst = new RegExp(`${street}\\d{1,4}号`).test(text);
  const after = text.slice(only.index + only[0].length);
  // 就那个牛角巷啊，3号家门口…
  const isDoor = /^家?(?:大|正|后|院)?门[口前]/.test(after);
  if (numbers.length === 1 && !isDoor && !(hasFirst && isHouse(after))) return text;
  return numbers.toReversed().reduce((made, { index }) => `${made.slice(0, index)}${street}${made.slice(index)}`, text);
}
