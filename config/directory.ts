/** 通讯录与点位: the content of directory.yaml, checked, in the shape of the domain's DirectoryData. */
import { checkDirectory } from './directory-checks.ts';
import { directoryShape, rolesOf } from './directory-shape.ts';
import type { DirectoryFile } from './directory-shape.ts';
import type { Complaint } from './faults.ts';
import { expandMembers, expandUnits } from './members.ts';
import { complaintsOf, zodSentence } from './sentences.ts';

export type Directory = ReturnType<typeof directoryOf>;

/** Either the checked directory or what is wrong with it. `value` is the plain content of the file. */
export function parseDirectory(value: unknown): { directory: Directory } | { complaints: Complaint[] } {
  const parsed = directoryShape.safeParse(value ?? {}, { error: zodSentence });
  if (!parsed.success) return { complaints: complaintsOf(parsed.error) };
  const complaints = checkDirectory(parsed.data);
  return complaints.length > 0 ? { complaints } : { directory: directoryOf(parsed.data) };
}

/** The file with its conveniences resolved: the same shape as the domain's DirectoryData. */
function directoryOf(file: DirectoryFile) {
  const { rankingGroups: _, ...rest } = file;
  const people = file.people.map(({ role: _role, roles: _roles, wecom, dingtalk, ...person }, at) => ({
    ...person,
    // The index runs over the same list.
    roles: rolesOf(file.people[at] as DirectoryFile['people'][number]),
    ids: { wecom, dingtalk },
  }));
  return {
    ...rest,
    people,
    groups: file.groups.map((group) => ({
      ...group,
      members: expandMembers(group.members, people, file),
      units: expandUnits(group.units, file),
    })),
  };
}
