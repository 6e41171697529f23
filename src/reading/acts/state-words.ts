/** 状态用词: words that say how far a problem is. Shared by what units report and what verifiers decide. */
import { DONE } from './done.ts';
import { isQuestion } from './facts.ts';

export const NOT_PASSED =
  /不予?(?:通过|合格(?!的))|(?<=\d号?\s?)不过(?=[,。;!]|$)|(?<!还|尚|都)[未没](?:有)?(?:核查)?通过|通不过|[没不]过关|不[能予]销|不同意销|不给销|不准销|不符合(?:要求|标准)/;
/** 重扫, 重新弄, 再整改: to be done once more, whatever it was. 重新打开 and 重新交办 are another thing. */
const REDO =
  /重新?(?:整?改|整治|处理|清理?|[扫弄拍做贴刷换修装来铺补画洗摆搞整拆传拖收涂挖填埋移挪绑剪](?!过|点|要))|(?<!我们?)再(?:整?改(?!派|成|由|为|到)|[弄扫清修补刷](?:一?[下遍次]|$|[,。!]))|补拍|重报/;
const NOT_ENOUGH =
  /[没未](?:有)?(?:整改|清理|处理|[弄搞清改修扫拆撤铺刷])(?:得)?(?:彻底|到位|干净|好(?!了没)|完(?!没))|[不没](?:到位|彻底|达标|认可)|整改不|弄虚作假|不合格(?!的)|不行|(?:还是|仍然?|根本|压根)没(?:有)?(?:整?改|清理|处理|[动弄清整搞拆修])/;
export const RETURNED = new RegExp(
  `退回|打回|返工|退单|退(?=$|[,。!])|退了|退[他她它]|驳回[^,。;]{0,4}整改|${REDO.source}|${NOT_ENOUGH.source}`,
);
export const HOLD_OFF =
  /(?:先|暂时?|暂|请?)?(?:别|不要|不用|勿)(?:急着|先)?(?:销|认领|退|撤|转|催)|暂不|先不|不(?:得|许|可以?)销/;
export const PASSED =
  /销号(?!照|证|材料|单|情况|记录|时间|流程|条件|标准|[前后率]|[要需得][有先]|必须)|销一下|核[查验]通过|验收(?:通过|过关|合格)|通过(?!率)|(?<!不)合格(?![率证的])|销了|(?<![注撤吊报])销掉|[一都并]起?销(?=$|[,。!;])|销账|结案|闭环|可以销|同意销|准予销|没毛病|(?:^|[\s,。;])销(?:了|吧)?(?=$|[\s,。!;])|(?:^|[\s,。;#\d]|都|全部?|可以|给|算)过(?:了|吧|关)?(?=$|[\s,。!;])|(?<=\d号?[,\s]?(?:也|都)?)可以(?:的|了|吧)?(?=$|[,。;!])/;
const WE =
  '(?:我(?:们|局|单位|办|中心|街道|镇|社区|公司|大队|委|方)*(?:[这那]边|[镇街局]上|[一-龥]{0,4}?[科股室队组站所])?)+';
const END = '(?=$|[\\s,。!:;\\d#])';
const TAKE = '(?:认领|[接领认]|接[下收手单管]|认下|领[走下]|签收|受理|揽下|收下)';
/** 我们认, 我们牵头接了: whoever else is named, it is taken. */
export const TAKES = new RegExp(`${WE}(?:都|先|也|就|全部?)?(?:来|负责|牵头)?已?${TAKE}了?${END}`);
/** 我们住建接了, 接了, 是我们的, 我们来办: read in the outline, where the sender's own unit is 我们. */
export const CLAIMS = new RegExp(
  [
    '认领',
    TAKES.source,
    `(?:^|\\d号?\\s?|[,。;!\\s])(?:已经?)?(?:[认接领]了|接单|认|签收|受理)了?${END}`,
    `(?:归|是|属于?|算)${WE}(?:的|管|办|负责|辖区|范围|地界|路段)*${END}`,
    `${WE}(?:都)?来${END}`,
    `我(?:们|局|单位|办|中心|街道|镇|社区|公司|大队)+(?:来)?(?:处理|办|弄|搞|负责|整改|跟进|承办)(?!完|好|了$|中|不|过|掉|干净|的|公)`,
    '受理了?|接单',
  ].join('|'),
);
/** Not ours to take, or to be asked first: 不受理, 问问科里再认. */
export const NOT_CLAIMED =
  /(?:不|未|没|谁|别)(?:有)?(?:认领|认|接|受理|签收)|(?:问|看|商量|核实|等)[^。]{0,12}再(?:认|接|领)/;

/** 收到，马上安排: a unit takes it on without saying the word 认领. No act by itself; reason enough to ask whether it is meant. */
const TAKES_ON =
  /(?:马上|立即|立刻|这就|即刻|现在就|尽快).{0,6}(?:安排|处理|整改|清理|派|去|办|落实|联系|解决|弄)|(?:安排|派)(?:了|个|几个)?(?:人|车|队|工人|师傅|环卫|施工)|(?:我们|这边|我)(?:就|来|去|会|马上|来去)?(?:安排|处理|落实|跟进)/;
export const takesOn = (text: string): boolean => TAKES_ON.test(text) && !isQuestion(text) && !DONE.test(text);

const ORDERED_BEHIND =
  /[?]\s*(?:退|打回|返工|重[新做拍]|不合格|不通过|不行|驳回|撤|作废|催|销号?(?:吧|$)|通过(?:吧|$))[^?]*$/;

/** About the state of a problem, not an order. */
export function isIssueQuestion(text: string): boolean {
  // 这是另一个楼道吧？退回: asked in anger, ordered behind it.
  if (ORDERED_BEHIND.test(text)) return false;
  return isQuestion(text) && !/请(?:核|予|复|督|验|求)/.test(text);
}
