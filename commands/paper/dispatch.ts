/** 交办单: the hand-over of problems on paper, numbered, served on the unit's liaison with a receipt, and given to who asked (domain §2, §12). */
import { defineCommand } from '../../src/bot/command.ts';
import type { Notice } from '../../src/bot/command.ts';
import { stepEach } from '../../src/bot/several.ts';
import { isOpen } from '../../src/domain/issue.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { STATE_NAMES } from '../../src/domain/steps/state.ts';
import { handOverOnPaper } from './dispatch-run.ts';

export interface DispatchPaperArgs {
  readonly issueNos: readonly number[];
  /** For which unit; empty: each of the responsible ones. */
  readonly units: readonly string[];
}

export default defineCommand<DispatchPaperArgs>({
  id: 'paper.dispatch',
  summary: '出交办单',
  examples: ['出327的交办单', '把327、328、330的交办单给城管局'],
  allow: ['officeLead', 'officeStaff'],
  instead: '交办单由创城办出具。要看{no}的情况，请回复“查{no}”。',

  read(said) {
    return said.act === 'paper.dispatch' ? { issueNos: said.issueNos, units: said.units } : undefined;
  },

  async run(context) {
    const { args, store } = context;
    const steps = await stepEach(store, args.issueNos, (issue) => requireHandedOver(issue, args.units));
    const issues = steps.map(({ issue }) => issue);
    const units = args.units.length > 0 ? args.units : [...new Set(issues.flatMap((issue) => issue.units))];
    const notices: Notice[] = [];
    const lines: string[] = [];
    for (const unit of units) {
      const made = await handOverOnPaper(
        unit,
        issues.filter((issue) => issue.units.includes(unit)),
        context,
      );
      notices.push(...made.notices);
      lines.push(made.line);
    }
    return { text: [...lines, '文件做好后单独发给您。'].join('\n'), notices };
  },
});

/** Throws Refusal `paper.issue`: it is nobody's to put right now, or not this unit's. */
function requireHandedOver(issue: Issue, units: readonly string[]): Issue {
  const { no, state } = issue;
  if (state === 'draft') throw new Refusal('paper.issue', `#${no}还没有交办，请先回复“确认${no}”。`);
  if (!isOpen(issue)) throw new Refusal('paper.issue', `#${no}${STATE_NAMES[state]}，不再出交办单。`);
  const other = units.find((unit) => !issue.units.includes(unit));
  if (other === undefined) return issue;
  throw new Refusal(
    'paper.issue',
    `#${no}的责任单位是${issue.units.join('、')}，不是${other}。要换单位，请先回复“${no}转给${other}”。`,
  );
}
