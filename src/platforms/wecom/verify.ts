/** The query of a callback and whether the envelope was made by the vendor (wecom §2.3–2.5). Pure. */
import type { Codec } from './codec.ts';

export interface SignedQuery {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly echostr: string | null;
}

/**
 * Raw query → its signed parameters. Each value is percent-decoded exactly once and `+` stays `+`: `echostr` is base64, and the
 * form rule that reads `+` as a space would break its signature.
 */
export function readQuery(rawQuery: string): SignedQuery {
  const values = new Map<string, string>();
  for (const pair of rawQuery.split('&')) {
    const at = pair.indexOf('=');
    if (at > 0) values.set(percentDecode(pair.slice(0, at)), percentDecode(pair.slice(at + 1)));
  }
  return {
    signature: values.get('msg_signature') ?? values.get('msgsignature') ?? values.get('signature') ?? '',
    timestamp: values.get('timestamp') ?? '',
    nonce: values.get('nonce') ?? '',
    echostr: values.get('echostr') ?? null,
  };
}

/** When the vendor made this delivery; undefined where it does not say so in seconds. */
export function deliveredAt({ timestamp }: SignedQuery): Date | undefined {
  return /^\d{9,11}$/u.test(timestamp) ? new Date(Number(timestamp) * 1000) : undefined;
}

function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What came, and the query that vouches for it. */
export interface Sealed {
  readonly query: SignedQuery;
  readonly encrypted: string;
}

/** Why the envelope is not believed, in Chinese for the log; null when it is. */
export function whyNotSigned(
  codec: Codec,
  { query, encrypted }: Sealed,
  age: { readonly now: Date; readonly staleAfterMs: number | null },
): string | null {
  if (query.signature === '') return '缺少签名';
  if (!codec.isSigned(query, encrypted)) return '签名不对';
  if (age.staleAfterMs === null) return null;
  const apartMs = Math.abs(age.now.getTime() - Number(query.timestamp) * 1000);
  return apartMs <= age.staleAfterMs ? null : '回调时间过旧';
}
