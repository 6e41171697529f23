/** `npm run restore -- FILE [--force]`: database and pictures from a backup (contract §1). */
import { readProcessEnv } from '../../config/env.ts';
import { stampText } from '../domain/shanghai.ts';
import { restoreBackup } from '../../storage/restore.ts';
import { cliProgram } from './options.ts';
import { orRefused, refuseOnServer } from './refused.ts';

const program = cliProgram('restore', '从备份文件恢复数据库和图片。请先停止机器人。')
  .argument('<文件>', '备份文件')
  .option('--force', '覆盖现有的数据')
  .allowExcessArguments(false)
  .parse();

await orRefused(async () => {
  const { dataDir, databaseUrl } = readProcessEnv();
  const [source = ''] = program.args;
  const { force = false } = program.opts<{ force?: boolean }>();
  refuseOnServer(databaseUrl, 'pg_restore', dataDir);
  const { files, madeAt } = await restoreBackup({ dataDir, source, force });
  console.log(`已恢复到 ${dataDir}：备份于 ${stampText(madeAt)}，图片和文件 ${files} 个`);
});
