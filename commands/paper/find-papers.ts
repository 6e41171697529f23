/** 文号 → papers. */
import type { RunContext } from '../../src/bot/command.ts';
import { stepNamed } from '../../src/domain/paper.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { dayOf } from '../../src/domain/shanghai.ts';
import type { Said } from '../../src/reading/said.ts';
import type { PaperName } from '../../src/reading/paper-names.ts';

/** Those named in the message, else those on the quoted card that waits for a signature. */
export const papersMeant = ({ papers, quotedPapers }: Pick<Said, 'papers' | 'quotedPapers'>): readonly PaperName[] =>
  papers.length > 0 ? papers : quotedPapers;

/** Without a year this year's is meant. Throws Refusal `paper.unknown` where one of them does not exist. */
export async function findPapers(
  names: readonly PaperName[],
  { store, settings, at }: Pick<RunContext<object>, 'store' | 'settings' | 'at'>,
): Promise<readonly Paper[]> {
  const found: Paper[] = [];
  for (const { word: said, no, year } of names) {
    const word = stepNamed(said, settings.ladder.steps)?.word ?? said;
    const thisYear = Number(dayOf(at).slice(0, 4));
    const [paper] = await store.papers.list({ word, no, year: year ?? thisYear });
    if (!paper) {
      throw new Refusal(
        'paper.unknown',
        `没有${word}〔${year ?? thisYear}〕${no}号这份文书。回复“待签发的文书”看清单。`,
      );
    }
    found.push(paper);
  }
  return found;
}
