/** Starts the bot. The only place that asks the machine for the time. */
import { EnvFaults, readProcessEnv } from '../config/env.ts';
import { ConfigFaults } from '../config/faults.ts';
import { assemble } from './assemble.ts';
import { createLog } from './log.ts';

try {
  const env = readProcessEnv();
  const log = createLog(env.logLevel);
  const house = await assemble({ env, realNow: () => new Date(), log });
  const url = await house.start();
  console.log(`创城督办机器人已启动 ${url}${env.demo ? `/sim（演示模式，数据在 ${env.dataDir}）` : ''}`);

  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    house.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log('could not end cleanly', { error });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
} catch (error) {
  if (!(error instanceof EnvFaults) && !(error instanceof ConfigFaults)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
