/** 考核登记: points that only people can give or take, with the reason, by the office's lead (domain §8). */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { pointsText } from '../../src/domain/score-answer.ts';
import { scoreOf } from '../../src/domain/score.ts';
import { dayOf, monthOf } from '../../src/domain/shanghai.ts';
import { pointsIn } from '../../src/reading/points.ts';
import { eventsOf } from '../query/score.ts';

/** More at once is a slip of the finger. */
const MOST_POINTS = 10;

export default defineCommand({
  id: 'score.note',
  summary: '登记考核加分、扣分',
  examples: ['市城管局弄虚作假扣5分，327用的是旧照片', '东湖街道受省级通报表扬，加3分', '住建局推诿扯皮扣1分'],
  allow: ['officeLead'],
  instead: '考核加分、扣分由创城办负责人登记。要看考核分请回复“考核分”或“为什么扣分”。',

  read(said) {
    if (said.act !== 'score.note') return undefined;
    const found = pointsIn(said.text);
    if (found === null || said.units.length === 0) return undefined;
    return {
      units: said.units,
      points: found.points,
      matter: found.matter,
      reason: reasonIn(said.text),
      issueNos: said.issueNos,
    };
  },

  async run(context) {
    const { args, by, at, store, settings, directory, messageId } = context;
    const { units, matter, reason, issueNos } = args;
    const usual = matter === 'other' ? null : settings.score[matter];
    const points = args.points ?? usual;
    if (points === null || points === 0 || Math.abs(points) > MOST_POINTS) {
      throw new Refusal('score.points', `请说明分值，一次不超过${MOST_POINTS}分，例如：市城管局弄虚作假扣5分 #327`);
    }
    const known = await store.issues.list({ nos: issueNos });
    const unknown = issueNos.filter((no) => !known.some((issue) => issue.no === no));
    if (unknown.length > 0) throw new Refusal('issue.unknown', `没有#${unknown.join('、#')}这个问题，请核对编号。`);
    for (const unit of units) {
      await store.scoreNotes.add({ unit, points, reason, issueNos }, { at, by: by.name, messageId });
    }
    const events = await eventsOf(monthOf(dayOf(at)).from, context);
    const about = issueNos.length === 0 ? '' : `（${issueNos.map((no) => `#${no}`).join('、')}）`;
    const lines = units.map(
      (unit) =>
        `${unit} ${pointsText(points)}：${reason}${about}，本月考核${scoreOf(unit, events, settings.score)}分。`,
    );
    const undo = `记错了可以再记一条相反的，如“${units[0] ?? ''}更正，${points > 0 ? '扣' : '加'}${Math.abs(points)}分”。`;
    const told = units.flatMap((unit) => directory.responsibleOfficials(unit).map(({ name }) => ({ unit, name })));
    const referral = matter === 'faked' ? referralLine(issueNos, context) : [];
    return {
      text: ['已登记考核：', ...lines, ...referral, undo].join('\n'),
      notices: told.map(({ unit, name }) => ({
        to: name,
        presses: true,
        text: `【考核登记】${unit} ${pointsText(points)}：${reason}${about}，${by.name}登记。回复“为什么扣分”看明细。`,
      })),
    };
  },
});

/** 弄虚作假 may be referred (domain §8): people decide, the bot only says how. */
function referralLine(
  issueNos: readonly number[],
  { settings }: Pick<RunContext<object>, 'settings'>,
): readonly string[] {
  const step = settings.ladder.steps.findLast(({ to }) => to === 'headquarters');
  const [no] = issueNos;
  if (step === undefined || no === undefined) return [];
  return [`需要移送的，请回复“${no}启动${step.name}，原因：弄虚作假”，起草${step.title}后由您签发。`];
}

/** The words as said, without the numbers of problems, which stand beside. */
const reasonIn = (text: string): string =>
  text
    .replaceAll(/#\s*\d+|\d+号(?:问题)?/g, '')
    .replaceAll(/(?:扣|减|加|奖励?)(?:掉|除|上|考核)?\s*\d+(?:\.\d+)?\s*分|[扣加]分/g, '')
    .replaceAll(/[\s,。!]+/g, ' ')
    .trim();
