/**
 * 图文分开发 (domain §14): on a phone a sentence and its pictures are several messages. Pictures without words wait two minutes for the
 * words of the same person in the same conversation; pictures that come after his own log, report or open question belong to that.
 */
import type { PictureRef, PlatformName } from '../chat.ts';
import type { Issue, IssuePhoto, IssueRecord, IssueStep } from '../domain/issue.ts';
import { isSamePlace } from '../domain/same-place.ts';
import type { Settings } from '../domain/settings.ts';
import { MINUTE_MS } from '../domain/shanghai.ts';
import { issueLine } from '../domain/wording.ts';
import type { Draft, LooseSender, Store } from '../../storage/store.ts';
import type { Answer, Command } from './command.ts';
import { hold } from './hold.ts';
import type { Question } from './hold.ts';

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

interface Around {
  readonly draft: Draft | undefined;
  readonly commands: readonly Command<object>[];
  readonly settings: Settings;
}

/** A message of nothing but pictures. Null: nothing is said, the first of them has been answered. */
export async function receivePictures(
  refs: readonly PictureRef[],
  sender: PictureSender,
  { draft, commands, settings }: Around,
): Promise<Answer | null> {
  const { store, platform, person, at } = sender;
  const ids: string[] = [];
  for (const { ref } of refs) ids.push(await store.pictures.add({ platform, ref, sentBy: person, sentAt: at }));
  const asked = draft && commands.find(({ id }) => id === draft.command);
  if (draft && asked?.takesPictures === true && draft.createdAt >= since(at)) {
    await store.drafts.addPictures(draft.id, ids);
    return { text: `照片已收下（${draft.pictureIds.length + ids.length}张），还等您答复：${draft.question}` };
  }
  return (await attachToOwn(ids, sender, settings)) ?? waitForWords(ids, sender);
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

/** To what the person's last deed here has logged or reported, where that is one place; null: it was something else (a verification), or it is longer ago. */
async function attachToOwn(ids: readonly string[], sender: PictureSender, settings: Settings): Promise<Answer | null> {
  const records = await ownRecords(sender);
  const last = records.at(-1);
  if (last === undefined) return null;
  const own = records.filter(({ messageId, step }) => messageId === last.messageId && SHOWN.includes(step));
  const nos = [...new Set(own.map(({ issueNo }) => issueNo))];
  const problems = nos.map((no) => ({ no, kind: kindOf(own.filter(({ issueNo }) => issueNo === no)) }));
  const issues = await sender.store.issues.list({ nos });
  const [first] = issues;
  if (!first) return null;
  if (issues.every((issue) => isSamePlace(issue, first))) return { text: await attachTo(problems, ids, sender) };
  const { store, person, conversation, at } = sender;
  const question = whichPhoto({ issues, at, args: { own: problems }, pictureIds: ids });
  const context = { by: { name: person }, conversation: { key: conversation }, at, store, settings };
  return hold({ ...context, pictureIds: ids }, question);
}

/** A problem he has just logged or reported, and what a picture of it shows. */
export interface OwnProblem {
  readonly no: number;
  readonly kind: IssuePhoto['kind'];
}

/** Gives the sentence that says so. */
export async function attachTo(
  problems: readonly OwnProblem[],
  ids: readonly string[],
  sender: Pick<PictureSender, 'store' | 'person' | 'at'>,
): Promise<string> {
  const lines: string[] = [];
  for (const { no, kind } of problems) {
    const issue = await sender.store.issues.find(no);
    if (!issue) continue;
    for (const pictureId of ids) {
      await sender.store.pictures.attach({ issueNo: no, round: issue.round, kind, pictureId });
    }
    if (kind === 'after') await checkLater(no, ids, sender);
    lines.push(`#${no}`);
  }
  return `照片${ids.length}张已附到${lines.join('、')}。`;
}

/** Filed by guess, a picture would be evidence of another problem: the bot asks for the number. */
export function whichPhoto(asked: {
  readonly issues: readonly Issue[];
  readonly at: Date;
  readonly args: object;
  readonly pictureIds: readonly string[];
}): Question {
  const { issues, at, args, pictureIds } = asked;
  const text = [
    '还缺编号：照片是哪一件的？',
    ...issues.map((issue) => issueLine(issue, at)),
    `回复编号即可，如“${issues[0]?.no ?? ''}”，收到的照片都算这一件的；不是同一件的请回复“取消”，再一件一件地发。`,
  ].join('\n');
  return { kind: 'fill', command: 'draft.photos', args, missing: ['issueNos'], text, pictureIds };
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
  { store, person, at }: Pick<PictureSender, 'store' | 'person' | 'at'>,
): Promise<void> {
  const args = { issueNos: [issueNo], pictureIds: ids, by: person, notices: [] };
  await store.works.add({ kind: 'photo-check', args, told: null, dueAt: at, createdAt: at });
}
