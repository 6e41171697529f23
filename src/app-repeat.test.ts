/** The same delivery again, days later, where the vendor tells us to refuse what is old (contract §3, dingtalk §2.1). */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signatureOf } from './platforms/dingtalk/verify.ts';
import { openDoorHouse } from './testing/doors/door-house.ts';
import type { DoorHouse } from './testing/doors/door-house.ts';
import { CREDENTIALS } from './testing/fake-dingtalk/index.ts';

let at: DoorHouse;
beforeEach(async () => {
  at = await openDoorHouse('dingtalk-http');
});
afterEach(() => at.close());

const BEGUN = new Date('2026-11-18T10:00:00+08:00').getTime();

async function deliver(msgId: string, sign = signatureOf(String(BEGUN), CREDENTIALS.clientSecret)) {
  const payload = {
    msgId,
    conversationId: at.door.chatOf('city'),
    conversationType: '2',
    senderId: '$:LWCP_v1:$DemoUser',
    senderStaffId: at.scene.people.idOf('dingtalk', '刘志强'),
    isInAtList: true,
    msgtype: 'text',
    text: { content: ' 文昌路8号门口垃圾满溢，请环卫中心今天下午5点前清运' },
    createAt: BEGUN,
  };
  const response = await fetch(`${at.url}/webhook/dingtalk`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', timestamp: String(BEGUN), sign },
    body: JSON.stringify(payload),
  });
  return { status: response.status, body: await response.text() };
}
const issues = () => at.house.storage.store.issues.list({});

it('what was handled is acknowledged again after days and a restart, without a second effect or answer', async () => {
  expect(await deliver('m-1')).toEqual({ status: 200, body: '{"msgtype":"empty"}' });
  await at.quiet();
  const shown = at.door.shown({ group: 'city' }).length;
  await at.restart(3 * 24 * 3_600_000);
  expect(await deliver('m-1')).toEqual({ status: 200, body: '{"msgtype":"empty"}' });
  await at.quiet();
  expect(at.door.shown({ group: 'city' })).toHaveLength(shown);
  expect(await issues()).toHaveLength(1);
});

it('what is old and was never handled is refused, and so is a forged one that was', async () => {
  await deliver('m-1');
  await at.quiet();
  await at.restart(2 * 3_600_000);
  expect(await deliver('m-2')).toEqual({ status: 401, body: '' });
  expect(await deliver('m-1', 'forged')).toEqual({ status: 401, body: '' });
  expect(await issues()).toHaveLength(1);
});
