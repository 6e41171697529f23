/** 准了，就按12月3日: the day that is granted with a yes, or given with a return. */

const GRANTED =
  /(?:准|批|同意|可以|行|延期|宽限|没(?:有)?(?:意见|问题)|退回?|打回)(?:了|去|的|吧|给你们)?[^,。;!?]{0,4}[,。;!\s]*(?:那|时间|时限|期限|新时限)*(?:就|仍|还是|统一)?(?:按照?|定到?|以|照)?(?:(?:你们?|他们|单位|申请)(?:自己)?(?:说|报|提|定|要求|申请)?的)?\s*$/;
const ENDS = /^\s*(?:$|[,。;!]|批|执行|来(?=$|[,。;!])|办(?=理|$|[,。;!])|算|为准|吧|走(?=$|[,。;!])|整改|完成)/;

/** 可以批，但不能超过28号. */
const NO_LATER = /不(?:能|得|要|许|可以?|准)?(?:超过?|[晚迟]于|突破|拖过)\s*$/;

/** `before` and `after`: the text on both sides of the phrase of time. */
export const isGrantedDay = (before: string, after: string): boolean =>
  NO_LATER.test(before) || (GRANTED.test(before) && ENDS.test(after));
