/** What reading a message about problems needs: the finders, built once. */
import type { FindCategory } from '../categories.ts';
import type { DatePhrase } from '../date-phrase.ts';
import type { DeadlineRules } from '../deadlines.ts';
import type { FindPeople } from '../people.ts';
import type { PlaceFinder } from '../place.ts';
import type { FindUnits } from '../units.ts';

export interface IssueTools {
  readonly places: PlaceFinder;
  readonly findUnits: FindUnits;
  readonly findPeople: FindPeople;
  readonly findCategory: FindCategory;
  /** By the thing alone, where the words say nothing more. */
  readonly guessCategory: FindCategory;
  readonly findDates: (text: string, sentAt: Date) => readonly DatePhrase[];
  readonly deadlineRules: DeadlineRules;
  /** Canonical names of the units that may be responsible (not inspection teams). */
  readonly unitNames: ReadonlySet<string>;
  /** Canonical names of street offices, towns and townships: whom 街道 without a name can mean. */
  readonly streetNames: ReadonlySet<string>;
}
