/** 任务名称: what is to be done, without the frame, the units and the time. */
import { written } from '../../src/reading/fold.ts';
import type { Said } from '../../src/reading/said.ts';

/** 标题叫…, 内容是…: the matter by its name, wherever it stands. */
const NAMED = /(?:标题|名称|任务名|内容|事项)(?:就)?(?:叫(?:做)?|是|为|:)+\s*([^,。;\n]{2,40})/;

/** 各街道配合, 文旅局: who is to do it. */
const WHO = /^(?:由|各)?[一-龥]{1,8}(?:局|委|办|中心|街道|乡镇|镇|社区|公司|大队|部)(?:牵头|负责|配合|协办|协助)?$/;

export function taskTitle({ text, deadline }: Said): string {
  const named = NAMED.exec(text)?.[1];
  if (named !== undefined) return written(named);
  const timed = deadline === null ? text : text.replace(deadline.text, '\uE003');
  const plain = timed
    .replace(
      /^.{0,12}任务(?:布置|下达|分解|安排|下发)(?:如下|一下)?\s*[:(]\s*|^.{0,6}(?:布置|下达|新建|新增|分解|下发|发布|安排|交办|派发|创建|添加|增加)?(?:一?[个项条]|下)?(?:新的?)?(?:创城|专项)?任务\s*[:,]?\s*/,
      '',
    )
    .replace(/(?:责任单位|牵头单位|配合单位|协办单位|责任人|时限|期限|完成时限)[:是为]?.*$/s, '');
  const clauses = plain.split(/[,。;!\n]|\s+(?=(?:牵头|配合|协办|协助|由|责任|主责))/).map((clause) =>
    clause
      .replace(/^.*\uE003[前内]?/, '')
      .replace(
        /^(?:请|由|各|全市)?(?!完成|开展|做好|落实|组织|推进|抓好|[把将])[一-龥]{1,12}?(?:局|委|办|中心|街道|镇|社区|公司|大队|(?<!全)部)(?:、[一-龥]{2,8})*(?:牵头|负责|配合)?(?:于|在)?/,
        (unit) => (/(?:牵头|负责|配合)$/.test(unit) || clause.includes('\uE003') ? '' : unit),
      )
      .replace(/^[把将]/, '')
      .replace(/^(?:请|务必|要求|要|于|在)?(?:完成|开展|做好|落实|组织|推进|抓好)/, '')
      .replace(/(?:牵头|负责|配合)$/, '')
      .replace(/^[、和与\s]+/, '')
      .trim(),
  );
  return written(clauses.find((clause) => clause.length >= 3 && !WHO.test(clause)) ?? plain.replaceAll('\uE003', ''));
}
