/** What the bot answers to one message: who said it where, what was meant, and whether anything is to be done. */
import type { Incoming } from '../chat.ts';
import type { Person } from '../domain/directory.ts';
import { asksBack } from '../reading/acts/calling-off.ts';
import type { Heard } from '../reading/said.ts';
import { choose } from './choose.ts';
import type { Choice } from './choose.ts';
import { askAgain } from './ask-again.ts';
import type { Answer, RunContext } from './command.ts';
import { fallBack } from './fall-back.ts';
import { citizenOf, heardFrom } from './heard.ts';
import { hintFor, severalMeant, strangerSentence, takenBackHint, unpairedSentence, welcomeFor } from './hint.ts';
import { refuseLongMessage } from './long-message.ts';
import { keepPictures } from './message-pictures.ts';
import { receivePictures, waitingPictures } from './pictures-apart.ts';
import type { PictureSender } from './pictures-apart.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import { conversationOf, runAll } from './run.ts';
import type { AnswerOptions, Scene } from './run.ts';
import { askWhichOne } from './which-one.ts';

/** Null: nothing is said. Throws Refusal for what may not be done; then nothing may stay of what was written. */
export async function answerTo(incoming: Incoming, options: AnswerOptions): Promise<Answer | null> {
  const { directory, store, at, commands } = options;
  if (incoming.chatKind === 'group' && !incoming.mentionsBot) return null;
  const person = directory.personById(incoming.platform, incoming.senderId);
  if (incoming.kind === 'entered') return { text: welcomeFor(person) };
  const place = await placeOf(incoming, directory, store);
  const sender = person ?? citizenOf(incoming);
  if (!sender) return { text: strangerSentence, isNothingDone: true };
  const draft = await store.drafts.open(sender.name, place.key, at);
  const heard = await heardFrom(incoming, { person, draft }, options);
  const apart = apartOf(incoming, sender, place, options);
  const waiting = incoming.text.trim() === '' ? [] : await waitingPictures(apart);
  const { said, choice } = understood(heard, waiting.length, sender, options);
  const isUnpaired = incoming.chatKind === 'group' && place.groupId === null;
  const binds = choice.kind === 'readings' && choice.readings.every(({ command }) => command.id === 'admin.bind');
  if (isUnpaired && !binds) return { text: unpairedSentence, isNothingDone: true };
  refuseLongMessage(heard.text);
  const scene = { incoming, options, sender, place, said, waiting };
  if (choice.kind === 'none') {
    const isApart = said.text === '' && incoming.pictures.length > 0 && incoming.quote === null;
    if (isApart) return receivePictures(incoming.pictures, apart, { draft, commands, settings: options.settings });
    const slip = takenBackHint(said);
    if (slip) return slip;
    const hint = hintFor(said, person, incoming.isUnreadable);
    if (hint === null) return null;
    const again = hint === undefined ? askAgain(said, draft) : null;
    if (again && asksBack(said.text)) return again;
    return (await whichOne(scene)) ?? again ?? hint ?? { text: await fallBack(sender, said.speaker, options) };
  }
  if (choice.kind === 'several') return { text: severalMeant(choice.commands), isNothingDone: true };
  // 这个不归我们管 without a number looks like a problem reported by those who may not report any.
  const isBarred = choice.readings.every(({ command, allowed }) => !allowed && command.id === 'issue.log');
  const asked = isBarred ? await whichOne(scene) : null;
  return asked ?? runAll(choice, scene);
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

/** The words may be an order whose number is missing. */
function whichOne(scene: Scene): Promise<Answer | null> {
  const { options, sender, said, incoming, waiting } = scene;
  const { store, at } = options;
  return askWhichOne({
    ...options,
    by: sender,
    heard: { ...said.heard, images: Math.max(said.heard.images, incoming.pictures.length + waiting.length) },
    conversation: conversationOf(scene),
    async pictures() {
      const { own, quoted } = await keepPictures(store, { incoming, sentBy: sender.name, waiting, at });
      return [...own, ...quoted];
    },
  });
}
