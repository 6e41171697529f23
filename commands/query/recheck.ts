/** 回头看清单: what is to be looked at again this week (domain §4 recheck). */
import { defineCommand } from '../../src/bot/command.ts';
import { recheckSample } from '../../src/domain/recheck-sample.ts';
import { dayOf, dayText, stampText } from '../../src/domain/shanghai.ts';
import { shortened } from '../../src/domain/wording.ts';
import { requireInsider } from './asked-issues.ts';

export default defineCommand({
  id: 'query.recheck',
  summary: '看本周要回头看的问题',
  examples: ['回头看清单', '哪些要回头看', '本周回头看抽查哪些'],
  allow: 'everyone',

  read(said) {
    return said.act === 'query.recheck' ? { units: said.units } : undefined;
  },

  async run({ args, by, at, store, settings }) {
    requireInsider(by);
    const { units } = args;
    const issues = await store.issues.list({ states: ['closed'], ...(units.length === 0 ? {} : { units }) });
    const closedAt = new Map(issues.map((issue) => [issue.no, issue.closedAt?.getTime() ?? 0]));
    const records = await store.records.between(new Date(0), new Date(at.getTime() + 1), ['recheck']);
    const rechecked = records.filter((record) => record.at.getTime() >= (closedAt.get(record.issueNo) ?? 0));
    const sample = recheckSample(issues, new Set(rechecked.map(({ issueNo }) => issueNo)), {
      at,
      settings: settings.recheck,
    });
    const { withinDays, share } = settings.recheck;
    const about = units.join('、');
    const head = `${about}近${withinDays}天销号${sample.closed}件，按${Math.round(share * 100)}%抽查回头看，已看${sample.done}件`;
    if (sample.due.length === 0) return { text: `${head}，没有待看的（截至${stampText(at)}）。` };
    const most = settings.bulletin.mostListed;
    const lines = sample.due.slice(0, most).map((issue) => {
      const closed = issue.closedAt === null ? '' : `${dayText(dayOf(issue.closedAt), dayOf(at))}销号`;
      const mark = issue.chronic ? '，老大难' : '';
      return `#${issue.no} ${issue.units.join('、')} ${shortened(issue.location, 18)} ${shortened(issue.description, 20)}：${closed}${mark}`;
    });
    const more = sample.due.length > most ? [`另有${sample.due.length - most}件`] : [];
    const no = sample.due[0]?.no ?? '';
    return {
      text: [
        `${head}，还要看${sample.due.length}件（截至${stampText(at)}）：`,
        ...lines,
        ...more,
        `看后请回复“${no}回头看没有反弹”；又出现的回复“${no}反弹了”并附照片。`,
      ].join('\n'),
    };
  },
});
