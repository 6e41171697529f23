/** Addresses that come from outside are called only where they lead to the vendor (dingtalk §2.3: the signature does not cover the body). Pure. */

/** This machine itself: the only place that may be spoken to without TLS, for tests. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}

/** The address where it is https on the host of `base` with exactly this path; null for every other. */
export function vendorAddress(address: string, base: string, path: string): URL | null {
  const [url, expected] = [parsed(address), parsed(base)];
  if (url === null || expected === null) return null;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  const isVendor = url.host === expected.host && url.protocol === expected.protocol && url.pathname === path;
  return isSafe && isVendor && url.username === '' && url.password === '' ? url : null;
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
