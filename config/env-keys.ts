/** The keys of the environment (contract §2): what each may hold, and which belong together. Faults never repeat a value: it may be a secret. */

/** The Chinese complaint about a value, or undefined where it is good. */
type Check = (value: string) => string | undefined;

const matches =
  (pattern: RegExp, complaint: string): Check =>
  (value) =>
    pattern.test(value) ? undefined : complaint;

const oneOf = (...words: readonly string[]): Check => {
  const complaint = `只能是 ${words.join('、')}`;
  return (value) => (words.includes(value) ? undefined : complaint);
};

const url =
  (complaint: string, ...schemes: readonly string[]): Check =>
  (value) =>
    schemes.includes(URL.parse(value)?.protocol ?? '') ? undefined : complaint;

const text = matches(/^\S+$/, '中间不能有空格');
const httpUrl = url('应为 https:// 或 http:// 开头的网址', 'https:', 'http:');
const aesKey = matches(/^[A-Za-z0-9+/]{43}$/, '应为 43 个字母和数字，请从管理后台重新复制');

const port: Check = (value) =>
  /^\d{1,5}$/.test(value) && Number(value) <= 65535 ? undefined : '应为 0 到 65535 的整数（0 表示自动选一个）';

const simClock: Check = (value) =>
  parseSimClock(value) === null ? '应为 2026-11-22T10:00:00+08:00 这样的时间' : undefined;

/**
 * An ISO time with or without an offset; without one it is Beijing time, as a clerk would mean it.
 * Null for what is no time, also for the 30th of February.
 */
export function parseSimClock(value: string): Date | null {
  const parts = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/.exec(value);
  if (parts === null) return null;
  const day = new Date(`${parts[1]}T00:00:00Z`);
  const at = new Date(parts[4] === undefined ? `${value}+08:00` : value);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${parts[1]}`);
  return exists && !Number.isNaN(at.getTime()) ? at : null;
}

export const ENV_KEYS: Readonly<Record<string, Check>> = {
  HOST: text,
  PORT: port,
  DATA_DIR: matches(/./, '不能为空'),
  CONFIG_DIR: matches(/./, '不能为空'),
  DATABASE_URL: url('应为 postgres:// 开头的数据库地址', 'postgres:', 'postgresql:'),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
  PUBLIC_URL: httpUrl,
  LINK_SECRET: matches(/^\S{16,}$/, '至少 16 个字符，中间不能有空格'),
  SIMULATOR: oneOf('on', 'off'),
  SIM_CLOCK: simClock,
  WECOM_TOKEN: text,
  WECOM_ENCODING_AES_KEY: aesKey,
  WECOM_RECEIVE_ID: text,
  WECOM_BOT_ID: text,
  WECOM_BOT_SECRET: text,
  WECOM_WS_URL: url('应为 wss:// 或 ws:// 开头的地址', 'wss:', 'ws:'),
  WECOM_CORP_ID: text,
  WECOM_AGENT_ID: matches(/^\d+$/, '应为数字'),
  WECOM_APP_SECRET: text,
  WECOM_APP_TOKEN: text,
  WECOM_APP_ENCODING_AES_KEY: aesKey,
  WECOM_API_BASE: httpUrl,
  DINGTALK_CLIENT_ID: text,
  DINGTALK_CLIENT_SECRET: text,
  DINGTALK_ROBOT_CODE: text,
  DINGTALK_MODE: oneOf('http', 'stream'),
  DINGTALK_API_BASE: httpUrl,
  DINGTALK_OAPI_BASE: httpUrl,
};

/** Keys with a free ending, for `${NAME}` in directory.yaml: the webhooks of groups and their signing secrets. */
export const FREE_KEYS = /^(WECOM_WEBHOOK|DINGTALK_WEBHOOK|DINGTALK_SECRET)_[A-Z0-9_]+$/;

/** Keys that are of use only together. `also`: useless without the others, but not needed. */
export const ENV_SETS: readonly {
  readonly name: string;
  readonly all: readonly string[];
  readonly also: readonly string[];
}[] = [
  { name: '企业微信智能机器人（回调）', all: ['WECOM_TOKEN', 'WECOM_ENCODING_AES_KEY'], also: ['WECOM_RECEIVE_ID'] },
  { name: '企业微信智能机器人（长连接）', all: ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'], also: ['WECOM_WS_URL'] },
  {
    name: '企业微信自建应用',
    all: ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_APP_SECRET', 'WECOM_APP_TOKEN', 'WECOM_APP_ENCODING_AES_KEY'],
    also: [],
  },
  {
    name: '钉钉企业机器人',
    all: ['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET'],
    also: ['DINGTALK_ROBOT_CODE'],
  },
  { name: '问题详情链接', all: ['PUBLIC_URL', 'LINK_SECRET'], also: [] },
];
