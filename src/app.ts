/** The whole HTTP surface (contract §3). Knows requests and answers, no vendor and no rule. */
import { Router } from '@koa/router';
import Koa from 'koa';
import type { Context, Middleware } from 'koa';
import { getRawBody } from 'raw-body';
import type { Outgoing, Platform, PlatformName, WebhookRequest } from './chat.ts';
import type { Bot } from './bot/bot.ts';
import type { OutboxRow } from '../storage/store.ts';
import type { Health } from './health.ts';
import type { Passage } from './passage.ts';

export interface AppOptions extends Passage {
  /** By the last part of the path: `wecom`, `wecom-app`, `dingtalk`. */
  readonly doors: ReadonlyMap<string, Platform>;
  readonly bot: Bot;
  readonly health: Health;
  readonly metrics: { contentType: string; text(): Promise<string> };
  /** Whether this message of the platform was handled before. */
  readonly isSeen: (platform: PlatformName, id: string) => Promise<boolean>;
  readonly outgoing: (row: OutboxRow) => Outgoing;
  /** Is told of what goes on after a response, so that an orderly end can wait for it. */
  readonly leaving: (work: Promise<void>) => void;
  readonly log: (line: string, fields: Readonly<Record<string, unknown>>) => void;
  /** Milliseconds of a clock that only goes forward, for the time a vendor has been waiting. */
  readonly elapsedMs: () => number;
  /** On the same clock: no request that is read now came before (see loop-watch.ts). */
  readonly quietSince: () => number;
  /** Pages and the simulator, each with its own paths. */
  readonly pages: readonly Router[];
}

const BODY_LIMIT = 1024 * 1024;
/** How long the outbox leaves an answer to the response that may carry it. Platforms wait five seconds at most. */
const HOLD_MS = 6_000;
/** After this time the vendor may have hung up at any moment: an answer is not given to a response nobody may be waiting for. */
const CARRY_WITHIN_MS = 4_000;
/** A response that was out only after this time may have come too late, for its way takes time too. */
const SURE_WITHIN_MS = 4_500;

export function createApp(options: AppOptions): Koa {
  const app = new Koa();
  const router = new Router();
  app.on('error', (error: unknown) => options.log('request failed', { error }));

  router.get('/healthz', async (ctx) => {
    const { isWritable, body } = await options.health.report();
    ctx.status = isWritable ? 200 : 503;
    ctx.body = body;
  });

  router.get('/metrics', async (ctx) => {
    ctx.type = options.metrics.contentType;
    ctx.body = await options.metrics.text();
  });

  router.all('/webhook/:door', async (ctx) => {
    const door = options.doors.get(String(ctx.params['door']));
    if (!door?.receive) return;
    if (ctx.method !== 'GET' && ctx.method !== 'POST') ctx.throw(405);
    const body = await bodyOf(ctx);
    if (body === undefined) return refuse(ctx, door, 413, 'body over 1 MiB');
    await receive(ctx, door, body);
  });

  async function receive(ctx: Context, door: Platform, body: Buffer): Promise<void> {
    const began = options.quietSince();
    const waitedMs = (): number => options.elapsedMs() - began;
    const received = door.receive?.(requestOf(ctx, body));
    switch (received?.kind) {
      case undefined:
        return;
      case 'refused':
        if (received.unlessSeen && (await options.isSeen(door.name, received.unlessSeen.id)))
          return acknowledge(ctx, received.unlessSeen.acknowledgement);
        return refuse(ctx, door, received.status, received.reason);
      case 'handshake':
        options.health.good(door.name);
        ctx.type = 'text/plain';
        ctx.body = received.body;
        return;
      case 'ignored':
        options.health.good(door.name);
        acknowledge(ctx, received.acknowledgement);
        return;
      case 'message': {
        const incoming = (await door.complete?.(received.incoming)) ?? received.incoming;
        const delivery = { id: incoming.id, at: received.deliveredAt ?? null };
        const isLate = (): boolean => waitedMs() > CARRY_WITHIN_MS;
        let acknowledgement = received.acknowledge(null);
        let isCarried = false;
        const { answer, seen } = await options.bot.handle(incoming, {
          holdAnswerMs: HOLD_MS,
          async leaves(row, outbox) {
            acknowledgement = received.acknowledge(options.outgoing(row));
            isCarried = acknowledgement.carriesAnswer && !isLate() && (await options.carrying(row, delivery, outbox));
          },
        });
        options.health.good(door.name);
        if (seen) await options.repeated(door.name, delivery);
        if (!answer) return acknowledge(ctx, received.acknowledge(null));
        const isEmpty = acknowledgement.carriesAnswer && (!isCarried || isLate());
        if (!isCarried) {
          // Only when the 200 is out: a process that dies before leaves an answer that nobody has begun to send.
          whenGone(ctx, () => options.released(answer));
        } else {
          whenGone(ctx, (isGone) => {
            const passed = !isGone || isEmpty ? 'cut' : waitedMs() <= SURE_WITHIN_MS ? 'carried' : 'late';
            return options.answered(answer, passed);
          });
        }
        acknowledge(ctx, isEmpty ? received.acknowledge(null) : acknowledgement);
      }
    }
  }

  /** Refusals store nothing and leave one log line with the reason. */
  function refuse(ctx: Context, door: Platform, status: number, reason: string): void {
    options.health.refused(door.name, reason);
    options.log('webhook refused', { platform: door.name, status, reason });
    ctx.body = '';
    ctx.status = status;
    if (status === 413) ctx.set('Connection', 'close');
  }

  function whenGone(ctx: Context, told: (isGone: boolean) => Promise<void>): void {
    // The vendor may have gone already: then there is nobody to carry anything to, and no event will come.
    const gone = ctx.res.closed
      ? Promise.resolve(false)
      : new Promise<boolean>((resolve) => ctx.res.once('close', () => resolve(ctx.res.writableFinished)));
    options.leaving(gone.then(told).catch((error: unknown) => options.log('answer could not be marked', { error })));
  }

  app.use(headers);
  app.use(router.routes());
  for (const page of options.pages) app.use(page.routes());
  return app;
}

const headers: Middleware = async (ctx, next) => {
  ctx.set({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'X-Frame-Options': 'SAMEORIGIN' });
  await next();
};

/** The body as sent, byte for byte; undefined where it is over the limit. Throws 400 where it is cut short. */
async function bodyOf(ctx: Context): Promise<Buffer | undefined> {
  if (ctx.method === 'GET') return Buffer.alloc(0);
  try {
    return await getRawBody(ctx.req, { limit: BODY_LIMIT, length: ctx.req.headers['content-length'] ?? null });
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 413) return undefined;
    return ctx.throw(400);
  }
}

function requestOf(ctx: Context, body: Buffer): WebhookRequest {
  const headersGiven = Object.entries(ctx.req.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return {
    method: ctx.method,
    path: ctx.path,
    rawQuery: ctx.querystring,
    headers: Object.fromEntries(headersGiven),
    body,
  };
}

function acknowledge(ctx: Context, { body, contentType }: { body: string; contentType: string }): void {
  ctx.status = 200;
  ctx.type = contentType;
  ctx.body = body;
}
