/** 文书清单: what waits for a signature, and what was issued this month. Units, no names of persons (domain §7). */
import { defineCommand } from '../../src/bot/command.ts';
import { isOffice } from '../../src/domain/city.ts';
import { mayReadPaper, paperNumber } from '../../src/domain/paper.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { addDays, dayOf, dayText, monthOf, startOfDay } from '../../src/domain/shanghai.ts';

export default defineCommand({
  id: 'paper.list',
  summary: '列出待签发和已签发的文书',
  examples: ['待签发的文书', '本月发了哪些督办单', '提醒函清单'],
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
    if (said.act !== 'paper.list') return undefined;
    const word = KINDS.find(([, pattern]) => pattern.test(said.text))?.[0] ?? null;
    return {
      units: said.units,
      period: said.period,
      ...(word === null ? {} : { kind: word }),
      ...(/待签|未签|没签|等我签|要我?签/.test(said.text) ? { filter: 'draft' } : {}),
    };
  },

  async run({ args, by, at, store, settings }) {
    const today = dayOf(at);
    const period = args.period ?? { from: monthOf(today).from, to: today };
    const isAsked = (paper: Paper): boolean =>
      mayReadPaper(by, paper) &&
      (args.units.length === 0 || args.units.includes(paper.unit)) &&
      (args.kind === undefined || paper.kind === args.kind);
    const drafts = isOffice(by) ? (await store.papers.list({ state: 'draft' })).filter(isAsked) : [];
    const [signedFrom, signedTo] = [startOfDay(period.from), startOfDay(addDays(period.to, 1))];
    const signed =
      args.filter === 'draft'
        ? []
        : (await store.papers.list({ state: 'signed', signedFrom, signedTo })).filter(isAsked);
    const most = settings.bulletin.mostListed;
    const blocks = [
      ...(args.filter === 'draft' || drafts.length > 0 ? [block('待签发', drafts, most)] : []),
      ...(args.filter === 'draft' ? [] : [block('已签发', signed, most)]),
    ];
    return { text: blocks.join('\n') };
  },
});

const KINDS: readonly (readonly [Paper['kind'], RegExp])[] = [
  ['reminder', /提醒函/],
  ['supervision', /督办[单函]/],
  ['dispatch', /交办单/],
  ['accountability', /问责/],
];

function block(title: string, papers: readonly Paper[], most: number): string {
  if (papers.length === 0) return `${title}：无`;
  const lines = papers
    .slice(0, most)
    .map(
      (paper) =>
        `${paperNumber(paper)} ${paper.title} ${paper.unit} #${paper.issueNo}${paper.signedAt === null ? '' : ` ${dayText(dayOf(paper.signedAt))}签发`}`,
    );
  const more = papers.length > most ? [`另有${papers.length - most}份`] : [];
  return [`${title}${papers.length}份：`, ...lines, ...more].join('\n');
}
