/** The stream as the vendor runs it: gateway, tickets of one use, frames, acks (dingtalk §4). Time passes only when a test says so. */
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { at, parse, textAt } from '../read.ts';
import type { Fault } from './faults.ts';
import { openFailure } from './http.ts';
import type { HttpRequest, Route } from './http.ts';
import type { Office } from './office.ts';
import type { Payload } from './payloads.ts';

const TICKET_MS = 90_000;
const ROBOT_TOPIC = '/v1.0/im/bot/messages/get';
const CARD_TOPIC = '/v1.0/card/instances/callback';

export interface Ack {
  readonly messageId: string;
  readonly code: number;
  readonly data: unknown;
}

export interface StreamSide {
  readonly route: Route;
  /** Tells the server whose upgrades to take. */
  attach(server: Server): void;
  /** Connections that are open now. */
  readonly open: () => number;
  /** Tickets asked for so far. */
  readonly registrations: () => number;
  readonly acks: Ack[];
  /** Websocket pings of the client so far. */
  readonly pings: () => number;
  /** Pushes one robot message or press to one connection; gives the frame's id, or null when nobody is there and it is lost. */
  deliver(payload: Payload): string | null;
  /** Pushes all that was not acknowledged once more, under new frame ids. Gives their number. */
  redeliver(): number;
  /** Sends any frame to one connection. */
  send(frame: object | string): void;
  /** The vendor's ping; resolves to nothing, the answer is among `acks`. */
  ping(messageId: string, opaque: string): void;
  /** Tells the newest connection to go; it stays open until `closeOld`. */
  disconnect(reason?: string): void;
  closeOld(): void;
  /** Cuts every connection without a close frame. */
  cut(): void;
  /** The line is dead: nothing gets through and nothing says so. */
  freeze(): void;
  stop(): void;
}

const isPress = (payload: Payload): boolean => 'outTrackId' in payload;

export function createStreamSide(
  office: Office,
  base: () => string,
  /** What the robot answered to a press. */
  onPressed: (press: Payload, answer: unknown) => void,
  /** What goes wrong with the next websocket. */
  takeFault: () => Fault | undefined,
): StreamSide {
  const sockets = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Map<string, number>();
  const live: WebSocket[] = [];
  const leaving: WebSocket[] = [];
  const unacked = new Map<string, Payload>();
  const acks: Ack[] = [];
  let topics = new Set<string>();
  let registrations = 0;
  let pings = 0;
  let turn = 0;
  let isFrozen = false;

  function register({ body, headers }: HttpRequest): ReturnType<Route['answer']> {
    registrations += 1;
    const asked = parse(body.toString());
    const { clientId, clientSecret } = office.credentials;
    if (headers.accept !== 'application/json') return { body: Buffer.from('<xml/>') };
    if (textAt(asked, 'clientId') !== clientId || textAt(asked, 'clientSecret') !== clientSecret) {
      return openFailure(401, 'authFailed');
    }
    const subscriptions = at(asked, 'subscriptions');
    if (!Array.isArray(subscriptions) || subscriptions.length === 0) return openFailure(400, 'param.error');
    topics = new Set(subscriptions.map((subscription) => textAt(subscription, 'topic')));
    const ticket = office.id('ticket');
    tickets.set(ticket, office.now().getTime() + TICKET_MS);
    return { body: { endpoint: `${base().replace('http', 'ws')}/connect`, ticket } };
  }

  function accept(socket: WebSocket): void {
    live.push(socket);
    isFrozen = false;
    socket.on('ping', (data) => {
      if (isFrozen) return;
      pings += 1;
      socket.pong(data);
    });
    socket.on('message', (raw) => {
      if (!isFrozen && Buffer.isBuffer(raw)) hear(parse(raw.toString('utf8')));
    });
    socket.on('close', () => {
      for (const list of [live, leaving]) if (list.includes(socket)) list.splice(list.indexOf(socket), 1);
    });
    socket.on('error', () => socket.terminate());
  }

  function hear(answer: unknown): void {
    const code = Number(at(answer, 'code'));
    const messageId = textAt(answer, 'headers', 'messageId');
    const data = parse(textAt(answer, 'data'));
    acks.push({ messageId, code, data });
    const payload = unacked.get(messageId);
    if (payload !== undefined && isPress(payload)) onPressed(payload, data);
    unacked.delete(messageId);
  }

  function frame(type: string, topic: string, messageId: string, data: object): object {
    const time = String(office.now().getTime());
    const headers = { topic, messageId, contentType: 'application/json', time, connectionId: 'demo' };
    return { specVersion: '1.0', type, headers, data: JSON.stringify(data) };
  }

  function send(what: object | string, to = live.at(-1)): void {
    if (!isFrozen) to?.send(typeof what === 'string' ? what : JSON.stringify(what));
  }

  function deliver(payload: Payload): string | null {
    if (live.length === 0) return null;
    const messageId = office.id('frame');
    unacked.set(messageId, payload);
    // Each push goes to one of the connections; the vendor draws lots, here they take turns (dingtalk §4.5).
    turn += 1;
    const topic = isPress(payload) ? CARD_TOPIC : ROBOT_TOPIC;
    if (!topics.has(topic)) return null;
    send(frame('CALLBACK', topic, messageId, payload), live[turn % live.length]);
    return messageId;
  }

  return {
    route: { path: '/v1.0/gateway/connections/open', part: 'gateway', answer: register },
    attach(server) {
      server.on('upgrade', (request, socket, head) => {
        const ticket = new URL(request.url ?? '/', 'http://fake').searchParams.get('ticket') ?? '';
        const isGood = (tickets.get(ticket) ?? 0) > office.now().getTime();
        tickets.delete(ticket);
        const fault = takeFault();
        if (fault?.kind === 'cut') socket.destroy();
        else if (fault?.kind === 'status') socket.end(`HTTP/1.1 ${fault.status} Error\r\n\r\n`);
        else if (isGood) sockets.handleUpgrade(request, socket, head, accept);
        else socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      });
    },
    open: () => live.length + leaving.length,
    registrations: () => registrations,
    acks,
    pings: () => pings,
    deliver,
    redeliver() {
      const again = [...unacked.values()];
      unacked.clear();
      for (const payload of again) deliver(payload);
      return again.length;
    },
    send: (what) => send(what),
    ping: (messageId, opaque) => send(frame('SYSTEM', 'ping', messageId, { opaque })),
    disconnect(reason = 'connection is expired') {
      send(frame('SYSTEM', 'disconnect', '', { reason }));
      const socket = live.pop();
      if (socket !== undefined) leaving.push(socket);
    },
    closeOld() {
      for (const socket of leaving) socket.close();
    },
    cut() {
      for (const socket of [...live, ...leaving]) socket.terminate();
    },
    freeze() {
      isFrozen = true;
    },
    stop() {
      for (const socket of [...live, ...leaving]) socket.terminate();
      sockets.close();
    },
  };
}
