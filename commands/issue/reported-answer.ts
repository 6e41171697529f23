/** 报整改之后: the verify card where it was reported, and to whoever is to look, one-to-one (domain §12). */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { verifyCard } from '../../src/domain/cards.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { heldSentence, noticeMoment } from '../../src/domain/night.ts';
import { verifyBar } from '../../src/domain/rights.ts';

type Context = Omit<RunContext<object>, 'args'>;

export async function reportedAnswer(issues: readonly Issue[], context: Context): Promise<Answer> {
  const texts: string[] = [];
  const told: VerifierWord[] = [];
  for (const issue of issues) {
    const text = await cardText(issue, context);
    texts.push(text);
    const dueAt = noticeMoment(context.at, { urgent: issue.urgent, presses: false }, context.settings);
    for (const to of await verifiersOf(issue, context)) told.push({ issueNo: issue.no, to, text, dueAt });
  }
  const isChecked = await checkPhotos(issues, told, context);
  const notices = isChecked ? [] : told.map(({ to, text }) => ({ to, text }));
  const held = isChecked ? heldLines(told, context.at) : [];
  const [only] = issues;
  if (only === undefined || issues.length > 1) return { text: [texts.join('\n\n'), ...held].join('\n'), notices };
  const buttons = [
    { label: '通过', says: `${only.no}核查通过` },
    { label: '退回', says: `${only.no}退回` },
  ];
  return { text: [texts.join(''), ...held].join('\n'), notices, buttons };
}

interface VerifierWord {
  readonly issueNo: number;
  readonly to: string;
  readonly text: string;
  /** Kept until then where it is night. */
  readonly dueAt: Date;
}

/** The sender knows when the verifier hears of it. */
function heldLines(told: readonly VerifierWord[], at: Date): readonly string[] {
  const [first] = told.filter(({ dueAt }) => dueAt > at);
  if (first === undefined) return [];
  return [heldSentence([...new Set(told.filter(({ dueAt }) => dueAt > at).map(({ to }) => to))], first.dueAt, at)];
}

/** Photos are compared before the verifier is told (domain §13): the check tells him. False where it is switched off. */
async function checkPhotos(
  issues: readonly Issue[],
  told: readonly VerifierWord[],
  { by, at, store, settings, conversation, pictureIds, quotedPictureIds }: Context,
): Promise<boolean> {
  const sent = pictureIds.filter((id) => !quotedPictureIds.includes(id));
  if (!settings.pictures.check || sent.length === 0) return false;
  const notices = told.map((word) => ({ ...word, dueAt: word.dueAt.toISOString() }));
  const issueNos = issues.map(({ no }) => no);
  const args = { issueNos, pictureIds: sent, by: by.name, here: conversation.groupId, notices };
  await store.works.add({ kind: 'photo-check', args, told: null, dueAt: at, createdAt: at });
  return true;
}

async function cardText(issue: Issue, { store, directory, settings, at, link }: Context): Promise<string> {
  const photos = (await store.pictures.ofIssue(issue.no)).filter(({ round }) => round === issue.round);
  const count = (kind: 'before' | 'after'): number => photos.filter((photo) => photo.kind === kind).length;
  const shown = { before: count('before'), after: count('after') };
  return verifyCard(issue, { directory, settings, at, photos: shown, link: link(issue.no) }).text;
}

/** Who logged it, else who handed it out, else the office: the first who may look at it with independent eyes (§3). */
async function verifiersOf(issue: Issue, { store, directory, settings }: Context): Promise<readonly string[]> {
  const reporterUnit = directory.person(issue.reportedBy ?? '')?.unit ?? null;
  const records = await store.records.ofIssue(issue.no);
  const dispatchers = records.filter(({ step }) => step === 'dispatch').map(({ by }) => by);
  const mayLook = (name: string): boolean => {
    const person = directory.person(name);
    return person !== undefined && verifyBar(person, issue, reporterUnit, settings) === null;
  };
  const first = [issue.loggedBy, ...dispatchers].find(mayLook);
  return first === undefined
    ? directory
        .officePeople()
        .map(({ name }) => name)
        .filter(mayLook)
    : [first];
}
