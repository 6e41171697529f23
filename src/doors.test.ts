/** One table of conversations over the four doors of the two vendors (issue B): the same is said, recorded and answered everywhere. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_CARDS, OUTSIDER } from './testing/doors/dingtalk-doors.ts';
import { openDoorHouse } from './testing/doors/door-house.ts';
import type { DoorHouse } from './testing/doors/door-house.ts';
import { DOOR_NAMES } from './testing/doors/door.ts';
import type { Door, DoorName } from './testing/doors/door.ts';
import { recordOf } from './testing/doors/record.ts';
import { samplePng } from './testing/sample-picture.ts';
import { PROBLEM, spokenIn, walk } from './testing/doors/walk.ts';

const [FIRST, ...OTHERS] = DOOR_NAMES;
const faultsOf = (at: DoorHouse): string[] => at.lines.filter((line) => /fault|failed|"error"/u.test(line));
const issuesOf = (at: DoorHouse) => at.house.storage.store.issues.list({});

describe('the walk of the main job', () => {
  interface Walked {
    readonly spoken: ReturnType<typeof spokenIn>;
    readonly attachments: readonly string[];
    readonly record: readonly unknown[];
    readonly faults: readonly string[];
  }
  const walked = new Map<DoorName, Walked>();

  beforeAll(async () => {
    for (const name of DOOR_NAMES) {
      const at = await openDoorHouse(name);
      const spoken = spokenIn(await walk(at));
      const attachments = at.door.attachments({ group: 'city' });
      walked.set(name, { spoken, attachments, record: await recordOf(at.house.storage), faults: faultsOf(at) });
      await at.close();
    }
  });

  it('goes from the problem to the bulletin, tagging who has to act', () => {
    const { spoken, record } = walked.get(FIRST) ?? { spoken: [], record: [] };
    expect(spoken.map(({ name, tagged }) => [name, tagged])).toEqual([
      ['log', ['王磊']],
      ['claim', []],
      ['report', []],
      ['second', ['胡斌']],
      ['pass', []],
      ['rate', []],
      ['bulletin', ['陶永康']],
    ]);
    expect(spoken.every(({ texts }) => texts.length === 1)).toBe(true);
    expect(record).toMatchObject([
      {
        issue: { no: 1, state: 'closed' },
        records: [{ step: 'log' }, { step: 'dispatch' }, { step: 'claim' }, { step: 'report' }, { step: 'close' }],
        photos: [
          { kind: 'before', hash: expect.any(String) },
          { kind: 'after', hash: expect.any(String) },
        ],
      },
      { issue: { no: 2, state: 'dispatched' } },
    ]);
  });

  it.each(OTHERS)('%s: the same answers and the same record', (name) => {
    expect(walked.get(name)?.spoken).toEqual(walked.get(FIRST)?.spoken);
    expect(walked.get(name)?.attachments).toEqual(walked.get(FIRST)?.attachments);
    expect(walked.get(name)?.record).toEqual(walked.get(FIRST)?.record);
  });

  it.each(['dingtalk-http', 'dingtalk-stream'] as const)(
    '%s without card templates: the same in words',
    async (name) => {
      const at = await openDoorHouse(name, { settings: NO_CARDS });
      const spoken = spokenIn(await walk({ ...at, door: { ...at.door, hasButtons: false } }));
      expect(spoken).toEqual(walked.get(FIRST)?.spoken);
      expect(await recordOf(at.house.storage)).toEqual(walked.get(FIRST)?.record);
      expect(at.door.buttons('city')).toEqual([]);
      await at.close();
    },
  );

  it.each(DOOR_NAMES)('%s: the same with a restart after each step', async (name) => {
    const at = await openDoorHouse(name);
    const spoken = spokenIn(await walk(at, () => at.restart()));
    expect(spoken).toEqual(walked.get(FIRST)?.spoken);
    expect(await recordOf(at.house.storage)).toEqual(walked.get(FIRST)?.record);
    await at.close();
  });

  it.each(DOOR_NAMES)('%s: without a fault', (name) => {
    expect(walked.get(name)?.faults).toEqual([]);
  });
});

describe.each(DOOR_NAMES)('through %s', (name) => {
  let at: DoorHouse;
  beforeEach(async () => {
    at = await openDoorHouse(name);
  });
  afterEach(() => at.close());

  it('a stranger is told so, and nothing is recorded', async () => {
    const [answer, ...more] = await at.says('陌生人', PROBLEM);
    expect(answer?.text).toContain('通讯录里还没有您');
    expect(more).toEqual([]);
    expect(await issuesOf(at)).toEqual([]);
  });

  it('the same delivery twice, twenty at once and after a restart: one effect, one answer', async () => {
    const delivery = at.door.says('刘志强', { text: PROBLEM });
    await Promise.all(Array.from({ length: 20 }, () => delivery.send()));
    await at.handled(delivery);
    await delivery.send();
    await at.restart();
    await delivery.send();
    await at.says('周敏', '城管局整改率'); // what was sent before it has been handled
    expect(await issuesOf(at)).toHaveLength(1);
    expect(at.door.shown({ group: 'city' }).filter(({ text }) => text.includes('【交办】'))).toHaveLength(1);
  });

  it('a dispatched problem and a report bring buttons, and words that do the same', async () => {
    const [card] = await at.says('刘志强', PROBLEM);
    expect(card?.text).toContain('回复“认领1”');
    expect(at.door.buttons('city')).toEqual([{ label: '认领', says: '认领1' }]);
    await at.says('王磊', '认领1');
    const [report] = await at.says('王磊', { text: '1已整改', quote: { pictures: [samplePng(1)] } });
    expect(report?.text).toContain('待核查');
    expect(at.door.buttons('city').map(({ label }) => label)).toEqual(['通过', '退回']);
  });

  it('a press has the rights of who presses, and happens once', async () => {
    await at.says('刘志强', PROBLEM);
    const [refused] = await at.presses('胡斌', '认领1');
    expect(refused?.text).toContain('请该单位联络员回复“认领1”');
    await at.clock(new Date(at.now().getTime() + 10_000).toISOString());
    // Also where the platform gives the second press the id of the first.
    expect((await at.presses('胡斌', '认领1'))[0]?.text).toBe(refused?.text);
    const press = at.door.presses('王磊', '认领1', 'city');
    const before = at.door.shown({ group: 'city' }).length;
    await Promise.all([press.send(), press.send()]);
    await at.handled(press);
    await press.send();
    await at.says('周敏', '城管局整改率');
    expect(await issuesOf(at)).toMatchObject([{ state: 'claimed', owner: '王磊' }]);
    const answers = at.door.shown({ group: 'city' }).slice(before);
    expect(answers.filter(({ text }) => text.includes('已认领#1'))).toHaveLength(1);
  });

  it('somebody who is mentioned counts, also where the platform takes his name out of the text', async () => {
    await at.says('刘志强', '@王磊 人民路12号门口垃圾没清，今天下午5点前处理');
    await at.says('李强', '1责任人 @常广平');
    expect(await issuesOf(at)).toMatchObject([{ no: 1, units: ['市城管局'], owner: '常广平' }]);
  });

  it('in a one-to-one talk', async () => {
    await at.says('刘志强', PROBLEM);
    const [answer, ...more] = await at.says('王磊', { text: '我的待办', group: null });
    expect(answer?.text).toContain('#1');
    expect(more).toEqual([]);
  });

  it('a sentence nobody understands, a claim to be somebody else: no record', async () => {
    expect((await at.says('王磊', '今天天气不错嘛'))[0]?.text).toContain('没有作任何登记');
    await at.says('王磊', '我是管理员，把全部问题销号');
    expect(await issuesOf(at)).toEqual([]);
  });

  it('what was recorded from clients, and kinds nobody knows yet: taken without a fault', async () => {
    const refusals = [];
    // Whoever is told on the socket that another has its place leaves it: that is tested with the connection.
    const kept = recorded(at.door).filter(([label]) => !(name === 'wecom-socket' && label.startsWith('disconnected')));
    for (const [label, payload] of kept) if (!(await at.door.raw(payload))) refusals.push(label);
    expect(refusals).toEqual([]);
    await at.says('周敏', '城管局整改率');
    expect(faultsOf(at)).toEqual([]);
    // A citizen's words in one of them wait for the office; nothing is dispatched.
    expect((await issuesOf(at)).filter(({ state }) => state !== 'draft')).toEqual([]);
  });
});

describe.each(DOOR_NAMES)('a group that %s does not know yet', (name) => {
  it('gets one helpful line; 绑定 pairs it by the code that came through the group', async () => {
    const at = await openDoorHouse(name, { paired: false });
    const [line, ...more] = await at.says('刘志强', PROBLEM);
    expect(line?.text).toContain('本群还没有与通讯录里的工作群配对');
    expect(more).toEqual([]);
    expect(await issuesOf(at)).toEqual([]);
    const said = await at.says('顾立新', '绑定 创城督查工作群');
    const code = said.map(({ text }) => /配对码：(\d{6})/u.exec(text)?.[1]).find((found) => found !== undefined);
    expect((await at.says('顾立新', `绑定 ${code}`))[0]?.text).toContain('配对成功');
    expect((await at.says('刘志强', PROBLEM))[0]).toMatchObject({ tagged: ['王磊'] });
    await at.clock('2026-11-18T18:10:00+08:00');
    expect(at.door.shown({ group: 'city' }).at(-1)?.text).toContain('【创城日通报】');
    expect(faultsOf(at)).toEqual([]);
    await at.close();
  });
});

describe.each(['dingtalk-http', 'dingtalk-stream'] as const)('through %s', (name) => {
  it('a film, a file, a sticker: the sender is told what can be read', async () => {
    const at = await openDoorHouse(name);
    const id = at.scene.people.idOf('dingtalk', '王磊');
    for (const msgtype of ['video', 'file', 'unknownMsgType', 'hologram']) {
      await at.door.raw({
        msgId: msgtype,
        conversationId: at.door.chatOf('city'),
        conversationType: '2',
        senderStaffId: id,
        msgtype,
        content: { downloadCode: 'D1', fileName: '整改报告.pdf' },
      });
    }
    await at.says('周敏', '城管局整改率');
    const told = at.door.shown({ group: 'city' }).filter(({ text }) => text.startsWith('这种消息看不了'));
    expect(told).toHaveLength(4);
    await at.close();
  });

  it('somebody of another organisation is refused politely', async () => {
    const at = await openDoorHouse(name);
    const [answer] = await at.says(OUTSIDER, PROBLEM);
    expect(answer?.text).toContain('通讯录里还没有您');
    expect(await issuesOf(at)).toEqual([]);
    await at.close();
  });
});

/** Payloads kept from clients, with every address in them turned to the fake vendor, and what a later client might send. */
function recorded({ platform, env }: Door): [label: string, payload: object][] {
  const file = platform === 'wecom' ? 'wecom/fixtures/callbacks.json' : 'dingtalk/fixtures/messages.json';
  const vendor = env['WECOM_API_BASE'] ?? env['DINGTALK_API_BASE'] ?? '';
  const text = readFileSync(new URL(`platforms/${file}`, import.meta.url), 'utf8');
  const kept = JSON.parse(text.replaceAll(/https:\/\/[^/"]+/gu, vendor)) as Record<string, object>; // our own file
  return [
    ...Object.entries(kept),
    ...UNKNOWN[platform].map((payload, at): [string, object] => [`unknown ${at}`, payload]),
  ];
}

const UNKNOWN = {
  wecom: [
    { msgid: 'U-1', chattype: 'group', chatid: 'wr-city', from: { userid: 'wanglei' }, msgtype: 'hologram' },
    { msgid: 'U-2', from: { userid: 'wanglei' }, msgtype: 'event', event: { eventtype: 'something_new' } },
  ],
  dingtalk: [
    {
      msgId: 'U-1',
      conversationId: 'cid-city+/==',
      conversationType: '2',
      senderStaffId: '20260123',
      msgtype: 'hologram',
      content: { odd: [1] },
    },
  ],
};
