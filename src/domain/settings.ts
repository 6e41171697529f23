/** 设置: every limit, hour, tier and threshold that a city may change. The shape only; `config/settings.ts` checks the file and has the defaults. */
import type { RecheckSettings } from './recheck-settings.ts';
import type { ExamWay } from './exam-ways.ts';
import type { LadderSettings, ScoreSettings } from './pressure-settings.ts';
import type { PictureSettings, PublicationSettings } from './publishing-settings.ts';

export interface Tier {
  /** Limit of this tier. `sameDay`: that day 18:00, logged after 16:00 the next day 10:00 (日清日结). */
  readonly limit: { readonly hours: number } | { readonly days: number } | 'sameDay';
  /** Limits under 24 h run in working time outside an inspection period (§6); `calendar` makes this one run day and night. */
  readonly clock?: 'working' | 'calendar' | undefined;
}

export interface Category {
  readonly id: string;
  readonly name: string;
  /** Words that point to it, in the order of their weight. */
  readonly words: readonly string[];
  /** Those of them that the administrator wrote himself: they weigh more than what is built in. */
  readonly ownWords?: readonly string[];
  /** Canonical unit names that usually answer for it; `territory` = the street or town where the site lies. */
  readonly usualUnits: readonly string[];
  readonly tier: number;
}

export interface SiteType {
  readonly id: string;
  readonly name: string;
  /** What inspectors look for. */
  readonly checks: string;
  /** 行业主管部门, canonical names: answers where neither site nor category tells. */
  readonly units?: readonly string[] | undefined;
}

/** 执勤岗位 of an inspection period. */
export interface DutyPost {
  readonly name: string;
  readonly units: readonly string[];
  /** Headcount wanted of each unit. */
  readonly people: number;
  /** `07:30` to `09:00`; null: not fixed. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface Settings {
  /** Display names of the bot as people type them after @. */
  readonly botNames: readonly string[];
  readonly workday: {
    /** `08:30`, `18:00`: limits under 24 h run in this time outside an inspection period (§6). */
    readonly start: string;
    readonly end: string;
    /** 调休 per year: days off and working weekend days; a year that is missing gives a warning. */
    readonly calendar: Readonly<
      Record<string, { readonly holidays: readonly string[]; readonly workdays: readonly string[] }>
    >;
  };
  readonly deadlines: {
    readonly tiers: Readonly<Record<string, Tier>>;
    readonly defaultDays: number;
    readonly sameDayCutoff: string;
    readonly sameDayNext: string;
    readonly returnHours: number;
    /** Words that tell danger to people whatever the category (tier 0); of several in one entry, parted by spaces, all must occur. */
    readonly dangerWords: readonly string[];
  };
  readonly claim: { readonly limitMinutes: number; readonly urgentLimitMinutes: number };
  readonly verify: { readonly remindAfterHours: number; readonly inspectorsMayVerify: boolean };
  readonly withdraw: { readonly inspectorMinutes: number };
  readonly appeal: { readonly hours: number; readonly urgentHours: number };
  readonly extend: { readonly most: number };
  readonly rebound: { readonly withinDays: number; readonly minHours: number };
  readonly recheck: RecheckSettings;
  readonly drafts: { readonly expireMinutes: number };
  readonly figures: {
    /** 整改率 counts reported ones too. */
    readonly countReported: boolean;
    readonly onTimeBase: 'settled' | 'due';
    readonly boards: {
      readonly kind: 'threshold' | 'place';
      readonly red: number;
      readonly black: number;
      readonly least: number;
      readonly first: number;
      readonly last: number;
    };
  };
  readonly manners: {
    /** `20:00` to `08:00`. */
    readonly quietFrom: string;
    readonly quietTo: string;
    readonly pushesPerGroupAndDay: number;
    readonly mentionsPerPersonAndDay: number;
  };
  /** 迎检期: an explicit switch with an end date; null: none. Days inclusive. */
  readonly inspectionPeriod: { readonly from: string; readonly to: string } | null;
  /** Earlier ones that were switched in chat: what was dispatched then keeps its clock. */
  readonly pastInspectionPeriods?: readonly { readonly from: string; readonly to: string }[];
  /** First day of the campaign (`2026-01-01`) and the day on which the group is done; null: open. */
  readonly campaign: { readonly from: string; readonly to: string | null };
  readonly jobs: {
    /** Hour and minute in Asia/Shanghai, `18:10`; null: off. */
    readonly dailyBulletin: string | null;
    readonly dueReminder: string | null;
    readonly overdueReminder: string | null;
    readonly officeMorning: string | null;
    readonly catchUpMinutes: number;
  };
  readonly bulletin: { readonly mostListed: number; readonly mostMentioned: number };
  readonly pictures: PictureSettings;
  /** 周报、专报、情况通报 (§12). */
  readonly publications: PublicationSettings;
  /** 留言: hours for an answer, and days within which the same matter is linked (§11). */
  readonly citizen: { readonly answerHours: number; readonly linkDays: number };
  readonly material: {
    /** Points of a unit's score when its material is returned by the office, by a superior (§8). */
    readonly returnPoints: number;
    readonly superiorReturnPoints: number;
    readonly indicators: readonly {
      readonly indicator: string;
      readonly title: string | null;
      readonly units: readonly string[];
      /** `2026-12-01`; null: none. */
      readonly deadline: string | null;
    }[];
  };
  /** 到岗, only in an inspection period (§13.5). */
  readonly duty: { readonly checkin: boolean; readonly posts: readonly DutyPost[] };
  /** 满意度 below it fails. */
  readonly outreach: { readonly satisfactionLine: number };
  /** 测评: percent of each of the three ways (§11). */
  readonly exam: { readonly weights: Readonly<Record<ExamWay, number>> };
  /** 三令制: lights, papers and their triggers (§7). */
  readonly ladder: LadderSettings;
  /** 考核 (§8). */
  readonly score: ScoreSettings;
  readonly categories: readonly Category[];
  /** 点位类型: id, name and what inspectors look for (§9). */
  readonly siteTypes: readonly SiteType[];
}
