/** Papers, their service, and the counts of what went out, on every database. */
import { expect, test } from 'vitest';
import type { Paper } from '../src/domain/paper.ts';
import { NOW, aMessage, aStep, anIssue, minutesLater } from '../src/testing/storage-samples.ts';
import { eachDatabase } from '../src/testing/storage-suite.ts';

const aPaper = (some: Partial<Paper> = {}): Omit<Paper, 'id'> => ({
  step: 'first',
  kind: 'reminder',
  title: '提醒函',
  word: '提醒',
  year: 2026,
  no: 31,
  state: 'draft',
  issueNo: 1,
  round: 1,
  unit: '市城管局',
  to: 'deputy',
  points: -1,
  model: { evidence: ['11月18日 登记'] },
  draftedBy: null,
  draftedAt: NOW,
  signedBy: null,
  signedAt: null,
  discardedBy: null,
  discardedAt: null,
  note: null,
  ...some,
});

eachDatabase('papers', ({ storage }) => {
  const store = () => storage().store;

  test('a step is drafted once for a problem, round and unit; a number is given once', async () => {
    const issue = await store().issues.create(anIssue(), aStep());
    const { papers } = store();
    await papers.add(aPaper({ issueNo: issue.no }));
    await expect(papers.add(aPaper({ issueNo: issue.no, no: 32 }))).rejects.toThrow(/unique/i);
    await expect(papers.add(aPaper({ issueNo: issue.no, round: 2 }))).rejects.toThrow(/unique/i);
    await papers.add(aPaper({ issueNo: issue.no, no: 32, round: 2 }));
    expect((await papers.list({ issueNos: [issue.no] })).map(({ no, round }) => [no, round])).toEqual([
      [31, 1],
      [32, 2],
    ]);
  });

  test('a draft is settled once, and is read back as it was written', async () => {
    const issue = await store().issues.create(anIssue(), aStep());
    const { papers } = store();
    const id = await papers.add(aPaper({ issueNo: issue.no }));
    const signed: Paper = { ...aPaper({ issueNo: issue.no }), id, state: 'signed', signedBy: '周敏', signedAt: NOW };
    await papers.settle(signed);
    expect(await papers.list({ word: '提醒', no: 31, year: 2026 })).toEqual([signed]);
    await expect(papers.settle({ ...signed, state: 'discarded' })).rejects.toThrow('settled already');
    expect(await papers.list({ state: 'signed', signedFrom: NOW, signedTo: minutesLater(1) })).toEqual([signed]);
    expect(await papers.list({ state: 'signed', signedFrom: minutesLater(1) })).toEqual([]);
    expect(await papers.list({ state: 'draft' })).toEqual([]);
    expect(await papers.list({ issueNos: [] })).toEqual([]);
  });

  test('what headquarters says is added to an issued one, once', async () => {
    const issue = await store().issues.create(anIssue(), aStep());
    const { papers } = store();
    const id = await papers.add(aPaper({ issueNo: issue.no }));
    await expect(papers.decide({ id, note: '同意' })).rejects.toThrow('not waiting for an opinion');
    const signed: Paper = { ...aPaper({ issueNo: issue.no }), id, state: 'signed', signedBy: '周敏', signedAt: NOW };
    await papers.settle(signed);
    await papers.decide({ id, note: '同意' });
    await expect(papers.decide({ id, note: '不同意' })).rejects.toThrow('not waiting for an opinion');
    expect(await papers.list({ state: 'signed' })).toEqual([{ ...signed, note: '同意' }]);
  });

  test('service: delivered when the message was sent, failed with its reason, read the first time', async () => {
    const issue = await store().issues.create(anIssue(), aStep());
    const { papers, outbox } = store();
    const id = await papers.add(aPaper({ issueNo: issue.no }));
    const [sent, refused] = [await outbox.add(aMessage()), await outbox.add(aMessage())];
    await papers.serve(id, '李强', { outboxId: sent.id, at: NOW });
    await papers.serve(id, '张建国', { outboxId: refused.id, at: NOW });
    const blank = { sentAt: NOW, deliveredAt: null, failure: null, readAt: null };
    expect(await papers.services(id)).toEqual([
      { ...blank, person: '李强' },
      { ...blank, person: '张建国' },
    ]);
    await outbox.sent(sent.id, minutesLater(1));
    await outbox.gaveUp(refused.id, 'refused', '不在应用可见范围', minutesLater(1));
    await papers.read(id, '李强', minutesLater(2));
    await papers.read(id, '李强', minutesLater(9));
    await papers.read(id, '王磊', minutesLater(9));
    expect(await papers.services(id)).toEqual([
      { ...blank, person: '李强', deliveredAt: minutesLater(1), readAt: minutesLater(2) },
      { ...blank, person: '张建国', failure: '不在应用可见范围' },
    ]);
  });

  test('what went out is counted by kind and conversation, tags by person', async () => {
    const { outbox, mentions } = store();
    for (const kind of ['push', 'push', 'answer'] as const) await outbox.add(aMessage({ kind, createdAt: NOW }));
    await outbox.add(aMessage({ kind: 'push', createdAt: minutesLater(60) }));
    const conversation = aMessage().conversation;
    expect(await outbox.counts(NOW, minutesLater(60))).toEqual([
      { kind: 'answer', conversation, count: 1 },
      { kind: 'push', conversation, count: 2 },
    ]);
    await mentions.take('王磊', '2026-11-01', 1);
    await mentions.take('孙梅', '2026-11-01', 1);
    await mentions.take('王磊', '2026-11-30', 1);
    await mentions.take('王磊', '2026-12-01', 1);
    expect(await mentions.totals('2026-11-01', '2026-11-30')).toEqual([
      { person: '王磊', count: 2 },
      { person: '孙梅', count: 1 },
    ]);
  });
});
