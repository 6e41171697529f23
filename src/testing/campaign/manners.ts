/**
 * 群里的规矩 (domain §13), looked at once more from outside: what the bot said on a day, held against what was so at that moment. One
 * check a rule; `manners.test.ts` breaks each of them once.
 */
import type { KeptMessage } from '../../platforms/simulator/index.ts';
import { isOpenState, standAt } from './case.ts';
import { clockAt, dayAt, isInspected, isWorked } from './limits.ts';
import type { Stage } from './stage.ts';

/** What the checks look at. */
export type Scene = Pick<
  Stage,
  'city' | 'cases' | 'tasks' | 'answers' | 'caused' | 'workedAt' | 'withPhoto' | 'lastDay'
>;

type Check = (scene: Scene, messages: readonly KeptMessage[]) => string[];

/** Breaches of a day, one line each with the rule's number; `messages` is everything that the bot said on that day, anywhere. */
export const breachesOf: Check = (scene, messages) =>
  RULES.flatMap((check, index) => check(scene, messages).map((what) => `§13.${index + 1} ${what}`));

const brief = ({ at, group, person, text }: KeptMessage): string =>
  `${dayAt(at.getTime())} ${clockAt(at.getTime())} to ${group ?? person ?? ''}: ${text.slice(0, 60).replaceAll('\n', ' / ')}`;

const each =
  (is: (scene: Scene, message: KeptMessage) => boolean, what: string): Check =>
  (scene, messages) =>
    messages.filter((message) => is(scene, message)).map((message) => `${brief(message)} ${what}`);

/** The refusal of a 接龙 names what it refuses. */
const isRefusal = ({ text }: KeptMessage): boolean => text.includes('为基层减负');
const isUnasked = ({ answers, caused }: Scene, { id }: KeptMessage): boolean => !answers.has(id) && !caused.has(id);

