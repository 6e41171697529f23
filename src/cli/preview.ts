/** `npm run --silent preview -- daily|weekly|special [--date YYYY-MM-DD]`: prints the paper as it would go out (contract §1). */
import { InvalidArgumentError } from 'commander';
import { readProcessEnv } from '../../config/env.ts';
import { dailyBulletin } from '../domain/bulletin.ts';
import { createDirectory } from '../domain/city.ts';
import { atTime, dayOf, weekOf } from '../domain/shanghai.ts';
import { gatherSpecialIssue } from '../papers/gathered.ts';
import { composeSpecialIssue } from '../papers/special-issue-compose.ts';
import { specialIssuePrint } from '../papers/special-issue.ts';
import { openForReading } from '../../storage/reading.ts';
import { cliProgram } from './options.ts';
import { configOrRefusal, orRefused } from './refused.ts';

const KINDS = ['daily', 'weekly', 'special'];
const USUAL_HOUR = '18:10';

const program = cliProgram('preview', '打印要发出的通报，不发送也不保存。')
  .argument('<种类>', 'daily 日通报、weekly 周报、special 督查专报', (text: string) => {
    if (KINDS.includes(text)) return text;
    throw new InvalidArgumentError('应为 daily、weekly 或 special。');
  })
  .option('--date <日期>', '哪一天的，写成 2026-11-22，默认今天', (text: string) => {
    if (isDay(text)) return text;
    throw new InvalidArgumentError('应为 2026-11-22 这样的日期。');
  })
  .allowExcessArguments(false)
  .parse();

const [kind = 'daily'] = program.args;
const { date } = program.opts<{ date?: string }>();
await orRefused(() => (kind === 'weekly' || kind === 'special' ? printNumbered(kind, date) : printDaily(date)));

/** The week up to that day, as it would be drafted at the end of the working day. */
async function printNumbered(which: 'weekly' | 'special', day: string | undefined): Promise<void> {
  const { reading, directory, settings, now } = await opened();
  try {
    const today = dayOf(now());
    const at = day === undefined || day === today ? now() : atTime(day, settings.workday.end);
    const { store } = reading;
    const question = {
      store,
      directory,
      settings,
      at,
      kind: which,
      period: { from: weekOf(dayOf(at)).from, to: dayOf(at) },
    };
    const { issues, question: asked } = await gatherSpecialIssue(question);
    console.log(specialIssuePrint(composeSpecialIssue(issues, { ...asked, directory })));
  } finally {
    await reading.close();
  }
}

async function opened() {
  const { dataDir, databaseUrl, configDir, demo, simClock, variables } = readProcessEnv();
  const now = (): Date => simClock ?? new Date(Date.now());
  const { directory, settings } = configOrRefusal({ dir: configDir, demo, env: variables });
  const reading = await openForReading({ dataDir, databaseUrl, now });
  return { now, settings, directory: createDirectory(directory), reading };
}

/** One paper for each group that receives it, under the group's name. */
async function printDaily(day: string | undefined): Promise<void> {
  const { reading, directory, settings, now } = await opened();
  try {
    const at = atTime(day ?? dayOf(now()), settings.jobs.dailyBulletin ?? USUAL_HOUR);
    const issues = await reading.store.issues.listAsOf(at, {});
    const groups = directory.groups.filter(({ receivesBulletin }) => receivesBulletin);
    const papers = (groups.length > 0 ? groups : [null]).map((group) => {
      const { text } = dailyBulletin(issues, { at, directory, settings, group, reminded: new Set() });
      return group === null ? text : `—— ${group.name} ——\n${text}`;
    });
    console.log(papers.join('\n\n'));
  } finally {
    await reading.close();
  }
}

function isDay(text: string): boolean {
  try {
    return dayOf(atTime(text, '12:00')) === text;
  } catch {
    return false;
  }
}
