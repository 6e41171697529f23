/** Help, papers, material, tasks, citizens' messages: acts that have a topic word of their own. */
import { type ActRule, isQuestion } from './facts.ts';

const asksHow =
  /怎么(?:算|用|报|上报|登记|认领|申诉|申请|销号|退回|弄|操作|查询?|交|反馈|延期|写|填|转办?|提交|发|看|催|撤销?|回复|挂账|整改|处理流程|计算|核查|合并|补|改|办理|绑定|使用|定|布置|统计|排|考核|扣分)|如何(?!处理了)|怎样(?:才)?|口径|什么意思|是什么(?:意思)?|流程|教程|不会用|什么格式|格式(?:是|怎|要求)|怎么个|算不算|算超期吗|多久算|标准是|什么规定|用法|(?:要|需要?|得)(?:发|附|传|拍)?几张|多久.{0,8}算|(?:要|得|应该?|必须|需要?)(?:在)?(?:几|多少)(?:天|个?小时|个?工作日)|(?:几|多少)[天日](?:之)?内(?:提|交|报|申|认|办|完)|最多(?:能|可以)|(?:必须|一定|需要|非得|要不要|用不用|可不可以不|能不能不|可以不).{0,12}(?:吗|照片|[?]|$)(?<=吗|[?]|发照片.?)/;

export const asksHelp: ActRule = ({ text, hasOwnNumbers }) => {
  if (
    /^(?:帮助|求助|help|使用说明|说明书?|使用帮助|菜单|功能|指令|命令|用法|\?|操作(?:说明|手册|指南))[\s!?。]*$/i.test(
      text,
    )
  )
    return 'help';
  if (
    /你(?:能|会|可以|都能|都会)(?:帮我?|替我)?(?:做|干|办|处理)?(?:些|点)?(?:什么|啥|哪些)|(?:有|支持)(?:什么|哪些|啥)(?:功能|指令|命令|用法)|能干(?:什么|嘛|啥)|教(?:一?下|教?我)|帮助(?:一下)?$|^帮助[\s:]|使用(?:说明|方法)/.test(
      text,
    )
  )
    return 'help';
  if (hasOwnNumbers || /怎么(?:还|又|老|就|都|这么|样|回事|办$)/.test(text)) return null;
  return asksHow.test(text) ? 'help' : null;
};

const PAPER = /日报|周报|月报|专报|简报|通报|日汇总|周汇总/;
const MAKES_PAPER = /(?:出|生成|写|做|来|发|编|起草|整理|拟|弄|给我|要|推送?|搞|预览|导出|制作|出具|形成)(?!现)/;

export const makesReport: ActRule = ({ text }) => {
  if (
    !PAPER.test(text) ||
    /[?]|吗|几点|什么时候|谁|收到|看了|看到|里(?:的|说|面)|上(?:的|说)|被通报|通报批评|已经?发|发了|为什么|怎么|写进|上了|电子版|纸质|复印|转发|抄送|省里|市里|上级|错|不对/.test(
      text,
    )
  )
    return null;
  const isBare =
    /^(?:创城)?(?:今[天日]|昨[天日]|本周|上周|这周|本月)?(?:的)?(?:督查)?(?:日报|周报|日通报|周通报|专报|简报)[!。\s]*$/.test(
      text,
    );
  return isBare || MAKES_PAPER.test(text) ? 'report.make' : null;
};

const MATERIAL = /资料(?!室)|材料|网上申报|说明报告|佐证|(?:测评)?指标\s*[ⅠⅡⅢI一二三A-Z\d]|[ⅠⅡⅢI]{1,3}-\d/;

