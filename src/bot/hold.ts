/**
 * 待补充、待确认: a question the bot puts to one person in one conversation. What was understood is kept as a draft until it is
 * answered or expires; nothing else is recorded meanwhile (domain §4, style §3.4).
 */
import { isDeepStrictEqual } from 'node:util';
import type { Person } from '../domain/directory.ts';
import { Refusal } from '../domain/refusal.ts';
import { MINUTE_MS } from '../domain/shanghai.ts';
import type { Draft } from '../../storage/store.ts';
import { issueNosOf } from './about.ts';
import type { Answer, Conversation, RunContext } from './command.ts';

export interface Question {
  readonly kind: Draft['kind'];
  /** Command that goes on with `args` when the question is answered. */
  readonly command: string;
  readonly args: object;
  readonly missing?: readonly string[];
  /** Names what was understood and what is asked for; for a yes it says what to reply. */
  readonly text: string;
  /** Pictures that go on with it; default: those of the message. */
  readonly pictureIds?: readonly string[];
}

interface Asking extends Pick<RunContext<object>, 'at' | 'store' | 'settings' | 'pictureIds'> {
  readonly by: Pick<Person, 'name'>;
  readonly conversation: Pick<Conversation, 'key'>;
}

/** Keeps the draft; the question is the answer. */
export async function hold(context: Asking, question: Question): Promise<Answer> {
  const { by, at, conversation, store, settings } = context;
  const pictureIds = question.pictureIds ?? context.pictureIds;
  const alike = (await store.drafts.allOpen(by.name, conversation.key, at)).filter(
    (older) => older.command === question.command && older.question.startsWith(question.text),
  );
  const again = alike.filter((older) => isSameMatter(older, question.args, pictureIds));
  // The same asked twice is one question: the older one would wait for an answer that has been given.
  for (const older of again) await store.drafts.close(older.id, 'replaced', at);
  const others = alike.length - again.length;
  const text =
    others === 0 ? question.text : `${question.text}（${others + 1}个这样的问题在等您答复，请引用要答复的那条）`;
  await store.drafts.add({
    kind: question.kind,
    person: by.name,
    conversation: conversation.key,
    command: question.command,
    args: { ...question.args },
    missing: question.missing ?? [],
    question: text,
    pictureIds: [...new Set([...again.flatMap((older) => older.pictureIds), ...pictureIds])],
    createdAt: at,
    expiresAt: new Date(at.getTime() + settings.drafts.expireMinutes * MINUTE_MS),
  });
  return { text, isNothingDone: true };
}

/** By the numbers an order is about, else by all that was understood; with a picture each, two sentences alike are of two things. */
function isSameMatter(older: Draft, args: object, pictureIds: readonly string[]): boolean {
  const nos = issueNosOf(args);
  if (nos.length > 0) return isDeepStrictEqual(issueNosOf(older.args), nos);
  const isOne = older.pictureIds.length === 0 || pictureIds.length === 0;
  // As the draft keeps them: JSON has no undefined.
  return isOne && isDeepStrictEqual(withoutCount(older.args), withoutCount(JSON.parse(JSON.stringify(args)) as object));
}

/** How many pictures came with the words is no part of the matter. */
const withoutCount = (args: object): object => ({ ...args, photos: null });

type Answering = Pick<RunContext<object>, 'by' | 'at' | 'conversation' | 'store' | 'settings' | 'said'>;

/**
 * The open draft that a message answers: the one whose question it quotes, else the person's newest here. Nobody else's is ever found.
 * Throws Refusal `draft.none`: expired, done already, or somebody else was asked.
 */
export async function draftAnswered(context: Answering): Promise<Draft> {
  const { by, at, conversation, store, settings, said } = context;
  const open = await store.drafts.allOpen(by.name, conversation.key, at);
  const { quote } = said.heard;
  const quoted =
    quote === null
      ? undefined
      : (open.find(({ question }) => bare(question) === bare(quote)) ??
        open.find(({ question }) => isSameText(question, quote)));
  if (quoted) return quoted;
  const newest = open[0];
  if (newest && (quote === null || !isQuestion(quote))) return newest;
  throw new Refusal(
    'draft.none',
    `没有等您答复的问题：可能已办结，或者超过${settings.drafts.expireMinutes}分钟失效了，或者问的是别人。没有作任何改动，请把内容完整地再发一次。`,
  );
}

/** Takes it off the list. Throws Refusal `draft.none` when somebody was faster. */
export async function closeDraft(
  { store, at }: Pick<RunContext<object>, 'store' | 'at'>,
  draft: Draft,
  outcome: 'done' | 'discarded' | 'replaced',
): Promise<void> {
  if (await store.drafts.close(draft.id, outcome, at)) return;
  throw new Refusal('draft.none', '这个问题刚刚已经答复过了，没有再作改动。');
}

/** What was asked of these problems has been done without an answer to the question: nobody waits for one any more. */
export async function closeOvertaken(
  { by, at, conversation, store }: Pick<RunContext<object>, 'by' | 'at' | 'conversation' | 'store'>,
  command: string,
  nos: readonly number[],
): Promise<void> {
  for (const draft of await store.drafts.allOpen(by.name, conversation.key, at)) {
    const asked = draft.command === command ? issueNosOf(draft.args) : [];
    if (asked.length > 0 && asked.every((no) => nos.includes(no))) await store.drafts.close(draft.id, 'done', at);
  }
}

/** Vendors hand quotes on shortened or with other spaces, so the beginning decides. */
function isSameText(question: string, quote: string): boolean {
  const [asked, seen] = [bare(question), bare(quote)];
  const start = asked.slice(0, 40);
  return seen.includes(start) || (seen.length >= 12 && asked.includes(seen.slice(0, 40)));
}

const bare = (text: string): string => text.replaceAll(/[\s\p{P}\p{S}]/gu, '');

/** Every question of the bot begins so; cards and figures do not. */
const isQuestion = (quote: string): boolean => /请确认|还[差缺]|回复“对”/.test(quote);
