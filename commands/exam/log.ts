/** 登记测评得分: a mock or monthly examination of one site, with what the points were lost for. */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { isOffice } from '../../src/domain/city.ts';
import { requireAuthor, scoreNamed, standingScores } from '../../src/domain/exam-standing.ts';
import { WAY_NAMES } from '../../src/domain/exam-ways.ts';
import { EXAM_KINDS, requireScore, scoreRateText } from '../../src/domain/exam.ts';
import type { ExamScore } from '../../src/domain/exam.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { categoryFinder } from '../../src/reading/categories.ts';
import { lostIn, scoreIn } from '../../src/reading/scores.ts';
import { confirmHint, problemOf, waitingLine } from '../citizen/problem.ts';
import { indicatorIn } from '../material/indicator.ts';
import { held } from '../held.ts';
import { examKind } from './kind.ts';
import { examPlace, wayArgs } from './place.ts';

export interface ExamArgs {
  readonly kind: ExamScore['kind'];
  readonly place: string;
  readonly indicator?: string;
  readonly gained: number;
  readonly total: number;
  readonly lost: readonly string[];
  /** Absent: 实地考察. */
  readonly way?: 'onlineMaterial' | 'survey';
  /** 更正 of an entry that is there. */
  readonly corrects?: boolean;
  /** Day of the entry that is corrected, where it is said. */
  readonly on?: string;
}

/** 人民路扣2分: of how many is not said, so nothing can be kept. */
const UNSCORED: ExamArgs = { kind: 'mock', place: '', gained: 0, total: 0, lost: [] };
const NO_SCORE =
  '没有看出得分和满分，没有登记。请这样写：模拟测评 人民路 得分 48/50 失分：路面破损。只报问题不记分的，请直接写地点和情况。';

export default defineCommand<ExamArgs>({
  id: 'exam.log',
  summary: '登记测评得分',
  examples: [
    '模拟测评 北门农贸市场 得分 42/50 失分：公平秤未校准、地面湿滑',
    '月度测评 实验小学 得分27.5/30 失分：校门口有流动摊贩',
    '模拟测评 市人民医院 指标Ⅱ-3 得分 9/10',
    '网上申报测评 指标Ⅱ-3 得分 9/10',
    '更正模拟测评 北门农贸市场 得分 44/50',
  ],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector'],

  read(said) {
    if (said.act !== 'exam.log') return undefined;
    const [score, place] = [scoreIn(said.text), examPlace(said)];
    if (score === null) return { ...UNSCORED, ...held(['score'], false) };
    if (place === null) return undefined;
    const indicator = indicatorIn(said.text);
    return {
      kind: examKind(said.text) ?? 'mock',
      ...wayArgs(said.text),
      ...(/更正|改为|改成|应为|应该是/.test(said.text)
        ? { corrects: true, ...(said.period === null ? {} : { on: said.period.from }) }
        : {}),
      place,
      ...(indicator === null ? {} : { indicator }),
      ...score,
      lost: lostIn(said.text),
    };
  },

  async run(context) {
    const { args, by, at, store, messageId, directory } = context;
    if (args.missing?.includes('score') === true) throw new Refusal('exam.score', NO_SCORE);
    const { kind, place, gained, total, lost, indicator = null, way } = args;
    requireScore(gained, total);
    const before = args.corrects === true ? await corrected(args, context) : null;
    const fresh = lost.filter((thing) => before?.lost.includes(thing) !== true);
    const issues = await draftsOf({ ...args, lost: fresh }, context);
    const siteType = directory.site(place)?.type ?? null;
    const issueNos = [...(before?.issueNos ?? []), ...issues.map(({ no }) => no)];
    const entry = { kind, place, siteType, indicator, gained, total, issueNos };
    await store.exams.add(
      {
        ...entry,
        lost: lost.length === 0 ? (before?.lost ?? []) : lost,
        ...(way === undefined ? {} : { way }),
        ...(before === null ? {} : { kind: before.kind, replaces: before.at.toISOString() }),
      },
      { at, by: by.name, messageId },
    );
    const about = [place, ...(indicator === null ? [] : [`指标${indicator}`])].filter((word) => word !== '');
    const name = [way === undefined ? EXAM_KINDS[before?.kind ?? kind] : WAY_NAMES[way], ...about].join(' ');
    const was = before === null ? '' : `（原${scoreRateText(before)}）`;
    const done = `已${before === null ? '登记' : '更正'}${name}：得分率${scoreRateText({ gained, total })}${was}。`;
    if (issues.length === 0) return { text: done };
    const lines = issues.map((issue) => waitingLine(issue, context));
    const notice = [`【待确认】${name}失分：`, ...lines, confirmHint(issues)].join('\n');
    const others = directory.officePeople().filter((person) => person.name !== by.name);
    const hint = isOffice(by) ? [confirmHint(issues)] : [];
    return {
      text: [done, '失分项已转为问题，等创城办确认后交办：', ...lines, ...hint].join('\n'),
      notices: others.map((person) => ({ to: person.name, text: notice })),
    };
  },
});

/** The entry that is corrected. Throws Refusal. */
async function corrected(args: ExamArgs, { store, by, at }: RunContext<ExamArgs>): Promise<ExamScore> {
  const entered = await store.exams.between(new Date(0), new Date(at.getTime() + 1));
  const { kind, place, indicator = null, on = null } = args;
  const score = scoreNamed(standingScores(entered), { kind, place, indicator, on });
  requireAuthor(score, by);
  return score;
}

/** Each lost point is a problem at the site. */
async function draftsOf({ lost, place, way }: ExamArgs, context: RunContext<ExamArgs>): Promise<readonly Issue[]> {
  const findCategory = categoryFinder(context.settings.categories);
  const issues: Issue[] = [];
  // What is lost on papers or in answers is nowhere on a street.
  for (const description of way === undefined ? lost : []) {
    const category = findCategory(description, place) ?? 'other';
    issues.push(await problemOf({ location: place, category, description, source: 'mock' }, context));
  }
  return issues;
}
