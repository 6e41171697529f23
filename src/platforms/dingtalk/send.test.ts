/** Outgoing → what people see in DingTalk, over real HTTP: routes, tags, parts, pictures. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing, ReplyRoute } from '../../chat.ts';
import { anOutgoing, failureOf, openStage } from '../../testing/fake-dingtalk/stage.ts';
import type { Stage } from '../../testing/fake-dingtalk/stage.ts';
import { createPartsOut } from '../../testing/parts-out.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
  stage.fake.office.group('cidA==', ['cc0112', 'cc0731']);
  stage.fake.office.person('cc0112', '王磊');
  stage.fake.office.person('cc0731', '周巡查');
  stage.addresses.set('work', { ...stage.fake.webhookOf('cidA=='), conversationId: 'cidA==' });
});

afterEach(() => stage.stop());

const wang = { personId: 'cc0112', name: '王磊' };
const tagging = (given: Partial<Outgoing> = {}): Outgoing =>
  anOutgoing({ text: '请@王磊处理 #327', mentions: [wang], ...given });

function replyTo(to: string): ReplyRoute {
  const { path, until: end } = stage.fake.webhooks.newSession(to);
  return { route: stage.fake.url + path, expiresAt: new Date(end) };
}

const seen = (to = 'cidA=='): string[] => stage.fake.sentTo(to).map(({ via, text }) => `${via}: ${text}`);

describe('the route', () => {
  it('an answer goes by the session webhook and tags', async () => {
    await stage.platform.send(tagging({ reply: replyTo('cidA==') }));
    expect(stage.fake.sentTo('cidA==')).toMatchObject([
      { via: 'session', text: '请@王磊 处理 #327', tagged: ['cc0112'] },
    ]);
  });

  it.each([
    ['no way back', null],
    ['a way back that is not the vendor’s', 'https://oapi.example.org/robot/sendBySession?session=1'],
  ])('with %s, who must be notified is tagged by the group webhook, once signed', async (_name, route) => {
    const reply = route === null ? null : { route, expiresAt: new Date('2030-01-01') };
    await stage.platform.send(tagging({ reply }));
    expect(stage.fake.sentTo('cidA==')).toMatchObject([
      { via: 'webhook', text: '请@王磊 处理 #327', tagged: ['cc0112'] },
    ]);
  });

  it('the way back is left alone five minutes before its end, and used until then', async () => {
    const reply = replyTo('cidA==');
    stage.clock.pass(85 * 60_000);
    await stage.platform.send(anOutgoing({ reply, text: '一' }));
    stage.clock.pass(346);
    await stage.platform.send(anOutgoing({ reply, text: '二' }));
    expect(seen()).toEqual(['session: 一', 'group: 二']);
  });

  it('a session that the vendor has forgotten is followed by the next way, in the same attempt', async () => {
    const reply = replyTo('cidA==');
    stage.fake.webhooks.forgetSessions();
    await stage.platform.send(anOutgoing({ reply, text: '答复' }));
    await stage.platform.send(tagging({ reply }));
    expect(seen()).toEqual(['group: 答复', 'webhook: 请@王磊 处理 #327']);
  });

  it('nobody to notify: the app’s own interface', async () => {
    await stage.platform.send(anOutgoing({ text: '通报' }));
    expect(seen()).toEqual(['group: 通报']);
  });

  it('a group without webhook gets the names as text, and tags nobody', async () => {
    stage.addresses.clear();
    await stage.platform.send(tagging());
    expect(stage.fake.sentTo('cidA==')).toMatchObject([{ via: 'group', text: '请@王磊处理 #327', tagged: [] }]);
  });

  it('a group that was never spoken in gets all by its webhook', async () => {
    stage.addresses.set('work', stage.fake.webhookOf('cidA=='));
    await stage.platform.send(anOutgoing({ to: { kind: 'group', groupId: 'work', chatId: null } }));
    expect(seen()).toEqual(['webhook: 已登记 #327']);
  });

  it('one-to-one: the batch interface', async () => {
    await stage.platform.send(anOutgoing({ to: { kind: 'single', personId: 'cc0112' }, text: '提醒' }));
    expect(seen('cc0112')).toEqual(['batch: 提醒']);
  });

  it('an outsider is answered while the session lives, and not afterwards', async () => {
    const reply = replyTo('');
    const message = anOutgoing({ to: { kind: 'single', personId: '' }, reply, text: '您好' });
    await stage.platform.send(message);
    expect(seen('')).toEqual(['session: 您好']);
    stage.clock.pass(90 * 60_000);
    expect(await failureOf(stage.platform.send(message))).toMatchObject({ outcome: 'refused' });
  });

  it('nowhere to go is refused in words for the administrator', async () => {
    const failure = await failureOf(
      stage.platform.send(anOutgoing({ to: { kind: 'group', groupId: 'none', chatId: null } })),
    );
    expect(failure).toMatchObject({ outcome: 'refused', message: expect.stringContaining('绑定') });
  });

  it('a webhook of another host is never called, and said so', async () => {
    stage.addresses.set('work', { webhook: 'https://example.org/robot/send?access_token=1' });
    await stage.platform.send(tagging());
    expect(seen()).toEqual(['group: 请@王磊处理 #327']);
    expect(stage.logs.join()).toContain('群机器人 webhook 不是钉钉的地址');
    expect(stage.platform.canReach({ kind: 'group', groupId: 'work', chatId: 'cidA==' }, true)).toBe(false);
  });

  it.each([
    ['a group with a webhook', { kind: 'group', groupId: 'work', chatId: null }, true, true],
    ['a group with a conversation only', { kind: 'group', groupId: null, chatId: 'cidA==' }, false, true],
    ['the same, to be tagged', { kind: 'group', groupId: null, chatId: 'cidA==' }, true, false],
    ['a group with nothing', { kind: 'group', groupId: 'none', chatId: null }, false, false],
    ['a person', { kind: 'single', personId: 'cc0112' }, false, true],
    ['a person known by number', { kind: 'single', personId: 'mobile:13900000001' }, false, false],
    ['nobody', { kind: 'single', personId: '' }, false, false],
  ] as const)('canReach: %s', (_name, to, needsMention, expected) => {
    expect(stage.platform.canReach(to, needsMention)).toBe(expected);
  });
});

describe('what people typed', () => {
  it('@所有人, ids and markup are shown and tag nobody', async () => {
    const text = '“@所有人 @cc0731 **急** [点我](http://x)” 请@王磊处理';
    await stage.platform.send(tagging({ text, reply: replyTo('cidA==') }));
    expect(stage.fake.sentTo('cidA==')).toMatchObject([
      { text: '“@所有人 @cc0731 **急** [点我](http://x)” 请@王磊 处理', tagged: ['cc0112'] },
    ]);
  });

  it('a long text comes in numbered parts, each person tagged once', async () => {
    const text = `请@王磊处理\n${'1. 人民路占道。\n'.repeat(900)}`;
    await stage.platform.send(tagging({ text, reply: replyTo('cidA==') }));
    const sent = stage.fake.sentTo('cidA==');
    expect(sent.map(({ text: part }) => part.slice(0, 5))).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    expect(sent.flatMap(({ tagged }) => tagged)).toEqual(['cc0112']);
  });
});

describe('the key of a webhook send', () => {
  it('is another for each part, and the same when a part is repeated', async () => {
    stage.addresses.set('work', stage.fake.webhookOf('cidA=='));
    const to = { kind: 'group', groupId: 'work', chatId: null } as const;
    const message = anOutgoing({ to, text: '1. 人民路占道。\n'.repeat(900) });
    stage.fake.faults.add('webhook', { kind: 'lost' });
    expect(await failureOf(stage.platform.send(message))).toMatchObject({ outcome: 'later' });
    await stage.platform.send(message);
    expect(seen().map((line) => line.slice(9, 14))).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    expect(stage.fake.http.calls.get('/robot/send')).toBe(4);
  });
});

describe('pictures and papers', () => {
  it('are uploaded and sent after the text', async () => {
    stage.files.set('h1', Buffer.from('picture'));
    stage.files.set('h2', Buffer.from('paper'));
    const attachments = [
      { kind: 'picture', name: '整改前.jpg', hash: 'h1' },
      { kind: 'file', name: '通报.docx', hash: 'h2' },
    ] as const;
    await stage.platform.send(anOutgoing({ text: '通报', attachments }));
    const [text, picture, paper] = stage.fake.sentTo('cidA==');
    expect([text?.msgtype, picture?.msgtype, paper?.msgtype]).toEqual(['sampleText', 'sampleImageMsg', 'sampleFile']);
    expect(stage.fake.api.uploads.get(picture?.text ?? '')?.toString()).toBe('picture');
    expect(stage.fake.api.uploads.get(paper?.text ?? '')?.toString()).toBe('paper');
    expect(paper?.body).toMatchObject({
      msgParam: expect.stringContaining('"fileName":"通报.docx","fileType":"docx"'),
    });
  });

  it('what cannot be sent there is named in the text', async () => {
    const attachments = [{ kind: 'file', name: '台账.csv', hash: 'h1' }] as const;
    await stage.platform.send(anOutgoing({ text: '台账', attachments }));
    expect(seen()).toEqual(['group: 台账\n（附件“台账.csv”不能在这里发送，请向创城办索取）']);
  });

  it('a second attempt does not repeat the text', async () => {
    stage.files.set('h1', Buffer.from('picture'));
    stage.fake.faults.add('upload', { kind: 'cut' });
    const message = anOutgoing({ text: '通报', attachments: [{ kind: 'picture', name: 'a.png', hash: 'h1' }] });
    const partsOut = createPartsOut();
    expect(await failureOf(stage.platform.send(message, partsOut))).toMatchObject({ outcome: 'later' });
    await stage.platform.send(message, partsOut);
    expect(stage.fake.sentTo('cidA==').map(({ msgtype }) => msgtype)).toEqual(['sampleText', 'sampleImageMsg']);
  });

  it('what was noted by nobody is not guessed at', async () => {
    const partsOut = { ...createPartsOut(), note: '{"done":"one"}' };
    expect(await failureOf(stage.platform.send(anOutgoing(), partsOut))).toMatchObject({ outcome: 'unknown' });
    expect(stage.fake.sentTo('cidA==')).toEqual([]);
  });
});
