/** Works, numbered bulletins and photo checks, on every database. */
import { expect, test } from 'vitest';
import type { Publication } from '../src/domain/publication.ts';
import { NOW, aMessage, aStep, anIssue, minutesLater } from '../src/testing/storage-samples.ts';
import { eachDatabase } from '../src/testing/storage-suite.ts';

const aWork = { kind: 'export', args: { sheet: 'ledger' }, told: '周敏', dueAt: NOW, createdAt: NOW };

const aDraft = (some: Partial<Publication> = {}): Omit<Publication, 'id'> => ({
  kind: 'special',
  state: 'draft',
  draftNo: 1,
  no: null,
  year: null,
  asOf: NOW,
  text: '草稿',
  issueNos: [1, 2],
  figures: { count: 2 },
  model: { title: '关于督查情况的通报' },
  draftedBy: '赵雪',
  draftedAt: NOW,
  signedBy: null,
  signedAt: null,
  discardedAt: null,
  corrects: null,
  ...some,
});

eachDatabase('publishing', ({ storage }) => {
  const store = () => storage().store;

  test('a work is in one pair of hands until its time runs out, and settled once', async () => {
    const { works } = store();
    const id = await works.add(aWork);
    expect(await works.due(minutesLater(-1), 10)).toEqual([]);
    expect(await works.due(NOW, 10)).toMatchObject([{ id, ...aWork, attempts: 0 }]);
    expect(await works.claim(id, 'one', NOW, minutesLater(1))).toBe(true);
    expect(await works.claim(id, 'two', NOW, minutesLater(1))).toBe(false);
    expect(await works.nextDueAt()).toEqual(minutesLater(1));
    expect(await works.claim(id, 'two', minutesLater(2), minutesLater(3))).toBe(true);
    expect(await works.done(id, 'one', NOW)).toBe(false);
    expect(await works.done(id, 'two', minutesLater(2))).toBe(true);
    expect(await works.failed(id, 'two', 'too late', NOW)).toBe(false);
    expect(await works.due(minutesLater(9), 10)).toEqual([]);
    expect(await works.nextDueAt()).toBeUndefined();
  });

  test('a fault counts as an attempt, a wait does not; neither is for whoever does not have the work', async () => {
    const { works } = store();
    const id = await works.add(aWork);
    await works.claim(id, 'one', NOW, minutesLater(1));
    await works.later(id, 'one', minutesLater(1), 'no luck');
    await works.claim(id, 'one', minutesLater(1), minutesLater(2));
    await works.waits(id, 'two', minutesLater(9));
    await works.waits(id, 'one', minutesLater(3));
    expect(await works.due(minutesLater(2), 1)).toEqual([]);
    expect(await works.due(minutesLater(3), 1)).toMatchObject([{ id, attempts: 1, failure: 'no luck' }]);
  });

  test('whoever waits is told once, while it waits', async () => {
    const { works } = store();
    const id = await works.add(aWork);
    await works.add({ ...aWork, told: null });
    expect((await works.slow(minutesLater(1))).map((work) => work.id)).toEqual([id]);
    expect(await works.slow(minutesLater(-1))).toEqual([]);
    expect(await works.told(id, NOW)).toBe(true);
    expect(await works.told(id, NOW)).toBe(false);
    expect(await works.slow(minutesLater(1))).toEqual([]);
  });

  test('a numbered paper is written until it is signed; no number is given twice', async () => {
    const { publications, bulletins } = store();
    const id = await publications.add(aDraft());
    const signed = { ...aDraft(), id, state: 'signed' as const, no: 258, signedBy: '周敏', signedAt: minutesLater(5) };
    await publications.save({ ...aDraft({ text: '改过' }), id });
    await publications.save(signed);
    expect(await publications.list({ no: 258 })).toEqual([signed]);
    await expect(publications.save({ ...signed, text: '再改' })).rejects.toThrow('is no draft');
    await expect(publications.add(aDraft({ draftNo: 2, state: 'signed', no: 258 }))).rejects.toThrow(
      /unique|duplicate/i,
    );
    await publications.add(aDraft({ draftNo: 3, state: 'signed', no: 258, year: 2026 }));
    await publications.add(aDraft({ draftNo: 4, kind: 'weekly', state: 'signed', no: 258 }));
    expect((await publications.list({ kind: 'special', no: 258 })).map(({ year }) => year)).toEqual([2026, null]);
    expect(await bulletins.latest('special', null)).toBeUndefined();
  });

  test('photos are remembered by their content and found by their problem; a hint stands once', async () => {
    const { photoChecks, pictures, issues } = store();
    const { no } = await issues.create(anIssue(), aStep());
    const pictureId = await pictures.add({ platform: 'simulator', ref: 'r', sentBy: '王磊', sentAt: NOW });
    await pictures.attach({ issueNo: no, round: 1, kind: 'after', pictureId });
    await pictures.kept(pictureId, { hash: 'h1', type: 'image/jpeg', bytes: 9 });
    expect(await photoChecks.unprinted(10)).toEqual(['h1']);
    await photoChecks.remember('h1', 'print');
    await photoChecks.remember('h1', 'another');
    expect(await photoChecks.unknown(['h1', 'h2'])).toEqual(['h2']);
    expect(await photoChecks.unprinted(10)).toEqual([]);
    const photo = { issueNo: no, round: 1, kind: 'after', pictureId };
    expect(await photoChecks.all()).toEqual([{ ...photo, hash: 'h1', fingerprint: 'print' }]);
    const hint = { pictureId, issueNo: no, round: 1, kind: 'reused', text: '提示：…', at: NOW };
    await photoChecks.addHint(hint);
    await photoChecks.addHint(hint);
    expect(await photoChecks.hintsOf(no)).toEqual([hint]);
  });

  test('what a waiting message waited for goes along; a sent one is not touched', async () => {
    const { outbox } = store();
    const picture = { kind: 'picture' as const, name: '排名.png', hash: 'b'.repeat(64) };
    const { id } = await outbox.add(aMessage({ dueAt: minutesLater(1) }));
    expect(await outbox.attach(id, [picture], NOW)).toBe(true);
    expect((await outbox.due(NOW, 1))[0]?.attachments).toEqual([picture]);
    await outbox.sent(id, NOW);
    expect(await outbox.attach(id, [], NOW)).toBe(false);
  });
});
