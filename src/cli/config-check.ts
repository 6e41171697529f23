/** `npm run --silent config:check [-- --dir DIR]`: checks the settings and says in Chinese, by file and line, what is wrong (contract §1). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EnvFaults, readProcessEnv } from '../../config/env.ts';
import { ConfigFaults, faultLine } from '../../config/faults.ts';
import { configFile, loadConfig } from '../../config/load.ts';
import { isQuietTime } from '../domain/manners.ts';
import { cliProgram } from './options.ts';

const FILES = ['directory.yaml', 'settings.yaml', 'directory.example.yaml', 'settings.example.yaml'];

const program = cliProgram(
  'config:check',
  '检查配置目录中的 directory.yaml 和 settings.yaml。没有问题退出码为 0，有问题为 1，每行一处。',
)
  .option('--dir <目录>', '配置目录，默认取环境变量 CONFIG_DIR，再默认 config')
  .allowExcessArguments(false)
  .parse();

const { dir } = program.opts<{ dir?: string }>();
process.exitCode = check(dir);

/** Prints the outcome; returns the exit code. A folder that was named must hold something to check: the project's examples do not stand in for it. */
function check(named: string | undefined): 0 | 1 {
  try {
    const env = readProcessEnv();
    const dir = named ?? env.configDir;
    const isEmpty = !FILES.some((file) => existsSync(join(dir, file)));
    const place = { dir, demo: env.demo && !(isEmpty && named !== undefined), env: env.variables };
    const { directory, settings } = loadConfig(place);
    const { units, people, sites, groups } = directory;
    const files = `${configFile(place, 'directory')}、${configFile(place, 'settings')}`;
    console.log(
      `配置没有问题（${files}）：单位 ${units.length} 个，人员 ${people.length} 人，点位 ${sites.length} 个，群 ${groups.length} 个`,
    );
    const { dailyBulletin } = settings.jobs;
    if (dailyBulletin !== null && isQuietTime(dailyBulletin, settings))
      console.log(`提醒：日通报定在 ${dailyBulletin}，在安静时段内，除迎检期外发不出，请调整 jobs.dailyBulletin`);
    return 0;
  } catch (error) {
    if (error instanceof EnvFaults) for (const fault of error.faults) console.log(fault);
    else if (error instanceof ConfigFaults) for (const fault of error.faults) console.log(faultLine(fault));
    else throw error;
    return 1;
  }
}
