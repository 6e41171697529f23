/** Frames under way on the long connection: few at a time, so that a break leaves few fates unknown. */
import { expect, it } from 'vitest';
import { DeliveryError } from '../../chat.ts';
import { createHandClock } from '../../testing/hand-clock.ts';
import { createRequests } from './requests.ts';

const aRequest = (no: number, repeatable = false) => ({ cmd: 'aibot_send_msg', reqId: `r${no}`, body: {}, repeatable });
const outcomeOf = (error: unknown): unknown => (error instanceof DeliveryError ? error.outcome : error);

it('when the connection breaks, only what was on the wire has an unknown fate; what waited its turn goes out later', async () => {
  const written: string[] = [];
  let isOpen = true;
  const requests = createRequests({
    timers: createHandClock().timers,
    write(text) {
      if (isOpen) written.push(text);
      return isOpen;
    },
  });
  const asked = Array.from({ length: 10 }, (_none, no) => requests.ask(aRequest(no)).catch(outcomeOf));
  await Promise.resolve().then(() => Promise.resolve());
  expect(written).toHaveLength(4);
  isOpen = false;
  requests.dropAll();
  const outcomes = await Promise.all(asked);
  expect(outcomes.filter((outcome) => outcome === 'unknown')).toHaveLength(4);
  expect(outcomes.filter((outcome) => outcome === 'later')).toHaveLength(6);
});

it('a turn that ends lets the next one go; what may be repeated never waits', async () => {
  const written: string[] = [];
  const timers = createHandClock().timers;
  const requests = createRequests({ timers, write: (text) => written.push(text) > 0 });
  const asked = Array.from({ length: 5 }, (_none, no) => requests.ask(aRequest(no)));
  const ping = requests.ask(aRequest(99, true));
  await new Promise((resolve) => void setImmediate(resolve));
  expect(written).toHaveLength(5);
  requests.settle({ headers: { req_id: 'r0' }, errcode: 0 });
  await asked[0];
  await new Promise((resolve) => void setImmediate(resolve));
  expect(written.at(-1)).toContain('r4');
  for (const id of ['r1', 'r2', 'r3', 'r4', 'r99']) requests.settle({ headers: { req_id: id }, errcode: 0 });
  await Promise.all([...asked, ping]);
});
