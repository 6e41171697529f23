/** 修剪: a clause that tells of a problem without its lead-in, its courtesies and what was done about it on the spot. */

const EDGES_BEFORE =
  /^(?:[\s,、:”()的—–]|除了[^,。;]{1,6}?(?:之外|以外|外)?(?:还|也|又)有一?[个处]?|(?:还是|同样是|又是)(?:在)?这(?:里|儿|边|个[一-龥]{2,4}(?=,|$))|["“](?![^"”]*[”"])|处(?=有)|有一?个(?=.{2})|那里|这里|存在|出现|[那这]个(?=.{3})|有(?![人车辆台家户只条害毒机线轨偿效位些])(?=.{2})|发现|仍有|还有|把|将|辖区内?的?|一带|这边|那边|这儿|那块儿?|那头|看[到见](?=.{3})|对(?=.{4})|你们(?:家|单位|那边)?的(?=.{3})|现在(?=地|路|墙|门|全|还|到处)|但是?(?=.{3})|其中(?=.{3}))+/;
const EDGES_AFTER =
  /(?:[\s,、:(]|的?(?:问题|情况|现象)|清?(?:理|扫)?干净|(?<![没不])了|吧|啊|请|由|让|叫|你们|麻烦|责任单位|单位|牵头|把它|你看看?|能不能管管|能管管|管管|进行(?:清理|修复|整治|整改|处理|更换|维修|拆除|规范|清运|打扫)?|没人管|谁来管|希望.{0,8})+$/;

export const trimDefect = (text: string): string => text.replace(EDGES_BEFORE, '').replace(EDGES_AFTER, '').trim();

/** 枯树清掉, 破的道旗全换了: what is to be done with it is no part of what is wrong. */
const DEED =
  /(?<=.{2})(?:都|全部?|全|彻底|及时|赶紧|尽快|一并|统统)*(?:给)?(?:清|换|拆|修|移|搬|铲|补|撤|刷|收|挪|扫|冲|洗|剪|砍|摘|取|填|围|盖|处理|整改|解决|整治|清理|清运|清除|拆除|更换|修复|恢复)(?:一[清扫洗拆换修冲]|理|除|走|掉|好|完|齐|平|上|起来|一下|干净|到位|了)+$/;
export const withoutDeed = (text: string): string => text.replace(DEED, '');
/** 填掉, 清走: a deed and nothing else. */
export const isDeed = (text: string): boolean => new RegExp(`^${DEED.source.replace('(?<=.{2})', '')}`).test(text);

/** Without mentions, brackets that only say who told it, and what was put right on the spot. */
export const withoutAsides = (text: string): string =>
  text
    .replace(/@\S+/g, ',')
    .replace(/\([^()]*(?:照片|图片?|见附件|反映|投诉|举报|已发|已拍|第[\d一二三四五六七八九十]+次)[^()]*\)/g, '')
    .replace(/\((?:群众|市民|居民|网友)?(?:反映|投诉|举报)?(?:见图|如图|附图)?\)/g, '')
    .replace(
      /^(?:已|均已|都)?(?:现场|当场|立行立改)(?:已经?|均已|就|立即|督促)?(?:其)?(?:整改|清理|纠正|劝离|改正|处理|清|改)[^,。;:]{0,4}:?|(?:已|均已)(?:当场|现场)[^,。;:]{2,6}/g,
      ',',
    )
    // 查一下是谁倒的, 回去洗一下: no part of what is wrong.
    .replace(/(?:查|看)(?:一?下|清楚?|查)?(?:是)?(?:谁|哪家|哪个)[^,。;]{0,4}的?$/g, '')
    .replace(/^(?:回去[^,。;]{0,6}(?:洗|修|换|弄|处理|擦)[^,。;]{0,3})$/g, '')
    .replace(/(?:处理|整改|清理|办)完.{0,2}(?:拍照|发|反馈|回复).*$/, '')
    .replace(/^[\s,]+|[\s,]+$/g, '');

/** Telephone numbers and who may be called are for the reader's ear, not for a card that many see. */
export const withoutContacts = (text: string): string =>
  text
    .replace(
      /[,;\s]*(?:(?:诉求|来电|反映|投诉|举报|报告)人(?:的)?(?:电话|手机|联系方式)?|联系人|联系方式|联系电话|联系|手机号?|电话)?[:是为]?\s?(?:[一-龥]{2,4})?[,\s]?(?<![\d#-])(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/g,
      (contact: string) =>
        /^[,;\s]*(?:联系|手机|电话|诉求人|来电人|反映人|投诉人|举报人|报告人)/.test(contact)
          ? ','
          : contact.replace(/[\d-]{8,}/g, ','),
    )
    .replace(/[,;\s]*联系人[:是]?[一-龥]{2,4}(?=$|[,。;\s])/g, '');

/** 渣土倒 (在大桥镇三组路边): what was cut off as a place is told again in general, so that the sentence ends. */
const ENDS_IN_A_DEED = /(?:倒|堆|停|放|扔|丢|摆|泼|贴|晒|挂|搭)(?:在|到)?$/;
const NEAR =
  /(?:路边|街边|河边|湖边|门口|门前|墙边|墙根|楼下|楼后|楼前|人行道|盲道|绿化带|路口|巷口|村口|路上|路中间|河里)(?:上|里|旁)?/;
export function landed(text: string, clause: string): string {
  if (clause === '' || !ENDS_IN_A_DEED.test(text) || !/[把将]/.test(text) || !clause.startsWith(text)) return text;
  const near = NEAR.exec(clause.slice(clause.indexOf(text.slice(-2)) + 2))?.[0] ?? '这里';
  return `${text.replace(/[在到]$/, '')}在${near}`;
}

/** 垃圾车在(人民路)漏了一路水: the word that led to a place goes with it. */
export function withoutJoint(clause: string, rest: string): string {
  let at = 0;
  while (at < rest.length && clause[at] === rest[at]) at += 1;
  return at > 1 && at < rest.length && rest.charAt(at - 1) === '在' ? rest.slice(0, at - 1) + rest.slice(at) : rest;
}

/** 建议增加清扫频次: wished for, and nothing told. */
export const isWish = (text: string): boolean => /^建议[^,。;]{0,16}(?:频次|力度|管理|巡查|人手|人员|投放)$/.test(text);
