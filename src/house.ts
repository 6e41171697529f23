/** The house as a whole: what it is opened with, and what may be done with it. `assemble.ts` puts it together. */
import type { Env } from '../config/env.ts';
import type { Storage } from '../storage/store.ts';
import type { Bot } from './bot/bot.ts';
import type { Deliver } from './chat.ts';
import type { Connections } from './connect.ts';
import type { Log } from './log.ts';

export interface HouseOptions {
  readonly env: Env;
  /** The real time. In demo mode the clock people see starts at SIM_CLOCK and can be moved. */
  readonly realNow: () => Date;
  readonly log: Log;
}

export interface House {
  readonly storage: Storage;
  readonly bot: Bot;
  /** Hands a message to the bot as a platform does, and wakes what has to go on after the commit. */
  readonly deliver: Deliver;
  readonly connections: Connections;
  readonly now: () => Date;
  /** Moves the demo clock, running in order what falls due on the way. Throws RangeError outside demo mode or backward. */
  advance(to: Date): Promise<void>;
  /** Runs the jobs whose moment has come; the clock does it every minute. */
  runDue(): Promise<void>;
  /** Resolves when nothing is due any more: pictures fetched, messages sent. */
  settle(): Promise<void>;
  /** Listens and starts what runs by itself; gives the address. */
  start(): Promise<string>;
  stop(): Promise<void>;
}
