/** What a filter of issues means in SQL. */
import { sql } from 'kysely';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { containing, toText } from './columns.ts';
import type { IssueUnitColumns, Schema } from './schema.ts';
import type { IssueFilter } from './store.ts';

type Builder = ExpressionBuilder<Schema, 'issues'>;

/** The condition that an issue matches the filter; an empty list matches none. */
export function matching(filter: IssueFilter): (eb: Builder) => Expression<SqlBool> {
  return (eb) => {
    const conditions: Expression<SqlBool>[] = [];
    const oneOf = (column: 'state' | 'category' | 'site', values: readonly string[] | undefined): void => {
      if (values) conditions.push(values.length > 0 ? eb(column, 'in', values) : sql<SqlBool>`1 = 0`);
    };
    const equal = (column: 'source' | 'team' | 'logged_by' | 'owner', value: string | undefined): void => {
      if (value !== undefined) conditions.push(eb(column, '=', value));
    };
    if (filter.nos) conditions.push(filter.nos.length > 0 ? eb('no', 'in', filter.nos) : sql<SqlBool>`1 = 0`);
    oneOf('state', filter.states);
    oneOf('category', filter.categories);
    oneOf('site', filter.sites);
    if (filter.units) conditions.push(responsible(eb, 'lead', filter.units));
    if (filter.coUnits) conditions.push(responsible(eb, 'co', filter.coUnits));
    equal('source', filter.source);
    equal('team', filter.team);
    equal('logged_by', filter.loggedBy);
    equal('owner', filter.owner);
    if (filter.text !== undefined) conditions.push(mentioned(filter.text));
    if (filter.dispatchedFrom) conditions.push(eb('dispatched_at', '>=', toText(filter.dispatchedFrom)));
    if (filter.dispatchedTo) conditions.push(eb('dispatched_at', '<', toText(filter.dispatchedTo)));
    if (filter.deadlineFrom) conditions.push(eb('deadline', '>=', toText(filter.deadlineFrom)));
    if (filter.deadlineTo) conditions.push(eb('deadline', '<', toText(filter.deadlineTo)));
    return eb.and(conditions);
  };
}

function responsible(eb: Builder, role: IssueUnitColumns['role'], units: readonly string[]): Expression<SqlBool> {
  if (units.length === 0) return sql<SqlBool>`1 = 0`;
  return eb.exists(
    eb
      .selectFrom('issue_units')
      .select('issue_units.unit')
      .whereRef('issue_units.issue_no', '=', 'issues.no')
      .where('issue_units.role', '=', role)
      .where('issue_units.unit', 'in', units),
  );
}

function mentioned(text: string): Expression<SqlBool> {
  const pattern = containing(text);
  const columns = ['location', 'site', 'description'].map(
    (name) => sql`lower(${sql.ref(name)}) like ${pattern} escape '\\'`,
  );
  return sql<SqlBool>`(${sql.join(columns, sql` or `)})`;
}
