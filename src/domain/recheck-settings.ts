/** 回头看的设置: which part of what was closed in how many days is looked at again. */
export interface RecheckSettings {
  readonly share: number;
  readonly withinDays: number;
}