/** 1. Nobody has to say that he has read it. */
const wantsReceipt = each(
  (_, message) => /回复?[“"「]?收到|请.{0,8}收到请|接龙|打卡|签到/.test(message.text) && !isRefusal(message),
  'asks for a 收到',
);

/**
 * 2. What nobody asked for, at night or on a rest day. What a colleague's own act brings to somebody concerned is his act's; what the
 * clock says by itself may only go where people have worked that day, and never at night. An inspection period overrides it.
 */
const breaksQuiet = each((scene, message) => {
  const { at, group, person } = message;
  const [day, time] = [dayAt(at.getTime()), clockAt(at.getTime())];
  if (!isUnasked(scene, message) || isInspected(day)) return false;
  const isNight = time >= '20:00' || time < '08:00';
  return isNight || (!isWorked(day) && !scene.workedAt.has(`${day} ${group ?? person ?? ''}`));
}, 'breaks the quiet');

const PUSHES_A_DAY = 3;
const REMINDERS_A_DAY = 2;

/** 3. Three pushes to a group and day; reminders bundled, two to a person and day, each problem in one of them. Urgent ones go apart. */
const exceedsBudget: Check = (scene, messages) => {
  const pushed = messages.filter(({ id, group }) => group !== null && !scene.answers.has(id));
  const groups = [...Map.groupBy(pushed, ({ group }) => group)]
    .filter(([, own]) => own.length > PUSHES_A_DAY)
    .map(([group, own]) => `${own.length} pushes to ${group ?? ''} in a day`);
  const reminders = messages.filter(
    (message) => isReminder(scene, message) && !isInspected(dayAt(message.at.getTime())),
  );
  const people = [...Map.groupBy(reminders, ({ person }) => person)].flatMap(([person, own]) => {
    const nos = own.flatMap(({ text }) => usualNos(scene, text));
    const twice = nos.filter((no, index) => nos.indexOf(no) !== index);
    const count = own.filter(({ text }) => usualNos(scene, text).length > 0).length;
    return [
      ...(count > REMINDERS_A_DAY ? [`${count} reminders to ${person ?? ''} in a day`] : []),
      ...(twice.length > 0 ? [`${person ?? ''} was reminded of #${twice.join('、#')} twice in a day`] : []),
    ];
  });
  return [...groups, ...people];
};

const isReminder = (scene: Scene, message: KeptMessage): boolean =>
  message.person !== null && isUnasked(scene, message) && /^【[^】]*提醒】/.test(message.text);

/** What a reminder tells of, urgent problems left out: `12`, and `12 late` when its time has passed, which is news since the morning. */
const usualNos = ({ cases }: Scene, text: string): string[] =>
  [...text.matchAll(/^#(\d+) .*$/gm)]
    .filter(([, no]) => cases[Number(no) - 1]?.tier !== 0)
    .map(([line, no = '']) => (line.includes('：超期') ? `${no} late` : no));

/** 4. Tags: who has something open, once a day, never everybody. */
const tagsWrongly: Check = (scene, messages) => [
  ...each((_, { text }) => /(?<!不)@(?:所有人|全体|all)/.test(text), 'calls everybody')(scene, messages),
  ...[
    ...Map.groupBy(
      messages.flatMap(({ mentions }) => mentions),
      (name) => name,
    ),
  ]
    .filter(([, own]) => own.length > 1)
    .map(([name, own]) => `${name} was tagged ${own.length} times in a day`),
  ...messages.flatMap((message) =>
    message.mentions
      .filter((name) => !hasSomethingOpen(scene, name, message))
      .map((name) => `${brief(message)} tags ${name}, who has nothing open`),
  ),
];

/**
 * Somebody of a unit: an open problem of the unit or his own. Who verifies: a report that waits for him. Judged as of the message, so
 * the liaison on a dispatch card is tagged for the very problem it hands over.
 */
function hasSomethingOpen({ city, cases, tasks }: Scene, name: string, { at }: KeptMessage): boolean {
  const person = city.people.find((one) => one.name === name);
  if (person === undefined) return false;
  const isUnits = city.units.some((unit) => unit.name === person.unit && unit.kind !== 'office');
  if (tasks.some(({ unit, from, to }) => unit === person.unit && from <= at.getTime() && at.getTime() <= to))
    return true;
  return cases.some((problem) => {
    const stand = standAt(problem, at.getTime());
    if (stand === undefined) return false;
    if (isUnits) return isOpenState(stand.state) && (stand.owner === name || stand.units.includes(person.unit ?? ''));
    return stand.state === 'reported' || stand.state === 'draft' || problem.ask !== null;
  });
}

/** 5. Units are ranked by results, never people; who is at his post is asked in an inspection period only. */
const ranksPeople: Check = (scene, messages) => {
  const names = new Set(scene.city.people.map(({ name }) => name));
  const isRanked = ({ text }: KeptMessage): boolean =>
    /排名|红榜|黑榜/.test(text) &&
    [...text.matchAll(/^(?:\d+\.|[红黑]榜：) ?(\S+)/gm)].some(([, name = '']) => names.has(name));
  return [
    ...each((_, message) => isRanked(message) || /在线时长|活跃度|发言数/.test(message.text), 'ranks people')(
      scene,
      messages,
    ),
    ...each(
      (_, message) =>
        isUnasked(scene, message) && /到岗/.test(message.text) && !isInspected(dayAt(message.at.getTime())),
      'asks who is at his post',
    )(scene, messages),
  ];
};

/** 6. One photo that proves it is enough, and it is not asked for again; never a video. */
const wantsMorePhotos = each(
  ({ withPhoto }, { id, text }) =>
    (withPhoto.has(id) && /还差照片/.test(text)) || /视频|[2-9二两三四五]张(?:以上)?(?:不同)?照片/.test(text),
  'asks for more photos',
);

/** 7. After the group's end date the bot says so once and stops. */
const goesOn: Check = (scene, messages) => {
  const late = messages.filter(
    (message) => dayAt(message.at.getTime()) > scene.lastDay && !scene.answers.has(message.id),
  );
  const [ends, others] = [late.filter(({ text }) => isEnd(text)), late.filter(({ text }) => !isEnd(text))];
  return [
    ...others.map((message) => `${brief(message)} goes on after the end`),
    ...[...Map.groupBy(ends, ({ group }) => group)]
      .filter(([, own]) => own.length > 1)
      .map(([group]) => `${group ?? ''} hears of the end twice`),
  ];
};

const isEnd = (text: string): boolean => /督办工作已于\d+月\d+日结束/.test(text);

const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/;
/** The address of a paper holds its fingerprint, where eleven figures in a row may look like a telephone number. */
const ADDRESS = /\/sim\/api\/files\/\S+/g;
const hasPhone = (text: string): boolean => PHONE.test(text.replaceAll(ADDRESS, ''));

/** 8. Nobody but who handles it reads how a citizen can be reached; in groups he has no name either. */
const tellsContacts: Check = (scene, messages) =>
  messages
    .filter(({ text, group, person }) => {
      if (group !== null) return hasPhone(text) || /市民\d+/.test(text);
      return hasPhone(text) && !isHandling(scene, person ?? '', text);
    })
    .map((message) => `${brief(message)} tells of a citizen`);

function isHandling({ city, cases }: Scene, name: string, text: string): boolean {
  const person = city.people.find((one) => one.name === name);
  if (person === undefined) return /^市民\d+$/.test(name);
  if (person.unit === '市创城办') return true;
  const no = Number(/#(\d+)/.exec(text)?.[1]);
  return cases[no - 1]?.stands.some(({ units }) => units.includes(person.unit ?? '')) ?? false;
}

const RULES: readonly Check[] = [
  wantsReceipt,
  breaksQuiet,
  exceedsBudget,
  tagsWrongly,
  ranksPeople,
  wantsMorePhotos,
  goesOn,
  tellsContacts,
];
