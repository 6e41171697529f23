/** The WeCom application's own door over real HTTP: people write to it one-to-one, and are answered in the response. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWecomHouse } from './testing/wecom-house.ts';
import type { WecomHouse } from './testing/wecom-house.ts';

let at: WecomHouse;
let zhou: string;
beforeEach(async () => {
  at = await openWecomHouse({ withApp: true });
  zhou = at.idOf('周敏');
});
afterEach(() => at.close());

const deliver = (xml: string) => at.fake.appCallback.deliver(`${at.url}/webhook/wecom-app`, xml);
const heard = (): [string, string][] => at.fake.sentTo(zhou).map(({ via, msgtype }) => [via, msgtype]);
const told = async (): Promise<string[]> => {
  await at.house.settle();
  const rows = await at.house.storage.store.outbox.undelivered(new Date(0), new Date('2027-01-01'));
  return rows.map(({ state }) => state);
};

describe('a question to the application', () => {
  it('is answered in the response, though no call of the interface gets through, and not again', async () => {
    at.fake.faults.add('token', { kind: 'code', errcode: 60020 }, 9);
    const outcome = await deliver(at.fake.appCallback.text(zhou, '城管局整改率'));
    expect(outcome).toMatchObject({ status: 200, attempts: 1, passive: expect.stringContaining('市城管局') });
    expect(await told()).toEqual([]);
    expect(heard()).toEqual([['passive', 'text']]);
    expect(at.fake.http.calls.get('/cgi-bin/message/send')).toBeUndefined();
  });

  it('twice at once, or after a restart: one answer', async () => {
    at.fake.deliveries.next('doubled');
    const xml = at.fake.appCallback.text(zhou, '城管局整改率');
    await deliver(xml);
    await at.house.settle();
    await at.restart(86_400_000);
    expect(await deliver(xml)).toMatchObject({ status: 200, passive: null });
    expect(await told()).toEqual([]);
    expect(heard()).toEqual([['passive', 'text']]);
  });

  it('whose response was not taken, so that it comes again after five seconds: the office is told', async () => {
    const xml = at.fake.appCallback.text(zhou, '城管局整改率');
    await deliver(xml);
    await at.house.settle();
    at.pass(5_000);
    await deliver(xml);
    expect(await told()).toEqual(['unknown']);
    expect(heard()).toEqual([['passive', 'text']]);
  });

  it('with a torn body is refused', async () => {
    at.fake.deliveries.next('garbage');
    expect(await deliver(at.fake.appCallback.text(zhou, '城管局整改率'))).toMatchObject({ status: 400 });
    expect(heard()).toEqual([]);
  });
});
