/** All tables together, bound to one connection or transaction. */
import { createAbsences } from './absences.ts';
import { createBindings } from './bindings.ts';
import { createBulletins } from './bulletins.ts';
import { createCitizens } from './citizens.ts';
import type { Connection } from './connection.ts';
import { createCounters } from './counters.ts';
import { createDrafts } from './drafts.ts';
import { createHeldNotices } from './held-notices.ts';
import { createImports } from './imports.ts';
import { createInbox } from './inbox.ts';
import { createIssues } from './issues.ts';
import { createJobRuns } from './job-runs.ts';
import { createJournal } from './journal.ts';
import { createMaterials } from './materials.ts';
import { createMentions } from './mentions.ts';
import { createLeases, createQuota } from './operation.ts';
import { createOutbox } from './outbox-store.ts';
import { createPapers } from './papers.ts';
import { createPhotoChecks } from './photo-checks.ts';
import { createPictures } from './pictures.ts';
import { createPublications } from './publications.ts';
import { createRecords } from './records.ts';
import { createRequests } from './requests.ts';
import { createSimulator } from './simulator.ts';
import type { Store } from './store.ts';
import { createTasks } from './tasks.ts';
import { createWorks } from './works.ts';

export function createStore(connection: Connection): Store {
  return {
    issues: createIssues(connection),
    records: createRecords(connection),
    pictures: createPictures(connection),
    drafts: createDrafts(connection),
    requests: createRequests(connection),
    absences: createAbsences(connection),
    tasks: createTasks(connection),
    citizens: createCitizens(connection),
    materials: createMaterials(connection),
    duty: createJournal(connection, 'duty'),
    outreach: createJournal(connection, 'outreach'),
    satisfaction: createJournal(connection, 'satisfaction'),
    exams: createJournal(connection, 'exam'),
    workInfo: createJournal(connection, 'workInfo'),
    works: createWorks(connection),
    publications: createPublications(connection),
    photoChecks: createPhotoChecks(connection),
    papers: createPapers(connection),
    heldNotices: createHeldNotices(connection),
    imports: createImports(connection),
    scoreNotes: createJournal(connection, 'scoreNote'),
    visits: createJournal(connection, 'visit'),
    inspectionSwitches: createJournal(connection, 'inspectionSwitch'),
    inbox: createInbox(connection),
    outbox: createOutbox(connection),
    mentions: createMentions(connection),
    bindings: createBindings(connection),
    jobRuns: createJobRuns(connection),
    bulletins: createBulletins(connection),
    simulator: createSimulator(connection),
    counters: createCounters(connection),
    leases: createLeases(connection),
    quota: createQuota(connection),
  };
}