export const aboutMaterial: ActRule = ({ text, speaker, category, location, issueNos, hasOwnNumbers }) => {
  if (!MATERIAL.test(text) || (hasOwnNumbers && issueNos.length > 0 && /延期|整改|挂账|销号/.test(text))) return null;
  if (location !== null && category !== null && category !== 'records') return null;
  // 文明实践站台账缺半年: found at a place by those who look for it.
  if (
    location !== null &&
    category === 'records' &&
    /没|缺|不|未|空|只有|造假|[代补]签|涂改|乱|少|断档/.test(text) &&
    !/进度|报送|提交|上报/.test(text) &&
    (speaker === 'inspector' || speaker === 'grid' || speaker === 'office') &&
    !isQuestion(text) &&
    !/指标|网上申报|说明报告|退回|打回|^查|统计|清单|名单/.test(text)
  )
    return null;
  if (/等(?:材料|料)|材料(?:没|未)到|建筑材料|装修材料/.test(text)) return null;
  const isAsked = isQuestion(text) || /进度|进展|情况|还差|没交|未交|没报|未报|缺|欠|统计|清单|名单|排名|查/.test(text);
  if (
    speaker === 'unit' &&
    /(?:重新|再次|已重)(?:提交|上报|报送|报|交|上传)/.test(text) &&
    !isQuestion(text) &&
    !/退回|打回/.test(text)
  )
    return 'material.submit';
  if (
    /退回|打回|退[给了]|不规范|重[新]?(?:报|做|交|传|提交)|不合格|不通过|返工|驳回|不予通过/.test(text) &&
    !/[?]|吗/.test(text)
  )
    return 'material.return';
  if (
    /提交|上报|报送|补[交报传]|上传|递交|申报材料|交一?下|报上|报一下|交了|已交|已报|呈报|送审|附件/.test(text) &&
    !/还差|没|未|进度|哪些|多少|谁|情况/.test(text)
  ) {
    return isQuestion(text) ? 'material.query' : 'material.submit';
  }
  return isAsked && (speaker !== 'unit' || isQuestion(text) || /进度|情况|查|还差/.test(text))
    ? 'material.query'
    : null;
};

/** 任务分解表, 未成年人任务, 任务清单: a list by its bare name. */
const TASK_LIST =
  /^(?:查|看|列)?(?:一下|出)?(?:(?:创城|未成年人|网上申报|专项行动|专项|全部|所有|全市)的?)*任务(?:分解|进展|完成)?(?:情况)?(?:表|清单|列表|台账)?[\s。]*$/;
/** 哪些单位7天没报进展: of tasks, whether they are named or not. */
const SILENT = /(?:哪些|哪几家|谁|单位).{0,8}(?:没|未)(?:有)?(?:上?报|报送|反馈|更新)(?:任务)?进展/;
const AMENDS =
  /(?:时限|期限|完成时间|截止(?:时间|日期)?)[^,。]{0,6}(?:改|调|延|放宽|推)|延期|延长|推迟|(?:改|调整?)[到为至成]/;

export const aboutTask: ActRule = ({ text, taskNos, percent, units, hasUnitGroup, speaker, deadline, issueNos }) => {
  if (issueNos.length === 0 && SILENT.test(text)) return 'task.query';
  // 原因：与任务1重复 goes on with the order before it.
  if (!/任务|RW|第\S{1,4}项/.test(text) || /^(?:原因|理由|因为|由于)/.test(text)) return null;
  if (TASK_LIST.test(text)) return 'task.query';
  if (taskNos.length > 0) {
    if (!isQuestion(text) && /撤销|作废|取消/.test(text) && !/不(?:要|用|能)?(?:撤销|取消)|别/.test(text))
      return 'task.amend';
    if (!isQuestion(text) && deadline !== null && percent === null && AMENDS.test(text)) return 'task.amend';
    if (/转[给办交]|改派|移交/.test(text)) return null;
    if (isQuestion(text) || /(?:怎么样|进展如何|什么情况|查|看看|看一下|进度$|进展$|情况$)/.test(text))
      return 'task.query';
    if (/认领|接了|接下|我们?(?:单位|局)?(?:来)?(?:负责|承办|承担)|领了/.test(text)) return 'task.claim';
    if (
      percent !== null ||
      /进度|进展|困难|完成|已|正在|推进|开展|启动|落实|[做搞干弄办]完|[过大]半|分之|基本|差不多|收尾|还[差剩]|剩/.test(
        text,
      )
    )
      return 'task.progress';
    return speaker === 'unit' ? null : 'task.query';
  }
  if (
    /(?:布置|下达|新建|新增|分解|下发|发布|安排|交办|派发|创建|添加|增加)(?:一?[个项条]|下)?(?:新的?)?(?:创城|专项)?任务|^(?:新)?任务\s*:|任务(?:布置|下达)(?:如下)?:/.test(
      text,
    ) &&
    !isQuestion(text)
  ) {
    return units.length > 0 || hasUnitGroup || /[:,]/.test(text) ? 'task.create' : null;
  }
  if (
    isQuestion(text) ||
    (units.length > 0 && /^.{2,16}?的?任务[\s。]*$/.test(text)) ||
    /任务.{0,6}[\d一二两三四五六七八九十几多]+天.{0,4}(?:没|未)|任务.{0,8}(?:没|未)(?:有)?(?:报|动|更新|反馈|回)|任务.{0,8}(?:进度|进展|清单|列表|完成情况|情况|台账)|(?:查|看|列).{0,10}任务|(?:没|未)(?:完成|启动|开始|认领).{0,4}任务|任务.{0,6}(?:没|未)(?:完成|启动|认领)|我的任务/.test(
      text,
    )
  ) {
    return 'task.query';
  }
  return null;
};

