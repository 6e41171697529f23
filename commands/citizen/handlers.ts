/** 告知承办的人: the office, and the units that handle a message, one-to-one. */
import type { Notice, RunContext } from '../../src/bot/command.ts';
import type { CitizenMessage } from '../../src/domain/citizen.ts';
import { tellUnit } from '../tell-unit.ts';

/** Each person once. */
export function tellHandlers(
  message: CitizenMessage,
  text: string,
  context: Omit<RunContext<object>, 'args'>,
): readonly Notice[] {
  const office = context.directory.officePeople().map(({ name }) => ({ to: name, text }));
  const notices = [...office, ...message.units.flatMap((unit) => tellUnit(context, unit, text))];
  return notices.filter(({ to }, index) => notices.findIndex((other) => other.to === to) === index);
}
