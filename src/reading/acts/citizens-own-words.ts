/** 市民接着说的: what a citizen says after he has reported something: 满意, 还没清啊, 修好了, 我姓王电话…, 每天晚上七点, 在翠竹园 (domain §11). */
import { phoneIn } from '../../domain/contacts.ts';
import { type Facts, isQuestion } from './facts.ts';

/** 还没清啊, 还是那么臭, 三天了还没人来, 没人来修: it is as it was. */
const STILL = new RegExp(
  `^(?:${[
    '(?:怎么|咋|到现在|现在|今天|都|已经|这都|[\\d一二两三四五六七八九十几好]+[天日周]了?|[,。!\\s])*(?:还|仍)(?:是)?' +
      '(?:没|不行|[那这]么|[那这]样|老样子|一样|原样|在|臭|脏|乱|堵|坏|堆|摆|黑|漏|不亮)',
    '(?:根本|压根|完全|就)?没(?:有)?(?:人)?(?:来)?(?:清|修|弄|管|处理|解决|整改)(?:理|过|好|干净|完|掉|了|啊|呢|吧)*(?=$|[,。!])',
    '(?:根本|压根|完全|就)?没(?:有)?人来(?=$|[,。!啊呢])',
    '[一-龥]{2,4}还没(?:有)?(?:人)?(?:来)?(?:清|修|换|补|拆|处理|解决|整改)',
    '老样子|没(?:有)?(?:什么)?变化',
  ].join('|')})`,
);
/** 清了, 修好了, 不用来了, 撤销吧: he says himself that it is over. */
const OVER =
  /^(?:已经?|都|现在|刚才?|今天)*(?:(?:清|修|弄|搞|处理|解决|搬|拖|拆|换|整改|办)(?:理|走|掉|完|好|干净)*了|好了)(?=$|[,。!谢])|^[一-龥]{2,4}?(?:已经?|都)?(?:修好|清走|清掉|搬走|拖走|弄好|换好|补好|解决)了(?=$|[,。!谢])|^(?:撤销?|撤了|算了|取消)吧?(?:$|[,。!])|^(?:不用|别)(?:再)?(?:管|处理|来|办)了/;
const PLEASED = /(?:^|[,。!\s])(?:很|非常|比较|挺|基本|还算|都)?满意|^(?:已经)?解决了(?!吗|没)/;
const DISPLEASED = /不(?:太|怎么)?满意|没(?:有)?解决/;

/** His word on how it was handled; null where he gives none. */
export function verdictOf(text: string): boolean | null {
  if (DISPLEASED.test(text) || STILL.test(text)) return false;
  return PLEASED.test(text) || OVER.test(text) ? true : null;
}

/** Said without a place, so that it is no new matter. */
export const judges = (facts: Facts): boolean => {
  const { text, location } = facts;
  const said = text.replace(/^(?:市民)?留言\s*#?\d+(?:号)?[,:\s]*/, '');
  return location === null && said.length <= 40 && !/[?]|吗$/.test(said) && verdictOf(said) !== null;
};

const CONTACT_WORDS =
  /[\s,。:;!、()]|我|本人|的|是|叫[一-龥]{2,4}|(?:免贵)?姓[一-龥]|先生|女士|小姐|同志|师傅|(?:联系|手机|电话|微信)?(?:号码|方式|电话|手机|微信|号)|可以|请|有事|打|联系|留个?|补充|一?下|这个|吧|哈|啊/g;
/** 我姓王，电话138…: how to reach him and nothing else. */
export const givesContact = ({ heard }: Facts): boolean => {
  if (phoneIn(heard.text) === null) return false;
  const words = heard.text.replaceAll(/@\S+|[+＋]?[\d０-９][\d０-９\-－ ]{6,}/g, '').replaceAll(/[，：；！（）]/g, ',');
  return words.replaceAll(CONTACT_WORDS, '').length <= 2;
};

/** 每天晚上七点到九点, 一般是早上: when it is so, and nothing else. */
export const tellsWhen = ({ text, location, category }: Facts): boolean =>
  location === null &&
  category === null &&
  text.length <= 20 &&
  !isQuestion(text) &&
  /^(?:每天|每晚|天天|一般|通常|经常|大概|大约|都是?|主要|就是?|是|周末|平时|从|[早晚]上|上午|中午|下午|半夜|凌晨|夜里|傍晚|饭点|高峰期?)*[\d一二两三四五六七八九十半点到至:~左右多分的时候以后之间、,-]*(?:[早晚]上|上午|中午|下午|半夜|凌晨|夜里|傍晚|[\d一二两三四五六七八九十半点到至:~左右多分的时候以后之间、,-])*(?:最(?:严重|厉害|多|臭|吵|堵))?[。吧呢]?$/.test(
    text,
  ) &&
  /点|每|天天|晚|早|午|夜|周末|凌晨|高峰/.test(text);

/** 在翠竹园: where, and not yet what. */
export const saysWhere = ({ text, location, sites, category, heard }: Facts): boolean => {
  if (location === null || category !== null || heard.images > 0 || text.length > 30) return false;
  const rest = text
    .replace(location, '')
    .replaceAll(/(?:就|我|是)*(?:在|住)|这里|这边|那边|那里|附近|里面|[,。!\s吧啊]/g, '');
  return rest === '' || (rest.length <= 2 && sites.length > 0);
};
