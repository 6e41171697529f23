/** The simulator's page (contract §4): one HTML, its style and its scripts, nothing from elsewhere. It talks to /sim/api. */
import { readFileSync } from 'node:fs';
import { Router } from '@koa/router';

const folder = new URL('./assets/sim/', import.meta.url);

const types = {
  'style.css': 'text/css',
  'main.js': 'text/javascript',
  'server.js': 'text/javascript',
  'elements.js': 'text/javascript',
  'talk.js': 'text/javascript',
  'chats.js': 'text/javascript',
  'composer.js': 'text/javascript',
  'people.js': 'text/javascript',
  'clock.js': 'text/javascript',
  'steps.js': 'text/javascript',
  'sample-photo.js': 'text/javascript',
} as const;

/** Only our own files; `data:` and `blob:` are the pictures a person is about to send. No inline script, no frame around it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The routes `GET /sim` and `GET /sim/assets/NAME`. Reads its files once, when made. */
export function createSimPage(): Router {
  const page = readFileSync(new URL('index.html', folder));
  const assets = new Map(
    Object.entries(types).map(([name, type]) => [name, { type, bytes: readFileSync(new URL(name, folder)) }]),
  );
  const router = new Router();
  router.get('/sim', (ctx) => {
    ctx.set('content-security-policy', policy);
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('referrer-policy', 'no-referrer');
    ctx.set('cache-control', 'no-store');
    ctx.type = 'text/html';
    ctx.body = page;
  });
  router.get('/sim/assets/:name', (ctx) => {
    const asset = assets.get(ctx.params['name'] ?? '');
    if (asset === undefined) return;
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('cache-control', 'no-cache');
    ctx.type = asset.type;
    ctx.body = asset.bytes;
  });
  return router;
}
