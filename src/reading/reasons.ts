/** 理由: what is left of a message when its numbers, verbs, times and courtesies are taken out. */
import { written } from './fold.ts';

const NAMED = /(?:原因|理由|情况|说明)(?:是|为|如下)?\s*[::]\s*(.+)$|(?:因为|由于)(.+)$/s;
const VERBS =
  /#?\d+(?:号|、|到|至|-)*|(?:WT|RW|LY)-[\d-]+|(?:请|要求|必须|给我|予以|请予)?(?:退回去?(?:重[新]?(?:整改|弄|改|做|报)?)?|打回(?:去|来|重改)?|返工|重新?(?:弄|做|来)(?!过)|重新(?:整改|提交|申报|报|拍|上传|核查)|重改|重拍|重报|再改|不予?通过|不合格|未通过|没通过|撤销(?:吧|这条|该问题)?|撤回|作废|取消|申请(?:延期|挂账|调整|转办|撤销|延长)?|延期|延长(?:时限|期限)?|宽限|挂账|缓办|申诉|同意|不同意|驳回|不批准?|批准|核查|核实|合并|删[掉除]|请?(?:领导)?(?:予以)?(?:批准|核实|支持|审批|理解|谅解|调整))|(?:延|推迟|顺延|改|宽限)[到至]/g;
const EMPTY =
  /^(?:[\s,。;:!?、()啊吧呢了的吗呀哈哦]|这个?|那个?|该|此|它|上述|以上|问题|都|也|全部|不行|不可以|还是|就|请|麻烦|谢谢|好的|收到|我们?|申请|给|重|去|来|再|先|号|天|日|周|左右|时限|期限|最[晚迟]|到|至|前|之|内|一下|和|与|与|及|\p{Extended_Pictographic}|材料|资料|指标|任务|留言|报错|录错|登错|登记错|误报|按原时限办|原时限|不变)*$/u;

/** `spans`: stretches of time, taken out before. Null: no reason was given. */
export function reasonIn(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string | null {
  const named = NAMED.exec(text);
  const said = named?.[1] ?? named?.[2];
  if (said !== undefined && said.trim().length >= 2) return written(said.replace(/[,。;]?申请(?:延期|挂账).*$/, ''));
  let bare = text;
  for (const { start, end } of spans.toSorted((a, b) => b.start - a.start)) {
    bare = `${bare.slice(0, start)}\u0003${bare.slice(end)}`;
  }
  const clauses = bare
    .split(/[,。;!\n]|(?<=\S) +(?=\S)/)
    .map((clause) => ({ clause, rest: clause.replace(VERBS, '').replace(/\u0003[前内]?/g, '') }))
    .filter(({ rest }) => !EMPTY.test(rest))
    .map(({ clause, rest }) =>
      /\u0003/.test(clause)
        ? rest
        : clause
            .replace(/^\s*(?:问题|编号)?#?\d+号?(?:这个|那个|问题)?/, '')
            .replace(/^(?:退回|打回|不通过|撤销|驳回|申诉)[::\s]?(?=.{2})/, ''),
    );
  const reason = written(clauses.join(','));
  return [...reason.replace(/[^\p{L}\p{N}]/gu, '')].length >= 2 ? reason : null;
}
