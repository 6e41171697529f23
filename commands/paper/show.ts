/** 看一份文书: the text with its receipt. In a group only where it stands is said; the text goes one-to-one (domain §7). */
import { defineCommand } from '../../src/bot/command.ts';
import { isOffice } from '../../src/domain/city.ts';
import { mayReadPaper, paperNumber } from '../../src/domain/paper.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { stampText } from '../../src/domain/shanghai.ts';
import { paperText } from '../../src/papers/ladder-paper.ts';
import { findPapers, papersMeant } from './find-papers.ts';
import { orderPaperFile } from './paper-file.ts';
import type { PaperArgs } from './sign.ts';

export default defineCommand<PaperArgs>({
  id: 'paper.show',
  summary: '看一份文书和送达情况',
  examples: ['查看督办18号', '提醒31号送达了吗', '督办单〔2026〕18号'],
  allow: [
    'officeLead',
    'officeStaff',
    'commander',
    'observer',
    'unitPrincipal',
    'unitDeputy',
    'unitLiaison',
    'communityHead',
  ],
  instead: '文书由创城办和受文单位查看。',

  read(said) {
    return said.act === 'paper.show' ? { papers: papersMeant(said) } : undefined;
  },

  async run(context) {
    const { args, by, at, store, conversation, said } = context;
    const papers = await findPapers(args.papers, context);
    const texts: string[] = [];
    for (const paper of papers) {
      if (!mayReadPaper(by, paper)) throw new Refusal('right', `${paperNumber(paper)}不是发给贵单位的文书，不能查看。`);
      await store.papers.read(paper.id, by.name, at);
      const wantsFile = paper.state === 'signed' && said.has('文件', '回执', '打印', 'word');
      if (wantsFile) await orderPaperFile(paper, { people: [by.name], dueAt: at }, context);
      const services = await store.papers.services(paper.id);
      texts.push(paperText(paper, services, { withEvidence: isOffice(by) || paper.to === 'headquarters' }));
    }
    if (conversation.chatKind === 'single') return { text: texts.join('\n\n') };
    const lines = papers.map((paper) => `${paperNumber(paper)} ${paper.title}（${paper.unit}）：${standing(paper)}`);
    return {
      text: [...lines, '全文已单独发给您。'].join('\n'),
      notices: texts.map((text) => ({ to: by.name, text })),
    };
  },
});

function standing({ state, signedAt }: Paper): string {
  if (state === 'draft') return '草稿，待签发';
  return state === 'discarded' ? '已作废' : `${signedAt === null ? '' : stampText(signedAt)}签发`;
}
