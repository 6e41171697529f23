/** One websocket of the stream: answers pings, asks for signs of life, hands on frames, and ends exactly once (dingtalk §4.6). */
import { WebSocket } from 'ws';
import { ackFrame, readFrame } from './frames.ts';
import type { Assumptions, Timers } from './options.ts';

export interface SocketHandlers {
  readonly onOpen: () => void;
  /** A message or a press; `ack` tells the vendor that it is kept. */
  readonly onMessage: (data: string, ack: Ack) => void;
  /** The vendor is going to close: another connection should be opened first. */
  readonly onLeaving: (reason: string) => void;
  /** Anything at all came in. */
  readonly onSign: () => void;
  /** It is over, for the reason given; nothing more is heard from it. */
  readonly onEnd: (reason: string) => void;
}

/** `response`: what a card shows from now on. */
export type Ack = (code: 200 | 400, response?: object | null) => void;

export interface Socket {
  /** Ends it; `onEnd` follows. */
  end(reason: string): void;
}

export interface SocketParts {
  readonly timers: Timers;
  readonly assumptions: Pick<Assumptions, 'pingEveryMs' | 'pongWithinMs' | 'connectWithinMs'>;
}

/** A frame of a robot message is a few kilobytes; what is larger is not from the vendor. */
const MAX_FRAME_BYTES = 1024 * 1024;

export function openSocket(url: URL, handlers: SocketHandlers, { timers, assumptions }: SocketParts): Socket {
  const socket = new WebSocket(url, { maxPayload: MAX_FRAME_BYTES, followRedirects: false });
  let timer = timers.set(() => end('连接超时'), assumptions.connectWithinMs);
  let isOver = false;
  let isAlive = false;

  function end(reason: string): void {
    if (isOver) return;
    isOver = true;
    timers.clear(timer);
    socket.terminate();
    handlers.onEnd(reason);
  }

  function sign(): void {
    isAlive = true;
    handlers.onSign();
  }

  function pingLater(): void {
    timer = timers.set(() => {
      isAlive = false;
      socket.ping();
      timer = timers.set(() => (isAlive ? pingLater() : end('长时间没有收到钉钉的数据')), assumptions.pongWithinMs);
    }, assumptions.pingEveryMs);
  }

  function send(text: string): void {
    // After the end the vendor delivers again, and the message is known by its id.
    if (!isOver && socket.readyState === WebSocket.OPEN) socket.send(text);
  }

  socket.on('open', () => {
    if (isOver) return;
    timers.clear(timer);
    pingLater();
    handlers.onOpen();
    sign();
  });
  socket.on('ping', sign);
  socket.on('pong', sign);
  socket.on('error', () => end('连接出错'));
  socket.on('close', () => end('连接断开'));
  socket.on('message', (raw, isBinary) => {
    if (isOver) return;
    sign();
    const frame = isBinary || !Buffer.isBuffer(raw) ? null : readFrame(raw.toString('utf8'));
    switch (frame?.kind) {
      case undefined:
      case 'notice':
        return;
      case 'ping':
        return send(ackFrame(frame.messageId, 200, frame.data));
      case 'disconnect':
        return handlers.onLeaving(frame.reason);
      case 'event':
        return send(ackFrame(frame.messageId, 200, '{"status":"SUCCESS"}'));
      case 'unknown':
        return send(ackFrame(frame.messageId, 404, '{}'));
      case 'said':
        return handlers.onMessage(frame.data, (code, response = null) =>
          send(ackFrame(frame.messageId, code, JSON.stringify({ response }))),
        );
    }
  });

  return { end };
}
