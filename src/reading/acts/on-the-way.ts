/** 在办: how units tell of a number what they are about to do, what they wait for, whom they could not find (6今天晚上弄, 23催厂家呢). */
import { deniesOutright, NOT_OURS } from '../appeal-kind.ts';
import { ACTS, NO_DEED } from './done.ts';
import { type ActRule, isHedged, isIdle, isQuestion } from './facts.ts';

const SOON =
  '(?:今[天日晚早]|明[天日早晚]|后[天日]|当[天晚]|等?一?会儿?|[上中下]午|傍晚|晚上|夜里|一早|[上下]班前|下?(?:周|星期|礼拜)[一二三四五六日天末]?|[零一二两三四五六七八九十\\d]+点半?|月底)';
const TO_DO = `(?:${NO_DEED}${ACTS}|测|检修|施工|动工|上门|过去|派人|安排人|联系|再去|再来|去(?=$|[,。;!]))`;
/** Something between a time and a deed that makes no plan of it. */
const PLAN = new RegExp(
  `${SOON}(?:之?[前内]|就|再|先|我们|他们|工人|师傅|厂家|会|去|来|过去|派人|安排人?|继续|接着|加班|抓紧|一[起并]|全部|统一|一早|[上下]午|晚上|把[^,。;]{1,6})*${TO_DO}`,
);
const WAITS =
  /(?:人|车|师傅|维修工|工人|施工队|队伍|保洁)[^,。;]{0,3}(?:在路上|出发了|赶过来|过去了)|\d号?[,\s]*(?:已经?)?(?:在?路上|马上(?:就)?到)(?:了|着)?(?=$|[,。])|(?:招投?标|采购|立项|走流程|走程序)(?:中|着)?(?=$|[,。])|经费[^,。;]{0,3}[没未]|(?:户主|业主|店[主家]|房东|老板|摊主|车主|商户|住户|物业|人)(?:都|也|还)?(?:不在(?:家|店)?|没在(?:家|店)?|联系不上|电话(?:打)?不通|不接电话|不开门)|还?(?:没有?|缺|差|不知道|找不到)[^,。;]{0,6}(?:型号|配件|零件|材料|灯泡|灯具|料|货|苗木?|尺寸|规格|图纸|钥匙|备件|色号)|(?:要|得|需要?)(?:找|等|联系|问)[^,。;]{0,6}(?:厂家?|公司|物业|业主|供应商|厂商|施工队)|\d号?[,\s]*在催(?=$|[,。着])|(?:催|等|找|联系)(?:着)?(?:厂家?|公司|物业|业主|供应商|厂商|施工队|户主|配件|材料|货)(?:呢|着|中)|(?:得|要)(?:等)?(?:到)?下(?:周|个?月)|(?:天天|每天|早晚高?峰|早高峰|晚高峰|高峰期?|随时|一直|安排)(?:都|也|有|在|各)?(?:派|安排|有)(?:了|着)?(?:[一二两三四五六七八九十几\d]+个)?人/;
/** 35还没去, 36还没来得及弄: how it stands. 36还没弄完 alone is too little. */
const NOT_YET = /\d号?[,\s]*(?:我们|人|工人)?还(?:没|未)(?:有)?(?:去(?=$|[,。;])|来得及|顾上|腾出手)/;
/** What waits for a decision is asked for, and what is called off is no plan. */
const OTHER =
  /申诉|延期|宽限|挂账|认领|转办|转给|改派|退回|撤销|撤回|合并|重复|开会|会议|保证|一定|肯定|尽量|争取|放心|同意|批|报告|汇报|[弄改修清拆]不[完了好]/;

/** After the rules that know of deeds, disputes and requests. */
export const tellsOnTheWay: ActRule = (facts) => {
  const { speaker, hasOwnNumbers, issueNos, taskNos, messageNos } = facts;
  if (speaker !== 'unit' && speaker !== 'grid') return null;
  if (!hasOwnNumbers || issueNos.length === 0 || taskNos.length + messageNos.length > 0) return null;
  const text = facts.text.replace(/呢[。!\s]*$/, '着');
  if (isQuestion(text) || isHedged(text) || isIdle(text) || OTHER.test(text)) return null;
  if (NOT_OURS.test(text) || deniesOutright(text)) return null;
  return PLAN.test(text) || WAITS.test(text) || NOT_YET.test(text) ? 'issue.progress' : null;
};
