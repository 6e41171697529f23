/** 工作量: deeds with figures, as units report them: 清理小广告576处，志愿服务10场. */

export interface WorkItem {
  readonly item: string;
  readonly quantity: number;
  readonly measure: string;
}

const DEEDS =
  /清理|清除|清运|清洗|清扫|整治|开展|组织|劝导|劝离|纠正|查处|查扣|拆除|更换|更新|新增|新建|增设|发放|规范|修复|维修|修补|修剪|补种|出动|巡查|志愿|宣传|制作|刊发|发布|悬挂|张贴|培训|举办|曝光|处罚|处置|检查|走访|参与|投入|施划|集中|拖移|收缴|排查|播放|推送/;
const ITEM =
  /^(.*?[\p{Script=Han}”」])\s*(\d+(?:\.\d+)?)\s*(?:余|多)?\s*(\p{Script=Han}{1,3}?(?=$|[\s(])|人次|平方米|公里|万?元|km|吨|m2)\s*(?:\(.*\))?$/u;
const LEAD =
  /^(?:信息报送|报送(?:工作)?信息|工作信息|更正|本周|这周|上周|今年以来|一周来|截至(?:目前|今天)|目前|累计|共计?|全市|我们?(?:局|单位|办|中心|街道|镇|社区|公司|大队|委)|本(?:局|单位|街道|镇|社区)|已|并|其中|组织(?=集中))+[:,\s]*/;

/** Deeds with a figure and a measure, in order. Words that are no deed (放假3天, 开会2次) are left out. */
export function loggedInfo(text: string): readonly WorkItem[] {
  return text.split(/[,。;、!\n]+|(?<=\d\p{Script=Han}{1,3}) +/u).flatMap((clause) => {
    const bare = lead(clause.trim());
    const match = ITEM.exec(bare);
    const [item, quantity, measure] = [match?.[1]?.trim() ?? '', Number(match?.[2]), match?.[3] ?? ''];
    return item.length >= 2 && item.length <= 20 && DEEDS.test(item) && !/[号月日点]$/.test(measure)
      ? [{ item, quantity, measure }]
      : [];
  });
}

/** 教育局开展…: the unit that is named stands apart; 组织社区开展… is a deed. */
const UNIT = /^[\p{Script=Han}]{1,8}?(?:局|委|办|中心|街道|镇|社区|公司|大队|部)[:,\s]*(?=\p{Script=Han}{2})/u;

/** Frames come in any order and number: 本周工作信息, 工作信息:本周. */
function lead(clause: string): string {
  const named = UNIT.exec(clause)?.[0] ?? '';
  const rest = (DEEDS.test(named) ? clause : clause.slice(named.length)).replace(LEAD, '').trim();
  return rest === clause ? rest : lead(rest);
}
