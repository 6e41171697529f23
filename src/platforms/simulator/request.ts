/** What the simulator's API reads out of a request, each with its complaint in Chinese. */
import type { Context } from 'koa';
import rawBody from 'raw-body';
import { readInstant } from './instant.ts';
import { SimulatorRefusal, type Conversation } from './parts.ts';

const maxBody = '60mb';

/** The JSON in the body. Throws SimulatorRefusal 400 or 413. */
export async function jsonBody(ctx: Context): Promise<unknown> {
  const bytes = await rawBody(ctx.req, { limit: maxBody }).catch((error: unknown) => {
    const tooLarge = error instanceof Error && 'status' in error && error.status === 413;
    throw tooLarge
      ? new SimulatorRefusal(413, '内容太大，请少发几张图片')
      : new SimulatorRefusal(400, '内容没有收全，请重发');
  });
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new SimulatorRefusal(400, '内容不是正确的 JSON');
  }
}

/** The time in `{"now":…}`. Throws SimulatorRefusal 400. */
export function instantIn(body: unknown): Date {
  const now = typeof body === 'object' && body !== null && 'now' in body ? body.now : undefined;
  const instant = typeof now === 'string' ? readInstant(now) : undefined;
  if (instant === undefined) throw new SimulatorRefusal(400, 'now 应为时间，例如 2026-11-22T18:10:00+08:00');
  return instant;
}

/** The conversation a query names: `group` or `person`. Throws SimulatorRefusal 400. */
export function conversationIn(ctx: Context): Conversation {
  const group = one(ctx.query['group']);
  const person = one(ctx.query['person']);
  if (group !== null && person === null) return { group };
  if (person !== null && group === null) return { person };
  throw new SimulatorRefusal(400, '请用 group 或 person 指明一个会话');
}

/** A query value given once; null when absent. Throws SimulatorRefusal 400. */
export function one(value: string | string[] | undefined): string | null {
  if (Array.isArray(value)) throw new SimulatorRefusal(400, '同一个参数只能出现一次');
  return value ?? null;
}

/** A content hash in a path. Throws SimulatorRefusal 404. */
export function hashIn(text: string | undefined): string {
  if (text === undefined || !/^[0-9a-f]{16,128}$/.test(text)) throw new SimulatorRefusal(404, '没有这个文件');
  return text;
}
