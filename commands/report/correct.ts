/** 更正: a published paper is never changed; a new one says what is corrected (domain §12). */
import { defineCommand } from '../../src/bot/command.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { dayOf } from '../../src/domain/shanghai.ts';
import { correctionOf } from '../../src/papers/special-issue-edit.ts';
import type { SpecialIssue } from '../../src/papers/special-issue.ts';
import { draftEditIn, publicationNameIn } from '../../src/reading/publications.ts';
import type { DraftEdit, PublicationName } from '../../src/reading/publications.ts';
import { written } from '../../src/reading/fold.ts';
import { edited } from '../paper/edited.ts';
import { DRAFT_SERIES, draftCard, modelOf, modelRow } from '../../src/papers/draft-card.ts';
import { findPublished } from './find-publication.ts';

export interface CorrectArgs {
  readonly publication: PublicationName;
  /** What is corrected, in words; empty where it was not said. */
  readonly text: string;
  readonly edit?: DraftEdit;
}

export default defineCommand<CorrectArgs>({
  id: 'report.correct',
  summary: '更正已签发的通报（另发一期）',
  examples: ['更正第258期：第三部分第2条改为：北门农贸市场占道经营已整改', '更正专报第258期：落款日期有误'],
  allow: ['officeLead', 'officeStaff'],
  instead: '通报由创城办更正。您如发现差错，请告诉创城办。',

  read(said) {
    if (said.act !== 'report.correct') return undefined;
    const text = written(said.text.replace(/^.*?第\s*\d{1,5}\s*期[^:,]*(?:更正[^:,]*)?[:,]?/, ''));
    const edit = draftEditIn(said.text);
    return { publication: publicationNameIn(said.text), text, ...(edit === null ? {} : { edit }) };
  },

  async run(context) {
    const { args, by, at, store } = context;
    const old = await findPublished(args.publication, context);
    const { edit, text } = args;
    if (edit === undefined && text === '') {
      throw new Refusal('publication.empty', '请写明更正什么，例如“更正第258期：第三部分第2条改为：…”。');
    }
    const blank = correctionOf(modelOf(old), { no: 0, year: null, date: dayOf(at) });
    const corrects = { no: old.no ?? 0, year: old.year };
    const model = { ...(edit === undefined ? explained(blank, text) : edited(blank, edit)), corrects };
    const draftNo = await store.counters.next(DRAFT_SERIES);
    const { id: oldId, ...kept } = old;
    const fresh = { state: 'draft' as const, draftNo, no: null, year: null, signedBy: null, signedAt: null };
    const people = { draftedBy: by.name, draftedAt: at, discardedAt: null };
    const draft = { ...kept, ...fresh, ...people, corrects: oldId, ...modelRow(model) };
    await store.publications.add(draft);
    return { text: draftCard(draft, context) };
  },
});

/** What is corrected stands first. */
const explained = (model: SpecialIssue, text: string): SpecialIssue => ({
  ...model,
  parts: [
    { heading: '更正说明', numbering: 'plain', items: [/[。！？]$/.test(text) ? text : `${text}。`] },
    ...model.parts,
  ],
});
