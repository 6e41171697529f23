/** `GET /p/:no?…signed…`: a problem in a browser. Without a good signature 403 and nothing else. */
import { readFileSync } from 'node:fs';
import { Router } from '@koa/router';
import type { Context } from 'koa';
import type { Directory } from '../domain/city.ts';
import type { IssuePhoto } from '../domain/issue.ts';
import { linesFor } from '../domain/paper-record.ts';
import type { Settings } from '../domain/settings.ts';
import { dayOf } from '../domain/shanghai.ts';
import type { Store } from '../../storage/store.ts';
import { issueHtml } from './issue-html.ts';
import type { PagePhoto } from './photo-figures.ts';

export interface IssuePageParts {
  readonly isGood: (no: number, expires: string, signature: string) => boolean;
  readonly store: Pick<Store, 'issues' | 'records' | 'pictures'>;
  readonly city: () => { readonly directory: Directory; readonly settings: Settings };
  readonly file: (hash: string) => Promise<Buffer | undefined>;
  readonly now: () => Date;
}

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPES: readonly (readonly [magic: string, type: string])[] = [
  ['ffd8ff', 'image/jpeg'],
  ['89504e47', 'image/png'],
  ['47494638', 'image/gif'],
  ['52494646', 'image/webp'],
];

export function createIssuePage(parts: IssuePageParts): Router {
  const style = readFileSync(new URL('./assets/issue/style.css', import.meta.url));
  const router = new Router({ prefix: '/p' });

  router.get('/assets/style.css', (ctx) => {
    ctx.set('Cache-Control', 'max-age=3600');
    ctx.type = 'text/css';
    ctx.body = style;
  });

  router.get('/:no', async (ctx) => {
    const no = signedNo(ctx, parts);
    const issue = no === null ? undefined : await parts.store.issues.find(no);
    if (!issue) return forbid(ctx);
    const records = linesFor(await parts.store.records.ofIssue(issue.no), 'everybody');
    const photos = await parts.store.pictures.ofIssue(issue.no);
    ctx.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' });
    ctx.type = 'text/html';
    // 照片提示 are for the verifier, and everybody in the group has the link: they do not stand here.
    const data = { issue, records, photos: shown(photos, ctx), at: parts.now() };
    ctx.body = issueHtml({ ...parts.city(), ...data });
  });

  router.get('/:no/photo/:hash', async (ctx) => {
    const no = signedNo(ctx, parts);
    const hash = ctx.params['hash'] ?? '';
    const isOfIssue = no !== null && (await parts.store.pictures.ofIssue(no)).some((photo) => photo.hash === hash);
    const bytes = isOfIssue ? await parts.file(hash) : undefined;
    const type = bytes && TYPES.find(([magic]) => bytes.toString('hex', 0, 4).startsWith(magic))?.[1];
    if (!bytes || type === undefined) return forbid(ctx);
    ctx.set({ 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cache-Control': 'private, max-age=86400' });
    ctx.type = type;
    ctx.body = bytes;
  });

  return router;
}

/** The number of a good link; null for anything else, told from nothing to a stranger. */
function signedNo(ctx: Context, { isGood }: IssuePageParts): number | null {
  const text = String(ctx['params'].no ?? '');
  const [expires, signature] = [one(ctx.query['e']), one(ctx.query['s'])];
  return /^[1-9]\d{0,8}$/u.test(text) && isGood(Number(text), expires, signature) ? Number(text) : null;
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

function forbid(ctx: Context): void {
  ctx.body = '';
  ctx.status = 403;
}

/** Pictures carry the page's own signature. */
function shown(photos: readonly IssuePhoto[], ctx: Context): PagePhoto[] {
  const folder = `/p/${String(ctx['params'].no)}/photo`;
  return photos.map(({ kind, round, hash, sentAt }) => ({
    kind,
    round,
    src: hash === null ? null : `${folder}/${hash}?${ctx.querystring}`,
    day: sentAt === undefined ? null : dayOf(sentAt),
  }));
}
