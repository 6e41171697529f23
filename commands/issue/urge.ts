/** 催办: a reminder to the unit, without legal weight. To all at once only after a yes. */
import { defineCommand } from '../../src/bot/command.ts';
import { held } from '../held.ts';
import { urgeFilter } from './urge-filter.ts';

export default defineCommand({
  id: 'issue.urge',
  summary: '催办',
  examples: ['催一下城管局327', '超期的都催一遍', '提醒住建局今天到期的几个问题'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector', 'commander'],

  read(said) {
    if (said.act !== 'issue.urge') return undefined;
    const filter = urgeFilter(said.text);
    return {
      issueNos: said.issueNos,
      units: said.units,
      persons: said.persons,
      ...(filter === null ? {} : { filter }),
      ...held([], said.issueNos.length === 0 && said.units.length === 0 && said.persons.length === 0),
    };
  },
});
