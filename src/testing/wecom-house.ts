/** The house on the doors of a fake WeCom, over real HTTP: what tests of webhooks, restarts and deliveries start from. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { readEnv } from '../../config/env.ts';
import { assemble } from '../assemble.ts';
import type { House } from '../house.ts';
import { SECRETS, startFakeWecom } from './fake-wecom/index.ts';
import type { FakeWecom, Outcome, Spoken } from './fake-wecom/index.ts';

export const CITY_CHAT = 'wrCityGroup01';

export interface WecomHouse {
  readonly fake: FakeWecom;
  readonly house: House;
  /** Base address of the house. */
  readonly url: string;
  /** What was logged, for tests of refusals. */
  readonly lines: readonly string[];
  /** Platform id of a person of the directory. */
  idOf(name: string): string;
  /** A person says something in the city's group, with everything the vendor does about it. */
  says(name: string, text: string, more?: Partial<Spoken>): Promise<Outcome>;
  /** The passive answer's text of an outcome. */
  answerOf(outcome: Outcome): string;
  /** Moves the clock on. */
  pass(ms: number): void;
  /** Ends the house and starts another on the same data; `afterMs` later by the clock. */
  restart(afterMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface WecomHouseOptions {
  readonly at?: string;
  /** The group is paired and has a webhook; false: the directory knows nothing of it. */
  readonly paired?: boolean;
  /** There is a 自建应用 beside the bot. */
  readonly withApp?: boolean;
}

export async function openWecomHouse({
  at = '2026-11-18T10:00:00+08:00',
  paired = true,
  withApp = false,
}: WecomHouseOptions = {}): Promise<WecomHouse> {
  const clock = { now: new Date(at) };
  const now = (): Date => clock.now;
  const fake = await startFakeWecom({ now });
  const dir = await mkdtemp(path.join(tmpdir(), 'duban-wecom-'));
  const webhook = fake.webhookOf(CITY_CHAT);
  const people = await writeConfig(dir, paired ? { chatId: CITY_CHAT, webhook } : { webhook });
  fake.city.group(CITY_CHAT).members = [...people.values()].map((id) => fake.city.person(id).userId);
  const env = readEnv({
    PORT: '0',
    DATA_DIR: path.join(dir, 'data'),
    CONFIG_DIR: dir,
    WECOM_TOKEN: SECRETS.bot.token,
    WECOM_ENCODING_AES_KEY: SECRETS.bot.aesKey,
    WECOM_API_BASE: fake.url,
    ...(withApp && {
      WECOM_CORP_ID: SECRETS.app.corpId,
      WECOM_AGENT_ID: String(SECRETS.app.agentId),
      WECOM_APP_SECRET: SECRETS.app.secret,
      WECOM_APP_TOKEN: SECRETS.app.token,
      WECOM_APP_ENCODING_AES_KEY: SECRETS.app.aesKey,
    }),
  });
  const lines: string[] = [];
  const open = (): Promise<House> =>
    assemble({ env, realNow: now, log: (line, fields = {}) => lines.push(`${line} ${JSON.stringify(fields)}`) });
  let house = await open();
  let url = await house.start();
  const idOf = (name: string): string => {
    const id = people.get(name);
    if (id === undefined) throw new Error(`${name} has no platform id`);
    return id;
  };

  return {
    fake,
    get house() {
      return house;
    },
    get url() {
      return url;
    },
    lines,
    idOf,
    says: (name, text, more = {}) =>
      fake.callback.deliver(
        `${url}/webhook/wecom`,
        fake.message({ from: idOf(name), chatId: CITY_CHAT, text: `@督办机器人 ${text}`, ...more }),
      ),
    answerOf: ({ passive }) => (passive as { stream?: { content?: string } } | null)?.stream?.content ?? '',
    pass(ms) {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    async restart(afterMs = 0) {
      await house.stop();
      clock.now = new Date(clock.now.getTime() + afterMs);
      house = await open();
      url = await house.start();
    },
    async close() {
      await house.stop();
      await fake.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The invented city with the given addresses for its first group; gives the platform ids by name. */
async function writeConfig(dir: string, wecom: object): Promise<Map<string, string>> {
  const example = new URL('../../config/', import.meta.url);
  const directory = parseDocument(await readFile(new URL('directory.example.yaml', example), 'utf8'));
  directory.setIn(['groups', 0, 'wecom'], wecom);
  await writeFile(path.join(dir, 'directory.yaml'), directory.toString());
  await writeFile(path.join(dir, 'settings.yaml'), await readFile(new URL('settings.example.yaml', example)));
  const { people } = directory.toJS() as { people: { name: string; wecom?: string }[] }; // the example passes its own check
  return new Map(people.flatMap(({ name, wecom: id }) => (id === undefined ? [] : [[name, id] as const])));
}
