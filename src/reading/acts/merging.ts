/** 合并: that two numbers stand for one problem. */

const MERGES =
  /合并|重复|[并合]了(?=$|[,。!吧])|(?:其实|实际上?)就?是#?\d|重了|重的|报重|[并合归]到?[到入进给过]|[并合](?:成|作|为)一|合起来|合一(?=$|[,。!])|并案|同一(?:个|件)?(?:问题|件事|事|处(?!理)|地)|是(?:同)?一(?:个|件)(?:事|问题|地方|点位?|东西)?(?=$|[,。!;的])|一(?:回|码)事|一样的|(?:留|保留)#?\d/;
const NOT_THE_SAME =
  /(?:不|没|未|别|勿)(?:是|算|用|要|必|能|可)?(?:一?定)?(?:重复(?!登记|上报|报|录)|合并|同一|一[回码]事|一样)|同一个?(?:单位|部门|人|组|类)/;
/** They are looked at, returned or struck off for it: 拍的是同一个地方，都退回. */
const OTHER_VERDICT = /退回|打回|返工|重拍|申诉/;

export const isMerging = (text: string): boolean =>
  MERGES.test(text) &&
  !NOT_THE_SAME.test(text) &&
  (!OTHER_VERDICT.test(text) || /合并|[并合](?:到|入|成|给)/.test(text));
