/** Answers to the bot's own question: 对, 取消, 改…, or the particular it asked for. Only their shape: what else they may be, while-open.ts knows. */
import { looksLikePlace } from '../place-answers.ts';
import type { Asked } from './asked.ts';
import { callsOff } from './calling-off.ts';
import type { Facts } from './facts.ts';

const YES =
  /^(?!对了[,\s])(?:(?:完全|都|全)?(?:正确|对)|就按这个?登?|嗯+|对+的?|是+的?|好+的?|可以的?|行|没错|没(?:有)?(?:问题|毛病|意见)|确认|同意|ok|okay|👌|正确|无误|就这样|是这样|(?:就这么)?登(?:记)?(?:吧|了|上)?|确定|yes|1(?=[。!\s]*$))(?=$|[\s,。!;]|登记|销|吧|啊|了|的|,|确认|提交|发|没|就|单位|无误|责任|时限|执行|办理|可以|对|是|[\p{Extended_Pictographic}])/iu;
const NO =
  /^(?:不对|不是|不要|不用|取消|算了|错了|不登记|别登记|先不|作废|放弃|否|no)(?:了|吧|的)?(?=$|[\s,。!;]|登记)/i;
/** 单位再加个…, 时限改到…, 地点改为…: changes to what the bot has shown. */
const AMENDMENT =
  /(?:单位|时限|期限|时间|地点|位置|类别|协办|责任人).{0,4}(?:加|改|换|调|放|延|推|提前|太[紧早晚]|应该?是|是)|(?:单位|时限|期限|时间|地点|位置|地址|类别|责任人)[^,。;]{0,4}(?:错|不对|有误|反|不准)了?[\s,。]*(?:应|是|其实|实际|正确|准确|改|在)|地址.{0,4}(?:应该?是|是|改|换)|(?:改|换)(?:成|为|到|一下)|再?加上?个?|^(?:要)?改[:,\s]/;

/** 不对，是城管局 */
const CORRECTS = /^(?:(?:不是|不对|错了)[\s,]*(?:是|应该是|应是|在)|应该?是)\S{2,}/;
/** 改: something is to be changed, but not yet what. */
const WANTS_CHANGE = /^(?:要|我要|得|需要)?(?:修改|更改|改)(?:一?下|改)?[。!]?$/;

/** The bot suggested a unit and is told another one. The name of a unit may hold a word that points to a category: 宣传部. */
const namesUnitsOnly = ({ text, units, category, hasOwnNumbers }: Facts): boolean =>
  units.length > 0 &&
  !hasOwnNumbers &&
  (category === null
    ? text.length <= 20
    : /^[^,。;]{1,8}(?:部|局|委|办|中心|街道|镇|公司|大队|社区)(?:负责|的|吧|办理)?$/.test(text)) &&
  !/[?]|吗|率|排名|多少|待办/.test(text);

/** 对, and more in the same breath or not. */
export const saysYes = (text: string): boolean => YES.test(text);
/** 时限改到…, 不对，是…: what was shown is changed. */
export const amends = (text: string): boolean => AMENDMENT.test(text) || CORRECTS.test(text);

/** The act that the shape of the message makes of it; null where it cannot be an answer to what was asked. */
export function answerTo(facts: Facts, asked: Asked): 'draft.fill' | 'draft.confirm' | 'draft.discard' | null {
  const { text, images } = facts;
  if (text === '') return images > 0 && asked.missing.includes('photos') ? 'draft.fill' : null;
  if (facts.hasOwnNumbers && /销号|认领|退回|整改|延期|申诉|挂账|转/.test(text)) return null;
  if (callsOff(text)) return 'draft.discard';
  if (NO.test(text)) {
    if (amends(text)) return 'draft.fill';
    return /^(?:不是|不对|错了)[\s,]*\S{2,}/.test(text) ? null : 'draft.discard';
  }
  if (asked.kind === 'confirm') {
    if (saysYes(text)) return 'draft.confirm';
    return amends(text) || WANTS_CHANGE.test(text) || namesUnitsOnly(facts) ? 'draft.fill' : null;
  }
  return isAnswer(facts, asked.missing) ? 'draft.fill' : null;
}

/** 登记错了, 查无此事 are reasons, though they begin like orders. */
const NEW_ORDER =
  /^(?:登记|上报|再报)(?!错|重|误|有误|失误|反|成|的|时|人|位置|地点)|^(?:新问题|帮助|认领|我的待办)|^查(?!无|了|过|明|实|不|证|对)|^催(?!得|了|早)|整改率|排名|待办|日报|周报/;
const PUTS_OFF =
  /^(?:好的?|收到|稍等|等等|等一?下|马上|知道了?|谢谢|嗯+|ok|哦+)[\s,。!]*(?:收到|谢谢|稍等|马上.*|好的?)?[。!\s]*$|^(?:请)?(?:稍等|等等|等一?[下会]|我(?:再|先)(?:看|查|核)|忘了|记不(?:清|得)|不(?:知道|清楚|记得|晓得))/i;

/** 同意 where a reason is asked for is none: it decides something else, or was said too soon. */
const ONLY_YES =
  /^(?:同意|可以|确认|批准|好+的?|行|对+的?|是+的?|没问题|通过|准|办|起草|发|ok|okay|签发|就这样|嗯+)+(?:吧|了|的|啊)?[。!\s]*$/iu;

/** 6, 6号那个, 第6、7号: numbers and nothing else. */
const ONLY_NUMBERS = /^(?:是|就是|编号|第)*\s*#?\d+号?(?:[\s、,和与及]+#?\d+号?)*(?:那?[个件]|问题|的|吧)*[。!]?$/;

/** 都要, 都认领, 全部: all that were listed. */
const ALL_OF_THEM =
  /^(?:(?:这|那|以上|上面|上述|新的?)*(?:(?:[几两二三四五六七八九十]|\d+)[个件条]|些|问题|的)?)(?:我们?)?(?:都|全部?|全都|所有的?|一起|一并)(?![没不未别])[一-龥]{0,5}[。!\s]*$/;

/** All of those the bot has listed are meant. */
export const meansAll = (text: string): boolean => ALL_OF_THEM.test(text);

/** The numbers of a text that is nothing else; empty where it is more. 1号 is no day of the month here. */
export const numbersAlone = (text: string): number[] =>
  ONLY_NUMBERS.test(text) ? [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)) : [];

function isAnswer(facts: Facts, missing: readonly string[]): boolean {
  const { text, images, units, persons, deadline } = facts;
  if (missing.includes('issueNos')) return numbersAlone(text).length > 0 || meansAll(text);
  if (NEW_ORDER.test(text) || PUTS_OFF.test(text) || /[?]|吗$/.test(text)) return false;
  if (missing.includes('units') && (units.length > 0 || persons.length > 0)) return true;
  if (missing.includes('photos') && images > 0) return true;
  if (missing.includes('deadline') && deadline !== null) return true;
  if (missing.includes('reason')) return text.length >= 2 && !ONLY_YES.test(text);
  return missing.includes('location') && text.length <= 40 && looksLikePlace(text, facts.location);
}
