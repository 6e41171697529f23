import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ENV_KEYS, parseSimClock } from './env-keys.ts';
import { EnvFaults, readEnv } from './env.ts';

const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const CALLBACK = { WECOM_TOKEN: 't', WECOM_ENCODING_AES_KEY: AES_KEY };
const DINGTALK = { DINGTALK_CLIENT_ID: 'id', DINGTALK_CLIENT_SECRET: 'secret' };

function faultsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvFaults) return error.faults;
    throw error;
  }
  return [];
}

test('nothing set: the defaults, and demo mode', () => {
  expect(readEnv({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    dataDir: 'data',
    configDir: 'config',
    databaseUrl: null,
    logLevel: 'info',
    links: null,
    demo: true,
    simulator: true,
    simClock: null,
    wecom: { apiBase: 'https://qyapi.weixin.qq.com', callback: null, socket: null, app: null },
    dingtalk: null,
    variables: {},
  });
});

test('everything set', () => {
  const env = readEnv({
    ...CALLBACK,
    ...DINGTALK,
    HOST: '0.0.0.0',
    PORT: '0',
    DATABASE_URL: 'postgres://u:p@db:5432/x',
    PUBLIC_URL: 'https://duban.example.com/',
    LINK_SECRET: '0123456789abcdef',
    WECOM_BOT_ID: 'bot',
    WECOM_BOT_SECRET: 'bs',
    WECOM_WS_URL: 'ws://127.0.0.1:1/',
    WECOM_CORP_ID: 'corp',
    WECOM_AGENT_ID: '1000002',
    WECOM_APP_SECRET: 'as',
    WECOM_APP_TOKEN: 'at',
    WECOM_APP_ENCODING_AES_KEY: AES_KEY,
    WECOM_API_BASE: 'http://127.0.0.1:2/',
    DINGTALK_MODE: 'http',
    SIM_CLOCK: '2026-11-22T10:00:00+08:00',
  });
  expect(env).toMatchObject({
    port: 0,
    databaseUrl: 'postgres://u:p@db:5432/x',
    links: { publicUrl: 'https://duban.example.com', secret: '0123456789abcdef' },
    demo: false,
    simulator: false,
    simClock: new Date('2026-11-22T02:00:00Z'),
    wecom: {
      apiBase: 'http://127.0.0.1:2',
      callback: { token: 't', encodingAesKey: AES_KEY, receiveId: '' },
      socket: { botId: 'bot', secret: 'bs', url: 'ws://127.0.0.1:1/' },
      app: { corpId: 'corp', agentId: 1000002, secret: 'as', token: 'at', encodingAesKey: AES_KEY },
    },
    dingtalk: { clientId: 'id', clientSecret: 'secret', robotCode: 'id', mode: 'http' },
  });
});

describe('demo mode', () => {
  test.each([
    ['no platform', {}, { demo: true, simulator: true }],
    ['no platform, simulator off', { SIMULATOR: 'off' }, { demo: true, simulator: false }],
    ['a platform', CALLBACK, { demo: false, simulator: false }],
    ['a platform and the simulator', { ...DINGTALK, SIMULATOR: 'on' }, { demo: true, simulator: true }],
    ['only an address of the platform', { WECOM_API_BASE: 'http://127.0.0.1' }, { demo: true, simulator: true }],
  ])('%s', (_, source, expected) => {
    expect(readEnv(source)).toMatchObject(expected);
  });
});

describe('.env is weaker than the environment, and empty is not set', () => {
  test('both', () => {
    const env = readEnv({ PORT: '4000', DATA_DIR: '' }, 'PORT=5000\nDATA_DIR=elsewhere\nHOST="::1" # 本机\n');
    expect(env).toMatchObject({ port: 4000, dataDir: 'data', host: '::1' });
  });

  test('what `${NAME}` may use stands in variables', () => {
    expect(readEnv({}, 'WECOM_WEBHOOK_CITY=https://example.com/a?b=c').variables).toEqual({
      WECOM_WEBHOOK_CITY: 'https://example.com/a?b=c',
    });
  });
});

describe('faults', () => {
  test.each([
    ['a mistyped key', { WECOM_TOKN: 'x' }, ['环境变量 WECOM_TOKN 不认识，是否应为 WECOM_TOKEN']],
    ['a foreign key', { DINGTALK_SOMETHING_ELSE: 'x' }, ['环境变量 DINGTALK_SOMETHING_ELSE 不认识，请删去']],
    [
      'half a bot',
      { WECOM_TOKEN: 'x' },
      ['企业微信智能机器人（回调）还缺环境变量 WECOM_ENCODING_AES_KEY（已有 WECOM_TOKEN），请补全，或全部删去'],
    ],
    [
      'an address without its bot',
      { WECOM_WS_URL: 'wss://x' },
      [
        '企业微信智能机器人（长连接）还缺环境变量 WECOM_BOT_ID、WECOM_BOT_SECRET（已有 WECOM_WS_URL），请补全，或全部删去',
      ],
    ],
    [
      'links without a key',
      { PUBLIC_URL: 'https://x.example' },
      ['问题详情链接还缺环境变量 LINK_SECRET（已有 PUBLIC_URL），请补全，或全部删去'],
    ],
    [
      'a short AES key',
      { ...CALLBACK, WECOM_ENCODING_AES_KEY: 'short' },
      ['环境变量 WECOM_ENCODING_AES_KEY 应为 43 个字母和数字，请从管理后台重新复制'],
    ],
    ['a port that is none', { PORT: '65536' }, ['环境变量 PORT 应为 0 到 65535 的整数（0 表示自动选一个）']],
    ['a port with a word', { PORT: '3000a' }, ['环境变量 PORT 应为 0 到 65535 的整数（0 表示自动选一个）']],
    [
      'a database of another kind',
      { DATABASE_URL: 'mysql://x' },
      ['环境变量 DATABASE_URL 应为 postgres:// 开头的数据库地址'],
    ],
    ['a mode that is none', { ...DINGTALK, DINGTALK_MODE: 'https' }, ['环境变量 DINGTALK_MODE 只能是 http、stream']],
    ['a clock in words', { SIM_CLOCK: '明天' }, ['环境变量 SIM_CLOCK 应为 2026-11-22T10:00:00+08:00 这样的时间']],
    [
      'a base that is no address',
      { WECOM_API_BASE: 'qyapi' },
      ['环境变量 WECOM_API_BASE 应为 https:// 或 http:// 开头的网址'],
    ],
  ])('%s', (_, source: Record<string, string>, expected) => {
    expect(faultsOf(source)).toEqual(expected);
  });

  test('all at once, and no value is repeated', () => {
    const faults = faultsOf({
      WECOM_TOKN: 'SECRET1',
      PORT: 'SECRET2',
      DINGTALK_CLIENT_SECRET: 'SECRET3',
      WECOM_APP_ENCODING_AES_KEY: 'SECRET4',
    });
    expect(faults).toHaveLength(5);
    expect(faults.join('\n')).not.toMatch(/SECRET\d/);
  });
});

describe('the simulated clock', () => {
  test.each([
    ['2026-11-22T10:00:00+08:00', '2026-11-22T02:00:00.000Z'],
    ['2026-11-22T02:00:00Z', '2026-11-22T02:00:00.000Z'],
    ['2026-11-22T10:00', '2026-11-22T02:00:00.000Z'],
    ['2026-02-30T10:00:00+08:00', undefined],
    ['2026-11-22', undefined],
    ['2026-11-22T25:00:00Z', undefined],
  ])('%s is %s', (text, at) => {
    expect(parseSimClock(text)?.toISOString()).toBe(at);
  });
});

test('.env.example names every key with a Chinese line above it, sets none, and is accepted', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  expect(Object.keys(parseEnv(text)).toSorted()).toEqual(Object.keys(ENV_KEYS).toSorted());
  const lines = text.split('\n');
  const bare = lines.filter((line, at) => /^[A-Z]/.test(line) && !/^# .*\p{Script=Han}/u.test(lines[at - 1] ?? ''));
  expect(bare).toEqual([]);
  expect(readEnv({}, text)).toEqual(readEnv({}));
});
