/** 工作结束之后 (domain §13.7): the bot has said so and stopped; what is on record can still be asked for. */
import { isOver } from '../domain/manners.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Settings } from '../domain/settings.ts';
import { dayText } from '../domain/shanghai.ts';
import type { Command } from './command.ts';

/** Commands that only tell. */
const TELLS = /^(?:query\.(?!arrival)|help$|report\.make$|group\.|export\.)|\.(?:query|show|list)$/;

/** Throws Refusal `campaign.over` for whatever would be written after the group's end date. */
export function refuseAfterEnd(command: Pick<Command<object>, 'id'>, at: Date, settings: Settings): void {
  const { to } = settings.campaign;
  if (to === null || !isOver(at, settings) || TELLS.test(command.id)) return;
  throw new Refusal(
    'campaign.over',
    `创城督办工作已于${dayText(to)}结束，不再登记和办理，没有作任何改动。数据仍可查询，如“整改率”“327”。`,
  );
}
