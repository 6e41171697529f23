/** 谁在说: the side a sender speaks for (domain §3). */
import type { Role } from '../domain/directory.ts';
import type { Heard, Speaker } from './said.ts';

const SPEAKERS: readonly (readonly [Speaker, readonly Role[]])[] = [
  ['office', ['officeLead', 'officeStaff']],
  ['inspector', ['inspectorLead', 'inspector']],
  ['unit', ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'owner']],
  ['grid', ['communityHead', 'gridHead', 'gridMember', 'roadChief', 'sponsor']],
  ['citizen', ['citizen']],
];

/** By his first role that says it; who is not in the directory speaks as a citizen. */
export function speakerOf(sender: Heard['sender']): Speaker {
  if (sender === null) return 'citizen';
  return SPEAKERS.find(([, roles]) => sender.roles.some((role) => roles.includes(role)))?.[0] ?? 'other';
}
