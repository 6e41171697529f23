/** Pictures as the vendor serves them: encrypted, behind a link that lives five minutes (wecom §3.6). */
import { createCipheriv, randomBytes } from 'node:crypto';
import type { City } from './city.ts';
import type { Route } from './http.ts';

const LINK_MS = 5 * 60_000;

export interface MediaSide {
  readonly routes: Route[];
  /** Path of a link to these bytes, encrypted with the key. */
  put(bytes: Buffer, key: Buffer): string;
  /** A fresh key for one link, as the long connection has them: 43 characters without `=`. */
  newKey(): { readonly text: string; readonly key: Buffer };
}

export function createMediaSide(city: City): MediaSide {
  const links = new Map<string, { readonly bytes: Buffer; readonly until: number }>();
  return {
    routes: [
      {
        path: /^\/media\/.+$/u,
        part: 'picture',
        answer({ url }) {
          const link = links.get(url.pathname + url.search);
          if (link === undefined || link.until <= city.now().getTime())
            return { status: 403, body: Buffer.from('expired') };
          return { body: link.bytes };
        },
      },
    ],
    put(bytes, key) {
      const path = `/media/${city.id('picture')}?sign=a%2Fb%3D`;
      links.set(path, { bytes: encryptFile(bytes, key), until: city.now().getTime() + LINK_MS });
      return path;
    },
    newKey() {
      const key = randomBytes(32);
      return { key, text: key.toString('base64').slice(0, 43) };
    },
  };
}

function encryptFile(bytes: Buffer, key: Buffer): Buffer {
  const pad = 32 - (bytes.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([bytes, Buffer.alloc(pad, pad)])), cipher.final()]);
}
