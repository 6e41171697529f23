/** 施压的设置 (domain §7, §8): the steps of the ladder with their triggers and texts, and the points of the score. The shape only. */

/** Layout of a paper: 提醒函, 督办单, 问责. What it is called is the step's own. */
export type PaperKind = 'reminder' | 'supervision' | 'accountability';

/** Whom a paper goes to: 分管领导, 主要负责人, 指挥部. */
export type PaperRecipient = 'deputy' | 'principal' | 'headquarters';

/** Any one of the triggers is enough; null or false: not a trigger. */
export interface StepTrigger {
  /** Calendar hours past the time the unit works towards. */
  readonly overdueHours: number | null;
  /** Returned so often in this round. */
  readonly returns: number | null;
  readonly rebound: boolean;
  /** So many days with a paper of that step to the unit within so many days, the problem's own among them. */
  readonly repeated: { readonly step: string; readonly times: number; readonly withinDays: number } | null;
  /** The problem's paper of that step was issued so many hours ago and it is still open. */
  readonly unheeded: { readonly step: string; readonly hours: number } | null;
}

/** 一令、二令、三令, or what a city calls them. */
export interface LadderStep {
  readonly id: string;
  /** `一令`. */
  readonly name: string;
  readonly kind: PaperKind;
  /** `提醒函`. */
  readonly title: string;
  /** The word of its numbers: 提醒 in 提醒〔2026〕31号. */
  readonly word: string;
  readonly to: PaperRecipient;
  /** Within how many hours the unit has to put it right; null: no time is set. */
  readonly answerHours: number | null;
  /** 要求, in the city's own words; empty: those of the layout. */
  readonly demands: readonly string[];
  /** What an issued one counts in the score, 0 or less. */
  readonly points: number;
  readonly when: StepTrigger;
}

export interface LadderSettings {
  /** 发文机关 as printed; null: the city's 指挥部办公室. */
  readonly issuer: string | null;
  /** 黄灯: the part of the time that is used, and at least so many minutes before its end; null: off. */
  readonly yellow: { readonly share: number; readonly leastMinutes: number } | null;
  /** From the mildest to the sternest. */
  readonly steps: readonly LadderStep[];
}

/** 考核分: points per event, less than 0 where they are taken. */
export interface ScoreSettings {
  readonly base: number;
  readonly foundBySuperior: number;
  readonly foundByOffice: number;
  /** Part of the deduction that is left where it was put right on the spot. */
  readonly fixedOnSpotShare: number;
  readonly overdue: number;
  readonly returned: number;
  readonly rebound: number;
  /** Listed as overdue by two papers of a kind running. */
  readonly inTwoBulletins: number;
  /** Each rejected appeal of the unit from the second of the month on. */
  readonly rejectedAppeal: number;
  /** Said by the office's lead, where no points are said. */
  readonly faked: number;
  readonly praised: number;
  readonly cleanSite: number;
  readonly cleanSiteBySuperior: number;
}
