import { expect, test } from 'vitest';
import { DAY_MS } from '../src/domain/shanghai.ts';
import { NOW, aStep, aTask, aTaskStep, anIssue, minutesLater } from '../src/testing/storage-samples.ts';
import { eachDatabase } from '../src/testing/storage-suite.ts';

eachDatabase('issues', ({ storage, execute, kind }) => {
  test('an issue comes back as it was written, with its first record', async () => {
    const { issues, records } = storage().store;
    const full = anIssue({
      units: ['市住建局', '市城管局'],
      coUnits: ['和平街道办事处'],
      urgent: true,
      appealedBy: ['市城管局'],
      suspension: { reason: '冬季不宜施工', plan: null, reviewOn: '2027-03-01' },
      closedAt: minutesLater(5),
      stoodStillMs: 90 * DAY_MS,
    });
    const created = await issues.create(full, aStep());
    expect(created).toEqual({ ...full, no: 1 });
    expect(await issues.find(1)).toEqual(created);
    expect(await records.ofIssue(1)).toEqual([{ ...aStep(), issueNo: 1, before: null, after: created }]);
    expect(await issues.find(2)).toBeUndefined();
  });

  test('numbers have no gap where a transaction was undone, and go on after a raise', async () => {
    const { issues, counters } = storage().store;
    await issues.create(anIssue(), aStep());
    const undone = storage().transaction(async (store) => {
      await store.issues.create(anIssue(), aStep());
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect((await issues.create(anIssue(), aStep())).no).toBe(2);
    await counters.raise('issue', 326);
    await counters.raise('issue', 5);
    expect((await issues.create(anIssue(), aStep())).no).toBe(327);
  });

  test('a save on what somebody else has changed throws, and nothing changes', async () => {
    const { issues, records } = storage().store;
    const first = await issues.create(anIssue(), aStep());
    const claimed = { ...first, state: 'claimed' as const, owner: '王磊' };
    await issues.save(first, claimed, aStep({ step: 'claim', at: minutesLater(1) }));
    const late = issues.save(first, { ...first, state: 'withdrawn' }, aStep({ step: 'withdraw', at: minutesLater(2) }));
    await expect(late).rejects.toThrow('issue 1 has changed');
    await expect(records.add(first, aStep({ step: 'progress' }))).rejects.toThrow('issue 1 has changed');
    expect(await issues.find(1)).toEqual(claimed);
    expect((await records.ofIssue(1)).map(({ step }) => step)).toEqual(['dispatch', 'claim']);
  });

  test('a change of units is a change, and moves what the filter finds', async () => {
    const { issues } = storage().store;
    const first = await issues.create(anIssue({ units: ['甲局'] }), aStep());
    await issues.save(first, { ...first, units: ['乙局'] }, aStep({ step: 'reassign' }));
    await expect(issues.save(first, first, aStep())).rejects.toThrow('has changed');
    expect(await issues.list({ units: ['甲局'] })).toEqual([]);
    expect((await issues.list({ units: ['乙局'] })).map(({ no }) => no)).toEqual([1]);
  });

  test('each condition of the filter narrows, and all hold together', async () => {
    const { issues } = storage().store;
    await issues.create(
      anIssue({ units: ['甲局', '乙局'], coUnits: ['丙局'], owner: '王磊', description: '占道100%' }),
      aStep(),
    );
    await issues.create(
      anIssue({
        units: ['乙局'],
        state: 'closed',
        category: 'waste',
        source: 'superior',
        team: null,
        site: '锦绣花园',
      }),
      aStep(),
    );
    await issues.create(
      anIssue({ loggedBy: '孙梅', dispatchedAt: minutesLater(60), deadline: null, location: 'KTV门口' }),
      aStep(),
    );
    const cases: [Parameters<typeof issues.list>[0], number[]][] = [
      [{}, [1, 2, 3]],
      [{ limit: 2 }, [1, 2]],
      [{ nos: [3, 1, 9] }, [1, 3]],
      [{ nos: [] }, []],
      [{ states: ['closed'] }, [2]],
      [{ states: [] }, []],
      [{ units: ['乙局'] }, [1, 2]],
      [{ units: [] }, []],
      [{ units: ['丙局'] }, []],
      [{ coUnits: ['丙局'] }, [1]],
      [{ categories: ['waste'] }, [2]],
      [{ source: 'superior' }, [2]],
      [{ team: '第三督查组' }, [1, 3]],
      [{ loggedBy: '孙梅' }, [3]],
      [{ owner: '王磊' }, [1]],
      [{ sites: ['锦绣花园'] }, [2]],
      [{ text: '锦绣' }, [2]],
      [{ text: 'ktv' }, [3]],
      [{ text: '100%' }, [1]],
      [{ text: '1_0' }, []],
      [{ dispatchedFrom: minutesLater(60) }, [3]],
      [{ dispatchedTo: minutesLater(60) }, [1, 2]],
      [{ deadlineFrom: minutesLater(420), deadlineTo: minutesLater(421) }, [1, 2]],
      [{ deadlineTo: minutesLater(420) }, []],
      [{ units: ['乙局'], states: ['dispatched'] }, [1]],
    ];
    for (const [filter, nos] of cases) {
      expect({ filter, nos: (await issues.list(filter)).map(({ no }) => no) }).toEqual({ filter, nos });
    }
  });

  test('the past is as it was: replayed at now it is the present, before the first step it is empty', async () => {
    const { issues, records } = storage().store;
    const one = await issues.create(anIssue({ units: ['甲局'] }), aStep({ at: minutesLater(0) }));
    const two = await issues.create(anIssue({ units: ['乙局'] }), aStep({ at: minutesLater(10) }));
    const claimed = { ...one, state: 'claimed' as const, claimedAt: minutesLater(20) };
    await issues.save(one, claimed, aStep({ step: 'claim', at: minutesLater(20) }));
    await records.add(claimed, aStep({ step: 'progress', at: minutesLater(25), note: '正在清理' }));
    const moved = { ...claimed, units: ['乙局'] };
    await issues.save(claimed, moved, aStep({ step: 'reassign', at: minutesLater(30) }));
    const asOf = (minutes: number, filter = {}) => issues.listAsOf(minutesLater(minutes), filter);
    expect(await asOf(-1)).toEqual([]);
    expect(await asOf(0)).toEqual([one]);
    expect(await asOf(19)).toEqual([one, two]);
    expect(await asOf(20)).toEqual([claimed, two]);
    expect(await asOf(29, { units: ['甲局'] })).toEqual([claimed]);
    expect(await asOf(30, { units: ['甲局'] })).toEqual([]);
    expect(await asOf(29, { units: ['乙局'] })).toEqual([two]);
    expect(await asOf(29, { nos: [2] })).toEqual([two]);
    expect(await asOf(29, { nos: [] })).toEqual([]);
    expect(await asOf(1000)).toEqual(await issues.list({}));
  });

  test('two steps in the same millisecond: the later one counts', async () => {
    const { issues } = storage().store;
    const first = await issues.create(anIssue(), aStep());
    const second = { ...first, state: 'claimed' as const };
    await issues.save(first, second, aStep({ step: 'claim' }));
    await issues.save(second, { ...second, state: 'reported' }, aStep({ step: 'report', at: minutesLater(1) }));
    expect(await issues.listAsOf(NOW, {})).toEqual([second]);
  });

  test('records between two moments, the second left out, and by step', async () => {
    const { issues, records } = storage().store;
    const first = await issues.create(anIssue(), aStep());
    await records.add(first, aStep({ step: 'urge', at: minutesLater(10) }));
    const between = async (from: number, to: number, steps?: string[]) =>
      (await records.between(minutesLater(from), minutesLater(to), steps)).map(({ step }) => step);
    expect(await between(0, 10)).toEqual(['dispatch']);
    expect(await between(0, 11)).toEqual(['dispatch', 'urge']);
    expect(await between(0, 11, ['urge'])).toEqual(['urge']);
    expect(await between(0, 11, [])).toEqual([]);
  });

  test('records of several steps come in the order of time, with their index and without it', async () => {
    const { issues, records } = storage().store;
    const first = await issues.create(anIssue(), aStep());
    for (const [minutes, step] of [
      [30, 'urge'],
      [10, 'recheck'],
      [20, 'urge'],
      [10, 'urge'],
      [15, 'progress'],
    ] as const) {
      await records.add(first, aStep({ step, at: minutesLater(minutes) }));
    }
    const asked = async (): Promise<unknown> =>
      (await records.between(minutesLater(5), minutesLater(30), ['urge', 'recheck'])).map(({ step, at }) => [step, at]);
    const inOrder = [
      ['recheck', minutesLater(10)],
      ['urge', minutesLater(10)],
      ['urge', minutesLater(20)],
    ];
    expect(await asked()).toEqual(inOrder);
    // Fails where migration 0024 has not made it.
    await execute('drop index issue_records_step');
    expect(await asked()).toEqual(inOrder);
  });

  const replace = `insert or replace into issue_records (seq, issue_no, at, step, person, after) values (1, 1, '', '', '', '')`;
  test.each([
    `update issue_records set note = 'x'`,
    `delete from issue_records where issue_no = 1`,
    `update task_records set note = 'x'`,
    `delete from task_records`,
    kind === 'sqlite' ? replace : `truncate issue_records`,
  ])('the database itself refuses: %s', async (statement) => {
    const { issues, tasks, records } = storage().store;
    const issue = await issues.create(anIssue(), aStep());
    await tasks.create(aTask(), aTaskStep());
    const before = await records.ofIssue(issue.no);
    await expect(execute(statement)).rejects.toThrow('append-only');
    expect(await records.ofIssue(issue.no)).toEqual(before);
    expect(await tasks.recordsOf(1)).toHaveLength(1);
  });
});