const MESSAGE_WORDS =
  /留言|12345|热线|群众来信|网友|市民(?:反映|投诉|诉求|来信|来电|上报)|工单|随手拍|^(?:群众|居民)(?:反映|投诉|来电)/;

export const aboutCitizens: ActRule = ({ text, speaker, messageNos, rates, category, location }) => {
  if (speaker === 'citizen' || (!MESSAGE_WORDS.test(text) && messageNos.length === 0) || rates.length > 0) return null;
  if (messageNos.length > 0) {
    if (isQuestion(text) || /(?:情况|进度|进展|查|看)(?:一下)?$|^(?:查|看)/.test(text)) return 'citizen.query';
    return /回复|答复|办结|满意|回访|已处理|处理完|已解决|联系(?:了)?(?:市民|来信人|本人)|反馈/.test(text) &&
      !/没|未(?!成)/.test(text.replace(/不满意|未成年/g, ''))
      ? 'citizen.reply'
      : null;
  }
  if (
    /(?:登记|录入|新增|转来|转办|接到|收到|补录).{0,8}(?:留言|来信|热线|工单|市民|群众|网友|来电|12345)|^(?:市民|群众|网友|12345|热线).{0,6}(?:留言|反映|投诉|来电|工单|转来|转办|来信)?\s*[:,]|^(?:市民|群众|网友).{0,4}(?:反映|投诉|留言)/.test(
      text,
    ) &&
    !isQuestion(text)
  ) {
    if (location !== null || category !== null) return 'citizen.log';
    if (!/情况|进度|统计|清单/.test(text)) return null;
  }
  if (
    isQuestion(text) ||
    /(?:留言|工单|来信|诉求).{0,8}(?:情况|清单|列表|没回|未回|未答复|没办|未办|进度)|(?:没|未)(?:回复|答复|办结)的?.{0,4}(?:留言|工单|来信)|(?:查|看|列).{0,10}(?:留言|工单)/.test(
      text,
    )
  ) {
    return /问题.{0,4}(?:多少|几|哪些)|排名/.test(text) && !/留言|工单/.test(text) ? null : 'citizen.query';
  }
  return null;
};

/** A citizen in a one-to-one chat: something seen, or a question after what was sent. */
export const byCitizen: ActRule = ({ text, speaker, heard, messageNos, category, location, images }) => {
  if (speaker !== 'citizen') return null;
  if (heard.chatKind !== 'single') return null;
  const isAnswering = /满意|解决了(?:吗|没)|评价/.test(heard.quote ?? '') || heard.pending?.command === 'citizen.reply';
  if (
    /^(?:很|非常|比较|挺|基本)?满意|^不(?:太)?满意|^(?:已经)?解决了|还是没解决|没(?:有)?解决/.test(
      text.replace(/^(?:市民)?留言\s*#?\d+[,:\s]*/, ''),
    ) &&
    (isAnswering || messageNos.length > 0)
  )
    return 'citizen.reply';
  if (
    /(?:我|上次|之前|昨天|前几天).{0,10}(?:反映|投诉|留言|上报|提|说|报)的?.{0,16}(?:怎么样|进展|处理|结果|解决|回复|到哪|了吗|没有|如何|办)|(?:留言|投诉|反映).{0,10}(?:进度|进展|怎么样|结果|到哪)|处理(?:得)?怎么样/.test(
      text,
    )
  ) {
    return 'citizen.query';
  }
  if (messageNos.length > 0 && isQuestion(text)) return 'citizen.query';
  if (/(?:办|补|交|领|开).{0,6}(?:证|卡|费|社保|医保)|几点(?:上班|下班|开门)|电话(?:是)?多少/.test(text)) return null;
  if (
    category !== null &&
    (location !== null || /反映|投诉|举报|没人管|能管|管管|上报|小区|门口|路/.test(text) || images > 0)
  )
    return 'citizen.log';
  return location !== null && /反映|投诉|举报/.test(text) && text.length > 8 ? 'citizen.log' : null;
};
