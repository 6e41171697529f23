/**
 * What a call that failed leaves open, the same for every vendor. Only what surely never left this machine is sent again by itself;
 * where the vendor may have acted, a second call is right only if it does no harm (wecom §7, dingtalk §8.3).
 */

/** No name, no way, no connection, no certificate we trust: faults before the first byte of a request is written. */
const BEFORE_SENDING: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Of what `fetch` throws: whether nothing of the request can have reached the vendor. In doubt false. */
export function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && BEFORE_SENDING.has(String(cause.code));
}

/** A gateway's 502 says nothing of the service behind it, and a 500 may come after the deed. */
export const isServerFault = (status: number): boolean => status >= 500;
