/** 看过了: verdicts told in passing by who has been there, without the words of the trade (5看了，可以; 8那边还拉着线呢). */
import type { Facts } from './facts.ts';

const NUMBERS = '#?\\d+号?(?:(?:、|,\\s?|\\s|和|与|跟|到|至|-)#?\\d+号?)*';
const HEAD = `^(?:问题|编号)?${NUMBERS}[,\\s]*`;
/** 可以，但要注意保持: a yes with a word on the way. */
const END =
  '(?:的|了|啦|吧)?(?:[,;\\s](?:但|不过)?(?:是)?(?:也|还)?(?:要|请|得|下次|以后|今后|继续)*(?:注意|保持|巩固)[^,。;?]{0,8})?[。!\\s]*$';
const YES = '(?:可以|行|没(?:有)?(?:什么|啥)?(?:问题|毛病)|OK|ok)';
const WHEN = '(?:我们?|刚才?|今天|昨天|上午|中午|下午|早上|一早|现场|过?去|到|又|都)*';
/** 5看了，可以; 10去看了，换了新的，没问题. */
const LOOKED = new RegExp(
  `${HEAD}${WHEN}(?:看|瞧|查)(?:过了?|了)(?:一?[下眼])?(?<between>[^?]*?)[,\\s都也]*${YES}${END}`,
);
/** 32、33都行; 18行; 12也过. */
const SHORT = new RegExp(`${HEAD}(?:也|都|全部?)*(?:行|(?<=[也都全部])过|(?<=[也都全部])没(?:有)?问题)${END}`);
/** Between the look and the yes these turn it, or speak of another. */
const TURNS = /还|但|不|没|未|差|只|才|就|又|如|要|再|说|问题|考虑|申|延|挂/;

/** A yes of a verifier. The rules about doubts and conditions come before. */
export function passesInPassing({ text, speaker }: Facts): boolean {
  if (speaker !== 'office' && speaker !== 'inspector') return false;
  if (SHORT.test(text)) return true;
  const looked = LOOKED.exec(text);
  return looked !== null && !TURNS.test(looked.groups?.['between'] ?? '');
}

/** Of the papers, not of the place: 还没报, 还没认领, 还没到期; and what goes on there is no fault. */
const OF_THE_CASE =
  '(?:报|认|领|接|回|批|定|销|核|查|看|复|验|到|交|派|转|发|超|申|签|答|有?人|来得及|收|给|登|确认|审|处理意见|通过|合格)';
const STATES = '[拉堆摆停挂堵占放贴搭漏开晾晒亮冒躺围锁立插留]';
const DEEDS = '[清拆拖撤修换改弄搬挪补装铲刷动扫整盖移洗剪铺疏]';
/** 昨天, 他们说, 听群众反映: not seen now. */
const NOW = '(?![^,。;]*(?:昨|前天|之前|当时|上次|那天|说|反映|以为|听|怕|照片|资料|申请))';
const THERE = '(?:[^\\d,。;?]{1,8}?)';
const STILL = new RegExp(
  `${HEAD}${NOW}${THERE}?[都也]?(?:还|仍|依然)(?:${STATES}着[^,。;]*|(?:有[^,。;]{1,4})?没(?:有)?(?!${OF_THE_CASE})${DEEDS}[^,。;]{0,4})[呢啊呀哦吧]?[。!]*$`,
);

/** Told by a verifier of what is still wrong there, no verdict in so many words: what he means by it is asked. */
export const isSeenUndone = ({ text, speaker }: Pick<Facts, 'text' | 'speaker'>): boolean =>
  (speaker === 'office' || speaker === 'inspector') && STILL.test(text);
