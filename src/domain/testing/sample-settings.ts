/** Made-up settings for tests: the defaults of the domain reference, with a handful of categories. */
import type { Settings } from '../settings.ts';
import { A_LADDER, A_SCORE } from './sample-pressure.ts';

const category = (id: string, name: string, tier: number, ...usualUnits: string[]): Settings['categories'][number] => ({
  id,
  name,
  words: [],
  usualUnits,
  tier,
});

export function someSettings(some: Partial<Settings> = {}): Settings {
  return {
    botNames: ['督办机器人'],
    workday: {
      start: '08:30',
      end: '18:00',
      calendar: { '2026': { holidays: ['2026-10-01', '2026-10-02'], workdays: ['2026-10-10'] } },
    },
    deadlines: {
      tiers: {
        '0': { limit: { hours: 2 } },
        '1': { limit: 'sameDay' },
        '2': { limit: { hours: 24 } },
        '3': { limit: { days: 3 } },
        '4': { limit: { days: 7 } },
        '5': { limit: { days: 30 } },
      },
      defaultDays: 3,
      sameDayCutoff: '16:00',
      sameDayNext: '10:00',
      returnHours: 24,
      dangerWords: ['井盖 缺失'],
    },
    claim: { limitMinutes: 120, urgentLimitMinutes: 30 },
    verify: { remindAfterHours: 24, inspectorsMayVerify: true },
    withdraw: { inspectorMinutes: 30 },
    appeal: { hours: 24, urgentHours: 2 },
    extend: { most: 2 },
    rebound: { withinDays: 30, minHours: 2 },
    recheck: { share: 0.1, withinDays: 30 },
    drafts: { expireMinutes: 30 },
    figures: {
      countReported: false,
      onTimeBase: 'settled',
      boards: { kind: 'threshold', red: 90, black: 85, least: 3, first: 5, last: 3 },
    },
    manners: { quietFrom: '20:00', quietTo: '08:00', pushesPerGroupAndDay: 3, mentionsPerPersonAndDay: 1 },
    inspectionPeriod: null,
    campaign: { from: '2026-01-01', to: null },
    jobs: {
      dailyBulletin: '18:10',
      dueReminder: '09:00',
      overdueReminder: '09:00',
      officeMorning: '08:40',
      catchUpMinutes: 120,
    },
    bulletin: { mostListed: 3, mostMentioned: 5 },
    pictures: { maxBytes: 10_485_760, ranking: true, extraFonts: [], check: true, thresholds: {} },
    publications: {
      reportTo: null,
      sendTo: null,
      issueTo: null,
      groups: null,
      toCommanders: true,
      answerDays: 3,
      numbering: {
        weekly: { by: 'through', last: 0 },
        special: { by: 'through', last: 257 },
        circular: { by: 'year', last: 0 },
      },
    },
    citizen: { answerHours: 24, linkDays: 30 },
    material: { returnPoints: -1, superiorReturnPoints: -2, indicators: [] },
    duty: { checkin: true, posts: [] },
    outreach: { satisfactionLine: 80 },
    exam: { weights: { fieldVisit: 60, onlineMaterial: 20, survey: 20 } },
    ladder: A_LADDER,
    score: A_SCORE,
    categories: [
      category('parking', '车辆停放', 1, '市城管局'),
      category('sanitation', '环境卫生', 1, '市环卫中心', 'territory'),
      category('charging', '飞线充电', 0, 'territory'),
      category('facility', '设施破损', 3, '市住建局'),
      category('illegal_ads', '小广告', 2, '市城管局', 'territory'),
      category('greening', '园林绿化', 4, '市园林中心'),
      category('psa', '公益广告', 3),
      category('other', '其他', 3),
    ],
    siteTypes: [{ id: 'main_road', name: '主干道', checks: '路面平整' }],
    ...some,
  };
}
