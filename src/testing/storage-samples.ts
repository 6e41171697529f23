/** Rows for the tests of the storage: each test names only what matters to it. */
import { UNTOUCHED } from '../domain/issue.ts';
import type { Issue } from '../domain/issue.ts';
import type { Draft, StepOf, Store, Task, TaskRecord } from '../../storage/store.ts';

/** 10:00 in Beijing on 22 November 2026. */
export const NOW = new Date('2026-11-22T02:00:00.000Z');
export const minutesLater = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

export function anIssue(some: Partial<Omit<Issue, 'no'>> = {}): Omit<Issue, 'no'> {
  return {
    ...UNTOUCHED,
    state: 'dispatched',
    location: '人民路与解放路交叉口',
    site: null,
    category: 'nonmotor',
    description: '非机动车乱停放',
    source: 'inspection',
    origin: null,
    urgent: false,
    units: ['市城管局'],
    coUnits: [],
    loggedBy: '刘志强',
    team: '第三督查组',
    groupId: 'city',
    loggedAt: NOW,
    dispatchedAt: NOW,
    deadline: minutesLater(420),
    ...some,
  };
}

export const aStep = (some: Partial<StepOf> = {}): StepOf => ({
  at: NOW,
  step: 'dispatch',
  by: '刘志强',
  groupId: 'city',
  messageId: 'simulator:m1',
  note: null,
  ...some,
});

export const aDraft = (some: Partial<Omit<Draft, 'id'>> = {}): Omit<Draft, 'id'> => ({
  kind: 'confirm',
  person: '刘志强',
  conversation: 'simulator:group:city',
  command: 'issue.verify',
  args: { nos: [3, 4] },
  missing: [],
  question: '3、4号两件都核查通过吗？',
  pictureIds: [],
  createdAt: NOW,
  expiresAt: minutesLater(30),
  ...some,
});

type NewMessage = Parameters<Store['outbox']['add']>[0];

export const aMessage = (some: Partial<NewMessage> = {}): NewMessage => ({
  conversation: 'simulator:group:city',
  kind: 'answer',
  platform: 'simulator',
  to: { kind: 'group', groupId: 'city', chatId: null },
  text: '已交办',
  mentions: [],
  buttons: [],
  attachments: [],
  reply: null,
  answers: null,
  dueAt: NOW,
  createdAt: NOW,
  ...some,
});

export const aDelivery = (id: string): Parameters<Store['inbox']['accept']>[0] => ({
  platform: 'simulator',
  id,
  conversation: 'simulator:group:city',
  sender: '刘志强',
  text: `第 ${id} 条`,
  quoteId: null,
  sentAt: NOW,
  receivedAt: NOW,
});

export const aTask = (some: Partial<Omit<Task, 'no'>> = {}): Omit<Task, 'no'> => ({
  origin: '创城',
  title: '农贸市场提升',
  standard: null,
  units: ['市市场监管局'],
  coUnits: [],
  leader: null,
  section: null,
  owner: null,
  deadline: null,
  percent: 0,
  state: 'open',
  claimedBy: [],
  createdBy: '陈静',
  createdAt: NOW,
  lastReportAt: null,
  lastReport: null,
  difficulty: null,
  indicator: null,
  ...some,
});

export const aTaskStep = (some: Partial<Omit<TaskRecord, 'taskNo'>> = {}): Omit<TaskRecord, 'taskNo'> => ({
  at: NOW,
  step: 'create',
  by: '陈静',
  unit: null,
  messageId: null,
  percent: null,
  note: null,
  difficulty: null,
  ...some,
});
