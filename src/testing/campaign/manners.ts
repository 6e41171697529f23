/** 群里的规矩 (domain §13), looked at once more from outside: what the bot said on a day, held against what was so at that moment. */
import type { KeptMessage } from '../../platforms/simulator/index.ts';
import { isOpenState, standAt } from './case.ts';
import type { Case } from './case.ts';
import { clockAt, dayAt, isInspected, isWorked } from './limits.ts';
import type { Stage } from './stage.ts';

const PUSHES_A_DAY = 3;

/** Breaches of a day, one line each; `messages` is everything that the bot said on that day, anywhere. */
export function breachesOf(stage: Stage, messages: readonly KeptMessage[]): string[] {
  return [
    ...tooManyPushes(stage, messages),
    ...taggedTwice(messages),
    ...messages.flatMap((message) => [
      ...message.mentions
        .filter((name) => !hasSomethingOpen(stage, name, message))
        .map((name) => `${brief(message)} tags ${name}, who has nothing open`),
      ...(/@所有人|@all/.test(message.text) ? [`${brief(message)} calls everybody`] : []),
      ...(isDisturbing(stage, message) ? [`${brief(message)} breaks the quiet`] : []),
    ]),
  ];
}

const brief = ({ at, group, person, text }: KeptMessage): string =>
  `${dayAt(at.getTime())} ${clockAt(at.getTime())} to ${group ?? person ?? ''}: ${text.slice(0, 60).replaceAll('\n', ' / ')}`;

function tooManyPushes({ answers }: Stage, messages: readonly KeptMessage[]): string[] {
  const pushed = messages.filter(({ id, group }) => group !== null && !answers.has(id));
  return [...Map.groupBy(pushed, ({ group }) => group)]
    .filter(([, own]) => own.length > PUSHES_A_DAY)
    .map(([group, own]) => `${own.length} pushes to ${group ?? ''} in a day`);
}

function taggedTwice(messages: readonly KeptMessage[]): string[] {
  const counts = new Map<string, number>();
  for (const name of messages.flatMap(({ mentions }) => mentions)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([name, count]) => `${name} was tagged ${count} times in a day`);
}

/**
 * Somebody of a unit: an open problem of the unit or his own. Who verifies: a report that waits for him. Judged as of the message, so
 * the liaison on a dispatch card is tagged for the very problem it hands over.
 */
function hasSomethingOpen({ city, cases, tasks }: Stage, name: string, { at }: KeptMessage): boolean {
  const person = city.people.find((each) => each.name === name);
  if (person === undefined) return false;
  const isUnits = city.units.some((unit) => unit.name === person.unit && unit.kind !== 'office');
  if (tasks.some(({ unit, from, to }) => unit === person.unit && from <= at.getTime() && at.getTime() <= to))
    return true;
  return cases.some((problem) => {
    const stand = standAt(problem, at.getTime());
    if (stand === undefined) return false;
    if (isUnits) return isOpenState(stand.state) && (stand.owner === name || stand.units.includes(person.unit ?? ''));
    return stand.state === 'reported' || stand.state === 'draft' || isAsked(problem);
  });
}

const isAsked = ({ ask }: Case): boolean => ask !== null;

/**
 * What nobody asked for, at night or on a rest day. What a colleague's own act brings to somebody concerned is his act's; what the clock
 * says by itself may only go where people have worked that day, and never at night.
 */
function isDisturbing({ answers, caused, workedAt }: Stage, { id, at, group, person }: KeptMessage): boolean {
  if (answers.has(id) || caused.has(id)) return false;
  const [day, time] = [dayAt(at.getTime()), clockAt(at.getTime())];
  const isNight = time >= '20:00' || time < '08:00';
  if (isInspected(day)) return false;
  return isNight || (!isWorked(day) && !workedAt.has(`${day} ${group ?? person ?? ''}`));
}
