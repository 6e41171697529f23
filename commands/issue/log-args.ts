/** What a 登记 is about, as it is kept while something is still asked: JSON values only. */
import type { Held, RunContext } from '../../src/bot/command.ts';
import type { IssueOrigin, IssueSource } from '../../src/domain/issue.ts';
import { siteIn } from '../../src/domain/site-in.ts';
import type { IssueEntry } from '../../src/reading/said.ts';

export interface LogArgs {
  readonly issues: readonly IssueEntry[];
  readonly photos: number;
  /** 现场已整改. */
  readonly fixedOnSpot?: boolean;
  readonly source?: IssueSource;
  /** 四查, where the words tell. */
  readonly origin?: IssueOrigin;
  /** Places in `issues` whose unit is only the bot's suggestion. */
  readonly suggested?: readonly number[];
}

/** Whose message it was is known only now: the answer to a question is another message. Sites are those of the directory. */
export function settled({ args, said, directory }: RunContext<LogArgs & Held>): LogArgs & Held {
  return {
    ...args,
    source: args.source ?? said.source ?? 'inspection',
    ...(said.origin === undefined || args.origin !== undefined ? {} : { origin: said.origin }),
    issues: args.issues.map((entry) => ({
      ...entry,
      site: entry.site ?? (entry.location === null ? null : (siteIn(entry.location, directory)?.name ?? null)),
    })),
  };
}
