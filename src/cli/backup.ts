/** `npm run backup -- FILE`: an online, consistent copy of database and pictures in one file (contract §1). */
import { readProcessEnv } from '../../config/env.ts';
import { writeBackup } from '../../storage/backup.ts';
import { cliProgram } from './options.ts';
import { orRefused, refuseOnServer } from './refused.ts';

const program = cliProgram('backup', '把数据库和图片备份成一个文件，机器人可以照常运行。')
  .argument('<文件>', '备份文件，例如 /备份/创城-11月22日.backup')
  .allowExcessArguments(false)
  .parse();

await orRefused(async () => {
  const { dataDir, databaseUrl } = readProcessEnv();
  const [target = ''] = program.args;
  refuseOnServer(databaseUrl, 'pg_dump', dataDir);
  const { files, bytes, damaged } = await writeBackup({ dataDir, target });
  console.log(`已备份到 ${target}：图片和文件 ${files} 个，共 ${(bytes / 1024 / 1024).toFixed(1)} MB`);
  for (const hash of damaged) console.error(`有一个图片已损坏，没有备份：${hash}`);
});
