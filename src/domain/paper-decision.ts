/**
 * 指挥部的意见 (domain §3, §7): a 问责建议 is issued by the office's lead, and whether anything follows from it a commander says. It is
 * written down and told; the bot does nothing more.
 */
import { hasRole } from './city.ts';
import type { Person } from './directory.ts';
import { paperNumber, spokenNumber } from './paper.ts';
import type { Paper } from './paper.ts';
import { Refusal } from './refusal.ts';
import { stampText } from './shanghai.ts';

export interface Deciding {
  readonly by: Person;
  readonly at: Date;
  readonly agrees: boolean;
  readonly reason: string | null;
}

/** The paper with the opinion as its note. Throws Refusal: `right`, `paper.kind`, `paper.unsigned`, `paper.decided`, `paper.reason`. */
export function decidePaper(paper: Paper, deciding: Deciding): Paper {
  const { by, at, agrees, reason } = deciding;
  if (!hasRole(by, 'commander')) throw new Refusal('right', '是否问责由指挥部领导决定。没有作任何改动。');
  requireAwaiting(paper);
  if (!agrees && reason === null) {
    const said = `不同意${spokenNumber(paper)}`;
    throw new Refusal('paper.reason', `不同意请写明理由。可回复：${said}，理由：已整改到位。没有作任何改动。`);
  }
  return { ...paper, note: `${by.name}${stampText(at)}${opinionText(deciding)}` };
}

/** `同意`, `不同意，理由：已整改到位`. */
export const opinionText = ({ agrees, reason }: Pick<Deciding, 'agrees' | 'reason'>): string =>
  `${agrees ? '同意' : '不同意'}${reason === null ? '' : `，理由：${reason}`}`;

function requireAwaiting(paper: Paper): void {
  const name = paperNumber(paper);
  if (paper.kind !== 'accountability') {
    throw new Refusal('paper.kind', `${name}是${paper.title}，不用指挥部决定。没有作任何改动。`);
  }
  if (paper.state !== 'signed') {
    const why = paper.state === 'draft' ? '还没有签发' : '已经作废';
    throw new Refusal('paper.unsigned', `${name}${why}，不用答复。没有作任何改动。`);
  }
  if (paper.note !== null) throw new Refusal('paper.decided', `${name}已有指挥部意见：${paper.note}。没有作任何改动。`);
}

/** What a commander types, under the paper that is served on him; empty for papers nobody decides on. */
export const decisionHint = (paper: Paper): string =>
  paper.kind === 'accountability'
    ? `\n请回复“同意${spokenNumber(paper)}”或“不同意${spokenNumber(paper)}，理由：…”，机器人只作记录并告知创城办。`
    : '';
