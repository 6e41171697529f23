/** 代班: whose rights a deputy has for the day, and whose not. */
import { expect, test } from 'vitest';
import { withDeputies } from './absence.ts';
import { createDirectory } from './city.ts';
import { mayClaim, mayReport } from './rights.ts';
import { aCity, anIssue, aPerson, someSettings, on } from './testing/sample.ts';
import { remindersFor } from './reminders.ts';

const city = aCity();
const away = (person: string, deputy: string) => ({ person, deputy, from: '2026-11-22', to: '2026-11-22' });
const rolesOf = (name: string, ...absences: ReturnType<typeof away>[]) =>
  withDeputies(city, absences).person(name)?.roles;

test('nobody away: the very same directory', () => {
  expect(withDeputies(city, [])).toBe(city);
});

test('the deputy has the roles of the absent beside his own; the absent keeps his', () => {
  expect(rolesOf('马超', away('王磊', '马超'))).toEqual(['owner', 'unitLiaison']);
  expect(rolesOf('王磊', away('王磊', '马超'))).toEqual(['unitLiaison']);
});

test('several away: of all of them', () => {
  expect(rolesOf('马超', away('王磊', '马超'), away('张建国', '马超'))).toEqual([
    'owner',
    'unitLiaison',
    'unitPrincipal',
  ]);
});

test.each([
  ['somebody of another unit', away('王磊', '何静'), '何静', ['unitLiaison']],
  ['who is not in the directory any more', away('走了的人', '马超'), '马超', ['owner']],
])('%s stands for nobody', (_name, absence, name, roles) => {
  expect(rolesOf(name, absence)).toEqual(roles);
});

test('rights lent do not pass on a second time', () => {
  expect(rolesOf('李强', away('王磊', '马超'), away('马超', '李强'))).toEqual(['unitDeputy', 'owner']);
});

test('oversight and the keeping of the system are never lent', () => {
  const people = [aPerson('甲', '市城管局', 'admin', 'observer', 'unitLiaison'), aPerson('乙', '市城管局', 'owner')];
  const small = createDirectory({ ...city.data, people });
  expect(withDeputies(small, [away('甲', '乙')]).person('乙')?.roles).toEqual(['owner', 'unitLiaison']);
});

test('what belongs to the absent by name is the deputy’s to report and to be reminded of', () => {
  const directory = withDeputies(city, [away('马超', '王磊')]);
  const issue = anIssue({ state: 'claimed', owner: '马超', units: ['市住建局'], deadline: on('11-21 17:00') });
  const deputy = directory.person('王磊');
  expect(deputy && [mayReport(deputy, issue), mayClaim(deputy, issue)]).toEqual([true, false]);
  const question = { at: on('11-22 10:00'), settings: someSettings(), topics: ['overdue'], most: 5 } as const;
  const reminded = (some: typeof directory): string[] =>
    remindersFor([issue], { ...question, directory: some }).map(({ person }) => person);
  expect(reminded(directory)).toContain('王磊');
  expect(reminded(city)).not.toContain('王磊');
});
