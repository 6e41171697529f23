/** What the bot answers to one message: who said it where, what was meant, whether it may be done, and the doing. */
import type { Incoming } from '../chat.ts';
import type { Person } from '../domain/directory.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Heard } from '../reading/said.ts';
import type { Draft, Store } from '../../storage/store.ts';
import type { BotOptions, City } from './bot.ts';
import { refuseAfterEnd } from './after-end.ts';
import { mayUse } from './allowed.ts';
import { choose } from './choose.ts';
import type { Choice } from './choose.ts';
import type { Answer, Command, RunContext } from './command.ts';
import { faultyTimeIn } from './faulty-time.ts';
import { hintFor, notAvailable, severalMeant, strangerSentence, unpairedSentence, welcomeFor } from './hint.ts';
import { hold } from './hold.ts';
import { keepPictures } from './message-pictures.ts';
import { receivePictures, waitingPictures } from './pictures-apart.ts';
import type { PictureSender } from './pictures-apart.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';

export interface AnswerOptions extends Pick<BotOptions, 'commands' | 'link'>, City {
  readonly store: Store;
  readonly at: Date;
}

/** Null: nothing is said. Throws Refusal for what may not be done; then nothing may stay of what was written. */
export async function answerTo(incoming: Incoming, options: AnswerOptions): Promise<Answer | null> {
  const { directory, store, at } = options;
  if (incoming.chatKind === 'group' && !incoming.mentionsBot) return null;
  const person = directory.personById(incoming.platform, incoming.senderId);
  if (incoming.kind === 'entered') return { text: welcomeFor(person) };
  const place = await placeOf(incoming, directory, store);
  const sender = person ?? citizenOf(incoming);
  const draft = sender && (await store.drafts.open(sender.name, place.key, at));
  const heard = await heardFrom(incoming, person, draft, store);
  if (!sender) return { text: strangerSentence };
  const apart = apartOf(incoming, sender, place, options);
  const waiting = incoming.text.trim() === '' ? [] : await waitingPictures(apart);
  const { said, choice } = understood(heard, waiting.length, sender, options);
  const isUnpaired = incoming.chatKind === 'group' && place.groupId === null;
  if (
    isUnpaired &&
    !(choice.kind === 'readings' && choice.readings.every(({ command }) => command.id === 'admin.bind'))
  ) {
    return { text: unpairedSentence };
  }
  if (choice.kind === 'none') {
    const isApart = said.text === '' && incoming.pictures.length > 0 && incoming.quote === null;
    const { commands } = options;
    return isApart ? receivePictures(incoming.pictures, apart, { draft, commands }) : hintFor(said, person);
  }
  if (choice.kind === 'several') return { text: severalMeant(choice.commands) };
  return runAll(choice, { incoming, options, sender, place, said, waiting });
}

const apartOf = (
  { platform, senderId }: Incoming,
  sender: Person,
  place: Place,
  { store, at }: AnswerOptions,
): PictureSender => ({ store, platform, senderId, at, person: sender.name, conversation: place.key });

/** As it stands; where that means nothing, as if the pictures sent before had come with it. */
function understood(
  heard: Heard,
  waiting: number,
  sender: Person,
  { reader, commands }: AnswerOptions,
): { said: RunContext<object>['said']; choice: Choice } {
  const said = reader.understand(heard);
  const choice = choose(commands, said, sender);
  if (choice.kind !== 'none' || waiting === 0) return { said, choice };
  const withPictures = reader.understand({ ...heard, images: heard.images + waiting });
  const other = choose(commands, withPictures, sender);
  const isTaken = other.kind === 'readings' && other.readings.every(({ command }) => command.takesPictures === true);
  return isTaken ? { said: withPictures, choice: other } : { said, choice };
}

/** Outside the directory one may speak to the bot in a one-to-one chat only, as a citizen (domain §3). */
function citizenOf({ chatKind, senderId }: Incoming): Person | undefined {
  if (chatKind !== 'single' || senderId === '') return undefined;
  return { name: senderId, unit: null, roles: ['citizen'], aliases: [], ids: {}, mobile: null };
}

