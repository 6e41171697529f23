/** One socket kept open: login with a watchdog, heartbeat, endless reconnecting, standby while another holds the lease (wecom §4.1–4.4). */
import { WebSocket } from 'ws';
import { growingPauseMs } from '../../growing-pause.ts';
import { VendorError } from './error-codes.ts';
import { frameText, newReqId, readFrame } from './frames.ts';
import type { Frame } from './frames.ts';
import { createHeartbeat } from './heartbeat.ts';
import type { Lease, Log, LongConnectionOptions, Timers } from './options.ts';
import { createRequests } from './requests.ts';
import type { Requests } from './requests.ts';
import { safeLease } from './safe-lease.ts';

/** Without an answer to the login the vendor leaves a socket open and unserved. */
const LOGIN_MS = 10_000;
/** Pauses between attempts to connect (wecom §4.8). */
const RECONNECTING = { firstMs: 1_000, mostMs: 60_000 };
const [RENEW_MS, STANDBY_MS] = [10_000, 10_000];
/** What lasts longer than a restart is the office's concern. */
const CONCERN_MS = 120_000;
/** Wrong credentials do not get right by asking often, and logins are frequency-protected (wecom §4.8). */
const REFUSED_MS = 300_000;
const MOST_FRAME_BYTES = 16 * 1024 * 1024;
const STANDBY = '备用，另一实例正在值守';
const CREDENTIAL_ERRORS: ReadonlySet<number> = new Set([853000, 93019]);

export interface ConnectionOptions extends LongConnectionOptions {
  readonly now: () => Date;
  readonly timers: Timers;
  readonly lease: Lease;
  readonly random: () => number;
  /** How long whoever kicked us keeps the bot (see Assumptions). */
  readonly kickedMs: number;
  readonly log: Log;
  /** A frame that is no acknowledgement. */
  readonly onFrame: (frame: Frame) => void;
}

export interface Connection {
  readonly requests: Requests;
  start(): void;
  stop(): Promise<void>;
  /** Another instance has logged in: gives everything up and waits. */
  kicked(): void;
  /** Drops the socket; it is opened anew at once. */
  restart(): void;
  health(): string;
  /** The state, where nobody of ours has been connected for a while; null where all is well. */
  concern(): string | null;
}

export function createConnection(options: ConnectionOptions): Connection {
  const { timers, log, now } = options;
  const lease = safeLease(options.lease, log);
  let socket: WebSocket | undefined;
  let next: unknown;
  let failures = 0;
  let isOnline = false;
  let isStopped = true;
  let state = '未启动';
  let lastUp = now();

  const requests = createRequests({
    timers,
    write(text) {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(text);
      return true;
    },
  });

  const heartbeat = createHeartbeat({
    timers,
    ping: () => requests.ask({ cmd: 'ping', reqId: newReqId('ping', now()), repeatable: true }),
    onDead: () => socket?.terminate(),
  });

  function nextPauseMs(): number {
    const ms = growingPauseMs(failures, RECONNECTING, options.random());
    failures += 1;
    return ms;
  }

  function later(ms: number): void {
    timers.clear(next);
    if (!isStopped) next = timers.set(() => void attempt(), ms);
  }

  async function attempt(): Promise<void> {
    if (!(await lease.take())) {
      state = STANDBY;
      return later(STANDBY_MS);
    }
    if (isStopped) return lease.release();
    try {
      open();
    } catch (error) {
      log('长连接地址无法使用', { error });
      drop('地址无法使用，请检查 WECOM_WS_URL', REFUSED_MS);
    }
  }

  function open(): void {
    state = '正在连接';
    const opened = new WebSocket(options.wsUrl, { perMessageDeflate: false, maxPayload: MOST_FRAME_BYTES });
    socket = opened;
    const watchdog = timers.set(() => opened.terminate(), LOGIN_MS);
    opened.on('open', () => void login(opened).finally(() => timers.clear(watchdog)));
    opened.on('message', (data, isBinary) => {
      if (!isBinary && socket === opened) take(frameText(data));
    });
    opened.on('error', (error) => log('长连接出错', { reason: error.message }));
    opened.on('close', (code) => {
      timers.clear(watchdog);
      if (socket === opened) closed(code);
    });
  }

  function take(text: string): void {
    const frame = readFrame(text);
    if (frame === null) return log('长连接收到无法识别的内容');
    if (frame.cmd === undefined) requests.settle(frame);
    else options.onFrame(frame);
  }

  async function login(opened: WebSocket): Promise<void> {
    const body = { bot_id: options.botId, secret: options.secret };
    try {
      const cmd = 'aibot_subscribe';
      await requests.ask({ cmd, reqId: newReqId(cmd, now()), body, repeatable: true });
    } catch (error) {
      if (socket !== opened) return;
      const reason = error instanceof Error ? error.message : '';
      log('长连接登录失败', { reason });
      const isRefused = error instanceof VendorError && CREDENTIAL_ERRORS.has(error.errcode);
      drop(isRefused ? `登录被拒绝：${reason}` : '登录失败，稍后重连', isRefused ? REFUSED_MS : nextPauseMs());
      return;
    }
    failures = 0;
    isOnline = true;
    state = '已连接';
    log('长连接已登录');
    heartbeat.start();
    scheduleRenew();
  }

  function scheduleRenew(): void {
    timers.clear(next);
    next = timers.set(() => void renew(), RENEW_MS);
  }

  async function renew(): Promise<void> {
    const isOurs = await lease.renew();
    if (!isOnline) return;
    if (isOurs) scheduleRenew();
    else drop(STANDBY, STANDBY_MS);
  }

  function closed(code: number): void {
    log('长连接断开，稍后重连', { code });
    drop(`断开（${code}），正在重连`, nextPauseMs());
  }

  /** Ends the present socket, whatever its state, and tries again after so long. */
  function drop(newState: string, againMs: number): void {
    const dropped = socket;
    if (isOnline) lastUp = now();
    socket = undefined;
    state = newState;
    isOnline = false;
    heartbeat.stop();
    requests.dropAll();
    dropped?.terminate();
    later(againMs);
  }

  return {
    requests,
    start() {
      isStopped = false;
      lastUp = now();
      void attempt();
    },
    async stop() {
      isStopped = true;
      timers.clear(next);
      drop('已停止', 0);
      await lease.release();
    },
    kicked() {
      log('长连接被另一实例挤下线，转为备用。请确认没有两处使用同一个机器人。');
      drop('备用，被另一实例挤下线', options.kickedMs);
      void lease.release();
    },
    restart: () => socket?.terminate(),
    health: () => state,
    concern: () => (isOnline || state === STANDBY || now().getTime() - lastUp.getTime() < CONCERN_MS ? null : state),
  };
}
