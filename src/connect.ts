/** The doors of the house: which platforms the environment asks for, and what each is given. Only here their names stand side by side. */
import type { Router } from '@koa/router';
import type { Env } from '../config/env.ts';
import { roleWord } from '../config/roles.ts';
import type { Settings as VendorSettings } from '../config/settings.ts';
import type { FileStore } from '../storage/files.ts';
import type { Storage } from '../storage/store.ts';
import type { Log } from './log.ts';
import type { City } from './bot/bot.ts';
import type { Deliver, Platform, PlatformName } from './chat.ts';
import type { Person } from './domain/directory.ts';
import { createSimPage } from './pages/sim.ts';
import { createDingtalk } from './platforms/dingtalk/index.ts';
import { createSimulatorApi } from './platforms/simulator/api.ts';
import type { SimulatorClock } from './platforms/simulator/api.ts';
import { createSimulator } from './platforms/simulator/index.ts';
import type { Simulator } from './platforms/simulator/index.ts';
import { createWecom, WS_URL } from './platforms/wecom/index.ts';

export interface Connections {
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  /** By the last part of the webhook's path. */
  readonly doors: ReadonlyMap<string, Platform>;
  readonly simulator: Simulator | null;
  /** The simulator's page and API, where there is a simulator. */
  pages(parts: { deliver: Deliver; settle: () => Promise<void>; clock: SimulatorClock }): Router[];
}

export interface ConnectOptions {
  readonly env: Env;
  readonly storage: Storage;
  readonly files: FileStore;
  readonly city: () => City;
  /** What vendors are told beside the environment; read once. */
  readonly vendors: Pick<VendorSettings, 'dingtalk' | 'wecom'>;
  readonly owner: string;
  readonly now: () => Date;
  readonly log: Log;
}

export function connectPlatforms(options: ConnectOptions): Connections {
  const simulator = options.env.simulator ? simulatorFor(options) : null;
  const wecom = wecomFor(options);
  const dingtalk = dingtalkFor(options);
  const all = [simulator, wecom, dingtalk].filter((platform) => platform !== null);
  const doors = new Map<string, Platform>();
  if (wecom) doors.set('wecom', wecom).set('wecom-app', wecom);
  if (dingtalk) doors.set('dingtalk', dingtalk);
  return {
    platforms: new Map(all.map((platform) => [platform.name, platform])),
    doors,
    simulator,
    pages({ deliver, settle, clock }) {
      if (!simulator) return [];
      return [createSimPage(), createSimulatorApi({ simulator, deliver, settle, clock })];
    },
  };
}

function simulatorFor({ storage, files, city, now }: ConnectOptions): Simulator {
  const [first = '督办机器人', ...others] = city().settings.botNames;
  return createSimulator({
    memory: storage.store.simulator,
    files,
    groups: () => city().directory.groups,
    people: () =>
      city().directory.people.map((person) => ({ name: person.name, unit: person.unit, role: mainRoleName(person) })),
    botNames: [first, ...others],
    now,
  });
}

function mainRoleName({ roles: [first] }: Person): string {
  return first === undefined ? '' : roleWord(first);
}

function wecomFor({ env, storage, files, city, vendors, owner, now, log }: ConnectOptions): Platform | null {
  const { apiBase, callback, socket, app } = env.wecom;
  if (!callback && !socket && !app) return null;
  return createWecom({
    botNames: () => city().settings.botNames,
    urlMode: callback
      ? { token: callback.token, aesKey: callback.encodingAesKey, receiveId: callback.receiveId }
      : undefined,
    longConnection: socket ? { botId: socket.botId, secret: socket.secret, wsUrl: socket.url ?? WS_URL } : undefined,
    app: app ? { ...app, aesKey: app.encodingAesKey } : undefined,
    apiBase,
    addressOf: (groupId) => city().directory.group(groupId)?.wecom ?? undefined,
    fileOf: (hash) => fileOf(files, hash),
    sentBefore: () => storage.store.outbox.toPersons('wecom', new Date(now().getTime() - HOUR_MS)),
    now,
    fetch,
    log,
    lease: leaseFor('wecom.socket', { storage, owner, now }),
    maxPictureBytes: city().settings.pictures.maxBytes,
    ...vendors.wecom.assumptions,
  });
}

const HOUR_MS = 60 * 60_000;
/** A process that is gone is replaced after this time. */
const LEASE_MS = 30_000;

function leaseFor(name: string, { storage, owner, now }: Pick<ConnectOptions, 'storage' | 'owner' | 'now'>) {
  const until = (): Date => new Date(now().getTime() + LEASE_MS);
  const { leases } = storage.store;
  return {
    take: () => leases.take(name, owner, now(), until()),
    renew: () => leases.renew(name, owner, now(), until()),
    release: () => leases.release(name, owner),
  };
}

function dingtalkFor({ env, storage, files, city, vendors, now, log }: ConnectOptions): Platform | null {
  if (!env.dingtalk) return null;
  const { quota, outbox } = storage.store;
  const { cards, assumptions } = vendors.dingtalk;
  return createDingtalk({
    ...env.dingtalk,
    botNames: () => city().settings.botNames,
    assumptions: { ...assumptions, maxPictureBytes: city().settings.pictures.maxBytes },
    cards: { ...cards, sent: (id) => outbox.find(id) },
    addressOf: (groupId) => city().directory.group(groupId)?.dingtalk ?? undefined,
    fileOf: (hash) => fileOf(files, hash),
    quota: { add: (period, count) => quota.add('dingtalk', period, count) },
    now,
    fetch,
    log,
  });
}

async function fileOf(files: FileStore, hash: string): Promise<Buffer> {
  const bytes = await files.get(hash);
  if (!bytes) throw new Error(`no file ${hash}`);
  return bytes;
}