async function heardFrom(
  incoming: Incoming,
  person: Person | undefined,
  draft: Draft | undefined,
  store: Store,
): Promise<Heard> {
  const { platform, quote } = incoming;
  const quoteText = quote?.text ?? (quote?.messageId ? await store.inbox.textOf(platform, quote.messageId) : undefined);
  return {
    text: incoming.text,
    chatKind: incoming.chatKind,
    mentionsBot: incoming.mentionsBot || incoming.chatKind === 'single',
    sender: person ? { name: person.name, roles: person.roles, unit: person.unit } : null,
    images: incoming.pictures.length + (quote?.pictures.length ?? 0),
    quote: quoteText ?? null,
    sentAt: incoming.sentAt,
    pending: draft ? { kind: draft.kind, command: draft.command, missing: draft.missing } : null,
  };
}

interface Scene {
  readonly incoming: Incoming;
  readonly options: AnswerOptions;
  readonly sender: Person;
  readonly place: Place;
  readonly said: RunContext<object>['said'];
  /** Pictures he has sent here without words a moment ago. */
  readonly waiting: readonly string[];
}

/** A message may hold several orders: all run in the one transaction, the answer is one message. */
async function runAll(choice: Extract<Choice, { kind: 'readings' }>, scene: Scene): Promise<Answer> {
  const takes = choice.readings.some(({ command, allowed }) => command.takesPictures === true && allowed);
  const { store, at } = scene.options;
  const letter = { incoming: scene.incoming, sentBy: scene.sender.name, waiting: takes ? scene.waiting : [], at };
  const { own, quoted } = await keepPictures(store, letter);
  const how = { confirmed: false, pictureIds: [...own, ...quoted] };
  const answers: Answer[] = [];
  for (const { command, args, allowed } of choice.readings) {
    try {
      if (!allowed) throw new Refusal('notAllowed', notAllowedSentence(command, args, scene.sender));
      refuseAfterEnd(command, scene.options.at, scene.options.settings);
      answers.push(await runOne(command, args, how, { ...scene, quotedPictureIds: quoted }));
    } catch (error) {
      throw choice.readings.length > 1 ? noneOfThem(error) : error;
    }
  }
  return {
    text: answers.map(({ text }) => text).join('\n\n'),
    notify: answers.flatMap(({ notify }) => notify ?? []),
    buttons: answers.length === 1 ? (answers[0]?.buttons ?? []) : [],
    notices: answers.flatMap(({ notices }) => notices ?? []),
    letters: answers.flatMap(({ letters }) => letters ?? []),
    posts: answers.flatMap(({ posts }) => posts ?? []),
  };
}

/** One order that is refused undoes the others of the message, and that is said. */
function noneOfThem(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(error.code, `${error.message}\n这条消息里的几件事都没有办，请改好后再发一次。`);
}

type RunOptions = Parameters<RunContext<object>['runOther']>[2];

interface Stage extends Scene {
  readonly quotedPictureIds: readonly string[];
}

async function runOne(command: Command<object>, args: object, how: RunOptions, scene: Stage): Promise<Answer> {
  if (!command.run) return { text: notAvailable(command.summary) };
  const { incoming, options, sender, place, said } = scene;
  const { platform, chatKind, id: messageId } = incoming;
  const context: RunContext<object> = {
    args,
    said,
    by: sender,
    at: options.at,
    conversation: { key: place.key, platform, chatKind, groupId: place.groupId, chatId: incoming.chatId },
    messageId: `${platform}:${messageId}`,
    pictureIds: how.pictureIds,
    quotedPictureIds: scene.quotedPictureIds,
    store: options.store,
    directory: options.directory,
    settings: options.settings,
    confirmed: how.confirmed,
    commands: options.commands,
    link: options.link,
    runOther(id, otherArgs, otherHow) {
      const other = options.commands.find((candidate) => candidate.id === id);
      if (!other) throw new Error(`no command ${id}`);
      if (!mayUse(other, sender)) throw new Refusal('notAllowed', notAllowedSentence(other, otherArgs, sender));
      return runOne(other, otherArgs, otherHow, scene);
    },
  };
  const faulty = how.confirmed ? null : faultyTimeIn(said, command.id, args);
  return faulty === null ? command.run(context) : hold(context, faulty);
}

/** Says why, and what to type instead: with the number that was asked about, so that it works as it stands. */
function notAllowedSentence(command: Command<object>, args: object, person: Person): string {
  const why = command.instead ?? `“${command.summary}”不在您的权限内。回复“帮助”可看您能用的说法。`;
  const no = 'issueNos' in args && Array.isArray(args.issueNos) ? String(args.issueNos[0] ?? '编号') : '编号';
  return `${person.name}，${why.replaceAll('{no}', no)}没有作任何改动。`;
}
