/** 签发 of a numbered paper: it gets its number, is frozen, and goes out as a file (domain §5 Freeze, §12). */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import {
  PUBLICATION_NAMES,
  publicationNumber,
  publicationSeries,
  requireSigner,
} from '../../src/domain/publication.ts';
import type { Publication, PublicationKind } from '../../src/domain/publication.ts';
import { heldTime, noticeMoment } from '../../src/domain/night.ts';
import { dayOf, dayText } from '../../src/domain/shanghai.ts';
import { demandDay } from '../../src/papers/special-issue-demands.ts';
import { signSpecialIssue, withDemandDay } from '../../src/papers/special-issue-edit.ts';
import { draftQuoted, publicationNameIn } from '../../src/reading/publications.ts';
import type { PublicationName } from '../../src/reading/publications.ts';
import { groupsOf, modelOf, modelRow } from '../../src/papers/draft-card.ts';
import { findDraft } from './find-publication.ts';

export interface SignArgs {
  readonly publication: PublicationName;
}

export default defineCommand<SignArgs>({
  id: 'report.sign',
  summary: '签发周报、督查专报、督查情况通报',
  examples: ['签发草稿3号', '同意签发专报草稿3号'],
  allow: ['officeLead'],
  instead: '通报由创城办负责人签发。',

  read(said) {
    if (said.act !== 'report.sign') return undefined;
    const name = publicationNameIn(said.text);
    return { publication: { ...name, draftNo: name.draftNo ?? draftQuoted(said.heard.quote) } };
  },

  async run(context) {
    const { args, by, at, store, settings } = context;
    requireSigner(by);
    const draft = await findDraft(args.publication, context);
    const dueAt = noticeMoment(at, { urgent: false, presses: false }, settings);
    const signed = await numbered(draft, dueAt, context);
    await store.publications.save(signed);
    const isKept = dueAt > at;
    const work = { kind: 'publication', told: by.name, createdAt: at };
    const whole = { publicationId: signed.id, here: context.conversation.groupId };
    // Who signs at night has his own copy at once: he asked for it.
    if (isKept) await store.works.add({ ...work, args: { ...whole, only: by.name }, dueAt: at });
    await store.works.add({ ...work, args: isKept ? { ...whole, has: by.name } : whole, dueAt });
    const groups = groupsOf(context).map(({ name }) => name);
    const name = `《${PUBLICATION_NAMES[signed.kind]}》${publicationNumber(signed)}`;
    const filed = `${movedText(draft, signed)}已按签发内容归档，今后不再改动。`;
    if (groups.length === 0) return { text: `${name}已签发，还没有设置发往哪些群，文件只发给您。${filed}` };
    const to = `发往${groups.join('、')}`;
    return isKept
      ? { text: `${name}已签发，${heldTime(dueAt, at)}${to}（夜间和休息日免打扰），文件先单独发给您。${filed}` }
      : { text: `${name}已签发，${to}。正在制作文件，做好即发。${filed}` };
  },
});

/** The time that the overdue are given counts from the day on which the units can read it. */
async function numbered(draft: Publication, dueAt: Date, context: RunContext<SignArgs>): Promise<Publication> {
  const { by, at, settings } = context;
  const { answerDays } = settings.publications;
  const day = demandDay(dayOf(dueAt), { answerDays, workday: settings.workday });
  const { year, no } = await nextNumber(draft.kind, context);
  const model = signSpecialIssue(withDemandDay({ ...modelOf(draft), no, year, date: dayOf(at) }, day), by.name);
  return { ...draft, ...modelRow(model), state: 'signed', no, year, signedBy: by.name, signedAt: at };
}

/** The lead has read another day: told where one stands in the paper. */
function movedText(draft: Publication, signed: Publication): string {
  const { demandDay: day } = modelOf(signed);
  const [before, after] = [modelOf(draft), modelOf(signed)].map(({ parts }) => JSON.stringify(parts));
  return day === undefined || before === after ? '' : `整改期限从签发起算，改为${dayText(day)}前。`;
}

/** Numbers that were given before the bot are counted on from: those of each year in the year the campaign began. */
async function nextNumber(
  kind: PublicationKind,
  { at, store, settings }: RunContext<SignArgs>,
): Promise<{ readonly year: number | null; readonly no: number }> {
  const { by, last } = settings.publications.numbering[kind];
  const thisYear = Number(dayOf(at).slice(0, 4));
  const year = by === 'year' ? thisYear : null;
  const series = publicationSeries(kind, year);
  if (year === null || thisYear === Number(settings.campaign.from.slice(0, 4)))
    await store.counters.raise(series, last);
  return { year, no: await store.counters.next(series) };
}
