/** 导出台账 and the other sheets: made after the commit, sent one-to-one to who may see them (domain §3, §13.6). */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { hasRole, isInspector } from '../../src/domain/city.ts';
import type { Person } from '../../src/domain/directory.ts';
import type { Period } from '../../src/domain/figures.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { sheetIn } from '../../src/reading/acts/publications.ts';
import type { SheetKind } from '../../src/reading/acts/publications.ts';

export interface ExportArgs {
  readonly sheet: SheetKind;
  readonly units: readonly string[];
  readonly period?: Period;
}

const NAMES: Readonly<Record<SheetKind, string>> = {
  ledger: '问题台账',
  tasks: '任务分解表',
  materials: '资料清单',
  units: '单位整改情况表',
};

export default defineCommand<ExportArgs>({
  id: 'export.ledger',
  summary: '导出台账、任务分解表、资料清单、单位整改情况表',
  examples: ['导出台账', '导出任务分解表', '导出资料清单', '导出单位整改情况表'],
  allow: [
    'officeLead',
    'officeStaff',
    'commander',
    'observer',
    'inspectorLead',
    'inspector',
    'unitPrincipal',
    'unitDeputy',
    'unitLiaison',
    'communityHead',
  ],
  instead: '台账由创城办、督查组和各单位联络员导出。',

  read(said) {
    const sheet = said.act === 'export.ledger' ? sheetIn(said.text) : null;
    if (sheet === null) return undefined;
    return { sheet, units: said.units, ...(said.period === null ? {} : { period: said.period }) };
  },

  async run({ args, by, at, store, conversation }) {
    const scope = scopeOf(args, by);
    await store.works.add({
      kind: 'export',
      args: {
        sheet: args.sheet,
        ...scope,
        period: args.period ?? null,
        asOf: at.toISOString(),
        to: by.name,
        here: conversation.groupId,
      },
      told: by.name,
      dueAt: at,
      createdAt: at,
    });
    const whose = scope.units === null ? '' : `（${scope.units.join('、')}）`;
    const where = conversation.chatKind === 'single' ? '做好后发到这里' : '做好后单独发给您';
    return { text: `好的，正在整理《${NAMES[args.sheet]}》${whose}，${where}。` };
  },
});

/** The office, headquarters and observers see all, a team what it logged, a unit its own. Throws Refusal `right`. */
function scopeOf(
  { units, sheet }: ExportArgs,
  by: RunContext<object>['by'],
): { readonly units: readonly string[] | null; readonly team: string | null } {
  const asked = units.length === 0 ? null : units;
  if (hasRole(by, 'officeLead', 'officeStaff', 'commander', 'observer')) return { units: asked, team: null };
  if (isInspector(by)) {
    if (sheet !== 'ledger') throw new Refusal('right', `《${NAMES[sheet]}》由创城办导出，督查组可以导出本组的台账。`);
    return { units: asked, team: by.unit };
  }
  const own = ownUnit(by);
  if (asked !== null && asked.some((unit) => unit !== own)) {
    throw new Refusal('right', `您可以导出本单位（${own}）的表格，其他单位的由创城办导出。没有导出。`);
  }
  return { units: [own], team: null };
}

function ownUnit({ unit }: Person): string {
  if (unit !== null) return unit;
  throw new Refusal('right', '通讯录里没有写明您的单位，无法导出。请与创城办联系。');
}
