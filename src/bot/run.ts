/** 办理: what a message orders is done, all of it in the one transaction, or none. */
import type { Incoming } from '../chat.ts';
import type { Person } from '../domain/directory.ts';
import { Overtaken, Refusal } from '../domain/refusal.ts';
import type { Store } from '../../storage/store.ts';
import { refuseAfterEnd } from './after-end.ts';
import { mayUse } from './allowed.ts';
import type { BotOptions, City } from './bot.ts';
import type { Choice } from './choose.ts';
import type { Answer, Command, Conversation, RunContext } from './command.ts';
import { faultyTimeIn } from './faulty-time.ts';
import { notAvailable } from './hint.ts';
import { hold } from './hold.ts';
import { refuseLongSpan } from './long-span.ts';
import { keepPictures } from './message-pictures.ts';
import { closeOvertaken } from './overtaken.ts';
import type { Place } from './place.ts';
import { allOvertaken, undoneLines } from './undone.ts';

export interface AnswerOptions extends Pick<BotOptions, 'commands' | 'link'>, City {
  readonly store: Store;
  readonly at: Date;
}

export interface Scene {
  readonly incoming: Incoming;
  readonly options: AnswerOptions;
  readonly sender: Person;
  readonly place: Place;
  readonly said: RunContext<object>['said'];
  /** Pictures he has sent here without words a moment ago. */
  readonly waiting: readonly string[];
}

export function conversationOf({ incoming, place }: Scene): Conversation {
  const { platform, chatKind, chatId } = incoming;
  return { key: place.key, platform, chatKind, groupId: place.groupId, chatId };
}

/**
 * A message may hold several orders: all run in the one transaction, the answer is one message. What somebody else has done already holds
 * up none of the others; any other refusal undoes them all.
 */
export async function runAll(choice: Extract<Choice, { kind: 'readings' }>, scene: Scene): Promise<Answer> {
  const takes = choice.readings.some(({ command, allowed }) => command.takesPictures === true && allowed);
  const { store, at } = scene.options;
  const letter = { incoming: scene.incoming, sentBy: scene.sender.name, waiting: takes ? scene.waiting : [], at };
  const { own, quoted } = await keepPictures(store, letter);
  const how = { confirmed: false, pictureIds: [...own, ...quoted] };
  const answers: Answer[] = [];
  const overtaken: Overtaken[] = [];
  for (const reading of choice.readings) {
    const { command, args, allowed } = reading;
    try {
      if (!allowed) throw new Refusal('notAllowed', notAllowedSentence(command, args, scene.sender));
      refuseAfterEnd(command, scene.options.at, scene.options.settings);
      refuseLongSpan(scene.said.text, args);
      await closeOvertaken(reading, { person: scene.sender.name, conversation: scene.place.key }, { store, at });
      answers.push(await runOne(command, args, how, { ...scene, quotedPictureIds: quoted }));
    } catch (error) {
      if (choice.readings.length === 1) throw error;
      if (!(error instanceof Overtaken)) throw noneOfThem(error);
      overtaken.push(error);
    }
  }
  if (answers.length === 0) throw noneOfThem(allOvertaken(overtaken));
  const undone = await undoneLines({ overtaken, said: scene.said }, store);
  return {
    text: [...answers.map(({ text }) => text), ...undone].join('\n\n'),
    isNothingDone: answers.every(({ isNothingDone }) => isNothingDone === true),
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
  const { incoming, options, sender, said } = scene;
  const { platform, id: messageId } = incoming;
  const context: RunContext<object> = {
    args,
    said,
    by: sender,
    at: options.at,
    conversation: conversationOf(scene),
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
