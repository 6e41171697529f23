/** One import: read, say what was understood, and write where that was asked for. */
import { basename, join } from 'node:path';
import { configFile } from '../../../config/files.ts';
import type { Config, ConfigPlace } from '../../../config/files.ts';
import type { Env } from '../../../config/env.ts';
import { openStorage } from '../../../storage/database.ts';
import { openForReading } from '../../../storage/reading.ts';
import type { Store } from '../../../storage/store.ts';
import { createDirectory } from '../../domain/city.ts';
import type { Directory } from '../../domain/city.ts';
import { exampleAnswers } from '../../domain/import-row.ts';
import { Refusal } from '../../domain/refusal.ts';
import { yearOfFileName } from '../../papers/import/date-cell.ts';
import type { ImportKind } from '../../papers/import/fields.ts';
import { outcomeText } from '../../papers/import/outcome-text.ts';
import type { Understood } from '../../papers/import/outcome.ts';
import { understandProblems } from '../../papers/import/problems.ts';
import type { ProblemEntry } from '../../papers/import/problems.ts';
import { understandRoster } from '../../papers/import/roster.ts';
import { understandSites } from '../../papers/import/sites.ts';
import type { ReadList } from '../../papers/import/table-reading.ts';
import { tasksAdvice, understandTasks } from '../../papers/import/tasks.ts';
import { cellCategoryFinder } from '../../reading/cell-category.ts';
import { MOST_IN_RANGE } from '../../reading/numbers.ts';
import { admit, withRoster, withSites, writeDirectory } from './directory-file.ts';
import { configOrRefusal } from '../refused.ts';
import { openList } from './list-file.ts';
import { writeProblems, writeTasks } from './write.ts';

export interface ImportOrder {
  readonly kind: ImportKind;
  readonly file: string;
  readonly sheet: string | undefined;
  /** Who imports; undefined: the first of the office. */
  readonly by: string | undefined;
  readonly write: boolean;
  readonly env: Env;
  readonly now: () => Date;
}

/** Does it and returns what to print. Throws Refusal in words. */
export async function runImport(order: ImportOrder): Promise<string> {
  const { kind, file, sheet, env } = order;
  const place = { dir: env.configDir, demo: env.demo, env: env.variables };
  const config = configOrRefusal(place);
  const directory = createDirectory(config.directory);
  const list = await openList(kind, file, sheet);
  const work = { order, config, directory, list, place };
  const text = kind === 'directory' || kind === 'sites' ? await intoDirectory(work) : await intoDatabase(work);
  const ending = order.write ? '' : '\n还没有写入。核对无误后，在命令后面加 --yes 再运行一次。';
  return `文件 ${file}：${text}${ending}`;
}

interface Work {
  readonly order: ImportOrder;
  readonly config: Config;
  readonly directory: Directory;
  readonly list: ReadList;
  readonly place: ConfigPlace;
}

async function intoDirectory({ order, config, directory, list, place }: Work): Promise<string> {
  const { kind, write } = order;
  const to = join(place.dir, 'directory.yaml');
  const files = { from: configFile(place, 'directory'), to, env: place.env };
  const { outcome, text } =
    kind === 'sites'
      ? await admit(files, understandSites(list, { directory, settings: config.settings }), withSites)
      : await admit(files, understandRoster(list, { directory }), withRoster);
  const said = outcomeText(list, outcome);
  if (!write || outcome.entries.length === 0) return said;
  await writeDirectory(to, text);
  return `${said}\n已写入 ${to}：${outcome.entries.length}行。`;
}

async function intoDatabase({ order, config, directory, list }: Work): Promise<string> {
  const { kind, file, env, now } = order;
  const by = importer(order.by, directory);
  const year = yearOfFileName(basename(file));
  const options = { dataDir: env.dataDir, databaseUrl: env.databaseUrl ?? undefined, now };
  const { settings } = config;
  const understood = { directory, year, settings, findCategory: cellCategoryFinder(settings.categories) };
  if (!order.write) {
    // A look must not make a database where there is none.
    const reading = await openForReading(options);
    const { store } = reading;
    try {
      if (kind === 'tasks') {
        const outcome = understandTasks(list, { directory, year, known: await store.tasks.list({}) });
        return `${outcomeText(list, outcome)}${tasksAdvice(outcome)}`;
      }
      const known = await store.issues.list({});
      return outcomeText(list, understandProblems(list, { ...understood, known, rows: await openRows(store) }));
    } finally {
      await reading.close();
    }
  }
  const storage = await openStorage(options);
  const writing = { storage, at: now(), by, file: basename(file), settings };
  try {
    if (kind === 'tasks') {
      const outcome = understandTasks(list, { directory, year, known: await storage.store.tasks.list({}) });
      const numbers = await writeTasks(outcome, writing);
      return `${written(list, outcome, numbers)}${tasksAdvice(outcome, numbers)}`;
    }
    const known = await storage.store.issues.list({});
    const rows = await openRows(storage.store);
    const outcome = understandProblems(list, { ...understood, known, rows });
    const { numbers, waiting, importNo } = await writeProblems(outcome, writing);
    const rest = waiting === 0 ? '' : waitingText(outcome.entries, importNo ?? 0);
    return `${written(list, outcome, numbers)}${draftsText([...numbers.values()])}${rest}`;
  } finally {
    await storage.close();
  }
}

const openRows = (store: Pick<Store, 'imports'>) => store.imports.rows({ states: ['waiting', 'dropped'] });

/** How the drafts are handed over, from the first on. */
function draftsText(numbers: readonly string[]): string {
  const [first] = numbers;
  if (first === undefined) return '';
  const from = Number(first.slice(1));
  const to = from + Math.min(numbers.length, MOST_IN_RANGE) - 1;
  const more = numbers.length > MOST_IN_RANGE ? `，一次最多${MOST_IN_RANGE}件` : '';
  return `都是草稿，创城办核对后回复“确认${from === to ? from : `${from}至${to}`}”即交办${more}。`;
}

/** What waits is settled in chat, by the numbers of the sheet's rows. */
function waitingText(entries: Understood<ProblemEntry>['entries'], importNo: number): string {
  const waiting = entries.filter(({ open }) => open.length > 0);
  const example = waiting.slice(0, 1).map(({ rowNo, open, ...problem }) => exampleAnswers({ rowNo, open, problem }));
  return `\n还有${waiting.length}行待定，列为导入${importNo}号。请创城办在群里告诉机器人，如${example.join('')}；回复“导入待定清单”看还有哪些。`;
}

function written(
  list: ReadList,
  outcome: Parameters<typeof outcomeText>[1],
  numbers: ReadonlyMap<number, string>,
): string {
  const all = [...numbers.values()];
  const [first] = all;
  const span = all.length < 2 ? first : `${first}至${all.at(-1)}`;
  const nothing = outcome.entries.length === 0 ? '没有新的内容要写入。' : '没有可以直接登记的行。';
  const text = span === undefined ? nothing : `已写入${all.length}件：${span}。`;
  return `${outcomeText(list, outcome, numbers)}\n${text}`;
}

function importer(named: string | undefined, directory: Directory): string {
  const person = named === undefined ? directory.officePeople()[0] : directory.person(named);
  if (person !== undefined) return person.name;
  throw new Refusal(
    'argument',
    named === undefined ? '通讯录里没有创城办的人，请用 --as 姓名 说明由谁导入' : `通讯录里没有“${named}”`,
  );
}
