/** Pictures sent without words, on every database. */
import { expect, test } from 'vitest';
import { NOW, minutesLater } from '../src/testing/storage-samples.ts';
import { eachDatabase } from '../src/testing/storage-suite.ts';

eachDatabase('loose pictures', ({ storage }) => {
  const here = { person: '王磊', conversation: 'simulator:single:王磊' };

  test('each sender’s own, in one conversation, until they are taken', async () => {
    const { pictures } = storage().store;
    const add = (ref: string): Promise<string> =>
      pictures.add({ platform: 'simulator', ref, sentBy: '王磊', sentAt: NOW });
    const [one, two, three] = [await add('1'), await add('2'), await add('3')];
    await pictures.setLoose(one, here, NOW);
    await pictures.setLoose(two, here, minutesLater(1));
    await pictures.setLoose(three, { ...here, conversation: 'simulator:group:city' }, NOW);
    expect(await pictures.loose(here, NOW)).toEqual([one, two]);
    expect(await pictures.loose(here, minutesLater(1))).toEqual([two]);
    expect(await pictures.loose({ ...here, person: '何静' }, NOW)).toEqual([]);
    await pictures.takeLoose([one], minutesLater(1));
    await pictures.takeLoose([], minutesLater(1));
    expect(await pictures.loose(here, NOW)).toEqual([two]);
  });

  test('what a sender has said in a conversation lately', async () => {
    const { inbox } = storage().store;
    const message = { platform: 'simulator' as const, sender: 'w', text: '', quoteId: null, sentAt: NOW };
    await inbox.accept({ ...message, id: '1', conversation: 'a', receivedAt: NOW });
    await inbox.accept({ ...message, id: '2', conversation: 'a', receivedAt: minutesLater(1) });
    await inbox.accept({ ...message, id: '3', conversation: 'b', receivedAt: minutesLater(1) });
    await inbox.accept({ ...message, id: '4', conversation: 'a', sender: 'x', receivedAt: minutesLater(1) });
    const from = { platform: 'simulator' as const, conversation: 'a', sender: 'w' };
    expect(await inbox.idsFrom(from, NOW)).toEqual(['1', '2']);
    expect(await inbox.idsFrom(from, minutesLater(1))).toEqual(['2']);
  });

  test('a mark that was taken back is none', async () => {
    const { inbox } = storage().store;
    const message = { platform: 'simulator' as const, conversation: 'a', sender: 'w', text: '认领1', quoteId: null };
    const accept = (id: string) => inbox.accept({ ...message, id, sentAt: NOW, receivedAt: NOW });
    for (const id of ['1', '2']) await accept(id);
    expect(await inbox.forget('simulator', '1', minutesLater(-1))).toBe(false);
    expect(await inbox.forget('simulator', '1', NOW)).toBe(true);
    expect(await inbox.forget('wecom', '2', NOW)).toBe(false);
    expect([await accept('1'), await accept('2')]).toEqual([true, false]);
  });

  test('a draft takes more pictures while it is open', async () => {
    const { drafts } = storage().store;
    const open = { kind: 'confirm' as const, ...here, command: 'issue.log', args: {}, missing: [], question: '？' };
    const id = await drafts.add({ ...open, pictureIds: ['a'], createdAt: NOW, expiresAt: minutesLater(30) });
    await drafts.addPictures(id, ['b']);
    expect((await drafts.open('王磊', here.conversation, NOW))?.pictureIds).toEqual(['a', 'b']);
  });
});
