/** 闲话: what is said to the bot without wanting anything. Nothing, or one short line, is said to it (domain §13). */

/** 收到, 辛苦了, 好的谢谢: nothing to answer. */
const COURTESY =
  /^(收到|好的?|谢谢?|感谢|辛苦|明白|知道|嗯+|哦+|ok|okay|是的?|马上|赞|厉害|加油|早上?好?|您好|你好|大家|了|啦|哈+|的|呀|啊|吧|领导|同志|老师|各位)+$/iu;
/** 谢谢刘组, 感谢大家支持, 辛苦各位了. */
const THANKS =
  /^(?:好的?|收到|嗯+)?(?:谢谢|多谢|感谢|辛苦)(?!.*(?:把|派|看|催|查|清|修|办|帮|请|尽快|一下))[一-龥]{0,6}$/;
/** 哈哈哈开玩笑的, 说着玩的. */
const JOKE = /^(?:哈+|嘿+|呵+|嘻+|开(?:个)?玩笑|逗(?:你|您)?玩?|[说闹]着玩|别当真|的|啦|了|呢|啊)+$/;
/** 巡查正常, 今天巡查无异常. */
const ALL_WELL =
  /^(?:今[天日早晚]|上午|下午|目前|截至|本组|我们?|[一二三四五六七八九]组|各|点位|全部|一切|都)*(?:巡查|督查|检查|巡逻|值守|路面|辖区|网格|现场)(?:情况|一切|都|均|全部|秩序)*(?:正常|无异常|没(?:有)?(?:发现)?(?:什么)?(?:异常|问题)|未发现(?:异常|问题)|平稳|良好)(?:了|的)?$/;
/** 今天劝离流动摊贩3起: the day's work, counted. */
const WORKED =
  /^(?:今[天日早晚]|上午|下午|本组|共|累计)*(?:劝[离导阻说]|清理|清运|清除|规范|纠正|宣传|发放|检查|巡查|出动)[一-龥]{0,14}\d+余?(?:起|处|人次?|个|辆|吨|车|份|张|家|次|条|户)$/;
/** 对, 算了, after a thing that was done at once, or with nothing asked. */
const YES = /^(?:对+|是|确认|确定|嗯对|取消|算了|不用了?|先不)[的了啊呀吧]?$/;

const GREETING =
  /^(?:您好|你好|早上好|上午好|中午好|下午好|晚上好|早安|喂+|哈[喽罗]|hi|hello|(?:请问)?(?:有)?人?在?(?:吗|么|不在?)|(?:请问)?有人(?:在)?(?:吗|么)?|啊|呀)+$/i;
/** 我要投诉: he has something to tell, and has not told it yet. */
const WANTS_TO_TELL =
  /^(?:您好|你好|请问)*(?:我)?(?:要|想|来|可以|能)*(?:在?(?:这|这里|这儿))?(?:投诉|反映|举报|上报|留言)(?:一?下|一?个|点|些)?(?:问题|情况|事情?)?(?:可以|行)?(?:吗|啊|呀|了)?$/;

/** `words`: without spaces, punctuation and signs. The answer; null: silence; undefined: it is no small talk. */
export function smallTalk(words: string, side: 'citizen' | 'unit' | 'patrol'): string | null | undefined {
  if (side === 'citizen') return ofCitizen(words);
  if (COURTESY.test(words) || THANKS.test(words) || JOKE.test(words)) return null;
  if (YES.test(words)) return '现在没有等您答复的问题，不用再回复。';
  if (side === 'patrol' && (ALL_WELL.test(words) || WORKED.test(words)))
    return '好的。没有问题的不用登记；发现问题请写明地点和情况。';
  return ALL_WELL.test(words) ? null : undefined;
}

/** To a citizen who says that he wants to report. */
export const citizenHowTo = '请直接写明地点和哪里不好，如“翠竹园小区门口占道卖菜”，可附照片。';

/** To a citizen nobody knows yet (domain §3). */
export const citizenWelcome =
  '您好，这里是创城督办机器人。市民反映问题请直接说明地点和情况，可附照片，如“翠竹园小区门口占道卖菜”；查办理结果请回复“我反映的怎么样了”。工作人员请联系市创城办加入通讯录。';

function ofCitizen(words: string): string | null | undefined {
  if (GREETING.test(words)) return citizenWelcome;
  if (WANTS_TO_TELL.test(words)) return citizenHowTo;
  if (/谢|感谢|辛苦/.test(words) && (COURTESY.test(words) || THANKS.test(words)))
    return '不客气。有新的情况请直接说明地点和哪里不好。';
  return COURTESY.test(words) || JOKE.test(words) ? null : undefined;
}
