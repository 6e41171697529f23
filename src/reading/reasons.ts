/** 理由: what is left of a message when its numbers, verbs, times and courtesies are taken out. */
import { written } from './fold.ts';

const NAMED =
  /(?:原因|理由|情况|说明)(?:是|为|如下)?\s*[::]\s*(.+)$|(?:因为|由于|(?<=[,。;\s天日周号]|^)因(?!此))(.+)$/s;
const VERBS =
  /(?:测评)?指标|[IVX]{1,4}-\d+(?:[-.]\d+)*|说明报告(?=退)|网上申报|#?\d+(?:号|、|到|至|-)*|(?:WT|RW|LY)-[\d-]+|(?:请|要求|必须|给我|予以|请予)?(?:退回去?(?:重[新]?(?:整改|弄|改|做|报)?)?|打回(?:去|来|重改)?|返工|重新?(?:弄|做|来)(?!过)|重新(?:整改|提交|申报|报|拍|上传|核查)|重改|重拍|重报|再改|不予?通过|不合格|未通过|没通过|撤销(?:吧|这条|该问题)?|撤回|作废|取消|申请(?:延期|挂账|调整|转办|撤销|延长)?|延期|延长(?:时限|期限)?|宽限|挂账|缓办|申诉|同意|不同意|驳回|不批准?|批准|核查|核实|合并|删[掉除]|请?(?:领导)?(?:予以)?(?:批准|核实|支持|审批|理解|谅解|调整))|(?:提出|有)异议|请求|(?<=^|我们?[镇局办委]?|街道|中心)对(?=#?\d)|(?:延|推迟|顺延|(?<!整)改|宽限)[到至]/g;
const EMPTY_HERE =
  /(?:\p{Extended_Pictographic}|我?(?:局|单位|办|街道|镇)|准备|[要想得延缓]|最[晚迟]|恳[请求]|领导|希望|[行好成可]不(?:[行好成可])?|可不可以|可以不|好吗|不行吗|[晚拖](?=[\d一二两三四五六七八九十几半]+个?[天日周])|缓(?:一?缓|一?下|几天)|几天|能不能|能|吗|不$|宽限?|按原时限办|说明报告|可以吗|这个?|那个?|不可以|我们?|原时限|能否|可否|行吗|上述|以上|问题|全部|不行|还是|麻烦|谢谢|好的|收到|申请|左右|时限|期限|一下|材料|资料|指标|任务|佐证|仍由|负责|整改|留言|不变|(?:\d+|[一二两三四五六七八九十半]+)个?(?:天|日|周|星期|月|工作日)|该|此|它|都|也|就|请|给|重|去|来|再|先|号|天|日|周|到|至|前|之|内|和|与|及|的|由|[\s,。;:!?、()啊吧呢了的吗呀哈哦])/uy;

/** 3天内弄完, 周二前拆完: what is wanted by when, no reason. */
const isDemand = (clause: string, rest: string): boolean =>
  clause.includes('\uE003') && rest.trim().length <= 6 && !/[没不未无缺少坏还等]/.test(rest);
/** 核不过, 还差得远, 让他们再弄: the verdict itself. */
const VERDICT =
  /^(?:还是?|又|也|这|就)?(?:差得(?:太|还)?远|不(?:算数|作数|成|行|过)|[没未]过|(?:核查?|核验|验收|复[核查]|检查)(?:不(?:过|了|行|合格|通过)|[没未](?:过|通过))|这?也?叫(?:什么)?整改|退(?:了[吧啊哈]|[了吧掉]|掉[了吧]|给[他她]们|了重[弄做来])?|重来|(?:不|未)(?:准|批|同意|予支持)(?:了|的)?|(?:都|均|全)是(?:延期|申诉|挂账)(?:的)?|不(?:是|再|用|想)?(?:申请)?(?:延期|挂账|申诉)了?|重新?[发搞弄做来]|(?:去)?(?:让|叫|请)[^,。;]{1,6}(?:再|重新?)(?:弄|改|做|搞|来))$/;

const HEAD =
  /^\s*(?:问题|编号|申诉|退回|打回|不通过|撤销|驳回|申请(?:延期|挂账))*\s*#?\d+号?(?:[、,和与到至-]+#?\d+号?)*(?:这个|那个)?(?:问题)?(?:的(?=[一-龥]))?\s*:?/;
const LEAD_VERB = /^(?:退回|打回|不通过|撤销|驳回|申诉)[:\s]?(?=.{2})/;

/** Nothing but words that give no reason. Step by step, so that no text makes it slow. */
function isEmpty(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    EMPTY_HERE.lastIndex = at;
    const length = EMPTY_HERE.exec(text)?.[0].length ?? 0;
    if (length === 0) return false;
    at += length;
  }
  return true;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** `times` are cut out; a clause of nothing but `names` (units, people) and verbs is no reason. Null: none was given. */
export function reasonIn(text: string, times: readonly Span[], names: readonly Span[]): string | null {
  const named = NAMED.exec(text);
  const said = named?.[1] ?? named?.[2];
  if (said !== undefined && said.trim().length >= 2) return written(said.replace(/[,。;]?申请(?:延期|挂账).*$/, ''));
  const bare = marked(text, times, '\uE003');
  const unnamed = marked(text, [...times, ...names], '\uE003', true);
  const clauses: string[] = [];
  const CUT = /[,。;!?\n]|(?<=过):|(?<=\S) +(?=\S)/;
  const [all, tests] = [bare.split(CUT), unnamed.split(CUT)];
  for (const [at, clause] of all.entries()) {
    const rest = clause.replace(VERBS, '').replace(/\uE003+[前内]?/g, '');
    const test = (tests.length === all.length ? (tests[at] ?? '') : clause)
      .replace(VERBS, '')
      .replace(/\uE003+[前内]?/g, '');
    const bareClause = clause.replace(HEAD, '').replace(/[^\p{L}\p{N}]/gu, '');
    if (isEmpty(test) || isDemand(clause, rest) || VERDICT.test(bareClause) || VERDICT.test(rest.trim())) continue;
    clauses.push(/\uE003/.test(clause) ? rest : clause.replace(HEAD, '').replace(LEAD_VERB, ''));
  }
  const reason = written(clauses.join(','));
  return reason.replace(/[^\p{L}\p{N}]/gu, '').length >= 2 ? reason : null;
}

/** Each span as one mark, or as many as it is long. */
function marked(text: string, spans: readonly Span[], mark: string, isPadded = false): string {
  let out = text;
  let before = text.length;
  for (const { start, end } of spans.toSorted((a, b) => b.start - a.start)) {
    if (end > before) continue;
    out = `${out.slice(0, start)}${isPadded ? mark.repeat(end - start) : mark}${out.slice(end)}`;
    before = start;
  }
  return out;
}
