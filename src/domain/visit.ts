/** 到点: somebody said he had arrived at a place; what is found there is logged apart. */
export interface Visit {
  readonly at: Date;
  readonly by: string;
  /** Canonical name of the site; null where the place is none. */
  readonly site: string | null;
  readonly location: string;
  readonly team: string | null;
}
