/** 指挥部的意见 on an issued 问责建议: recorded on the paper and on the problem, told to the office's leads (domain §3, §7). */
import { defineCommand } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { decidePaper, opinionText } from '../../src/domain/paper-decision.ts';
import { paperNumber } from '../../src/domain/paper.ts';
import { opinionNote } from '../../src/domain/paper-record.ts';
import { isOfficeLead } from '../../src/domain/rights.ts';
import { written } from '../../src/reading/fold.ts';
import type { PaperName } from '../../src/reading/paper-names.ts';
import { findPapers } from './find-papers.ts';

export interface PaperDecideArgs {
  /** Named with their word, or on the paper that is quoted. */
  readonly papers: readonly PaperName[];
  /** 同意31号: the number alone. */
  readonly nos: readonly number[];
  readonly agrees: boolean;
  readonly reason: string | null;
}

/** What stands behind the first stop, with or without 理由 before it. */
const WHY = /[,;。]\s*(?:(?:理由|原因)[是为]?\s*[:,]?\s*|因为|由于)?([^\s。].*?)[。!]?$/;
const reasonIn = (text: string): string | null => {
  const why = WHY.exec(text)?.[1];
  return why === undefined ? null : written(why);
};

export default defineCommand<PaperDecideArgs>({
  id: 'paper.decide',
  summary: '答复问责建议',
  examples: ['同意问责3号', '不同意问责3号，理由：已整改到位', '同意3号'],
  allow: ['commander'],
  instead: '是否问责由指挥部领导决定。',

  read(said) {
    if (said.act !== 'paper.decide') return undefined;
    const papers = said.papers.length > 0 ? said.papers : said.issuedPapers;
    const bare = papers.length > 0 ? null : /(\d{1,5})号/.exec(said.text);
    return {
      papers,
      nos: bare === null ? [] : [Number(bare[1])],
      agrees: !/不(?:予)?(?:同意|批准)/.test(said.text),
      reason: reasonIn(said.text),
    };
  },

  async run(context) {
    const { args, by, at, store, directory, settings } = context;
    const { agrees, reason } = args;
    const word = settings.ladder.steps.find(({ kind }) => kind === 'accountability')?.word ?? '问责';
    const named = [...args.papers, ...args.nos.map((no) => ({ word, no, year: null }))];
    const papers = await findPapers(named, context);
    const decided = papers.map((paper) => decidePaper(paper, { by, at, agrees, reason }));
    const opinion = opinionText({ agrees, reason });
    for (const paper of decided) {
      await store.papers.decide(paper);
      const issue = await store.issues.find(paper.issueNo);
      if (issue) await store.records.add(issue, recordOf(context, 'escalate', opinionNote(paper, opinion)));
    }
    const names = decided.map((paper) => `${paperNumber(paper)}（${paper.unit}，#${paper.issueNo}）`).join('、');
    const leads = directory.officePeople().filter((person) => isOfficeLead(person) && person.name !== by.name);
    return {
      text: `已记录：${names}，${opinion}。已告知创城办负责人，由创城办办理。`,
      notices: leads.map(({ name }) => ({ to: name, text: `【指挥部意见】${by.name}对${names}：${opinion}。` })),
    };
  },
});
