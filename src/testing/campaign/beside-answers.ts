/** What the bot answers about the work beside problems, beside the campaign's own sums. Every difference is a line. */
import { examsTally, messagesTally, sourceTally, tasksTally } from './beside-book.ts';
import { dayAfter, dayAt, weekday } from './limits.ts';
import { share } from './share.ts';
import type { Stage } from './stage.ts';

/** Asks the office's questions one after another. */
export async function besideDifferences(stage: Stage): Promise<string[]> {
  const wrong: string[] = [];
  for (const [question, wanted] of expectations(stage)) {
    const heard = await stage.says('周敏', question, { group: null });
    if (!heard.text.includes(wanted)) wrong.push(`${dayAt(stage.now())} ${question}\n  → ${heard.text}\n  ≠ ${wanted}`);
  }
  return wrong;
}

type Expectation = readonly [question: string, wanted: string];

function expectations(stage: Stage): readonly Expectation[] {
  const { cases, tasks, beside } = stage;
  const at = stage.now();
  const { received, answered, closed } = messagesTally(beside.messages, cases, at);
  const { done, due } = tasksTally(tasks, at);
  const { gained, total } = examsTally(beside.exams);
  const superior = sourceTally(cases, ({ source }) => source === 'superior', at);
  const origin = (id: string): number => sourceTally(cases, (problem) => problem.origin === id, at).logged;
  const all: readonly (readonly [is: boolean, ...Expectation])[] = [
    [
      received > 0,
      '市民留言回复率',
      `收到${received}件，回复率 ${share(answered, received)}，办结率 ${share(closed, received)}`,
    ],
    [due > 0, '任务进展情况', `任务完成率 ${share(done, due)}`],
    [total > 0, '模拟测评得分率', `得分率${share(gained * 10, total * 10).replace(/\(.*/, '')}(${gained}/${total})`],
    [superior.count > 0, '上级反馈办结率', `办结率 ${share(superior.closed, superior.count)}`],
    [origin('leaders') > 0, '领导督导发现的问题有多少', `登记问题${origin('leaders')}件`],
    [origin('sector') > 0, '行业联查发现的问题有多少', `登记问题${origin('sector')}件`],
    [origin('grid') > 0, '网格巡查发现的问题有多少', `登记问题${origin('grid')}件`],
    [origin('territory') > 0, '属地排查发现的问题有多少', `登记问题${origin('territory')}件`],
    [true, '资料申报还差哪些没交', materialLine(stage)],
    ...weekLines(stage),
  ];
  return all.filter(([is]) => is).map(([, question, wanted]) => [question, wanted]);
}

function materialLine({ beside }: Stage): string {
  const states = [...beside.materials.values()];
  const count = (state: string): number => states.filter((each) => each === state).length;
  return `共${states.length}项，通过${count('approved')}，待审${count('submitted')}，退回${count('returned')}，未交${count('due')}`;
}

/** 本周入户宣传、本周信息报送. */
function weekLines(stage: Stage): readonly (readonly [boolean, ...Expectation])[] {
  const { outreach, workInfo } = stage.beside;
  const day = dayAt(stage.now());
  const monday = dayAfter(day, 1 - weekday(day));
  const visits = [...outreach].filter(([key]) => key >= monday).map(([, visit]) => visit);
  const sum = (of: (visit: (typeof visits)[number]) => number): number =>
    visits.reduce((all, each) => all + of(each), 0);
  const grids = new Set(visits.map(({ grid }) => grid)).size;
  const ads = [...workInfo]
    .filter(([key]) => key.startsWith(monday) && key.endsWith('清理小广告'))
    .reduce((all, [, quantity]) => all + quantity, 0);
  return [
    [
      visits.length > 0,
      '本周入户宣传情况',
      `${grids}个网格，入户${sum(({ households }) => households)}户，宣传单${sum(({ leaflets }) => leaflets)}份`,
    ],
    [ads > 0, '本周信息报送情况', `清理小广告${ads}处`],
  ];
}
