/** What those say who look after it: 销号, 退回, 回头看, 反弹. */
import { type ActRule, type Facts, isHedged, isIdle, isQuestion } from './facts.ts';
import { DONE, HOLD_OFF, isIssueQuestion, NOT_PASSED, PASSED, RETURNED } from './state-words.ts';

const isUnit = ({ speaker }: Facts): boolean => speaker === 'unit';
const isGrid = ({ speaker }: Facts): boolean => speaker === 'grid';

/** 今天必须销号: ordered of those who put it right, no verdict. */
const MUST_BE_CLOSED =
  /(?:必须|务必|一定要?|确保|要求|力争|争取|尽快|抓紧|[天前内]要)[^,。;!]{0,6}销号|销号[^,。;!]{0,4}(?:不得|不能)(?:再)?拖/;

export const verifies: ActRule = (facts) => {
  const { text, issueNos } = facts;
  if (issueNos.length === 0 || isIssueQuestion(text) || isHedged(text)) return null;
  if (
    /没有?反弹|未(?:见|发现)?反弹|无反弹/.test(text) ||
    /保持(?:得|的)?(?:很|还|挺|比较)?(?:好|不错|可以|住|良好|稳定|干净)/.test(text) ||
    (/回头看|回访|抽查|巡查复|复查/.test(text) &&
      (!/销|通过/.test(text) || /回头看/.test(text)) &&
      /保持|没毛病|没啥|完好|干净|挺好|良好|正常|没问题|稳定|没有|未发现|合格|无异常|还行|不错/.test(text) &&
      !/反弹了|又/.test(text))
  ) {
    return 'issue.recheck';
  }
  if (
    /反弹|回潮|死灰复燃|又(?:堆|乱|出现|有|占|停|脏|满|回来|来了|摆|贴|坏|这样|犯|是老样子|被|破|冒|跑)|重新打开|重开|重新立案|重新交办|恢复督办|老样子/.test(
      text,
    )
  )
    return 'issue.reopen';
  if (HOLD_OFF.test(text) && !RETURNED.test(text)) return null;
  // 303不行，其他的都销: two verdicts over one list, too easily mixed up.
  if (/其他|其余|剩下的|别的|其它/.test(text) && (RETURNED.test(text) || NOT_PASSED.test(text))) return null;
  if (/(?:已经|被|老|总是)退回|退回[了过]?[两几三四五\d]次/.test(text)) return null;
  const isBad = NOT_PASSED.test(text) || RETURNED.test(text);
  // 301、303不通过，305通过: two verdicts over several numbers that could not be told apart.
  if (isBad && issueNos.length > 1 && PASSED.test(text.replace(new RegExp(NOT_PASSED, 'g'), ''))) return null;
  if (isBad) return isUnit(facts) && !/(?:退回|打回).{0,4}(?:重|整)|不通过|不合格/.test(text) ? null : 'issue.return';
  // 谢谢，327销号了: told, by those who may not do it.
  if (isUnit(facts) && isIdle(text)) return null;
  if (
    !PASSED.test(text) ||
    MUST_BE_CLOSED.test(text) ||
    /[未没](?:有)?销|等.{0,4}销|通过(?:协调|沟通|对接|.{0,6}(?:方式|渠道))/.test(text)
  )
    return null;
  if (isUnit(facts) || isGrid(facts))
    return /申请|请|望|盼/.test(text) || DONE.test(text.replace(/已?(?:销|通过)\S*/g, ''))
      ? 'issue.rectify'
      : 'issue.verify';
  return 'issue.verify';
};

/** 把城管局的问题全部销号: no numbers but a filter. */
export const verifiesMany: ActRule = ({ text, issueNos, units }) => {
  if (issueNos.length > 0 || isQuestion(text) || HOLD_OFF.test(text) || !/销号|销了|销掉|通过/.test(text)) return null;
  return /全部|都|一律|所有|统统|批量/.test(text) &&
    (units.length > 0 || /问题|待核查|超期/.test(text)) &&
    !/已|率|必须|争取|力争|确保|要/.test(text)
    ? 'issue.verify'
    : null;
};
