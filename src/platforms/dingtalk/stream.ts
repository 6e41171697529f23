/**
 * Keeps one connection of the stream open for ever (dingtalk §4.5, §4.6). One attempt and one reconnect timer at most, so a refusal
 * can never grow into a storm. Told to go, it opens the next connection before the old one is closed.
 */
import { growingPauseMs } from '../../growing-pause.ts';
import { GatewayRefusal } from './gateway.ts';
import type { Assumptions, Log, Timers } from './options.ts';
import { openSocket } from './socket.ts';
import type { Ack, Socket } from './socket.ts';

export interface Stream {
  start(): void;
  stop(): void;
  /** One line in Chinese. */
  health(): string;
}

export interface StreamParts {
  /** A fresh address with a fresh ticket. Throws GatewayRefusal. */
  readonly register: () => Promise<URL>;
  readonly onMessage: (data: string, ack: Ack) => void;
  readonly timers: Timers;
  readonly random: () => number;
  readonly now: () => Date;
  readonly log: Log;
  readonly assumptions: Assumptions;
}

interface Connection {
  socket: Socket | null;
  isHealthy: boolean;
  isLeaving: boolean;
  readonly timers: Set<unknown>;
}

export function createStream(parts: StreamParts): Stream {
  const { timers, assumptions, log } = parts;
  let current: Connection | null = null;
  const all = new Set<Connection>();
  let isConnecting = false;
  let retry: unknown;
  let failures = 0;
  let isStopped = false;
  let state = '尚未连接';
  let lastSign: Date | null = null;

  function pauseMs(isPermanent: boolean): number {
    const { credentialsRetryMs, backOffFirstMs: firstMs, backOffMostMs: mostMs } = assumptions;
    const pauses = isPermanent
      ? { firstMs: credentialsRetryMs * 2, mostMs: credentialsRetryMs * 2 }
      : { firstMs, mostMs };
    failures += 1;
    return growingPauseMs(failures - 1, pauses, parts.random());
  }

  function connectLater(isPermanent: boolean): void {
    if (isStopped || isConnecting || retry !== undefined) return;
    retry = timers.set(() => {
      retry = undefined;
      void connect();
    }, pauseMs(isPermanent));
  }

  async function connect(): Promise<void> {
    if (isStopped || isConnecting) return;
    isConnecting = true;
    timers.clear(retry);
    retry = undefined;
    try {
      const url = await parts.register();
      if (isStopped) isConnecting = false;
      else open(url);
    } catch (error) {
      isConnecting = false;
      const refusal = error instanceof GatewayRefusal ? error : new GatewayRefusal('连接钉钉时出现内部错误', false);
      state = refusal.message;
      log(refusal.permanent ? '钉钉 Stream 无法连接，需要处理' : '钉钉 Stream 未连上', { reason: refusal.message });
      connectLater(refusal.permanent);
    }
  }

  function open(url: URL): void {
    const connection: Connection = { socket: null, isHealthy: false, isLeaving: false, timers: new Set() };
    all.add(connection);
    connection.socket = openSocket(
      url,
      {
        onOpen: () => opened(connection),
        onMessage: parts.onMessage,
        onLeaving: (reason) => leaving(connection, reason),
        onSign: () => (lastSign = parts.now()),
        onEnd: (reason) => ended(connection, reason),
      },
      parts,
    );
  }

  function opened(connection: Connection): void {
    isConnecting = false;
    current = connection;
    state = '已连接';
    log('钉钉 Stream 已连接');
    connection.timers.add(
      timers.set(() => {
        connection.isHealthy = true;
        failures = 0;
      }, assumptions.healthyAfterMs),
    );
  }

  /** The old connection may still bring messages for a while, and takes their acks. */
  function leaving(connection: Connection, reason: string): void {
    if (connection.isLeaving) return;
    connection.isLeaving = true;
    log('钉钉要求更换 Stream 连接', { reason });
    connection.timers.add(timers.set(() => connection.socket?.end('已更换连接'), assumptions.drainMs));
    if (current !== connection) return;
    current = null;
    if (connection.isHealthy) void connect();
    else connectLater(false);
  }

  function ended(connection: Connection, reason: string): void {
    all.delete(connection);
    for (const timer of connection.timers) timers.clear(timer);
    const isNew = current !== connection && !connection.isLeaving;
    if (isNew) isConnecting = false;
    if (isStopped || (!isNew && current !== connection)) return;
    current = null;
    state = `正在重连（${reason}）`;
    log('钉钉 Stream 连接中断，将自动重连', { reason });
    connectLater(false);
  }

  return {
    start() {
      isStopped = false;
      void connect();
    },
    stop() {
      isStopped = true;
      timers.clear(retry);
      retry = undefined;
      for (const connection of all) connection.socket?.end('停止');
      state = '已停止';
    },
    health: () => `Stream ${state}${lastSign === null ? '' : `，最近收到数据 ${lastSign.toISOString()}`}`,
  };
}
