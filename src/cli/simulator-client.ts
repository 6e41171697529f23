/** The simulator's API from the outside (contract §4), for programs. */

export interface SeenMessage {
  readonly id: string;
  readonly at: string;
  readonly group: string | null;
  readonly to: string | null;
  readonly from: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly images: readonly string[];
  readonly quote: string | null;
  readonly buttons: readonly { readonly label: string; readonly says: string }[];
}

export interface NewMessage {
  readonly group: string | null;
  readonly sender: string;
  readonly text: string;
  readonly images: readonly string[];
  readonly quote: string | null;
  readonly mentionsBot: boolean;
}

export interface SimulatorClient {
  groups(): Promise<{ id: string; name: string; members: string[] }[]>;
  directory(): Promise<{ botName: string; people: { name: string; role: string; unit: string | null }[] }>;
  now(): Promise<Date>;
  moveClock(to: Date): Promise<Date>;
  say(message: NewMessage): Promise<{ id: string; replies: SeenMessage[]; pushes: SeenMessage[] }>;
  /** What the bot said anywhere after a message; null: only where that stands. */
  news(after: string | null): Promise<{ last: string; messages: SeenMessage[] }>;
}

/** The simulator declined; `message` is its Chinese line. */
export class SimulatorDeclined extends Error {}

/** Talks to the simulator at an address such as `http://127.0.0.1:3000`. Members throw SimulatorDeclined for what it refuses. */
export function createSimulatorClient(address: string): SimulatorClient {
  // The shapes are those of our own API in the same version; its tests hold them.
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${address}/sim/api${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const read: unknown = await answer.json();
    if (answer.ok) return read;
    throw new SimulatorDeclined((read as { error?: string }).error ?? `模拟器没有正常应答（${answer.status}）`);
  };
  const clockIn = (read: unknown) => new Date((read as { now: string }).now);
  return {
    groups: async () => (await ask('/groups')) as Awaited<ReturnType<SimulatorClient['groups']>>,
    directory: async () => (await ask('/directory')) as Awaited<ReturnType<SimulatorClient['directory']>>,
    now: async () => clockIn(await ask('/clock')),
    moveClock: async (to) => clockIn(await ask('/clock', { now: to.toISOString() })),
    say: async (message) => (await ask('/messages', message)) as Awaited<ReturnType<SimulatorClient['say']>>,
    news: async (after) => {
      const query = after === null ? '' : `?after=${encodeURIComponent(after)}`;
      return (await ask(`/news${query}`)) as Awaited<ReturnType<SimulatorClient['news']>>;
    },
  };
}
