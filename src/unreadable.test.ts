/** What cannot be read is told to its sender, on WeCom as on DingTalk. */
import { expect, it } from 'vitest';
import { openDoorHouse } from './testing/doors/door-house.ts';

it.each(['wecom-url', 'wecom-socket'] as const)(
  '%s: a film, a file, speech without words, a kind of the future',
  async (name) => {
    const at = await openDoorHouse(name);
    const userid = at.scene.people.idOf('wecom', '王磊');
    for (const msgtype of ['video', 'file', 'voice', 'hologram']) {
      await at.door.raw({ msgid: msgtype, chattype: 'single', from: { userid }, msgtype, [msgtype]: {} });
    }
    await at.says('王磊', { text: '我的待办', group: null });
    const told = at.door.shown({ person: '王磊' }).filter(({ text }) => text.startsWith('这种消息看不了'));
    expect(told).toHaveLength(4);
    await at.close();
  },
);
