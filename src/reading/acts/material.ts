/** 资料申报: handed in by units, returned by the office, asked after by both. */
import { cardOf } from './cards.ts';
import { isBare } from './asking.ts';
import { type ActRule, type Facts, isHedged, isQuestion } from './facts.ts';

const MATERIAL =
  /资料(?!室)|材料|网上申报|说明报告|佐证|(?:测评)?指标\s*[ⅠⅡⅢI一二三A-Z\d]|(?<![A-Za-z])[ⅠⅡⅢI]{1,3}\s?-\s?\d|(?:哪[些个几]|几个)指标/;
const INDICATOR = /(?<![A-Za-z])[IVX]{1,4}\s?-\s?\d|指标\s*[A-Z\d一二三四五六七八九十]/;
/** Stuff that something is built of. */
const STUFF =
  /等(?:材料|料)|(?:施工|装修|废旧?|保温|工地)材料|材料(?:乱?堆|占|散落|随意|涨价)|材料(?:没|未)到|建筑材料|装修材料/;

const RETURNED =
  /退回|打回|返回(?:去|补|重)|退[给了]|退(?=$|[,。!;\s])|不规范|重[新]?(?:报|做|交|传|弄|提交|上传)|不合格|不通过|返工|驳回|不予通过|不行|[不没]达标/;
/** 被退回的, 退回了两次, 不规范的一律退回: told of, or a rule. */
const TOLD_OF =
  /被(?:退|打)|(?:退|打)回(?:来|去)?的(?!原因|理由)|(?:已经?|又|老|总是?|昨[天日]|前[天日]|上次|之前)[^,。]{0,4}(?:退|打)回|(?:退|打)回(?:了|过)?[\d一二两三四五好几多]+次|(?:退|打)回过|一律|凡是?|每次|别(?:再)?(?:被)?(?:退|打)|免得|以免/;
const LISTED =
  /进度|进展|情况|还差|没交|未交|没报|未报|缺|欠(?!缺)|统计|清单|名单|排名|(?<![检督核请])查(?!收)|列(?:一下|出|个)|看看|看一下/;
/** An order to return may say what is wanting; such words ask for more than one. */
const OVERVIEW = /进度|进展|情况|统计|清单|名单|排名|列(?:一下|出|个)|看看|看一下|还没/;
/** 交上来了, 补齐了, 重新传了, 发这里了, 送审. */
const HANDED_IN =
  /提交|上报|报送|送审|附上|(?:补充|修改)(?:完毕|好|齐)|(?:资料|材料|报告|图)(?:都)?来了|请(?:予)?(?:审核|审阅|查收)|(?:^|[局委办心镇道司])[交报传送]\s*(?:指标)?\s*[IVX]|上传|递交|呈报|附件|申报材料|已[交报传送]|[交报传补发送](?:上来?|过来|齐|好|完|来|这里|到)?(?:一?下|了)|[补重](?:新)?(?:交|报|传|拍|发)|[交报传发送补](?:上来?|过来|齐|好|来)(?=$|[,。!\s])|^(?:我们?(?:局|委|办|中心|街道|镇|单位)?)?(?:再)?[交报传送补发](?:一?[份下])?(?:送)?\s*:?\s*(?:申报|佐证|网上申报)?(?:资料|材料|指标|[IVX])(?!的人)/;
/** Not handed in yet. */
const NOT_YET =
  /还差|没|未(?!成年)|进度|哪些|多少|谁|情况|(?:明|后)天|晚点|晚些|回头|准备|马上|正在|争取|下午再|等.{1,8}再|不(?!清|齐)/;

