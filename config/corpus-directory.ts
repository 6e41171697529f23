/** The directory of the message corpus (a JSON of its own shape) → directory.yaml's shape. */
import * as z from 'zod';
import { parseDirectory } from './directory.ts';
import type { Directory } from './directory.ts';
import type { Complaint } from './faults.ts';
import { roleOfSnakeCase } from './roles.ts';
import { complaintsOf, zodSentence } from './sentences.ts';

const corpusShape = z.object({
  city: z.string(),
  milestones: z.record(z.string(), z.string().nullable()).default({}),
  units: z.array(z.object({ name: z.string(), kind: z.string(), aliases: z.array(z.string()) })),
  groups: z.record(z.string(), z.array(z.string())).default({}),
  teams: z.array(z.string()).default([]),
  people: z.array(
    z.object({
      name: z.string(),
      unit: z.string().nullable().default(null),
      role: z.string(),
      aliases: z.array(z.string()).default([]),
    }),
  ),
  sites: z.array(z.object({ name: z.string(), type: z.string(), territory: z.string().nullable() })).default([]),
});

const RANKING_GROUP: Readonly<Record<string, string>> = {
  department: '部门',
  company: '部门',
  street: '街道乡镇',
  town: '街道乡镇',
  community: '社区',
};

/** Whether a file's content is of the corpus' shape: its `groups` are words for several units, not chat groups. */
export function isCorpusDirectory(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'groups' in value &&
    !Array.isArray(value.groups) &&
    !('unitGroups' in value)
  );
}

/** Roles in snake_case → ours; `groups` → unitGroups; no chat groups; ranking groups by kind. */
export function directoryFromCorpus(value: unknown): { directory: Directory } | { complaints: Complaint[] } {
  const parsed = corpusShape.safeParse(value, { error: zodSentence });
  if (!parsed.success) return { complaints: complaintsOf(parsed.error) };
  const { groups, people, units, ...rest } = parsed.data;
  return parseDirectory({
    ...rest,
    units: units.map((unit) => ({ ...unit, rankingGroup: RANKING_GROUP[unit.kind] ?? null })),
    people: people.map((person) => ({ ...person, role: roleOfSnakeCase(person.role) ?? person.role })),
    unitGroups: groups,
  });
}
