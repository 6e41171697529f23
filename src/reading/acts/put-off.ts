/** 以后再说的结论: a verdict on another day, on a condition, by mistake or in doubt is none. */

/** 下次再销号, 雨停了再通过, 改天通过; 再次核查通过 and 再核查通过了 are of now. */
const PASSES_LATER =
  /再(?![次度])(?:去|来|给|予以?|准予|进行|正式|统一|一起|一并|让|申请|安排)*(?:核查|验收|复[核查验]|核)?(?:销(?!售)|通过(?!了)|合格(?!了))|(?:改[天日]|明[天日早]|后天|下[次回]|下个?(?:周|月|星期)[一二三四五六日天]?|以后|过[几两]天|[节月周]后)(?:就|去|来|给|予以)?(?:核查)?(?:通过|销)/;
/** 周五再退回; 304再退回 and 今天再退回 are of now. */
const RETURNS_LATER = /(?<!今)(?:[天日号月后时候次回]|(?:周|星期|礼拜)[一二三四五六天日末]?)(?:就|给我)?再(?:退|打回)/;
/** 误销号了, 误点通过了: told of what was pressed. */
const BY_MISTAKE = /误(?:点|按|触)?了?(?:核查)?(?:销|通过|退|打回)|误(?:操作|触|按)/;
/** 可以通过，下次再有就退回: what will come of the next time. */
const NEXT_TIME =
  /[^,。;!]*(?:下[次回]|再(?:有|犯|发现|出现|发生)|[再还仍]不[^,。;!]{1,6}?)[^,。;!]{0,8}(?:就|再|一律|直接)(?:给我)?(?:退|打回|不通过)[^,。;!]*/g;
const BUT_YES = /(?:但|不过|可)是?(?:也|还是|就)?(?:可以|能|给|先|予以|准予|同意)(?:核查)?(?:通过|销)/;
const GUESSED = /好像|似乎|貌似|可能|大概|估计|恐怕|感觉|看着像|怕是|说不定/;
const RETURNS_OUTRIGHT = /退回|打回|返工|退单|重[新改做拍报]|不(?:予)?(?:通过|合格)|退(?:了|吧|(?=$|[,。;!]))/;

/** The text without what is announced for the next time. */
export const withoutNextTime = (text: string): string => text.replace(NEXT_TIME, '');

/** A yes that is put off, or told of as a slip. */
export const isPutOff = (text: string): boolean => PASSES_LATER.test(text) || BY_MISTAKE.test(text);

/** 好像还没改好，先别销号; 327不合格但可以通过; 周五再退回: no no that counts. 好像没改好，退回 is one. */
export const isNoReturn = (text: string): boolean =>
  BUT_YES.test(text) ||
  RETURNS_LATER.test(text) ||
  BY_MISTAKE.test(text) ||
  /再给[^,。;!]{0,6}机会/.test(text) ||
  (GUESSED.test(text) && !RETURNS_OUTRIGHT.test(text));
