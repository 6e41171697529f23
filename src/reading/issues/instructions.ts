/** 要求: what a unit is told to do. It is no part of what is wrong. */

/** What is told to be done, and all that is no part of a description. */
const INSTRUCTIONS =
  /(?:请|麻烦|要求|督促|希望|烦请|责令|务必)?(?:相关|有关|属地|各|责任)?(?:单位|部门)?(?:你们|咱们)?(?:请|务必|要|必须|得|去|来|给)?(?:尽快|立刻|立即|马上|抓紧|赶紧|速速?|火速|赶快|第一时间|及时|按时|按期)?(?:时间)?先?(?:安排人?|派人|组织人?)?(?:到|赴|去)?(?:现场)?(?:去|来|给|把它)?(?:核实|核查|处理|整改|清理|清运|清扫|清掉|解决|落实|更换|换掉|换|修复|修好|修一下|维修|修理|修|补上|拆除|拆掉|拆(?!迁)|整治|劝离|规范|弄|搞|看|盯|跟进|反馈|回复|报送|报|拿|清走|清|搬走|移走|挪走|挪车|拖走|恢复|完成|办结|办理|办|协调|疏通|补种|补植|撤|管|冲洗|冲|洗|扫|派|补齐|补|换新|提走|收走|收|贴|铺|加强[^,。;]{0,4}|加|刷|铲|剪|修剪|浇|移|装|改|围起来|围挡|围|设置?警示\S{0,2}|放警示\S{0,2}|查处|处置|加固|见效|劝导|说明|作出说明|打捞|捞|捆扎|捆|绑扎|绑|涂掉|涂|覆盖|盖|遮|贴|挂|摆|配齐|配|添|增设|增|设|扶正|扶|归位|归拢|规整|整理|排查|排|抓|疏|抽|灭|扑灭|报备|谈|约谈|收拾|打理|解释|归置|摆好|盯着|盯|到位|教育|批评|通知|告知|提醒|催|查|控|压|取缔|疏导|值守|管控|巡逻|执法|安排\S{0,4}疏导)(?:一?下|一看|看|好|到位|完毕|完|干净|彻底|掉|走|完成|妥当|处理|整改|方案|结果|情况|并?反馈|拆除)*(?:吧|了|哈|啊|哦|呗|并|后)?/;
const INSTRUCTION_HERE = new RegExp(INSTRUCTIONS.source, 'y');
/** What may stand around an instruction without saying anything. */
const AROUND = new RegExp(
  `(?:分头|各自|分工|各管各的?|按职责|你们管不管|有没有人管|收到请回复|挺危险的?|同一个地方|(?:两|三|四|几|各)家(?:单位)?|一起|全部?|都是|这(?:两|几|三)天|再|跟|与|同|物管|社区|辛苦了?|照片已拍|再报一个|同一位置|管不管|发群里|处理完|整改完|已拍照|第[二三四五六七八九十\\d]+次(?:发现|出现|了)*|能不能|你们|物业|重点|责任|主办|牵头|配合|负责|协办|主责|协助|做好|共同|联合|单位|部门|处置|整改|要求|同志|抓紧|尽快|马上|立即|立刻|赶紧|现场|巡查|督查|检查|发现|今天|刚才|一下|如下|问题|限期|时限|期限|一律|统一|时间|完成|拍照|发群|上传|照片|反馈|见图|如图|图片|看图|有图|附图|谢谢|多次(?:发现|反映)?|加急|注意|已拍|听好|开始|危险|交办|属地|相关|有关|这些|上述|以上|整治|这里|那里|再报|还有|另外|同上|管管|希望|反映|你好|您好|天天|也是|按期|按时|请|前|内|并|后|和|及|的|于|把|将|由|让|叫|来|去|吧|啊|哈|之|完|急|快|先|在|是|了|都|也|就|给|各|能|吗|呢|[,、。;:!?\\s()])`,
  'y',
);

/** Nothing but instructions and what stands around them. Step by step, the longer first: no text makes it slow. */
export function isInstruction(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    const lengths = [INSTRUCTION_HERE, AROUND].map((pattern) => {
      pattern.lastIndex = at;
      return pattern.exec(text)?.[0].length ?? 0;
    });
    const longest = Math.max(...lengths);
    if (longest === 0) return false;
    at += longest;
  }
  return true;
}

/** Begins like something told to somebody, however it goes on: 马上排水, 督促物业修好, 每天安排人值守. */
const TOLD_TO_DO =
  /^(?:今[天晚]|明[天早晚]|以后|今后|从现在起|下次|[前内止]|之前|以前|之内|以内|的?同志们?|的人|那边|这边|部门|单位|政府|窗口|,)*(?:的?(?:你们|咱们|他们|给我))?(?:请|要|务必|必须|得|再|也|都|先|就|能不能|可不可以|能否|可以|看能不能|看看|看|想办法|抽时间)*(?:马上(?!要|就)|立即|立刻|尽快|抓紧|赶紧|赶快|火速|从速|速|及时|按时|督促|责成|协调|安排|派人|派|组织|每天(?=派|安排|组织|清|扫|巡|至少|不少|[^,。]{0,10}(?:清|扫|洗|巡|查|收|劝|盯)(?!不|得|洁|楚)[一-龥]{0,2}$)|联合|排查|规整|归位|梳理|重新|全部|统一|负责|牵头|主责|配合|协助|协办|核实|说明|解释|上门|举一反三|加强|加大|加密|加派|要求|希望|望|把|将|去|来|过来|过去|到现场|给|帮|让|别|不要|不得|不许|不准|叫停|制止|责令|停工|停止|请|务必|必须|查一?下|管|劝|处理|整改|清理|解决|落实|整治|拿出?|出方案|做好|切实|确保|限期|一起|共同|同步|一并)/;
export const isToldToDo = (text: string): boolean => TOLD_TO_DO.test(text) || beginsInstruction(text);

/** 补种, 清掉一批: an instruction with next to nothing behind it. */
function beginsInstruction(text: string): boolean {
  INSTRUCTION_HERE.lastIndex = 0;
  const length = INSTRUCTION_HERE.exec(text)?.[0].length ?? 0;
  return length >= 1 && text.length - length <= 2;
}
