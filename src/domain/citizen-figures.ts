/** 留言的数字: 回复率 and 回复办结率 of citizens' messages (domain §5). */
import type { CitizenMessage } from './citizen.ts';
import type { Rate } from './rate.ts';
import { HOUR_MS } from './shanghai.ts';

export interface CitizenScope {
  /** Received in [from, to); null: open. */
  readonly from?: Date | null;
  readonly to?: Date | null;
  /** As of: what happened later does not count. */
  readonly at: Date;
  /** Handled by any of these; empty: the whole city. */
  readonly units?: readonly string[];
  readonly channel?: CitizenMessage['channel'];
  /** Hours within which an answer is in time. */
  readonly answerHours: number;
}

export interface CitizenFigures {
  readonly received: number;
  readonly answered: number;
  readonly closed: number;
  /** 答复超时: answered late, or still without an answer after the hours. */
  readonly late: number;
  readonly satisfied: number;
  readonly dissatisfied: number;
  /** answered / received */
  readonly replyRate: Rate;
  /** closed / received */
  readonly closureRate: Rate;
  /** satisfied / those who said either */
  readonly satisfactionRate: Rate;
}

/** Pure. A message that was linked to an earlier one counts by itself: somebody is waiting for an answer. */
export function citizenFigures(messages: readonly CitizenMessage[], scope: CitizenScope): CitizenFigures {
  const own = messages.filter((message) => isInScope(message, scope));
  const until = (moment: Date | null): boolean => moment !== null && moment <= scope.at;
  const count = (is: (message: CitizenMessage) => boolean): number => own.filter((message) => is(message)).length;
  const received = own.length;
  const answered = count(({ answeredAt }) => until(answeredAt));
  const closed = count(({ closedAt }) => until(closedAt));
  const satisfied = count((message) => message.satisfied === true);
  const dissatisfied = count(
    (message) => message.satisfied === false || (message.round === 2 && message.satisfied === null),
  );
  return {
    received,
    answered,
    closed,
    late: count((message) => {
      const limit = message.receivedAt.getTime() + scope.answerHours * HOUR_MS;
      const answeredAt = until(message.answeredAt) ? (message.answeredAt ?? scope.at) : scope.at;
      return answeredAt.getTime() > limit;
    }),
    satisfied,
    dissatisfied,
    replyRate: { numerator: answered, denominator: received },
    closureRate: { numerator: closed, denominator: received },
    satisfactionRate: { numerator: satisfied, denominator: satisfied + dissatisfied },
  };
}

const isInScope = (message: CitizenMessage, { from, to, at, units, channel }: CitizenScope): boolean =>
  message.receivedAt <= at &&
  (!from || message.receivedAt >= from) &&
  (!to || message.receivedAt < to) &&
  (units === undefined || units.length === 0 || message.units.some((unit) => units.includes(unit))) &&
  (channel === undefined || message.channel === channel);
