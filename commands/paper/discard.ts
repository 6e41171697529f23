/** 作废: a draft that is not to be issued. Its number is not given again. */
import { defineCommand } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { discardPaper, paperNumber, spokenNumber } from '../../src/domain/paper.ts';
import { discardedNote } from '../../src/domain/paper-record.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { ordersDifferently } from '../../src/reading/acts/ladder-papers.ts';
import { findPapers, papersMeant } from './find-papers.ts';
import type { PaperArgs } from './sign.ts';

interface DiscardArgs extends PaperArgs {
  readonly reason: string | null;
  /** Others of the papers named are to be signed. */
  readonly isMixed?: boolean;
}

export default defineCommand<DiscardArgs>({
  id: 'paper.discard',
  summary: '作废文书草稿',
  examples: ['作废提醒31号', '督办18号不发了', '督办单18号暂缓签发'],
  allow: ['officeLead'],
  instead: '文书由创城办负责人签发或作废。',

  read(said) {
    if (said.act !== 'paper.discard') return undefined;
    const reason = /(?:原因|理由|因为|已)[:是]?\s*\S.*$/.exec(said.text)?.[0] ?? null;
    const isMixed = said.papers.length > 1 && ordersDifferently(said.text);
    return { papers: papersMeant(said), reason, ...(isMixed ? { isMixed } : {}) };
  },

  async run(context) {
    const { args, by, at, store } = context;
    const papers = await findPapers(args.papers, context);
    if (args.isMixed === true) {
      const [first = ''] = papers.map(spokenNumber);
      const sentence = `签发和作废请分开说，没有作任何改动。例如先回复“签发${first}”，再回复另一份。`;
      throw new Refusal('paper.mixed', sentence);
    }
    const discarded = papers.map((paper) => discardPaper(paper, { by, at, note: args.reason }));
    for (const paper of discarded) {
      await store.papers.settle(paper);
      const issue = await store.issues.find(paper.issueNo);
      if (issue) await store.records.add(issue, recordOf(context, 'escalate', discardedNote(paper)));
    }
    const names = discarded.map(paperNumber).join('、');
    return { text: `已作废：${names}，没有送出，同一问题本轮不再起草这一步。` };
  },
});
