/** 连续两期列入 (domain §8): a problem that two papers of a kind running list as overdue, by what was published and nothing else. */

/** What a signed paper lists, as it was published. */
export interface BulletinListing {
  readonly kind: string;
  /** `督查专报第258期`. */
  readonly name: string;
  readonly signedAt: Date;
  readonly problems: readonly { readonly no: number; readonly units: readonly string[] }[];
}

export interface TwiceListed {
  readonly at: Date;
  readonly no: number;
  readonly unit: string;
  /** `督查专报第257期、第258期连续列入`. */
  readonly what: string;
}

/** At the moment of the second paper; listed a third time running, it counts again. `listings` oldest first. */
export function twiceListed(listings: readonly BulletinListing[]): readonly TwiceListed[] {
  return [...Map.groupBy(listings, ({ kind }) => kind).values()].flatMap((own) =>
    own.flatMap((later, index) => {
      const before = own[index - 1];
      return before === undefined ? [] : pairs(before, later);
    }),
  );
}

function pairs(before: BulletinListing, later: BulletinListing): readonly TwiceListed[] {
  return later.problems.flatMap(({ no, units }) => {
    const earlier = before.problems.find((problem) => problem.no === no);
    return units
      .filter((unit) => earlier?.units.includes(unit) === true)
      .map((unit) => ({ at: later.signedAt, no, unit, what: `${before.name}、${later.name}连续列入` }));
  });
}
