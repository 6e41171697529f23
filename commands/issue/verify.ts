/** 核查通过、销号: someone independent has looked. Several numbers, or a filter in their stead, want a yes. */
import { defineCommand } from '../../src/bot/command.ts';
import { held } from '../held.ts';

export default defineCommand({
  id: 'issue.verify',
  summary: '核查通过并销号',
  examples: ['327核查通过，销号', '同意415销号', '除了309，301到310都销号'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector'],

  read(said) {
    if (said.act !== 'issue.verify') return undefined;
    const isMany = said.issueNos.length === 0;
    return {
      issueNos: said.issueNos,
      ...(isMany ? { units: said.units } : {}),
      ...(isMany && said.has('超期', '逾期') ? { filter: 'overdue' } : {}),
      photos: said.images,
      ...held([], isMany || said.issueNos.length > 1),
    };
  },
});
