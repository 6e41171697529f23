/** Everybody who plays in the model test: each role of domain §3 at least once, and people whose roles and units sit awkwardly. */
import type { Person } from '../../domain/directory.ts';
import { aPerson } from '../../domain/testing/sample.ts';

export const UNITS = ['市城管局', '市住建局', '文昌社区'] as const;
export const CATEGORIES = ['facility', 'illegal_ads', 'charging'] as const;

export const CAST: readonly Person[] = [
  aPerson('办主任', '市创城办', 'officeLead'),
  aPerson('办人员', '市创城办', 'officeStaff'),
  aPerson('一组长', '督查一组', 'inspectorLead'),
  aPerson('一组员', '督查一组', 'inspector'),
  aPerson('二组长', '督查二组', 'inspectorLead'),
  // Seconded from a unit: must never verify his own.
  aPerson('借调员', '市城管局', 'inspector'),
  aPerson('城管一把手', '市城管局', 'unitPrincipal'),
  aPerson('城管分管', '市城管局', 'unitDeputy'),
  aPerson('城管联络员', '市城管局', 'unitLiaison'),
  aPerson('城管责任人', '市城管局', 'owner'),
  aPerson('住建一把手', '市住建局', 'unitPrincipal'),
  aPerson('住建联络员', '市住建局', 'unitLiaison'),
  aPerson('社区书记', '文昌社区', 'communityHead', 'gridHead'),
  aPerson('网格员', '文昌社区', 'gridMember'),
  aPerson('指挥长', null, 'commander'),
  aPerson('监督员', null, 'observer'),
  aPerson('管理员', null, 'admin'),
  aPerson('路长', null, 'roadChief'),
  aPerson('包联干部', '市住建局', 'sponsor'),
  aPerson('市民', null, 'citizen'),
];

/** Throws for a name that is not in the cast. */
export function castOf(name: string): Person {
  const person = CAST.find((each) => each.name === name);
  if (person === undefined) throw new Error(`nobody called ${name}`);
  return person;
}
