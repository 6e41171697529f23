/** 几个编号一件事: which orders about several numbers are one. */

/** Said of several numbers one after the other, they are one order. */
export const JOINABLE = new Set([
  'issue.claim',
  'issue.verify',
  'issue.rectify',
  'issue.urge',
  'issue.show',
  'issue.withdraw',
  'issue.merge',
  'task.claim',
  'import.settle',
]);

/** What is done with several numbers together; cut apart it would be another thing. */
export const OF_SEVERAL = new Set(['issue.merge', 'citizen.link']);
