/**
 * 工作室: the one place where heavy work happens. A message's transaction only writes down what is to be made; after the commit it is
 * made here, and what came out is posted in the transaction that marks it done. So it survives a restart and is never posted twice.
 */
import { faultNo } from './bot/fault.ts';
import type { Directory } from './domain/city.ts';
import { settingsAt } from './domain/inspection-period.ts';
import type { Settings } from './domain/settings.ts';
import type { Workshop } from './papers/workshop.ts';
import type { Postbox } from './postbox.ts';
import type { Storage, Work } from '../storage/store.ts';
import { asOf } from './works/work-kind.ts';
import type { WorkContext, WorkFiles, WorkKind } from './works/work-kind.ts';

export interface Workroom {
  /** Works may be waiting: looks at once. */
  poke(): void;
  /** Resolves when none is due any more and all that was posted is in the outbox. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface WorkroomOptions {
  readonly kinds: readonly WorkKind[];
  readonly storage: Storage;
  readonly city: () => { readonly directory: Directory; readonly settings: Settings };
  readonly workshop: Pick<Workshop, 'run'>;
  readonly postbox: Postbox;
  readonly files: WorkFiles;
  readonly now: () => Date;
  /** Whose leases they are: another process takes over what this one leaves. */
  readonly owner: string;
  readonly log: (line: string, fields: Readonly<Record<string, unknown>>) => void;
  /** Something was posted. */
  readonly onPosted: () => void;
}

const AT_ONCE = 4;
/** Prolonged while it is in hand; what a process that died had in hand is taken over after this time. */
const LEASE_MS = 60_000;
const WATCH_MS = 1_000;
/** After the first fault, the second … Waits are no faults. */
const PAUSES_MS = [5_000, 30_000, 120_000];
/** What takes longer than this is told to whoever waits. */
const SLOW_MS = 3_000;
const LOOK_AGAIN_AT_MOST_MS = 5_000;

export function createWorkroom(options: WorkroomOptions): Workroom {
  const { storage, postbox, owner, now, log } = options;
  const { store } = storage;
  const kinds = new Map(options.kinds.map((kind) => [kind.kind, kind]));
  let running: Promise<void> | undefined;
  let watching: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const contextOf = async (work: Work): Promise<WorkContext> => {
    const { workshop, files } = options;
    const { directory, settings: ofFile } = options.city();
    const settings = await settingsAt(ofFile, asOf(work), store.inspectionSwitches);
    return { work, store, directory, settings, workshop, postbox, files, at: now(), log };
  };

  async function doOne(work: Work): Promise<void> {
    const at = now();
    if (!(await store.works.claim(work.id, owner, at, new Date(at.getTime() + LEASE_MS)))) return;
    const context = await contextOf(work);
    try {
      const kind = kinds.get(work.kind);
      if (!kind) throw new Error(`no kind of work ${work.kind}`);
      const made = await kind.make(context);
      if (made !== null && 'waitMs' in made) {
        await store.works.waits(work.id, owner, new Date(now().getTime() + made.waitMs));
        return;
      }
      // Nobody hears that it is still being made after he has it.
      await watching;
      await storage.transaction(async (within) => {
        const isMine = await within.works.done(work.id, owner, now());
        if (isMine) await made?.settle(within, now());
      });
    } catch (error) {
      if (stopped) await store.works.waits(work.id, owner, now());
      else await settleFailure(work, error, context);
    }
  }

  async function settleFailure(work: Work, error: unknown, context: WorkContext): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    const pause = PAUSES_MS[work.attempts];
    const fault = faultNo();
    log('work not done', { work: work.id, kind: work.kind, attempts: work.attempts + 1, fault, error });
    if (pause !== undefined) {
      await store.works.later(work.id, owner, new Date(now().getTime() + pause), reason);
      return;
    }
    await storage.transaction(async (within) => {
      if (!(await within.works.failed(work.id, owner, reason, now()))) return;
      const kind = kinds.get(work.kind);
      await kind?.giveUp?.(within, context);
      const to = work.told === null ? undefined : context.directory.person(work.told);
      const text = `抱歉，《${kind?.name(work) ?? '文件'}》没有做成，请稍后再试一次。（故障编号 ${fault}，可报给系统管理员）`;
      if (to) await postbox.notice(within, { to, text, at: now() });
    });
  }

  /** Once for each work: it is being made, asking again does not help. */
  async function tellSlow(): Promise<void> {
    for (const work of await store.works.slow(new Date(now().getTime() - SLOW_MS))) {
      await storage.transaction(async (within) => {
        if (!(await within.works.told(work.id, now()))) return;
        const to = options.city().directory.person(work.told ?? '');
        const text = `《${kinds.get(work.kind)?.name(work) ?? '文件'}》内容较多，还在整理，做好后马上发给您，不用再说一次。`;
        if (to) await postbox.notice(within, { to, text, at: now() });
      });
      options.onPosted();
    }
  }

  async function watchOver(): Promise<void> {
    await store.works.renew(owner, new Date(now().getTime() + LEASE_MS));
    await tellSlow();
  }

  function watch(): void {
    watching = watchOver().catch((error: unknown) => log('progress not told', { error }));
  }

  async function work(): Promise<void> {
    const ticks = setInterval(watch, WATCH_MS);
    try {
      for (;;) {
        const due = stopped ? [] : await store.works.due(now(), AT_ONCE);
        if (due.length === 0) return;
        await Promise.all(due.map(doOne));
        options.onPosted();
      }
    } finally {
      clearInterval(ticks);
      await watching;
    }
  }

  function poke(): void {
    if (stopped) return;
    again = running !== undefined;
    if (running) return watch();
    clearTimeout(timer);
    running = work()
      .catch((error: unknown) => log('works could not be read', { error }))
      .finally(() => {
        running = undefined;
        if (again) poke();
        else void schedule();
      });
  }

  async function schedule(): Promise<void> {
    clearTimeout(timer);
    if (stopped) return;
    const next = await store.works.nextDueAt().catch(() => undefined);
    const wait = next ? Math.max(200, next.getTime() - now().getTime()) : LOOK_AGAIN_AT_MOST_MS;
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(poke, Math.min(wait, LOOK_AGAIN_AT_MOST_MS)).unref();
  }

  return {
    poke,
    async settle() {
      poke();
      for (let current = running; current; current = running) await current;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
