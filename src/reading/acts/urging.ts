/** 催办: a unit is reminded of its problems, by their numbers or by how they stand. */
import { type ActRule, isHedged, isQuestion } from './facts.ts';

/** As the corpus README names them. */
export type UrgedWhich = 'overdue' | 'dueToday' | 'dueTomorrow' | 'dueSoon' | 'unclaimed' | 'open';

const STANDS: readonly (readonly [UrgedWhich, RegExp])[] = [
  ['dueToday', /今(?:[天日]|晚|早)(?:要|就|将)?到(?:期|点)/],
  ['dueTomorrow', /明[天日](?:要|就|将)?到(?:期|点)/],
  ['dueSoon', /(?:到期|(?:快|要|将)到点)(?!未|没)/],
  ['overdue', /超期|逾期|过期|超时|到期(?:未|没)/],
  ['unclaimed', /(?:未|没(?:有)?(?:人|单位)?)(?:来)?(?:认领|接单?|签收)|待认领/],
  ['open', /(?:未|没(?:有)?)(?:整?改|处理|反馈|销|办|动|弄|搞|清|回复?)|未完成|没完成/],
];

/** How the problems stand that are meant; null where no word tells. */
export const urgedWhich = (text: string): UrgedWhich | null =>
  STANDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

const URGES = /催|提醒|提个醒|督促|督办一?下|跟催|通知(?:一?[下声遍])|敲打|敦促/;
const OF_OTHERS =
  /被催|催我|催了(?:好|多|几)|又(?:来)?催|(?<!分)别催|不用催|催什么|怎么催|提醒我|提醒大家|提醒自己|催收|催得|在催|老催|催死|一直催|温馨提醒|友情提醒|(?:谢|收到|知道|明白|多亏)[^,。]{0,4}(?:提醒|催)|的提醒(?=$|[,。!]|很|太|及时)|记得提醒|没(?:人|有人|谁)?(?:来)?(?:提醒|催)/;

/** 催了吗, 谁在催: asked. 怎么还没动静，催一下: an order beside an indignant question. */
function isAskedAbout(text: string): boolean {
  const clauses = text.split(/[,。;!\s]+/).filter((clause) => /催|提醒|提个醒|督促|督办|通知|敲打|敦促/.test(clause));
  return /[?]\s*$|(?:吗|呢)[\s。]*$/.test(text)
    ? !clauses.some((clause) => /^(?:请|麻烦|帮我?|赶紧|再|快)*(?:去)?(?:催|提醒)(?!了|过|没)/.test(clause))
    : clauses.every((clause) =>
        /吗|多少|谁|为(?:什么|啥)|凭什么|有(?:什么|啥)用|怎么(?!还|又|老)|没(?:有)?$/.test(clause),
      );
}

export const urges: ActRule = ({ text, location, issueNos, units, hasUnitGroup, persons, speaker, heard }) => {
  if (!URGES.test(text) || OF_OTHERS.test(text) || isAskedAbout(text)) return null;
  const stands = urgedWhich(text) !== null;
  if (speaker === 'unit' && issueNos.length === 0 && !stands) return null;
  // 阳光新城垃圾没人清，河西街道督促: a new problem.
  const isLoose = issueNos.length === 0 && !/的/.test(text);
  if (isLoose && (!stands || location !== null) && (location !== null || !/催|提醒|提个醒/.test(text))) return null;
  if (issueNos.length > 0) return heard.quote === null || !isHedged(text) ? 'issue.urge' : null;
  const names = units.length > 0 || hasUnitGroup || persons.length > 0;
  return stands || (names && text.length <= 24) ? 'issue.urge' : null;
};

/** 327请抓紧: hurried on, not handed over. */
export const hurries: ActRule = ({ text, issueNos, hasOwnNumbers, speaker }) =>
  // 'other': 指挥部领导.
  (speaker === 'office' || speaker === 'inspector' || speaker === 'other') &&
  hasOwnNumbers &&
  issueNos.length > 0 &&
  /抓紧|赶紧|尽快|加快|盯紧|盯住|加把劲|赶快|马上|立刻|(?:必须|务必|确保)[^,。;!]{0,6}(?:销号|整改到位|整改完)/.test(
    text,
  ) &&
  !isQuestion(text) &&
  !isHedged(text)
    ? 'issue.urge'
    : null;
