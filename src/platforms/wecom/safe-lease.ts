/** A lease that never throws: what cannot be read is not ours, what cannot be given back runs out by itself. */
import type { Lease, Log } from './options.ts';

export function safeLease(lease: Lease, log: Log): Lease {
  async function hold(ask: () => Promise<boolean>): Promise<boolean> {
    try {
      return await ask();
    } catch (error) {
      log('长连接租约无法读写', { error });
      return false;
    }
  }

  return {
    take: () => hold(() => lease.take()),
    renew: () => hold(() => lease.renew()),
    async release() {
      await lease.release().catch((error: unknown) => log('长连接租约无法释放', { error }));
    },
  };
}
