/** 环境变量: the only reader of process.env and `.env`. Everything is checked at start, and all faults are named at once (contract §2). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ENV_KEYS, ENV_SETS, FREE_KEYS, parseSimClock } from './env-keys.ts';
import { nearest } from './nearest.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export interface Env {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  readonly dataDir: string;
  readonly configDir: string;
  /** Null: SQLite under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly logLevel: string;
  /** Base (no slash at the end) and key of the signed links; null: messages carry none. */
  readonly links: { readonly publicUrl: string; readonly secret: string } | null;
  /** No platform configured, or the simulator asked for: the example files stand in for missing ones. */
  readonly demo: boolean;
  readonly simulator: boolean;
  /** Where the simulated clock starts; null: now. */
  readonly simClock: Date | null;
  readonly wecom: {
    readonly apiBase: string;
    /** 智能机器人, URL mode. */
    readonly callback: { readonly token: string; readonly encodingAesKey: string; readonly receiveId: string } | null;
    /** 智能机器人, long connection. `url` null: the vendor's address. */
    readonly socket: { readonly botId: string; readonly secret: string; readonly url: string | null } | null;
    /** 自建应用. */
    readonly app: {
      readonly corpId: string;
      readonly agentId: number;
      readonly secret: string;
      readonly token: string;
      readonly encodingAesKey: string;
    } | null;
  };
  readonly dingtalk: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly robotCode: string;
    readonly mode: 'http' | 'stream';
    readonly apiBase: string;
    readonly oapiBase: string;
  } | null;
  /** Everything that is set, for `${NAME}` in the settings files. Holds secrets. */
  readonly variables: Variables;
}

/** All faults of the environment at once, a Chinese line each, without values. */
export class EnvFaults extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'EnvFaults';
    this.faults = faults;
  }
}

/** The environment of this process, over the `.env` of the given folder. Throws EnvFaults. */
export function readProcessEnv(folder = '.'): Env {
  const file = join(folder, '.env');
  return readEnv(process.env, existsSync(file) ? readFileSync(file, 'utf8') : '');
}

/** Checks and types a set of variables; `dotEnv` is the text of `.env`, weaker than `source`. An empty value counts as not set. Throws EnvFaults. */
export function readEnv(source: Variables, dotEnv = ''): Env {
  const merged = { ...parseEnv(dotEnv), ...source };
  const set = Object.entries(merged).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()] as const] : []));
  const variables: Variables = Object.fromEntries(set);
  const faults = [...unknownKeys(variables), ...malformed(variables), ...halfGiven(variables)];
  if (faults.length > 0) throw new EnvFaults(faults);
  return typed(variables);
}

function unknownKeys(variables: Variables): string[] {
  return Object.keys(variables)
    .filter((key) => /^(WECOM|DINGTALK)_/.test(key) && !Object.hasOwn(ENV_KEYS, key) && !FREE_KEYS.test(key))
    .map((key) => {
      const meant = nearest(key, Object.keys(ENV_KEYS));
      return `环境变量 ${key} 不认识，${meant === undefined ? '请删去' : `是否应为 ${meant}`}`;
    });
}

function malformed(variables: Variables): string[] {
  return Object.entries(ENV_KEYS).flatMap(([key, check]) => {
    const value = variables[key];
    const complaint = value === undefined ? undefined : check(value);
    return complaint === undefined ? [] : [`环境变量 ${key} ${complaint}`];
  });
}

function halfGiven(variables: Variables): string[] {
  return ENV_SETS.flatMap(({ name, all, also }) => {
    const given = [...all, ...also].filter((key) => variables[key] !== undefined);
    const missing = all.filter((key) => variables[key] === undefined);
    if (given.length === 0 || missing.length === 0) return [];
    return [`${name}还缺环境变量 ${missing.join('、')}（已有 ${given.join('、')}），请补全，或全部删去`];
  });
}

function typed(variables: Variables): Env {
  const get = (key: string): string | null => variables[key] ?? null;
  const or = (key: string, usual: string): string => variables[key] ?? usual;
  const wecom = wecomOf(get);
  const dingtalk = dingtalkOf(get);
  const noPlatform = !wecom.callback && !wecom.socket && !wecom.app && !dingtalk;
  const [publicUrl, secret, simClock] = [get('PUBLIC_URL'), get('LINK_SECRET'), get('SIM_CLOCK')];
  return {
    host: or('HOST', '127.0.0.1'),
    port: Number(or('PORT', '3000')),
    dataDir: or('DATA_DIR', 'data'),
    configDir: or('CONFIG_DIR', 'config'),
    databaseUrl: get('DATABASE_URL'),
    logLevel: or('LOG_LEVEL', 'info'),
    links: publicUrl && secret ? { publicUrl: withoutSlash(publicUrl), secret } : null,
    demo: noPlatform || get('SIMULATOR') === 'on',
    simulator: or('SIMULATOR', noPlatform ? 'on' : 'off') === 'on',
    simClock: simClock === null ? null : parseSimClock(simClock),
    wecom,
    dingtalk,
    variables,
  };
}

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

type Get = (key: string) => string | null;

function wecomOf(get: Get): Env['wecom'] {
  const [token, encodingAesKey] = [get('WECOM_TOKEN'), get('WECOM_ENCODING_AES_KEY')];
  const [botId, botSecret] = [get('WECOM_BOT_ID'), get('WECOM_BOT_SECRET')];
  const [corpId, agentId, secret] = [get('WECOM_CORP_ID'), get('WECOM_AGENT_ID'), get('WECOM_APP_SECRET')];
  const [appToken, appKey] = [get('WECOM_APP_TOKEN'), get('WECOM_APP_ENCODING_AES_KEY')];
  return {
    apiBase: withoutSlash(get('WECOM_API_BASE') ?? 'https://qyapi.weixin.qq.com'),
    callback: token && encodingAesKey ? { token, encodingAesKey, receiveId: get('WECOM_RECEIVE_ID') ?? '' } : null,
    socket: botId && botSecret ? { botId, secret: botSecret, url: get('WECOM_WS_URL') } : null,
    app:
      corpId && agentId && secret && appToken && appKey
        ? { corpId, agentId: Number(agentId), secret, token: appToken, encodingAesKey: appKey }
        : null,
  };
}

function dingtalkOf(get: Get): Env['dingtalk'] {
  const [clientId, clientSecret] = [get('DINGTALK_CLIENT_ID'), get('DINGTALK_CLIENT_SECRET')];
  if (!clientId || !clientSecret) return null;
  return {
    clientId,
    clientSecret,
    robotCode: get('DINGTALK_ROBOT_CODE') ?? clientId,
    mode: get('DINGTALK_MODE') === 'http' ? 'http' : 'stream',
    apiBase: withoutSlash(get('DINGTALK_API_BASE') ?? 'https://api.dingtalk.com'),
    oapiBase: withoutSlash(get('DINGTALK_OAPI_BASE') ?? 'https://oapi.dingtalk.com'),
  };
}
