/** 市民: what is said in a one-to-one chat by who has no place in the directory (domain §11). */
import { assertsDefect } from './asserted.ts';
import { type ActRule, isQuestion } from './facts.ts';
import { isNotWrongNow, withoutPlaints } from './no-report.ts';
import { givesContact, judges, saysWhere, tellsWhen } from './citizens-own-words.ts';
import { withoutThanks } from './tails.ts';
import { tellsWrong } from '../issues/wrong.ts';
import { withoutOpenings } from '../openings.ts';

/** 厕所在哪里, 路灯什么时候修, 僵尸车怎么投诉: asked, and nothing told. 怎么没人管 is a plaint. */
const ASKED_BY_CITIZENS =
  /(?:扔|丢|放|卖|送)(?:到)?哪(?:里|儿)?[?。]?$|能(?!管|修|清|来|处理|解决)[^,。]{1,8}吗[?。]?$|^[^,。]{0,10}怎么(?:扔|丢|放|走|去|用|查|弄)[?。]?$|^[^,。]{0,8}谁(?:负责|管理?)[^,。]{0,4}[?。]?$|(?:在|是)?哪(?:里|儿|个部门)(?:买|有|领|交)?[?。]?$|什么时候(?:修|清|拆|换|来|能|开|通|装)|怎么(?:投诉|办理|报名|分|举报|反映|交|申请|处理)|几点|多少钱|可以[^,。]{1,8}吗|违法吗|能不能(?:给|装|加|设|增)|好热闹|谢谢[^,。]{0,6}$|^(?:谢谢|感谢)|什么(?:危害|规定|部门)|亮了/;

/** 怎么样了, 处理了吗, 有结果吗, 到底管不管, with nothing told beside: after what he has sent before. */
const ASKS_AFTER_HIS = new RegExp(
  `^(?:${[
    '您?你?们?好|你们|请问|麻烦|想问(?:一?下)?|问(?:一?下)|我(?:们)?(?:想)?|那个?|这个?|上次|之前|昨天|前天|现在|目前|到底|究竟|都|还',
    '(?:的|这|那)?(?:事儿?|问题|情况|留言|投诉|反映)(?:的)?|[,。!\\s]',
  ].join('|')})*(?:${[
    '(?:处理|办理?|解决|整改|修|弄|进展|进行|落实|结果)?(?:得|的)?(?:怎么?样|咋样|如何|咋说|怎么说)(?:了|啦)?',
    '(?:到)?(?:什么|啥)(?:情况|进展|进度|结果|地步|程度)(?:了)?',
    '(?:有|出)(?:没有)?(?:什么|啥|点)?(?:结果|消息|进展|回音|下文|答复|回复|眉目|动静)(?:了)?(?:吗|没有?|么)?',
    '(?:处理|解决|整改|办|修|弄|搞|管|受理|登记|安排|派人|清|换|拆|好)(?:好|完|掉)?(?:了)?(?:吗|没有?|么)',
    '(?:处理)?结果(?:呢|出来(?:了)?(?:吗|没有?))',
    '(?:有(?:没有)?人)?(?:管|处理|解决|修|来)(?:不(?:管|处理|解决|修|来)|吗|没有?)',
    '有没有人(?:管|处理|解决|修|来)(?:管)?(?:一下)?',
    '(?:要)?(?:等|拖)?(?:到)?(?:什么|啥)时(?:候|间)(?:能|才|可以)*(?:处理|解决|修|弄|办|整改|有结果)?(?:好|完)?(?:啊|呢)?',
    '(?:还)?(?:要)?(?:等|拖)?多(?:久|长时间)(?:能|才|可以)*(?:处理|解决|修|弄|办|整改|有结果|清)?(?:好|完|理)?(?:啊|呢)?',
  ].join('|')})[啊呀呢吧的嘛?。!,\\s]*$`,
);

/** A citizen in a one-to-one chat: something seen, or a question after what was sent. */
export const byCitizen: ActRule = (facts) => {
  const { text, speaker, heard, messageNos, category, location, images } = facts;
  if (speaker !== 'citizen') return null;
  if (heard.chatKind !== 'single') return null;
  if (givesContact(facts) || tellsWhen(facts)) return 'citizen.add';
  if (judges(facts)) return 'citizen.reply';
  if (
    /(?:我|上次|之前|昨天|前几天).{0,10}(?:反映|投诉|留言|上报|提|说|报)的?.{0,16}(?:怎么样|进展|处理|结果|解决|回复|到哪|了吗|没有|如何|办|咋样|啥情况|咋说)|(?:留言|投诉|反映).{0,10}(?:进度|进展|怎么样|结果|到哪)|处理(?:得)?(?:怎么样|咋样)/.test(
      text,
    )
  ) {
    return 'citizen.query';
  }
  if ((messageNos.length > 0 && isQuestion(text)) || (text.length <= 20 && ASKS_AFTER_HIS.test(text)))
    return 'citizen.query';
  if (
    /(?:办|补|交|领(?!导)|开)[^,。]{0,6}(?:证(?!明)|卡|费(?!心|劲|力|神)|社保|医保)|几点(?:上班|下班|开门)|电话(?:是)?多少/.test(
      text,
    )
  )
    return null;
  const told = withoutPlaints(withoutThanks(withoutOpenings(text)));
  // 人民路那个早餐车下午还出来吗: one clause, asked.
  if (images === 0 && /^[^,。;!\n]+(?:吗|么)[?。]*$/.test(told)) return null;
  if (saysWhere(facts)) return 'citizen.add';
  if (isNotWrongNow(told) || ASKED_BY_CITIZENS.test(told)) return null;
  if (category !== null && text.length >= 6 && assertsDefect(told.replace(location ?? ' ', ' '))) return 'citizen.log';
  if (
    category !== null &&
    (location !== null || /反映|投诉|举报|没人管|能管|管管|上报|小区|门口|路/.test(text) || images > 0)
  )
    return 'citizen.log';
  // 河西小学后门那条路，下雨就淹, with a picture: the staff look at it, whatever kind it is.
  const isShown = images > 0 && tellsWrong(told) && assertsDefect(told.replace(location ?? ' ', ' '));
  const isSaid = /反映|投诉|举报/.test(text) && text.length > 8;
  return location !== null && (isSaid || isShown) ? 'citizen.log' : null;
};
