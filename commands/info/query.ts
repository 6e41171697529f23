/** 查信息报送: the sums of a week, and who has reported. */
import { defineCommand } from '../../src/bot/command.ts';
import { addDays, dayOf, periodText, startOfDay, weekOf } from '../../src/domain/shanghai.ts';
import { listed } from '../../src/domain/wording.ts';
import { workInfoOfWeek, workInfoText } from '../../src/domain/work-info.ts';

export interface InfoQueryArgs {
  readonly week: 'this' | 'last';
  readonly units: readonly string[];
  /** 谁还没报. */
  readonly filter?: 'missing';
}

export default defineCommand<InfoQueryArgs>({
  id: 'info.query',
  summary: '查信息报送',
  examples: ['本周信息报送情况', '上周信息报送汇总', '本周还有谁没报送信息'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'info.query') return undefined;
    return {
      week: /上周/.test(said.text) ? 'last' : 'this',
      units: said.units,
      ...(/(?:没|未)(?:有)?报/.test(said.text) ? { filter: 'missing' as const } : {}),
    };
  },

  async run({ args, at, store, directory, settings }) {
    const today = dayOf(at);
    const day = args.week === 'last' ? addDays(today, -7) : today;
    const { from, to } = weekOf(day);
    // A week is reported in it or soon after; the week itself stands in each row.
    const rows = (await store.workInfo.between(startOfDay(from), new Date(at.getTime() + 1))).filter(
      ({ unit }) => args.units.length === 0 || args.units.includes(unit),
    );
    const most = settings.bulletin.mostListed;
    if (args.filter !== 'missing') return { text: workInfoText(workInfoOfWeek(rows, day), day, { at, most }) };
    const reported = new Set(rows.filter(({ week }) => week === from).map(({ unit }) => unit));
    const wanted = directory.units.filter(
      ({ rankingGroup, name }) =>
        !reported.has(name) && (args.units.length === 0 ? rankingGroup !== null : args.units.includes(name)),
    );
    const whose = args.units.length === 0 ? '各单位都' : args.units.join('、');
    if (wanted.length === 0) return { text: `${periodText(from, to, today)}${whose}已报送信息。` };
    const names = listed(
      wanted.map(({ name }) => name),
      most * 2,
    );
    return { text: `${periodText(from, to, today)}还没有报送信息的${wanted.length}家：${names}。` };
  },
});
