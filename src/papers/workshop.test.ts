import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { aCity, on, someSettings } from '../domain/testing/sample.ts';
import { readSheets } from './sheet.ts';
import { composeSpecialIssue } from './special-issue-compose.ts';
import { specialIssueDocx } from './special-issue-docx.ts';
import { composeNotice } from './supervision.ts';
import { aCampaign } from './testing/campaign.ts';
import { memberText } from './testing/unzip.ts';
import { createWorkshop } from './workshop.ts';
import type { Workshop } from './workshop.ts';

const settings = someSettings();
const model = composeSpecialIssue(aCampaign, {
  kind: 'weekly',
  no: 7,
  year: 2026,
  issuer: '江岚市创城办',
  tasks: [],
  at: on('11-22 18:00'),
  period: { from: '2026-11-16', to: '2026-11-22' },
  directory: aCity(),
  settings,
  before: null,
});

let workshop: Workshop;
afterEach(() => workshop.close());

describe('the workshop', () => {
  it('makes the same paper as it would be made here', async () => {
    workshop = createWorkshop();
    const [made, here] = [await workshop.run('specialIssue', model), await specialIssueDocx(model)];
    const xml = memberText(Buffer.from(made), 'word/document.xml');
    expect(xml === memberText(here, 'word/document.xml')).toBe(true);
  });

  it('makes several things in the order they were asked for, on two threads', async () => {
    workshop = createWorkshop({ threads: 2 });
    const issues = aCampaign.slice(0, 5);
    const [ledger, ...papers] = await Promise.all([
      workshop.run('ledger', {
        issues,
        settings: { categories: settings.categories },
        photos: [{ no: 201, before: 'nowhere.jpg', after: null }],
      }),
      ...Array.from({ length: 5 }, () => workshop.run('specialIssue', model)),
    ]);
    expect(papers).toHaveLength(5);
    const [sheet] = await readSheets(Buffer.from(ledger));
    expect(sheet?.rows[2]).toContain('图片无法打开');
  });

  it('names photos of a notice that cannot be opened', async () => {
    workshop = createWorkshop();
    const notice = composeNotice({
      kind: 'reminder',
      no: 1,
      issuer: '江岚市创城办',
      at: on('11-22'),
      unit: '市城管局',
      issues: aCampaign.slice(0, 1),
      until: null,
      contact: '赵雪',
    });
    const { missing } = await workshop.run('notice', {
      notice,
      photos: [{ caption: '#201 整改前', source: 'nowhere.jpg' }],
    });
    expect(missing).toEqual(['#201 整改前']);
  });

  it('tells what went wrong in the thread, and goes on', async () => {
    workshop = createWorkshop();
    await expect(workshop.run('comparePhotos', { after: 'nonsense', before: [], earlier: [] })).rejects.toThrow(
      'not a fingerprint',
    );
    await expect(workshop.run('fingerprint', 'nowhere.jpg')).resolves.toBeUndefined();
  });

  it('gives up a job that takes too long, and takes a new thread for the next', async () => {
    workshop = createWorkshop({ limitMs: 1 });
    await expect(workshop.run('specialIssue', model)).rejects.toThrow('took too long');
    await workshop.close();
    workshop = createWorkshop();
    await expect(workshop.run('specialIssue', model)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('refuses what cannot be handed to a thread, and goes on', async () => {
    workshop = createWorkshop();
    const odd = { ...model, issueNos: [() => 1] as unknown as number[] };
    await expect(workshop.run('specialIssue', odd)).rejects.toThrow('could not be cloned');
    await expect(workshop.run('specialIssue', model)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('rejects what waits when it is closed', async () => {
    workshop = createWorkshop();
    const waiting = Promise.allSettled([workshop.run('specialIssue', model), workshop.run('specialIssue', model)]);
    await workshop.close();
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('leaves the event loop free while 20 papers are made', async () => {
    workshop = createWorkshop();
    await workshop.run('specialIssue', model);
    const busyMs = async (work: () => Promise<unknown>): Promise<number> => {
      const before = performance.eventLoopUtilization();
      await work();
      return performance.eventLoopUtilization(before).active;
    };
    // Compared with the same work done here, so that a slow or busy machine changes both alike.
    const here = await busyMs(async () => {
      for (let left = 20; left > 0; left -= 1) await specialIssueDocx(model);
    });
    const away = await busyMs(() => Promise.all(Array.from({ length: 20 }, () => workshop.run('specialIssue', model))));
    expect(away).toBeLessThan(here / 4);
  });
});
