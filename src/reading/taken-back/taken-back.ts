/**
 * 改口: a message that corrects itself is read as its last word, before anything is decided. What was said first is cut out; where
 * which word replaces which is not sure, nothing of the message may be done.
 */
import type { IssueTools } from '../issues/tools.ts';
import { findNumbers, type Numbers } from '../numbers.ts';
import { numbersPutRight, verdictPutRight } from './numbers-put-right.ts';
import { peoplePutRight, placePutRight, timePutRight, unitsPutRight } from './names-put-right.ts';
import { UNCLEAR, type PutRight, type Right, type View } from './put-right.ts';
import { slipIn, type Slip } from './slips.ts';

export interface TakenBack {
  readonly text: string;
  /** `corrected`: the text is the last word. `unclear`: nothing of it may be done. Null: nothing is taken back. */
  readonly outcome: 'corrected' | 'unclear' | null;
}

interface Where {
  readonly sentAt: Date;
  readonly hasQuote: boolean;
  /** The bot has asked: what is corrected is most often the draft, which the answer changes. Only an order with its number is put right. */
  readonly isAnswer: boolean;
}

/** Words of being wrong that are looked at; nobody makes more slips in a message. */
const MOST_SLIPS = 8;
const SORTS: readonly PutRight[] = [
  numbersPutRight,
  unitsPutRight,
  peoplePutRight,
  timePutRight,
  verdictPutRight,
  placePutRight,
];

/** 301那个我点错了: told of what was pressed before; there is nothing to press back. */
const PRESSED = /(?:^|(?<=[,。;!\s]))#?\d+号?(?:[那这][个件条]?|的|我|刚才?|刚刚|是)*[点打按说]错了?(?=$|[,。;!])/;
/** 311通过，不是301. */
const DENIED = /(?<=\d[^\d]{0,12})(?:[,\s]+不是#?\d+号?(?=$|[,。;!])|\(不是#?\d+号?\))/;
/** 上一条作废，301不通过: of a message, not of a problem. */
const MESSAGE_BEFORE =
  /(?:^|(?<=[,。;!\s]))(?:(?:上一?条|[刚前]才?面?[那这]条|上面(?:那条)?|刚才?(?:那个|说的|发的|的))(?:消息|指令|话)?(?:我?[说发打]的)?(?:都|也|就)?(?:作废|不算数?|撤回|收回|取消|无效|忽略|当没[说发])(?:了|吧)?|(?:撤回|收回|忽略|取消)我?(?:刚才?|上一?条|上面|前面)(?:那条|说的|发的|的|那个)*(?:消息|指令|话|#?\d+号?)?)(?=$|[,。;!])/;
/** Taken back by an order of its own: 696点错了，作废. */
const WITHDRAWS = /撤|作废|取消|删|误/;

/** 301通过, 认领327; 应该是302，点错了 is an answer. */
const ORDER =
  /^[^\d,。;]{0,6}#?\d[^。;]*(?:通过|销|退|领|撤|转|催|并|反弹|延|挂|整改|申诉)|^(?:认领|撤销|退回|催|合并|转)\s*#?\d/;

/** Cannot be undone, and no yes is asked for them: after a slip of the tongue they are written anew. */
export const isTooGrave = (act: string | null): boolean =>
  act !== null && /^(?:extend|appeal|suspend)\.reject$|^citizen\.reply$/.test(act);

/** `text` is folded. Never throws. */
export function takenBack(text: string, where: Where, tools: IssueTools): TakenBack {
  const { sentAt, hasQuote, isAnswer } = where;
  const numbersIn = (said: string): readonly number[] => numbersOf(findNumbers(said, tools.findDates(said, sentAt)));
  const view = { tools, sentAt, hasQuote, numbersIn };
  const sorts = isAnswer ? [numbersPutRight] : SORTS;
  let [said, isCorrected] = [text, false];
  for (let slip = slipIn(said, 0), tried = 0; slip !== null && tried < MOST_SLIPS; tried += 1) {
    const right = isAnswer && !ORDER.test(slip.before) ? null : putRight(slip, view, sorts);
    if (right === UNCLEAR) return { text, outcome: 'unclear' };
    isCorrected ||= right !== null && slip.before !== '';
    slip = slipIn(right ?? said, right === null ? slip.next : 0);
    said = right ?? said;
  }
  if (!isAnswer && MESSAGE_BEFORE.test(said) && numbersIn(said.replace(MESSAGE_BEFORE, '')).length > 0)
    return { text: tidy(said.replace(MESSAGE_BEFORE, '')), outcome: 'corrected' };
  if (isAnswer || WITHDRAWS.test(said)) return { text: said, outcome: isCorrected ? 'corrected' : null };
  return withoutPressed(said, isCorrected, view);
}

function putRight(slip: Slip, view: View, sorts: readonly PutRight[]): Right {
  const isOrder = view.hasQuote || view.numbersIn(slip.before).length > 0;
  // 刚才说错了，327不通过: what follows is the whole order.
  if (slip.before === '')
    return slip.kind === 'slip' && !WITHDRAWS.test(slip.after) && view.numbersIn(slip.after).length > 0
      ? slip.after
      : null;
  for (const sort of sorts) {
    const right = sort(slip, view);
    if (right !== null) return right;
  }
  if (!isOrder) return null;
  // 撤回556，刚才点错了 gives a reason; 撤销301，哦不对 takes the order back.
  const isOwn =
    slip.kind === 'sigh' || (slip.kind === 'slip' && OF_SAYING.test(slip.word) && !WITHDRAWS.test(slip.before));
  return isOwn ? UNCLEAR : null;
}

/** 照片发错了, 字写错了 may be said of other things. */
const OF_SAYING = /[打说点按输讲念]错|发错了?[群人]|(?:^|我|刚才?)发错了?$|误|手[滑抖]/;
const tidy = (text: string): string => text.replace(/^[,。;!\s]+|[,。;!\s]+$/g, '');
const numbersOf = ({ issueNos, taskNos, messageNos }: Numbers): readonly number[] => [
  ...issueNos,
  ...taskNos,
  ...messageNos,
];

function withoutPressed(text: string, isCorrected: boolean, { numbersIn }: View): TakenBack {
  const said = tidy(text.replace(PRESSED, '').replace(DENIED, ''));
  if (said === tidy(text)) return { text, outcome: isCorrected ? 'corrected' : null };
  return numbersIn(said).length > 0 ? { text: said, outcome: 'corrected' } : { text, outcome: 'unclear' };
}
