/** 查什么: the checks of a site's type, as the settings have them (domain §9). */
import { defineCommand } from '../../src/bot/command.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { standardAnswer } from '../../src/domain/site-answer.ts';
import { requireInsider } from './asked-issues.ts';

export default defineCommand({
  id: 'query.standard',
  summary: '问一类点位查什么',
  examples: ['农贸市场查什么', '医院的检查标准是什么', '滨江公园要看哪些'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.standard') return undefined;
    return { sites: said.sites, siteTypes: said.siteTypes };
  },

  run({ args, by, directory, settings }) {
    requireInsider(by);
    const site = args.sites[0] === undefined ? null : (directory.site(args.sites[0]) ?? null);
    const types = site === null ? args.siteTypes : [site.type];
    if (types.length === 0) throw new Refusal('siteType', '请说明是哪类点位，例如：农贸市场查什么');
    return Promise.resolve({ text: standardAnswer(types, site, { directory, settings }) });
  },
});
