/** Whom a word about a problem goes to, with those who stand in for somebody today. */
import { describe, expect, test } from 'vitest';
import { withDeputies } from './absence.ts';
import { addresseesOf } from './addressees.ts';
import { createDirectory } from './city.ts';
import { reminderFor } from './reminders.ts';
import { aCity, anIssue, on, someSettings } from './testing/sample.ts';
import { urgeLetters } from './urging.ts';

const city = aCity();
const from = '2026-11-18';
const away = withDeputies(city, [{ person: '马超', deputy: '李强', from, to: from }]);
const nobodySpeaks = createDirectory({
  ...city.data,
  people: city.people.map((person) => (person.name === '王磊' ? { ...person, roles: ['owner'] as const } : person)),
});
const issue = anIssue({ units: ['市城管局'], state: 'claimed', owner: '马超', deadline: on('11-18 17:00') });

describe('the addressees of a problem', () => {
  test.each([
    ['liaison and owner', city, issue, ['王磊', '马超']],
    ['nobody has claimed it', city, { ...issue, owner: null }, ['王磊']],
    ['the owner is away', away, issue, ['王磊', '马超', '李强']],
    ['the owner is the liaison', city, { ...issue, owner: '王磊' }, ['王磊']],
    ['a unit without a liaison: its officials', nobodySpeaks, { ...issue, owner: null }, ['李强']],
    ['two units', city, { ...issue, units: ['市城管局', '市住建局'] }, ['王磊', '何静', '马超']],
  ])('%s', (_, directory, asked, names) => {
    expect(addresseesOf(asked, directory)).toEqual(names);
  });

  test.each([
    ['away', away],
    ['without a liaison', nobodySpeaks],
  ])('are those whom reminders and 催办 reach: %s', (_, directory) => {
    const at = on('11-18 10:00');
    const question = { at, directory, settings: someSettings(), topics: ['due'] as const, most: 5 };
    const reminded = directory.people.filter((person) => reminderFor(person, [issue], question) !== null);
    const urged = urgeLetters([issue], { ...question, by: '周敏', told: new Set() }).map(({ to }) => to);
    const names = new Set(addresseesOf(issue, directory));
    expect(new Set(reminded.map(({ name }) => name))).toEqual(names);
    expect(new Set(urged)).toEqual(names);
  });
});
