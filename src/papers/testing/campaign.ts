/** A made-up campaign of three weeks in the city of the domain's sample: enough problems of every state for papers. Invented throughout. */
import type { Issue, IssueState } from '../../domain/issue.ts';
import { addDays, atTime, DAY_MS, HOUR_MS } from '../../domain/shanghai.ts';

const UNITS = ['市城管局', '市住建局', '市园林中心', '市环卫中心', '河西街道', '东湖街道'];
const PLACES = [
  '人民路与解放路交叉口',
  '牛角巷12号门前',
  '阳光新城3栋',
  '滨江公园东门',
  '北门农贸市场',
  '文昌路公交站台',
];
const WHAT: readonly (readonly [category: string, words: string])[] = [
  ['parking', '非机动车乱停放，占用盲道'],
  ['sanitation', '垃圾桶满溢，地面有污水'],
  ['charging', '楼道内飞线充电'],
  ['facility', '人行道地砖破损'],
  ['illegal_ads', '墙面小广告未清除'],
  ['greening', '绿化带黄土裸露'],
  ['psa', '公益广告破损褪色'],
];
const STATES: readonly IssueState[] = [
  'closed',
  'closed',
  'closed',
  'closed',
  'closed',
  'reported',
  'claimed',
  'dispatched',
  'closed',
  'suspended',
];

/** The same list every time: number n has unit, place and story by its remainders. */
export const aCampaign: readonly Issue[] = Array.from({ length: 132 }, (_, nth) => story(nth + 201, nth));

function story(no: number, nth: number): Issue {
  const dispatchedAt = new Date(
    atTime(addDays('2026-11-02', Math.floor(nth / 6.6)), '09:00').getTime() + (nth % 5) * HOUR_MS,
  );
  const [category, description] = WHAT[nth % WHAT.length] ?? ['other', ''];
  const state = STATES[(nth * 7 + Math.floor(nth / 10)) % STATES.length] ?? 'closed';
  const deadline = new Date(dispatchedAt.getTime() + (1 + (nth % 4)) * DAY_MS);
  const reportedAt = new Date(deadline.getTime() + (nth % 6 === 0 ? 5 : -5) * HOUR_MS);
  const isReported = state === 'closed' || state === 'reported';
  return {
    round: 1,
    site: null,
    source: nth % 9 === 0 ? 'superior' : 'inspection',
    origin: null,
    urgent: category === 'charging',
    coUnits: [],
    owner: null,
    loggedBy: '刘志强',
    groupId: 'city',
    returnDeadline: null,
    stoodStillMs: 0,
    extensionCount: 0,
    designated: false,
    appealedBy: [],
    mergedInto: null,
    no,
    state,
    category,
    description,
    location: PLACES[(nth * 5 + Math.floor(nth / 7)) % PLACES.length] ?? '',
    units: [UNITS[(nth * 5 + Math.floor(nth / 12)) % UNITS.length] ?? ''],
    dispatchedAt,
    loggedAt: dispatchedAt,
    deadline,
    team: nth % 2 === 0 ? '督查一组' : '督查二组',
    claimedAt: state === 'dispatched' ? null : new Date(dispatchedAt.getTime() + HOUR_MS),
    reportedAt: isReported ? reportedAt : null,
    reportedBy: isReported ? '王磊' : null,
    closedAt: state === 'closed' ? new Date(reportedAt.getTime() + 3 * HOUR_MS) : null,
    closedBy: state === 'closed' ? '刘志强' : null,
    returnCount: nth % 11 === 0 ? 2 : 0,
    reboundCount: nth % 17 === 0 && state === 'closed' ? 1 : 0,
    chronic: nth % 23 === 0,
    fixedOnSpot: state === 'closed' && nth % 13 === 0,
    suspension:
      state === 'suspended' ? { reason: '绿化补植须待开春', plan: '明年3月补植', reviewOn: '2026-12-21' } : null,
  };
}
