/** The least of a program around a platform: an HTTP door, a bot that answers as told, and what it heard. For tests of the platform alone. */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Acknowledgement, Incoming, Outgoing, Platform } from '../../chat.ts';

export interface Door {
  readonly url: string;
  readonly heard: Incoming[];
  /** Answers that did not travel in the 200 and would wait in the outbox. */
  readonly waiting: Outgoing[];
  /** Reasons of refused requests. */
  readonly refusals: string[];
  /** What the bot answers; null: nothing. */
  answer: (incoming: Incoming) => Partial<Outgoing> | null;
  deliver(incoming: Incoming): Promise<{ answer: Outgoing | null }>;
  stop(): Promise<void>;
}

/** A message of ours with everything left out that a test does not name. */
export function anOutgoing(given: Partial<Outgoing> = {}): Outgoing {
  return {
    id: 'out-1',
    platform: 'wecom',
    to: { kind: 'group', groupId: null, chatId: 'g1' },
    text: '已登记。',
    mentions: [],
    buttons: [],
    attachments: [],
    reply: null,
    answers: null,
    ...given,
  };
}

export async function openDoor(platform: Platform): Promise<Door> {
  const seen = new Set<string>();

  function answerTo(incoming: Incoming): Outgoing | null {
    const given = door.answer(incoming);
    if (given === null) return null;
    const { chatKind, chatId, senderId, reply, id } = incoming;
    const to: Outgoing['to'] =
      chatKind === 'group' ? { kind: 'group', groupId: 'city', chatId } : { kind: 'single', personId: senderId };
    return anOutgoing({ id: `out-${seen.size}`, to, reply, answers: id, ...given });
  }

  async function serve(request: IncomingMessage): Promise<{ status: number } & Partial<Acknowledgement>> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const [path = '', rawQuery = ''] = (request.url ?? '').split('?');
    const received = platform.receive?.({
      method: request.method ?? '',
      path,
      rawQuery,
      headers: {},
      body: Buffer.concat(chunks),
    });
    switch (received?.kind) {
      case 'handshake':
        return { status: 200, body: received.body };
      case 'ignored':
        return { status: 200, ...received.acknowledgement };
      case 'message': {
        const incoming = (await platform.complete?.(received.incoming)) ?? received.incoming;
        const { answer } = await door.deliver(incoming);
        const acknowledgement = received.acknowledge(answer);
        if (answer !== null && !acknowledgement.carriesAnswer) door.waiting.push(answer);
        return { status: 200, ...acknowledgement };
      }
      default:
        door.refusals.push(received?.reason ?? '');
        return { status: received?.status ?? 404 };
    }
  }

  const server = createServer((request, response) => {
    serve(request).then(
      ({ status, body = '', contentType = 'text/plain' }) =>
        response.writeHead(status, { 'content-type': contentType }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one

  const door: Door = {
    url: `http://127.0.0.1:${port}`,
    heard: [],
    waiting: [],
    refusals: [],
    answer: () => ({}),
    deliver(incoming) {
      if (seen.has(incoming.id)) return Promise.resolve({ answer: null });
      seen.add(incoming.id);
      door.heard.push(incoming);
      return Promise.resolve({ answer: answerTo(incoming) });
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
  return door;
}