export const aboutMaterial: ActRule = (facts) => {
  const { text, heard } = facts;
  const isOnCard = cardOf(heard.quote) === 'material' && !facts.hasOwnNumbers;
  if (!isOnCard && !isAboutMaterial(facts)) return null;
  if (/我(?:再|先)?看看|我看过/.test(text)) return null;
  const isAsked = isQuestion(text.replace(/好吗[?]?$/, '')) || LISTED.test(text);
  const isAgain = /(?:重新|再次|已重)(?:提交|上报|报送|报|交|上传)/.test(text) && !/退回|打回/.test(text);
  if (facts.speaker === 'unit' && isAgain && !isQuestion(text)) return 'material.submit';
  if (RETURNED.test(text)) {
    if (asksReturned(text) || (OVERVIEW.test(text) && !/(?:退|打|返)回(?!(?:以?后|的))|^退|[,。\s]退/.test(text)))
      return facts.speaker === 'unit' && !isQuestion(text) ? returnedAgain(facts) : 'material.query';
    if (/^(?:查|看|列|统计|汇总)/.test(text) || /(?:退|打)回.{0,6}(?:情况|清单|名单|统计)/.test(text))
      return 'material.query';
    if (TOLD_OF.test(text) || isHedged(text))
      return isQuestion(text) || /的[\s。]*$/.test(text) ? 'material.query' : null;
    return facts.speaker === 'unit' ? returnedAgain(facts) : 'material.return';
  }
  if (HANDED_IN.test(text) && !isHedged(text)) {
    if (isQuestion(text)) return 'material.query';
    if (!NOT_YET.test(text) || (facts.images > 0 && !/没|未(?!成年)|明天|进度|情况|哪些|多少|谁|还差/.test(text)))
      return handedIn(facts);
  }
  // 申报资料 指标Ⅰ-1 图4张: named and sent along, with nothing said against it.
  if (
    facts.speaker === 'unit' &&
    facts.images > 0 &&
    INDICATOR.test(text) &&
    !isAsked &&
    !NOT_YET.test(text) &&
    !isHedged(text)
  )
    return 'material.submit';
  return (isAsked || isBare(facts)) && (facts.speaker !== 'unit' || isQuestion(text) || /进度|情况|查|还差/.test(text))
    ? 'material.query'
    : null;
};

/** 签字页没有 behind the order is its reason; a question is one that asks after the returning itself, or the whole. */
const asksReturned = (text: string): boolean => {
  const clauses = text.split(/[,。;!]/);
  return clauses.length === 1 || !RETURNED.test(clauses[0] ?? '')
    ? isQuestion(text)
    : isQuestion(clauses.find((clause) => RETURNED.test(clause)) ?? '') || /[?]\s*$/.test(text);
};

/** A unit that sends again what had been returned; the office alone returns. */
const returnedAgain = (facts: Facts): string | null =>
  HANDED_IN.test(facts.text) && !NOT_YET.test(facts.text) ? 'material.submit' : 'material.return';

/** The office tells the units to hand in: no handing in. */
const handedIn = ({ text, speaker }: Facts): string | null =>
  speaker !== 'unit' && speaker !== 'grid' && /请|各|前|务必|尽快|抓紧/.test(text) ? null : 'material.submit';

function isAboutMaterial({ text, speaker, category, location, issueNos, hasOwnNumbers }: Facts): boolean {
  if (!MATERIAL.test(text) || (hasOwnNumbers && issueNos.length > 0 && /延期|整改|挂账|销号/.test(text))) return false;
  if (STUFF.test(text)) return false;
  if (location !== null && category !== null && category !== 'records' && !INDICATOR.test(text)) return false;
  // 文明实践站台账缺半年: found at a place by those who look for it.
  const isFound =
    location !== null &&
    category === 'records' &&
    /没|缺|不|未|空|只有|造假|[代补]签|涂改|乱|少|断档/.test(text) &&
    !/进度|报送|提交|上报/.test(text) &&
    (speaker === 'inspector' || speaker === 'grid' || speaker === 'office') &&
    !isQuestion(text) &&
    !/指标|网上申报|说明报告|退回|打回|^查|统计|清单|名单/.test(text);
  return !isFound;
}
