/** 退一步的话: what would do if the request made is turned down (不行的话就挂账, 12月挂账也行) is no request. */

const REQUESTS = '延期|挂(?:个|一?下)?账|申诉|缓办|宽限|延长|推迟|展期';
const REFUSED =
  '(?:不(?:行|批(?:准)?|准|同意|给延?|能(?:再)?延期?|让延?)|延不(?:了|成|下来)|批不(?:了|下来)|没法(?:再)?延期?|通不过|没批(?:下来)?)';
/** 如果不同意, 实在不行, 不批的话, 不行就: it must be said to be a case. */
const IN_CASE = `(?:(?:实在|要是|如果|万一|倘若|若|假如|真|再|还|到时候?|届时)+${REFUSED}(?:的话|了)?|${REFUSED}(?:的话|(?=[,\\s]*(?:那|就|我们?就|只能|只好|再)))|不然(?:的话)?|否则(?:的话)?)`;
const THEN =
  '(?:那|我们?|我局|就|也|只能|只好|再|先|请|可以?|直接|还是|给)*(?:申请|办|走|改|报|按|转|提)*(?:为|成|个|起)?';
const IF_NOT = new RegExp(
  `(?:^|[,。;!?\\s]+)${IN_CASE}[,\\s]*${THEN}(?:${REQUESTS}|延到|挂到|挂(?=$|[,。;!]))[^,。;!?]*`,
  'g',
);
const WOULD_DO = new RegExp(
  `[,。;\\s]+(?:(?:或者?|要么)[^,。;!?]{0,10}?(?:${REQUESTS}|延到|挂到)[^,。;!?]*|[^,。;!?]{0,10}?(?:${REQUESTS}|延到|挂到)[^,。;!?]{0,8}?也(?:行|可以?|成|好|中|能接受)(?:的|吧|了)?)(?=$|[,。;!?])`,
  'g',
);
const ANY = new RegExp(`${REQUESTS}|延(?=[到至\\d一二两三四五六七八九十])|再给|缓[到几]`);

/** 申请延期到25日，不行的话就挂账 → 申请延期到25日. The text itself where nothing else is asked for or decided. */
export function withoutFallback(text: string): string {
  const rest = text.replace(IF_NOT, '').replace(WOULD_DO, '').trim();
  return rest !== text && ANY.test(rest) ? rest : text;
}

const NOT_ASKED = '(?:不(?:再|用|需要?|想|必|要|是)*(?:申请|办|报)?|无需(?:再)?(?:申请)?|无须|没必要)(?:申请)?';
const DENIED = new RegExp(
  `${NOT_ASKED}(?:${REQUESTS}|延(?=了|$|[,。;!]))(?:申请)?[^,。;!?]{0,6}?(?:了|啦|哈)?(?=$|[,。;!?])|(?:${REQUESTS})(?:的)?(?:申请|那[个条]|的事)?(?:也|就|都|那边|可以)*(?:不(?:用|要|需要?|申请|办|必|报|延|挂|再)+|免|算|撤(?:回|了|掉|销)?|取消|作废)(?:了|啦|吧)*(?=$|[,。;!?])`,
  'g',
);
/** 已整改，不申请延期了 → 已整改: what is said not to be asked for. */
export const withoutDeniedRequest = (text: string): string => text.replace(DENIED, '');
