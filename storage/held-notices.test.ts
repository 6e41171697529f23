/** What waits for the morning, on every database. */
import { expect, test } from 'vitest';
import { NOW, minutesLater } from '../src/testing/storage-samples.ts';
import { eachDatabase } from '../src/testing/storage-suite.ts';

eachDatabase('held notices', ({ storage }) => {
  test('held notices: due in order, each once', async () => {
    const { heldNotices } = storage().store;
    const held = {
      person: '王磊',
      paperId: null,
      attachments: [],
      issueNos: [301],
      heldAt: NOW,
      dueAt: minutesLater(60),
    };
    await heldNotices.add({ ...held, text: '一' });
    await heldNotices.add({ ...held, text: '二', dueAt: minutesLater(30) });
    await heldNotices.add({ ...held, text: '三', dueAt: minutesLater(600) });
    expect(await heldNotices.due(NOW)).toEqual([]);
    const due = await heldNotices.due(minutesLater(60));
    expect(due.map(({ text }) => text)).toEqual(['一', '二']);
    expect(due[0]).toMatchObject({ ...held, text: '一' });
    await heldNotices.settle(due[0]?.id ?? '', minutesLater(60));
    expect((await heldNotices.due(minutesLater(61))).map(({ text }) => text)).toEqual(['二']);
  });
});
