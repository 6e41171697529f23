/** Ladder and score for tests: the defaults of domain §7 and §8. */
import type { LadderSettings, ScoreSettings, StepTrigger } from '../pressure-settings.ts';

const NEVER: StepTrigger = { overdueHours: null, returns: null, rebound: false, repeated: null, unheeded: null };

export const A_LADDER: LadderSettings = {
  issuer: null,
  yellow: { share: 0.75, leastMinutes: 60 },
  steps: [
    {
      id: 'first',
      name: '一令',
      kind: 'reminder',
      title: '提醒函',
      word: '提醒',
      to: 'deputy',
      answerHours: 24,
      demands: [],
      points: -1,
      when: { ...NEVER, overdueHours: 24, returns: 2 },
    },
    {
      id: 'second',
      name: '二令',
      kind: 'supervision',
      title: '督办单',
      word: '督办',
      to: 'principal',
      answerHours: 24,
      demands: [],
      points: -2,
      when: { ...NEVER, overdueHours: 72, rebound: true, repeated: { step: 'first', times: 2, withinDays: 30 } },
    },
    {
      id: 'third',
      name: '三令',
      kind: 'accountability',
      title: '问责建议',
      word: '问责',
      to: 'headquarters',
      answerHours: null,
      demands: [],
      points: -5,
      when: { ...NEVER, unheeded: { step: 'second', hours: 48 } },
    },
  ],
};

export const A_SCORE: ScoreSettings = {
  base: 100,
  foundBySuperior: -0.5,
  foundByOffice: -0.2,
  fixedOnSpotShare: 0.5,
  overdue: -0.5,
  returned: -0.2,
  rebound: -2,
  rejectedAppeal: -0.2,
  faked: -5,
  praised: 3,
  cleanSite: 1,
  cleanSiteBySuperior: 2,
  inTwoBulletins: -1,
};
