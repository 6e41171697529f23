/** 分不清的照片: a picture without words while several problems wait for one. Filed by guess it would be evidence of another problem. */
import { issueNosOf } from '../../src/bot/about.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { whichPhoto } from '../../src/bot/pictures-apart.ts';
import type { Question } from '../../src/bot/hold.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { numbersAlone } from '../../src/reading/acts/drafts.ts';
import type { Draft } from '../../storage/store.ts';

type Asking = Pick<RunContext<object>, 'by' | 'at' | 'conversation' | 'store'>;

/** His open questions here that ask for photos of problems with numbers, the newest first. */
export async function photoQuestions(context: Asking): Promise<readonly Draft[]> {
  return (await waiting(context)).filter(({ args }) => issueNosOf(args).length > 0);
}

async function waiting({ by, at, conversation, store }: Asking): Promise<readonly Draft[]> {
  const open = await store.drafts.allOpen(by.name, conversation.key, at);
  return open.filter(({ missing }) => missing.includes('photos'));
}

type Photos = Asking & Pick<RunContext<object>, 'said'> & { readonly pictureIds: readonly string[] };

/**
 * Pictures with nothing but numbers, or with nothing at all: the question they answer, or the question which one is meant; null where
 * only one can be. Throws Refusal `draft.which`.
 */
export async function whichPhotoQuestion(context: Photos): Promise<Draft | Question | null> {
  const { said, store, at, pictureIds } = context;
  const named = numbersAlone(said.text);
  const isBare =
    pictureIds.length > 0 && (said.heard.quote ?? '').trim() === '' && (said.text === '' || named.length > 0);
  if (!isBare) return null;
  const all = await waiting(context);
  const numbered = all.filter(({ args }) => issueNosOf(args).length > 0);
  if (named.length > 0 && numbered.length > 0) {
    const [meant, ...more] = numbered.filter(({ args }) => issueNosOf(args).some((no) => named.includes(no)));
    if (meant && more.length === 0) return meant;
    throw new Refusal('draft.which', `${unclear(all.length)}没有收下。请写明编号再发一次，一条消息一件。`);
  }
  if (all.length < 2) return null;
  if (numbered.length < all.length) {
    throw new Refusal('draft.which', `${unclear(all.length)}没有收下。请引用要答复的那一条，再发一次照片。`);
  }
  const nos = numbered.flatMap(({ args }) => issueNosOf(args));
  return whichPhoto({ issues: await store.issues.list({ nos }), at, args: {}, pictureIds });
}

const unclear = (count: number): string => `您有${count}件在等照片，分不清这次的照片是哪一件的，`;
