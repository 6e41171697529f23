import type { Answer, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { citizenHowTo } from '../../src/bot/small-talk.ts';
import { CITIZEN } from '../../src/domain/citizen.ts';
import type { CitizenMessage } from '../../src/domain/citizen.ts';
import { maskContacts, phoneIn } from '../../src/domain/contacts.ts';
import { written } from '../../src/reading/fold.ts';
import { senderIdOf } from './correspondence.ts';
import { tellHandlers } from './handlers.ts';

export interface CitizenAddArgs {
  readonly text: string;
  /** It holds his telephone number; the number itself is no argument, for those may be kept. */
  readonly isContact?: boolean;
  /** Where something is that he has not told yet. */
  readonly place?: string;
}

type Context = RunContext<CitizenAddArgs>;

/** To his last message; without one he is told what to write. */
export async function addToMessage(context: Context): Promise<Answer> {
  const { args } = context;
  if (args.place !== undefined) return askMatter(args.place, context);
  const message = await lastMessage(context);
  if (message === undefined) return { text: `${citizenHowTo}${args.isContact === true ? '电话可写在同一条里。' : ''}` };
  return args.isContact === true ? keepPhone(message, context) : keepWords(message, context);
}

/** What is wrong there comes with his next message; `citizen.log` takes the place from here. */
function askMatter(place: string, context: Context): Promise<Answer> {
  return hold(context, {
    kind: 'fill',
    command: 'citizen.log',
    args: { place: written(place) },
    missing: ['description'],
    text: `请说明${written(place)}哪里不好，如“垃圾没人清”，可附照片。`,
  });
}

async function lastMessage({ store, conversation, ...context }: Context): Promise<CitizenMessage | undefined> {
  const own = await store.citizens.nosFrom(conversation.platform, senderIdOf({ conversation }) ?? context.by.name);
  const no = own.at(-1);
  return no === undefined ? undefined : store.citizens.find(no);
}

async function keepPhone(message: CitizenMessage, context: Context): Promise<Answer> {
  const { store, said, at, messageId } = context;
  const phone = phoneIn(said.heard.text);
  if (phone === null) throw new Error('read as a contact, and without a number');
  await store.citizens.savePhone(message.no, phone);
  await store.citizens.save(message, { at, step: 'receive', by: CITIZEN, messageId, note: '补充联系电话' });
  return { text: `联系电话已记在留言${message.no}，只供承办人员与您联系。` };
}

async function keepWords(message: CitizenMessage, context: Context): Promise<Answer> {
  const { args, store, at, messageId } = context;
  const words = maskContacts(args.text);
  const added = { ...message, text: `${message.text}（补充：${words}）` };
  await store.citizens.save(added, { at, step: 'receive', by: CITIZEN, messageId, note: words });
  const problem = message.issueNo === null ? '' : `（#${message.issueNo}）`;
  return {
    text: `已补充到留言${message.no}。`,
    notices: tellHandlers(added, `【市民补充】留言${message.no}${problem}：${words}`, context),
  };
}
