/**
 * 图文分开发 (domain §14): on a phone a sentence and its pictures are several messages. Pictures without words wait two minutes for the
 * words of the same person in the same conversation; pictures that come after his own log, report or open question belong to that.
 */
import type { PictureRef, PlatformName } from '../chat.ts';
import type { IssuePhoto, IssueRecord, IssueStep } from '../domain/issue.ts';
import { MINUTE_MS } from '../domain/shanghai.ts';
import type { Draft, LooseSender, Store } from '../../storage/store.ts';
import type { Answer, Command } from './command.ts';

const APART_MS = 2 * MINUTE_MS;
/** Steps that a picture without words may belong to: a defect was found, or has been put right. */
const SHOWN: readonly IssueStep[] = ['log', 'report', 'reopen'];

export interface PictureSender extends LooseSender {
  readonly store: Store;
  readonly platform: PlatformName;
  /** The platform's id of the person. */
  readonly senderId: string;
  readonly at: Date;
}

const since = (at: Date): Date => new Date(at.getTime() - APART_MS);

/** Ids of the pictures that wait for this person's words here. */
export const waitingPictures = ({ store, at, ...from }: PictureSender): Promise<string[]> =>
  store.pictures.loose(from, since(at));

/** A message of nothing but pictures. Null: nothing is said, the first of them has been answered. */
export async function receivePictures(
  refs: readonly PictureRef[],
  sender: PictureSender,
  { draft, commands }: { readonly draft: Draft | undefined; readonly commands: readonly Command<object>[] },
): Promise<Answer | null> {
  const { store, platform, person, at } = sender;
  const ids: string[] = [];
  for (const { ref } of refs) ids.push(await store.pictures.add({ platform, ref, sentBy: person, sentAt: at }));
  const asked = draft && commands.find(({ id }) => id === draft.command);
  if (draft && asked?.takesPictures === true && draft.createdAt >= since(at)) {
    await store.drafts.addPictures(draft.id, ids);
    return { text: `照片已收下（${draft.pictureIds.length + ids.length}张），还等您答复：${draft.question}` };
  }
  return (await attachToOwn(ids, sender)) ?? waitForWords(ids, sender);
}

async function waitForWords(ids: readonly string[], sender: PictureSender): Promise<Answer | null> {
  const { store, person, conversation, at } = sender;
  const isFirst = (await waitingPictures(sender)).length === 0;
  for (const id of ids) await store.pictures.setLoose(id, { person, conversation }, at);
  return isFirst
    ? {
        text: '收到图片。请在2分钟内发一句话，照片自动附上：报问题如“人民路12号门口垃圾没清”，报整改如“327已整改”。',
      }
    : null;
}

/** To what the person's last deed here has logged or reported; null: it was something else (a verification), or it is longer ago. */
async function attachToOwn(ids: readonly string[], sender: PictureSender): Promise<Answer | null> {
  const records = await ownRecords(sender);
  const last = records.at(-1);
  if (last === undefined) return null;
  const own = records.filter(({ messageId, step }) => messageId === last.messageId && SHOWN.includes(step));
  const nos = [...new Set(own.map(({ issueNo }) => issueNo))];
  const lines: string[] = [];
  for (const no of nos) {
    const issue = await sender.store.issues.find(no);
    if (!issue) continue;
    const kind = kindOf(own.filter(({ issueNo }) => issueNo === no));
    for (const pictureId of ids) {
      await sender.store.pictures.attach({ issueNo: no, round: issue.round, kind, pictureId });
    }
    if (kind === 'after') await checkLater(no, ids, sender);
    lines.push(`#${no}`);
  }
  return lines.length === 0 ? null : { text: `照片${ids.length}张已附到${lines.join('、')}。` };
}

/** Steps of his own messages here, not older than two minutes, oldest first. */
async function ownRecords(sender: PictureSender): Promise<readonly IssueRecord[]> {
  const { store, platform, conversation, senderId, at } = sender;
  const said = new Set(
    (await store.inbox.idsFrom({ platform, conversation, sender: senderId }, since(at))).map(
      (id) => `${platform}:${id}`,
    ),
  );
  const records = await store.records.between(since(at), new Date(at.getTime() + 1));
  return records.filter(({ messageId }) => messageId !== null && said.has(messageId));
}

/** What was found, or what has been put right: reported, or fixed on the spot. */
const kindOf = (records: readonly IssueRecord[]): IssuePhoto['kind'] =>
  records.some(({ step, after }) => step === 'report' || (step === 'log' && after.fixedOnSpot)) ? 'after' : 'before';

/** Compared like the photos of the report itself; the verifier has been told already. */
async function checkLater(
  issueNo: number,
  ids: readonly string[],
  { store, person, at }: PictureSender,
): Promise<void> {
  const args = { issueNos: [issueNo], pictureIds: ids, by: person, notices: [] };
  await store.works.add({ kind: 'photo-check', args, told: null, dueAt: at, createdAt: at });
}
