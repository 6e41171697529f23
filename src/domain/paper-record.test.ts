import { expect, it } from 'vitest';
import type { Role } from './directory.ts';
import type { IssueStep } from './issue.ts';
import { discardedNote, draftedNote, linesFor, linesWith, namedOn, opinionNote, signedNote } from './paper-record.ts';
import { RED_LIGHT } from './score.ts';
import { aPerson } from './testing/sample.ts';

const paper = { word: '督办', year: 2026, no: 1, unit: '市城管局' } as const;
const line = (note: string | null, step: IssueStep = 'escalate') => ({ step, note });

const open = [
  line(RED_LIGHT),
  line(signedNote({ ...paper, to: 'liaison' }, 1)),
  line(signedNote({ ...paper, to: 'deputy' }, 1)),
  line(signedNote({ ...paper, to: 'principal' }, 2)),
  line('签发了新的租约，已送指挥部领导', 'progress'),
  line(null, 'claim'),
];
const inside = [
  line(draftedNote('二令', paper)),
  line(draftedNote('签发令', paper)),
  line(discardedNote(paper)),
  line(signedNote({ ...paper, to: 'headquarters' }, 1)),
  line(signedNote({ ...paper, to: 'headquarters' }, 0)),
  line(signedNote({ ...paper, to: 'principal' }, 0)),
  line(opinionNote(paper, '不同意，理由：函件另发，已送分管负责同志')),
  line(null),
];
const record = [...inside, ...open];

it.each<[Role, boolean]>([
  ['officeLead', true],
  ['officeStaff', true],
  ['commander', true],
  ['observer', true],
  ['inspectorLead', false],
  ['inspector', false],
  ['unitPrincipal', false],
  ['unitDeputy', false],
  ['unitLiaison', false],
  ['owner', false],
  ['citizen', false],
  ['admin', false],
])('%s alone reads what is said inside: %s', (role, readsAll) => {
  const person = aPerson('某人', '市城管局', role);
  expect(linesFor(record, person)).toEqual(readsAll ? record : open);
});

it('everybody at once reads what the unit reads', () => {
  expect(linesFor(record, 'everybody')).toEqual(open);
});

it('a paper to a unit has no more attached than that, one to headquarters the whole record', () => {
  for (const to of ['liaison', 'deputy', 'principal'] as const) expect(linesWith(record, { to })).toEqual(open);
  expect(linesWith(record, { to: 'headquarters' })).toEqual(record);
});

it('a paper to a unit names no draft and nothing that went to headquarters', () => {
  const earlier = (['draft', 'signed', 'discarded'] as const).flatMap((state) =>
    (['deputy', 'headquarters'] as const).map((to) => ({ state, to })),
  );
  expect(namedOn({ to: 'principal' }, earlier)).toEqual([{ state: 'signed', to: 'deputy' }]);
  expect(namedOn({ to: 'headquarters' }, earlier).map(({ to }) => to)).toEqual(['deputy', 'headquarters']);
});
