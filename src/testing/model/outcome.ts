/** What becomes of a move, and what has to be there for it. */
import type { Ask } from './plain.ts';
import type { Scene } from './scene.ts';

/** `right`: not by this person. `no`: not now or not so. `none`: there is nothing it could be done to. */
export type Outcome = 'ok' | 'right' | 'no' | 'none';

/** What has to be pending before it can be decided. */
export const ASKED: Readonly<Partial<Record<Scene['kind'], Ask['kind']>>> = {
  uphold: 'appeal',
  rejectAppeal: 'appeal',
  confirm: 'extension',
  approveExtension: 'extension',
  rejectExtension: 'extension',
  approveSuspension: 'suspension',
  rejectSuspension: 'suspension',
};
