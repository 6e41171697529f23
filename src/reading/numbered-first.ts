/** 4号整改了没: at the head of a question after a problem, or of a request for time, N号 is the number of a problem and no day of the month. */
import type { DatePhrase } from './date-phrase.ts';

const LEAD = '^(?:请问|麻烦|那个?|查?看?一?下|问一?下|我们?的?(?:[那这]个)?|领导[,\\s]?)?';
const DEED = '(?:整改|改|弄|搞|清|修|拆|换|办|处理|解决|认领|接|销号?|核查?|通过|过|退回|到期|超期|逾期|批|报|动|搞定)';
const AFTER = [
  `${DEED}(?:好|完|掉|定|到位)?(?:了|过)?(?:没有?|吗|么)`,
  '([改弄办批过清修动销])没\\k<n>',
  `${DEED}?(?:进展|情况|进度)?(?:得|的)?(?:怎么?样|咋样|如何|(?:什么|啥)(?:情况|进展|进度)|到哪(?:一?步)?)了?`,
  '还[差剩缺](?:什么|啥|多少|哪些)',
  '(?:什么|啥)时候(?:到期|超期)|(?:哪天|几号)到期|(?:是)?谁(?:办|认领|接|负责)的?',
  '(?:我们)?(?:能不能|能否|可不可以|可否|可以|能|想)?(?:申请)?(?:再)?(?:往后)?(?:晚|缓|宽|推|延|拖|放)(?:限|迟|后|期)?(?:一?缓|一?下|一?点|几天|[\\d一两二三四五六七八九十半]+个?(?:天|日|周|星期|小时))(?:再|之后|以?后)?(?:交|整改|完成|弄完?|办)?(?:行不行|可不可以|好不好|(?:可以|行|好|能|中)?[吗不么]?)',
  '(?:我们)?(?:能不能|能否|可不可以|可否|可以|能|想)?(?:申请)?(?:再)?(?:往后)?(?:宽限|推|延|拖|放|缓)到[^,。]{1,10}',
]
  .join('|')
  .replace('([改弄办批过清修动销])', '(?<n>[改弄办批过清修动销])');
const NUMBER_ASKED = new RegExp(
  `${LEAD}(?<no>#?\\d{1,2}号)(?:的|那个|这个|那件|问题|那边|现在|都|到底)*(?:${AFTER})[呢啊呀吧的]*[?。!\\s]*$`,
);

/** The days that a message names. Under a quoted card N号 is its day, because the number stands on the card. */
export function daysOnly(text: string, phrases: readonly DatePhrase[], quote: string | null): readonly DatePhrase[] {
  const no = quote === null ? NUMBER_ASKED.exec(text)?.groups?.['no'] : undefined;
  if (no === undefined) return phrases;
  const start = text.indexOf(no);
  return phrases.filter((phrase) => phrase.start < start || phrase.start >= start + no.length);
}
