/** A house in a process of its own, to be killed. Its clock runs `CLOCK_AHEAD_MS` ahead of the machine's. Prints its address. */
import { readProcessEnv } from '../../../config/env.ts';
import { assemble } from '../../assemble.ts';

const env = readProcessEnv('/nowhere');
const aheadMs = Number(env.variables['CLOCK_AHEAD_MS'] ?? 0);
const house = await assemble({ env, realNow: () => new Date(Date.now() + aheadMs), log: () => undefined });
process.stdout.write(`${await house.start()}\n`);
