/** The simulator's API under /sim/api (contract §4). One visitor at a time is served in what changes things, so answers are told apart. */
import { Router } from '@koa/router';
import type { Context, Next } from 'koa';
import type { Deliver } from '../../chat.ts';
import type { Simulator } from './index.ts';
import { SimulatorRefusal } from './parts.ts';
import { shown } from './render.ts';
import { conversationIn, hashIn, instantIn, jsonBody, one } from './request.ts';

/** The clock of demo mode. `advance` runs in order everything that falls due on the way; it resolves when all that is delivered. */
export interface SimulatorClock {
  now(): Date;
  advance(to: Date): Promise<void>;
}

export interface SimulatorApiParts {
  readonly simulator: Simulator;
  readonly deliver: Deliver;
  /** Runs the outbox until nothing more is due. */
  readonly settle: () => Promise<void>;
  readonly clock: SimulatorClock;
}

const farthestJumpMs = 400 * 24 * 3600_000;
const minuteMs = 60_000;

/** The routes of contract §4, and three of the page's own: directory, news, files. */
export function createSimulatorApi({ simulator, deliver, settle, clock }: SimulatorApiParts): Router {
  const { memory, files, botNames } = simulator.parts;
  const inTurn = oneAtATime();
  const router = new Router({ prefix: '/sim/api' });
  router.use(answerRefusals);

  router.get('/groups', (ctx) => {
    ctx.body = simulator.parts.groups().map(({ id, name, members }) => ({ id, name, members }));
  });
  router.get('/directory', (ctx) => {
    ctx.body = { botName: botNames[0], people: simulator.parts.people() };
  });

  router.get('/messages', async (ctx) => {
    const kept = await simulator.list(conversationIn(ctx), one(ctx.query['after']));
    ctx.body = kept.map(shown);
  });
  router.post('/messages', async (ctx) => {
    const body = await jsonBody(ctx);
    ctx.body = await inTurn(async () => {
      const message = await simulator.post(body, deliver);
      await settle();
      const caused = await memory.fromBotAfter(message.id);
      const isHere = (other: typeof message) => other.group === message.group && other.person === message.person;
      return {
        id: message.id,
        replies: caused.filter(isHere).map(shown),
        pushes: caused.filter((other) => !isHere(other)).map(shown),
      };
    });
  });
  /** What the bot said anywhere after a message; without `after` only where that stands now. */
  router.get('/news', async (ctx) => {
    const after = one(ctx.query['after']);
    if (after !== null && after !== '' && (await memory.find(after)) === undefined) {
      throw new SimulatorRefusal(400, 'after 指的消息不存在');
    }
    const messages = await memory.fromBotAfter(after === '' ? null : after);
    ctx.body = { last: messages.at(-1)?.id ?? after ?? '', messages: after === null ? [] : messages.map(shown) };
  });

  router.get('/clock', (ctx) => {
    ctx.body = { now: clock.now().toISOString() };
  });
  router.post('/clock', async (ctx) => {
    const to = instantIn(await jsonBody(ctx));
    await inTurn(async () => {
      const now = clock.now();
      if (Math.floor(to.getTime() / minuteMs) < Math.floor(now.getTime() / minuteMs)) {
        throw new SimulatorRefusal(409, '时钟只能往前拨');
      }
      if (to.getTime() - now.getTime() > farthestJumpMs) throw new SimulatorRefusal(400, '一次最多往前拨400天');
      if (to > now) await clock.advance(to);
      await settle();
    });
    ctx.body = { now: clock.now().toISOString() };
  });

  router.get('/images/:hash', async (ctx) => {
    const picture = await simulator.picture(hashIn(ctx.params['hash']));
    if (picture === undefined) throw new SimulatorRefusal(404, '没有这张图片');
    serve(ctx, picture.bytes, picture.type);
  });
  router.get('/files/:hash/:name', async (ctx) => {
    const bytes = await files.get(hashIn(ctx.params['hash']));
    if (bytes === undefined) throw new SimulatorRefusal(404, '没有这个附件');
    serve(ctx, bytes, 'application/octet-stream');
    ctx.attachment(ctx.params['name']);
    ctx.type = 'application/octet-stream';
  });
  return router;
}

async function answerRefusals(ctx: Context, next: Next): Promise<void> {
  ctx.set('cache-control', 'no-store');
  ctx.set('x-content-type-options', 'nosniff');
  try {
    await next();
  } catch (error) {
    const known = error instanceof SimulatorRefusal;
    ctx.status = known ? error.status : 500;
    ctx.body = { error: known ? error.message : '处理时出错，请稍后再试' };
    // A fault of ours belongs in the log, whose keeper listens on the app.
    if (!known) ctx.app.emit('error', error, ctx);
  }
}

/** Content never changes under its hash; shown in a frame of its own it may run nothing. */
function serve(ctx: Context, bytes: Buffer, type: string): void {
  ctx.set('cache-control', 'private, max-age=31536000, immutable');
  ctx.set('content-security-policy', "default-src 'none'; sandbox");
  ctx.type = type;
  ctx.body = bytes;
}

/** Runs works one after another; a work that fails does not stop the next. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
