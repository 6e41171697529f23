/** The long connection as the vendor runs it: login, one connection per bot, req_id rules, quotas (wecom §4, §10). */
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { City } from './city.ts';
import type { DeliveryFault, DeliveryFaults } from './deliveries.ts';
import type { Faults } from './faults.ts';
import { createCounter } from '../limits.ts';
import type { Payload } from './payloads.ts';
import { at, parse, textAt } from '../read.ts';
import { createSocketMedia } from './socket-media.ts';
import { judgePush, judgeReply } from './socket-rules.ts';
import type { Callback, Verdict } from './socket-rules.ts';

const SILENCE_MS = 75_000;

export interface SocketSecrets {
  readonly botId: string;
  readonly secret: string;
}

export interface SocketSide {
  /** Logins that succeeded so far. */
  readonly logins: () => number;
  readonly pings: () => number;
  /** Frames that came in, logins and pings among them. */
  readonly received: readonly unknown[];
  readonly isUp: () => boolean;
  /** Sends a callback to the connection that holds the bot; gives its req_id, or undefined when nobody is there and it is lost. */
  deliver(payload: Payload): string | undefined;
  /** Lets go what a `late` fault holds back. */
  releaseLate(): void;
  /** Sends any text to it, for frames that are none. */
  sendRaw(text: string): void;
  /** As if another process had logged in: the event now, the close when the test says so. */
  kick(): void;
  closeKicked(): void;
  /** Cuts the connection without a close frame (1006). */
  cut(): void;
  /** Closes what has been silent for longer than the vendor bears. */
  closeSilent(): void;
  stop(): void;
}

export function createSocketSide(given: {
  readonly server: Server;
  readonly city: City;
  readonly faults: Faults;
  readonly deliveries: DeliveryFaults;
  readonly secrets: SocketSecrets;
}): SocketSide {
  const { city, faults, secrets } = given;
  const sockets = new WebSocketServer({ server: given.server });
  const media = createSocketMedia(city);
  const counter = createCounter(
    [
      { most: 30, periodMs: 60_000 },
      { most: 1000, periodMs: 3_600_000 },
    ],
    city.now,
  );
  const rules = { city, counter, hasMedia: (id: string) => media.held.has(id) };
  const callbacks = new Map<string, Callback>();
  const heard = new Map<WebSocket, number>();
  const kicked: WebSocket[] = [];
  let active: WebSocket | undefined;
  let logins = 0;
  let pings = 0;
  const received: unknown[] = [];
  /** What a test lets go. */
  const late: (() => void)[] = [];
  /** What goes out after the next delivery. */
  const overtaken: (() => void)[] = [];

  sockets.on('connection', (socket) => {
    heard.set(socket, city.now().getTime());
    socket.on('message', (data) => take(socket, Buffer.from(data as Buffer).toString()));
    socket.on('close', () => {
      heard.delete(socket);
      if (active === socket) active = undefined;
    });
  });

  function take(socket: WebSocket, text: string): void {
    heard.set(socket, city.now().getTime());
    const frame = parse(text);
    received.push(frame);
    const cmd = textAt(frame, 'cmd');
    const fault = faults.take(cmd === 'aibot_subscribe' ? 'socket-login' : 'socket');
    if (fault?.kind === 'cut') return socket.terminate();
    if (fault?.kind === 'garbage') return socket.send('{"headers":');
    const verdict =
      fault?.kind === 'code' ? { errcode: fault.errcode, errmsg: 'refused by test' } : judge(socket, cmd, frame);
    const answer = (): void => socket.send(JSON.stringify({ headers: at(frame, 'headers'), ...verdict }));
    if (fault?.kind === 'severed') return socket.terminate();
    if (fault?.kind === 'late') return void late.push(answer);
    if (fault?.kind === 'wrong') return socket.send('{"errcode":0}');
    if (fault?.kind !== 'lost') answer();
  }

  function judge(socket: WebSocket, cmd: string, frame: unknown): Verdict & { body?: object } {
    const body = at(frame, 'body');
    if (cmd === 'aibot_subscribe') return subscribe(socket, body);
    // A kicked connection still has its pings answered (the "zombie" of the reference).
    if (cmd === 'ping' && (socket === active || kicked.includes(socket))) {
      pings += 1;
      return { errcode: 0, errmsg: 'ok' };
    }
    if (socket !== active) return { errcode: 846609, errmsg: 'not subscribed' };
    if (cmd === 'aibot_send_msg') return judgePush(body, rules);
    const reqId = textAt(frame, 'headers', 'req_id');
    if (cmd.startsWith('aibot_respond_')) return judgeReply(cmd, callbacks.get(reqId), body, rules);
    return media.take(cmd, body) ?? { errcode: 40058, errmsg: 'unknown cmd' };
  }

  function subscribe(socket: WebSocket, body: unknown): Verdict {
    const isRight = textAt(body, 'bot_id') === secrets.botId && textAt(body, 'secret') === secrets.secret;
    if (!isRight) return { errcode: 853000, errmsg: 'invalid bot_id or secret' };
    if (active !== undefined && active !== socket) kick();
    active = socket;
    logins += 1;
    return { errcode: 0, errmsg: 'ok' };
  }

  function send(socket: WebSocket, payload: Payload, reqId: string): void {
    const cmd = payload['msgtype'] === 'event' ? 'aibot_event_callback' : 'aibot_msg_callback';
    socket.send(JSON.stringify({ cmd, headers: { req_id: reqId }, body: payload }));
  }

  function bring(fault: DeliveryFault | undefined, act: () => void): void {
    if (fault === 'outOfOrder') return void overtaken.push(act);
    if (fault === 'late') return void late.push(act);
    if (fault === 'cut') return active?.terminate();
    if (fault === 'garbage') return active?.send('{"cmd":"aibot_msg_callback","headers":');
    if (fault !== 'lost') act();
    if (fault === 'doubled') act();
    for (const before of overtaken.splice(0)) before();
  }

  function kick(): void {
    if (active === undefined) return;
    const event = { msgid: city.id('E'), msgtype: 'event', event: { eventtype: 'disconnected_event' } };
    kicked.push(active);
    const socket = active;
    active = undefined;
    send(socket, { aibotid: secrets.botId, ...event }, city.id('srv'));
  }

  return {
    logins: () => logins,
    pings: () => pings,
    received,
    isUp: () => active !== undefined,
    deliver(payload) {
      if (active === undefined) return undefined;
      const reqId = city.id('srv');
      const chat = textAt(payload, 'chatid') || textAt(payload, 'from', 'userid');
      callbacks.set(reqId, { chat, event: textAt(payload, 'event', 'eventtype'), at: city.now(), streams: new Map() });
      const socket = active;
      bring(given.deliveries.take(), () => send(socket, payload, reqId));
      return reqId;
    },
    releaseLate() {
      for (const letGo of late.splice(0)) letGo();
    },
    sendRaw: (text) => active?.send(text),
    kick,
    closeKicked() {
      for (const socket of kicked.splice(0)) socket.close();
    },
    cut: () => active?.terminate(),
    closeSilent() {
      for (const [socket, at] of heard) if (city.now().getTime() - at > SILENCE_MS) socket.close();
    },
    stop() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
