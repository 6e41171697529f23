/** 没提到的编号: what of a message with several orders belongs to none of them. */
import type { Said } from './said.ts';

type Numbered = Pick<Said, 'issueNos' | 'hasOwnNumbers'>;

/** 34、46好了，66那家: the numbers of which no order was read, so that they are not lost in silence. */
export const leftBeside = ({ issueNos, hasOwnNumbers }: Numbered, parts: readonly Numbered[]): readonly number[] =>
  hasOwnNumbers ? issueNos.filter((no) => !parts.some((part) => part.issueNos.includes(no))) : [];
