/** 上级转来的: 转省文明办暗访反馈：…, 根据省检通报，我市…存在：…. Who found it is no part of what is wrong, nor of who is to act. */

const ABOVE =
  '(?:中央|全国|国家|省里?|国测|国检|国评|省检|省测|省评|上级|测评|文明办|督查|督导|暗访|巡视|巡察|市领导|大?领导|市委|市政府|省厅|第三方|纪委|人大|政协|媒体|电视问政)';
const TELLS =
  '(?:反馈|通报|指出|交办|发现|暗访|暗查|移交|转来|下发|点名|曝光|问题|清单|提出|通知|考察|拍到|督办|督查件|转办|点到|批示|第[一二三四五六七八九十\\d]+[批轮次期])';
const LEAD =
  '(?:(?:请?注意|各位)?[,:]?(?:转发一?下?|转达|转来|转|收到|接到?|根据|按照?|据|依据|对照|现将))?[:\\]】)\\s]*';
/** 11月18日, 昨天: when they found it. */
const WHEN = '(?:\\d{1,2}月\\d{1,2}[日号]|\\d{1,2}[日号]|昨天|今天|上周|近日|日前)?的?';
const FORWARD = new RegExp(
  `^[\\s【\\[(]*${LEAD}${WHEN}[^,。;:\\n路街园场]{0,4}?${ABOVE}[^,。;:\\n路街园]{0,14}?${TELLS}{1,3}[^,。;:\\n路街园场院区校站]{0,8}?(?:[:,]\\s*|\\s+|(?=我市)|(?<=反馈|通报|指出|发现|暗访|交办))(?:我[市县区])?`,
);
/** Only what is passed on with a word for it, or told as found by those above, is no news. */
const PASSED_ON = /^[\s【[(]*(?:转发?|根据|按照?|据|依据|收到|接到?)|反馈|通报|指出|交办|拍到/;

/** The words at the head that tell who passed it on; empty where there are none. */
export function forwardIn(text: string): string {
  const head = FORWARD.exec(text)?.[0] ?? '';
  return head.length < text.length - 4 ? head : '';
}

/** Passed on from above with a word that says so. */
export const isForwarded = (text: string): boolean => {
  const head = forwardIn(text);
  return head !== '' && PASSED_ON.test(head);
};
