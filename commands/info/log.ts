/** 信息报送: what a unit has done in a week, with figures. */
import { defineCommand } from '../../src/bot/command.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { addDays, dayOf, periodText, weekOf } from '../../src/domain/shanghai.ts';
import { workInfoItem } from '../../src/domain/work-info.ts';
import { loggedInfo } from '../../src/reading/work-items.ts';
import type { WorkItem } from '../../src/reading/work-items.ts';

export interface InfoArgs {
  readonly items: readonly WorkItem[];
  readonly week: 'this' | 'last';
  /** Named by the office for a unit; empty: the sender's. */
  readonly units: readonly string[];
}

export default defineCommand<InfoArgs>({
  id: 'info.log',
  summary: '报送工作信息',
  examples: [
    '本周清理小广告576处，志愿服务10场',
    '信息报送：劝导占道经营120起，规范共享单车800辆',
    '上周开展志愿服务4场，参与120人次',
  ],
  allow: [
    'officeLead',
    'officeStaff',
    'unitPrincipal',
    'unitDeputy',
    'unitLiaison',
    'communityHead',
    'gridHead',
    'owner',
  ],

  read(said) {
    if (said.act !== 'info.log') return undefined;
    return {
      items: loggedInfo(said.text),
      week: /上周/.test(said.text) ? 'last' : 'this',
      units: said.speaker === 'office' ? said.units : [],
    };
  },

  async run({ args, by, at, store, messageId }) {
    const unit = args.units[0] ?? by.unit;
    if (unit === null) {
      throw new Refusal(
        'info.unit',
        '没有看出是哪个单位报送的，请写明单位，如“信息报送：城管局本周清理小广告576处”。没有登记。',
      );
    }
    const today = dayOf(at);
    const { from: week, to } = weekOf(args.week === 'last' ? addDays(today, -7) : today);
    for (const item of args.items) await store.workInfo.add({ unit, week, ...item }, { at, by: by.name, messageId });
    const items = args.items.map(workInfoItem).join('，');
    return { text: `已收到${unit}${periodText(week, to, today)}工作信息：${items}。同一事项再报，以最后一次为准。` };
  },
});
