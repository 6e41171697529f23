/** 谁负责: who answers for a place, and for a kind of problem there (domain §10). */
import { defineCommand } from '../../src/bot/command.ts';
import { suggestUnits } from '../../src/domain/routing.ts';
import { siteIn } from '../../src/domain/site-in.ts';
import { nominatedList, whoAnswer } from '../../src/domain/site-answer.ts';
import { categoryName } from '../../src/domain/stats.ts';
import { settledRulings } from '../issue/rulings.ts';
import { requireInsider } from './asked-issues.ts';

export interface WhoArgs {
  /** Null: all that are on the list handed to the examiners. */
  readonly location: string | null;
  readonly category?: string;
  /** 上报点位 was asked about. */
  readonly nominated?: boolean;
}

export default defineCommand<WhoArgs>({
  id: 'query.who',
  summary: '问一个地方谁负责',
  examples: ['人民路谁负责', '上报点位有哪些', '锦绣花园小区归哪个单位', '翠竹园网格长是谁', '油坊巷乱停车归谁管'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.who') return undefined;
    const asksSite = said.has('上报点位', '门前三包');
    const location = asksSite ? (said.sites[0] ?? said.location) : (said.location ?? said.sites[0]);
    const nominated = /上报点位/.test(said.text) ? { nominated: true } : {};
    if (location == null) return 'nominated' in nominated ? { location: null, ...nominated } : undefined;
    const [category] = said.categories;
    return { location, ...nominated, ...(category === undefined ? {} : { category }) };
  },

  async run(context) {
    const { args, by, directory, settings } = context;
    requireInsider(by);
    const { location, category } = args;
    if (location === null) return { text: nominatedList({ directory, settings, most: settings.bulletin.mostListed }) };
    const site = siteIn(location, directory);
    const rulings = await settledRulings(context);
    const suggestions =
      category === undefined ? [] : suggestUnits(category, site, directory, settings, { location, rulings });
    const name = category === undefined ? null : categoryName(category, settings);
    return {
      text: whoAnswer({ site, location, category: name, suggestions, directory, settings, nominated: args.nominated }),
    };
  },
});
