/** 市民的评价: his own yes or no, asked for or not (domain §11). A no is once more for the unit; the second no for the office. */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { awaitsVerdict, CITIZEN, heedCitizen } from '../../src/domain/citizen.ts';
import type { CitizenMessage } from '../../src/domain/citizen.ts';
import { citizenStanding } from '../../src/domain/citizen-texts.ts';
import { maskContacts } from '../../src/domain/contacts.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { DAY_MS } from '../../src/domain/shanghai.ts';
import { senderIdOf } from './correspondence.ts';
import { tellHandlers } from './handlers.ts';
import type { CitizenReplyArgs } from './reply-run.ts';

type Context = RunContext<CitizenReplyArgs>;

/** Throws Refusal `citizen.notAsked`, `citizen.verdict`. */
export async function verdict(context: Context): Promise<Answer> {
  const { args, at, store, messageId, conversation } = context;
  const message = await messageMeant(context);
  // He speaks of something as if it were known, and it is not: his words are taken down, the place is asked for.
  if (message === undefined && args.satisfied === false && args.messageNos.length === 0) return asNew(context);
  if (message === undefined)
    throw new Refusal('citizen.notAsked', '您现在没有待评价的留言。反映问题请直接说明地点和情况。');
  if (args.satisfied === undefined) {
    throw new Refusal('citizen.verdict', `请回复“满意”或“不满意”（留言${message.no}），不满意的请说明原因。`);
  }
  const heeded = heedCitizen(message, args.satisfied);
  const note = maskContacts(args.text);
  const step = heeded === message ? 'receive' : heeded.state === 'open' ? 'again' : 'rate';
  await store.citizens.save(heeded, { at, step, by: CITIZEN, messageId, note });
  const draft = await store.drafts.open(senderIdOf(context) ?? '', conversation.key, at);
  if (draft?.command === 'citizen.reply') await store.drafts.close(draft.id, 'done', at);
  return answerFor({ before: message, after: heeded, note, satisfied: args.satisfied }, context);
}

interface Heeded {
  readonly before: CitizenMessage;
  readonly after: CitizenMessage;
  readonly note: string;
  readonly satisfied: boolean;
}

function answerFor({ before, after, note, satisfied }: Heeded, context: Context): Answer {
  const { no } = after;
  if (satisfied && after.state === 'closed') return { text: `谢谢您的评价，留言${no}已办结。` };
  if (satisfied) return { text: `谢谢告知，已记在留言${no}。现在${citizenStanding(after)}，办结后再请您评价。` };
  if (after === before) {
    return {
      text: `已把您的话转给承办的同志，留言${no}还在办理，办好后答复您。`,
      notices: tellHandlers(after, `【市民再次反映】留言${no}${ofProblem(after)}：${note}。请抓紧办理。`, context),
    };
  }
  if (after.state === 'open') {
    return {
      text: `已记录，留言${no}退回责任单位再办理一次，办好后再请您评价。`,
      notices: tellHandlers(after, onceMore(after, note), context),
    };
  }
  const office = context.directory.officePeople().map(({ name }) => name);
  const text = `【市民不满意】留言${no}再次办理后仍不满意：${note}。请创城办研究。`;
  return { text: `已记录您的意见，留言${no}转市创城办研究。`, notices: office.map((to) => ({ to, text })) };
}

const ofProblem = ({ issueNo }: CitizenMessage): string => (issueNo === null ? '' : `（#${issueNo}）`);

/** 再办理一次 (R21): what the unit is told. */
export const onceMore = (message: CitizenMessage, words: string): string =>
  `【市民不满意】留言${message.no}${ofProblem(message)}请再办理一次：${words}。办好后回复“留言${message.no}已回复：…”。`;

/** The one he names; else the one he was asked about, else his last. What was closed long ago is another matter. */
async function messageMeant(context: Context): Promise<CitizenMessage | undefined> {
  const { args, at, store, settings, conversation } = context;
  const own = await store.citizens.nosFrom(conversation.platform, senderIdOf(context) ?? '');
  const nos = args.messageNos.length === 0 ? own : own.filter((no) => args.messageNos.includes(no));
  const messages = await store.citizens.list({ nos });
  if (args.messageNos.length > 0) return messages.findLast(awaitsVerdict) ?? messages.at(-1);
  const since = at.getTime() - settings.citizen.linkDays * DAY_MS;
  const recent = messages.filter(({ state, closedAt }) => state === 'open' || (closedAt?.getTime() ?? 0) >= since);
  return messages.findLast(awaitsVerdict) ?? recent.at(-1);
}

function asNew(context: Context): Promise<Answer> {
  const { args, said, pictureIds } = context;
  const entry = {
    location: null,
    category: said.categories[0] ?? null,
    description: args.text,
    units: [],
    coUnits: [],
    persons: [],
    deadline: null,
    deadlineText: null,
    urgent: false,
    repeated: false,
    count: null,
    site: null,
  };
  const log = { source: 'citizen', issues: [entry], photos: args.photos, missing: ['location'] };
  return context.runOther('citizen.log', log, { confirmed: false, pictureIds });
}
