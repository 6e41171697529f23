/** 登记测评得分: a mock or monthly examination of one site, with what the points were lost for. */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { isOffice } from '../../src/domain/city.ts';
import { EXAM_KINDS, requireScore, scoreRateText } from '../../src/domain/exam.ts';
import type { ExamScore } from '../../src/domain/exam.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { categoryFinder } from '../../src/reading/categories.ts';
import { lostIn, scoreIn } from '../../src/reading/scores.ts';
import { confirmHint, problemOf, waitingLine } from '../citizen/problem.ts';
import { indicatorIn } from '../material/indicator.ts';
import { examPlace } from './place.ts';

export interface ExamArgs {
  readonly kind: ExamScore['kind'];
  readonly place: string;
  readonly indicator?: string;
  readonly gained: number;
  readonly total: number;
  readonly lost: readonly string[];
}

export default defineCommand<ExamArgs>({
  id: 'exam.log',
  summary: '登记测评得分',
  examples: [
    '模拟测评 北门农贸市场 得分 42/50 失分：公平秤未校准、地面湿滑',
    '月度测评 实验小学 得分27.5/30 失分：校门口有流动摊贩',
    '模拟测评 市人民医院 指标Ⅱ-3 得分 9/10',
  ],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector'],

  read(said) {
    if (said.act !== 'exam.log') return undefined;
    const [score, place] = [scoreIn(said.text), examPlace(said)];
    if (score === null || place === null) return undefined;
    const indicator = indicatorIn(said.text);
    return {
      kind: /月(?:度|测)?测评|月测|\d月/.test(said.text) ? 'monthly' : 'mock',
      place,
      ...(indicator === null ? {} : { indicator }),
      ...score,
      lost: lostIn(said.text),
    };
  },

  async run(context) {
    const { args, by, at, store, messageId, directory } = context;
    const { kind, place, gained, total, lost, indicator = null } = args;
    requireScore(gained, total);
    const issues = await draftsOf(args, context);
    const siteType = directory.site(place)?.type ?? null;
    const issueNos = issues.map(({ no }) => no);
    await store.exams.add(
      { kind, place, siteType, indicator, gained, total, lost, issueNos },
      { at, by: by.name, messageId },
    );
    const name = `${EXAM_KINDS[kind]} ${place}${indicator === null ? '' : ` 指标${indicator}`}`;
    const done = `已登记${name}：得分率${scoreRateText({ gained, total })}。`;
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

/** Each lost point is a problem at the site. */
async function draftsOf({ lost, place }: ExamArgs, context: RunContext<ExamArgs>): Promise<readonly Issue[]> {
  const findCategory = categoryFinder(context.settings.categories);
  const issues: Issue[] = [];
  for (const description of lost) {
    const category = findCategory(description, place) ?? 'other';
    issues.push(await problemOf({ location: place, category, description, source: 'mock' }, context));
  }
  return issues;
}
