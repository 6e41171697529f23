/** Prometheus figures for /metrics (contract §3). */
import { Counter, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  readonly contentType: string;
  readonly text: () => Promise<string>;
  readonly handled: (platform: string, seen: boolean) => void;
  readonly sent: (outcome: 'sent' | 'later' | 'refused' | 'unknown') => void;
}

/** A registry of its own, so that several houses in one process (tests) do not meet. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const messages = new Counter({
    name: 'duban_messages_total',
    help: 'Messages taken in',
    labelNames: ['platform', 'seen'],
    registers,
  });
  const deliveries = new Counter({
    name: 'duban_deliveries_total',
    help: 'Attempts to deliver, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    handled: (platform, seen) => messages.inc({ platform, seen: String(seen) }),
    sent: (outcome) => deliveries.inc({ outcome }),
  };
}
