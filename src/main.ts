/** Starts the bot. The only place that asks the machine for the time. */
import { EnvFaults, readProcessEnv } from '../config/env.ts';
import type { Env } from '../config/env.ts';
import { ConfigFaults } from '../config/faults.ts';
import { assemble } from './assemble.ts';
import { cliProgram } from './cli/options.ts';
import { createLog } from './log.ts';

let isDebugging = false;

async function main(): Promise<void> {
  cliProgram('start', '启动机器人；没有配置平台时进入演示模式，模拟工作群在 /sim').allowExcessArguments(false).parse();
  const env = readProcessEnv();
  isDebugging = env.logLevel === 'debug';
  const log = createLog(env.logLevel);
  const house = await assemble({ env, realNow: () => new Date(), log });
  const url = await house.start();

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
  console.log(`创城督办机器人已启动 ${url}${stateText(env)}`);
}

/** What stands behind the address in the first line. */
function stateText({ demo, simulator, dataDir }: Env): string {
  if (simulator) return `/sim（演示模式，数据在 ${dataDir}）`;
  return demo ? '（没有接入平台，模拟群也没有打开，收不到任何消息；请在 .env 里配置平台，或去掉 SIMULATOR=off）' : '';
}

/** One sentence that the operator can act on; with LOG_LEVEL=debug also where it happened. */
function explain(error: unknown): string {
  if (error instanceof EnvFaults || error instanceof ConfigFaults) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return '启动失败：端口已被占用，请在 .env 里换一个 PORT，或先停掉占用它的程序';
  return `启动失败：${isDebugging ? error.stack : error.message}`;
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
