/** 到点: notes the visit and says what somebody who has just arrived should know (domain §9, §10). */
import { defineCommand } from '../../src/bot/command.ts';
import { selectAsked } from '../../src/domain/asked.ts';
import { siteIn } from '../../src/domain/site-in.ts';
import { startOfDay } from '../../src/domain/shanghai.ts';
import { arrivalBrief } from '../../src/domain/site-answer.ts';

export default defineCommand({
  id: 'query.arrival',
  summary: '到点后看这个地方的情况',
  examples: ['我到锦绣花园了', '已到达北门农贸市场', '督查一组到人民路了'],
  allow: [
    'inspectorLead',
    'inspector',
    'officeLead',
    'officeStaff',
    'commander',
    'observer',
    'communityHead',
    'gridHead',
    'gridMember',
    'roadChief',
    'sponsor',
  ],
  instead: '到点记录由督查组、创城办和网格人员使用。要看一个地方的问题，请回复“查人民路的问题”。',

  read(said) {
    if (said.act !== 'query.arrival') return undefined;
    const location = said.sites[0] ?? said.location;
    return location === null ? undefined : { location };
  },

  async run({ args, by, at, store, directory, settings, messageId }) {
    const { location } = args;
    const site = siteIn(location, directory);
    const visits = await store.visits.between(startOfDay(settings.campaign.from), at);
    const lastVisit = visits.findLast((visit) =>
      site === null ? visit.location === location : visit.site === site.name,
    );
    const asked = site === null ? { location } : { sites: [site.name] };
    const issues = selectAsked(await store.issues.list({}), asked, directory);
    const visit = { site: site?.name ?? null, location, team: directory.teamOf(by) };
    await store.visits.add(visit, { at, by: by.name, messageId });
    const brief = { site, location, at, issues, lastVisit: lastVisit ?? null, most: settings.bulletin.mostListed };
    return { text: arrivalBrief({ ...brief, directory, settings }) };
  },
});
