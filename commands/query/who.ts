/** 谁负责: who answers for a place, and for a kind of problem there (domain §10). */
import { defineCommand } from '../../src/bot/command.ts';
import { siteIn, suggestUnits } from '../../src/domain/routing.ts';
import { whoAnswer } from '../../src/domain/site-answer.ts';
import { categoryName } from '../../src/domain/stats.ts';
import { settledRulings } from '../issue/rulings.ts';
import { requireInsider } from './asked-issues.ts';

export default defineCommand({
  id: 'query.who',
  summary: '问一个地方谁负责',
  examples: ['人民路谁负责', '锦绣花园小区归哪个单位', '翠竹园网格长是谁', '油坊巷乱停车归谁管'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.who') return undefined;
    const location = said.location ?? said.sites[0];
    if (location === undefined) return undefined;
    const [category] = said.categories;
    return { location, ...(category === undefined ? {} : { category }) };
  },

  async run(context) {
    const { args, by, directory, settings } = context;
    requireInsider(by);
    const { location, category } = args;
    const site = siteIn(location, directory);
    const rulings = await settledRulings(context);
    const suggestions =
      category === undefined ? [] : suggestUnits(category, site, directory, settings, { location, rulings });
    const name = category === undefined ? null : categoryName(category, settings);
    return { text: whoAnswer({ site, location, category: name, suggestions, directory, settings }) };
  },
});
