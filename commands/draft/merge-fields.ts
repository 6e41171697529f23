/** 补充与修改: the fields of an answer put into what was understood before. Pure. */
import type { Directory } from '../../src/domain/city.ts';
import type { IssueEntry } from '../../src/reading/said.ts';

/** As `fields` of the corpus README. */
export interface AnswerFields {
  readonly location?: string;
  readonly units?: readonly string[];
  readonly addUnits?: readonly string[];
  readonly addCoUnits?: readonly string[];
  readonly persons?: readonly string[];
  /** ISO. */
  readonly deadline?: string;
  readonly reason?: string;
  readonly photos?: number;
  /** Which problems were meant, where the order named none. */
  readonly issueNos?: readonly number[];
  /** 都要: all that were listed. */
  readonly all?: boolean;
}

type Args = Readonly<Record<string, unknown>>;

/** The arguments with which the command goes on. Pictures travel apart. */
export function mergeFields(args: Args, answer: AnswerFields, directory: Pick<Directory, 'person'>): Args {
  const fields = withUnitsOfPersons(answer, directory);
  // What was said with 确认12 is amended by what is said now.
  if (isFields(args['fields'])) return { ...args, fields: { ...args['fields'], ...answer } };
  if (!Array.isArray(args['issues'])) return { ...args, ...plain(fields) };
  // Only issue.log keeps a list of entries under this key.
  const entries = args['issues'] as readonly IssueEntry[];
  const suggested = (args['suggested'] ?? []) as readonly number[];
  const { suggested: _taken, ...rest } = args;
  const isSettled = fields.units !== undefined || fields.addUnits !== undefined || suggested.length === 0;
  return {
    ...rest,
    issues: mergeEntries(entries, suggested, fields),
    ...(isSettled ? {} : { suggested }),
    // A time said now is meant as it is said.
    ...(fields.deadline === undefined ? {} : { needsConfirm: false }),
  };
}

const isFields = (value: unknown): value is AnswerFields => typeof value === 'object' && value !== null;

/** 找何静: the person stands for the unit. */
export function withUnitsOfPersons(fields: AnswerFields, directory: Pick<Directory, 'person'>): AnswerFields {
  if (fields.units !== undefined || fields.persons === undefined) return fields;
  const units = fields.persons.flatMap((name) => directory.person(name)?.unit ?? []);
  return units.length === 0 ? fields : { ...fields, units: [...new Set(units)] };
}

function plain({ reason, deadline, units, persons, issueNos }: AnswerFields): Args {
  return {
    ...(issueNos === undefined ? {} : { issueNos }),
    ...(reason === undefined ? {} : { reason }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(units === undefined ? {} : { units }),
    ...(persons === undefined ? {} : { persons }),
  };
}

/** A particular goes to the entries that lack it; where none does, it corrects them all. */
function mergeEntries(
  entries: readonly IssueEntry[],
  suggested: readonly number[],
  fields: AnswerFields,
): readonly IssueEntry[] {
  const lacksPlace = entries.some(({ location }) => location === null);
  // One that cannot be, or none that is known: the time said now is for these.
  const lacksTime = entries.some(isUndated);
  const lacksUnits = suggested.length > 0 || entries.some(({ units }) => units.length === 0);
  return entries.map((entry, index) => {
    const takesPlace = fields.location !== undefined && (!lacksPlace || entry.location === null);
    const takesUnits =
      fields.units !== undefined && (!lacksUnits || entry.units.length === 0 || suggested.includes(index));
    const units = takesUnits ? (fields.units ?? []) : entry.units;
    const allUnits = [...new Set([...units, ...(fields.addUnits ?? [])])];
    return {
      ...entry,
      // Another place is another site: it is looked up again.
      ...(takesPlace ? { location: fields.location ?? null, site: null } : {}),
      units: allUnits,
      coUnits: [...new Set([...entry.coUnits, ...(fields.addCoUnits ?? [])])].filter(
        (unit) => !allUnits.includes(unit),
      ),
      ...(fields.deadline === undefined || (lacksTime && !isUndated(entry))
        ? {}
        : { deadline: fields.deadline, deadlineText: fields.deadline }),
    };
  });
}

const isUndated = ({ deadline, deadlineText }: IssueEntry): boolean => deadline === null && deadlineText !== null;
