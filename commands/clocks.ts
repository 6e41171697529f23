/** 时限: `#327 今天 17:00；#412 11月25日`, for sentences that say what goes on running. */
import type { Issue } from '../src/domain/issue.ts';
import { momentText } from '../src/domain/shanghai.ts';

export const clocksText = (issues: readonly Pick<Issue, 'no' | 'deadline'>[], at: Date): string =>
  issues.map(({ no, deadline }) => `#${no} ${deadline === null ? '时限未定' : momentText(deadline, at)}`).join('；');
