/** 没有看懂: what this person can say instead, with a number of his own where he has one, so that it works as it stands. */
import type { Directory } from '../domain/city.ts';
import type { Person } from '../domain/directory.ts';
import type { Settings } from '../domain/settings.ts';
import { mayDispatchDraft } from '../domain/rights.ts';
import type { Speaker } from '../reading/said.ts';
import type { Store } from '../../storage/store.ts';
import { awaiting } from './awaiting.ts';
import { citizenHowTo } from './small-talk.ts';

interface Around {
  readonly store: Store;
  readonly directory: Directory;
  readonly settings: Settings;
  readonly at: Date;
}

const REPORTING = '登记问题请写明地点和情况，如“人民路12号门口垃圾没清”';

/** One or two sentences; nothing has been recorded. */
export async function fallBack(person: Person, speaker: Speaker, around: Around): Promise<string> {
  if (speaker === 'citizen') return `没有看懂这句话，没有登记。${citizenHowTo}`;
  return `没有看懂这句话，没有作任何登记。${await waysOn(person, speaker, around)}；回复“帮助”看您能用的说法。`;
}

async function waysOn(person: Person, speaker: Speaker, around: Around): Promise<string> {
  const own = speaker === 'other' ? undefined : await nextOf(person, around);
  if (speaker === 'unit') return own ?? '手上的问题回复“我的待办”查看，再按编号认领、报整改';
  if (speaker === 'office') return own ?? '等您办的回复“我的待办”查看，查数字回复“整改率”';
  if (speaker === 'other') return '可以问“整改率”“超期清单”';
  return [REPORTING, ...(own === undefined ? [] : [own])].join('；');
}

/** What waits for him first, and what he types to it; undefined: nothing does. */
async function nextOf(person: Person, around: Around): Promise<string | undefined> {
  const drafts = await around.store.issues.list({ states: ['draft'] });
  const draft = drafts.find((issue) => mayDispatchDraft(person, issue));
  if (draft !== undefined) return `#${draft.no}等您确认，可回复“确认${draft.no}”`;
  const waiting = (await awaiting(person, around)).find(({ commands }) => commands.some((id) => id in TYPED));
  const id = waiting?.commands.find((one) => one in TYPED);
  return waiting === undefined || id === undefined ? undefined : TYPED[id]?.(waiting.issue.no);
}

const TYPED: Readonly<Record<string, (no: number) => string>> = {
  'issue.claim': (no) => `#${no}等您认领，可回复“认领${no}”，整改后回复“${no}已整改”并附照片`,
  'issue.rectify': (no) => `#${no}正等整改，办好后回复“${no}已整改”并附照片`,
  'issue.verify': (no) => `#${no}等您核查，可回复“${no}核查通过”或“${no}退回，原因：…”`,
  'appeal.approve': (no) => `#${no}的申诉等您答复，可回复“同意${no}申诉”或“不同意${no}申诉，原因：…”`,
  'extend.approve': (no) => `#${no}的延期申请等您答复，可回复“同意${no}延期”或“不同意${no}延期，原因：…”`,
  'suspend.approve': (no) => `#${no}的挂账申请等您答复，可回复“同意${no}挂账”或“不同意${no}挂账，原因：…”`,
};
