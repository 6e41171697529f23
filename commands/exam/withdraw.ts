/** 撤销测评得分: entered by mistake. The entry stays in the journal; problems made of it are named, people decide about them. */
import { defineCommand } from '../../src/bot/command.ts';
import { EXAM_KINDS, scoreRateText } from '../../src/domain/exam.ts';
import { requireAuthor, scoreNamed, standingScores } from '../../src/domain/exam-standing.ts';
import { dayOf, dayText } from '../../src/domain/shanghai.ts';
import { indicatorIn } from '../material/indicator.ts';
import { examKind } from './kind.ts';
import { examPlace } from './place.ts';

export interface WithdrawArgs {
  readonly kind: 'mock' | 'monthly' | null;
  readonly place: string;
  readonly indicator: string | null;
  readonly on: string | null;
}

export default defineCommand<WithdrawArgs>({
  id: 'exam.withdraw',
  summary: '撤销测评得分登记',
  examples: ['撤销模拟测评 北门农贸市场', '作废北门农贸市场的测评得分', '撤销11月18日模拟测评 实验小学'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector'],

  read(said) {
    if (said.act !== 'exam.withdraw') return undefined;
    const place = examPlace(said);
    if (place === null) return undefined;
    return { kind: examKind(said.text), place, indicator: indicatorIn(said.text), on: said.period?.from ?? null };
  },

  async run({ args, by, at, store, messageId }) {
    const entered = await store.exams.between(new Date(0), new Date(at.getTime() + 1));
    const score = scoreNamed(standingScores(entered), args);
    requireAuthor(score, by);
    const { by: _by, at: _at, ...entry } = score;
    await store.exams.add(
      { ...entry, replaces: score.at.toISOString(), withdrawn: true },
      { at, by: by.name, messageId },
    );
    const drafts = await store.issues.list({ nos: score.issueNos, states: ['draft'] });
    const nos = drafts.map(({ no }) => no).join('、');
    const left =
      drafts.length === 0 ? '' : `由失分转的问题还在等确认，不需要的请回复“撤销${nos}，原因：测评得分已撤销”。`;
    const name = `${dayText(dayOf(score.at), dayOf(at))}${EXAM_KINDS[score.kind]} ${score.place}`;
    return {
      text: `已撤销：${name}（${scoreRateText(score)}），不再计入得分率。${left}`,
    };
  },
});
