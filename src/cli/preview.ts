/** `npm run --silent preview -- daily|weekly|special [--date YYYY-MM-DD]`: prints the paper as it would go out (contract §1). */
import { InvalidArgumentError } from 'commander';
import { readProcessEnv } from '../../config/env.ts';
import { dailyBulletin } from '../domain/bulletin.ts';
import { withDeputies } from '../domain/absence.ts';
import { createDirectory } from '../domain/city.ts';
import type { Directory } from '../domain/city.ts';
import { settingsAt } from '../domain/inspection-period.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Settings } from '../domain/settings.ts';
import { atTime, dayOf, dayText, weekOf } from '../domain/shanghai.ts';
import { gatherDaily } from '../papers/daily-ground.ts';
import { gatherSpecialIssue } from '../papers/gathered.ts';
import { composeSpecialIssue } from '../papers/special-issue-compose.ts';
import { specialIssuePrint } from '../papers/special-issue.ts';
import { openForReading } from '../../storage/reading.ts';
import type { Reading } from '../../storage/reading.ts';
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
  await withCity(
    (now, { workday }) => (day === undefined || day === dayOf(now) ? now : atTime(day, workday.end)),
    async ({ store, directory, settings, at }) => {
      const period = { from: weekOf(dayOf(at)).from, to: dayOf(at) };
      const gathered = await gatherSpecialIssue({ store, directory, settings, at, kind: which, period });
      console.log(specialIssuePrint(composeSpecialIssue(gathered.issues, { ...gathered.question, directory })));
    },
  );
}

/** One paper for each group that receives it, under the group's name. */
async function printDaily(day: string | undefined): Promise<void> {
  await withCity(
    (now, { jobs }) => atTime(day ?? dayOf(now), jobs.dailyBulletin ?? USUAL_HOUR),
    async ({ store, directory, settings, at }) => {
      const { issues, reminded } = await gatherDaily({ store, directory, at });
      const groups = directory.groups.filter(({ receivesBulletin }) => receivesBulletin);
      const papers = (groups.length > 0 ? groups : [null]).map((group) => {
        const { text } = dailyBulletin(issues, { at, directory, settings, group, reminded });
        return group === null ? text : `—— ${group.name} ——\n${text}`;
      });
      console.log(papers.join('\n\n'));
    },
  );
}

interface CityThen {
  readonly store: Reading['store'];
  /** With the deputies of T's day. */
  readonly directory: Directory;
  /** With what had been switched in chat by T. */
  readonly settings: Settings;
  readonly at: Date;
}

/** Runs `work` with the city as it was at T. Throws Refusal where T's day has not come. */
async function withCity(
  momentOf: (now: Date, settings: Settings) => Date,
  work: (city: CityThen) => Promise<void>,
): Promise<void> {
  const { dataDir, databaseUrl, configDir, demo, simClock, variables } = readProcessEnv();
  const now = (): Date => simClock ?? new Date(Date.now());
  const { directory, settings } = configOrRefusal({ dir: configDir, demo, env: variables });
  const at = momentOf(now(), settings);
  if (dayOf(at) > dayOf(now())) {
    throw new Refusal('report.future', `${dayText(dayOf(at), dayOf(now()))}还没有到，无法预览。`);
  }
  const reading = await openForReading({ dataDir, databaseUrl, now });
  const { store } = reading;
  try {
    const absences = await store.absences.on(dayOf(at));
    await work({
      store,
      at,
      settings: await settingsAt(settings, at, store.inspectionSwitches),
      directory: withDeputies(createDirectory(directory), absences),
    });
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
