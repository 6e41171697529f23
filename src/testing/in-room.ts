/** A room of its own for each test of a file, closed behind it. */
import { afterEach, beforeEach, expect } from 'vitest';
import { openRoom } from './room.ts';
import type { Heard, Room, RoomOptions, SaysOptions } from './room.ts';

export interface InRoom {
  /** The room of the running test. */
  readonly room: Room;
  readonly says: (name: string, text: string, options?: SaysOptions) => Promise<Heard>;
  /** Lines of the record as `step by`, oldest first. */
  readonly steps: (no: number) => Promise<string[]>;
  /** All that the store holds about problems: to be the same before and after a refusal. */
  readonly holding: () => Promise<string>;
  /** Says what will be refused and gives the answer; fails when anything has changed. */
  readonly refusal: (name: string, text: string, options?: SaysOptions) => Promise<string>;
}

export function inRoom(options: RoomOptions = {}): InRoom {
  let room: Room | undefined;
  beforeEach(async () => {
    room = await openRoom(options);
  });
  afterEach(async () => {
    await room?.close();
    room = undefined;
  });
  const current = (): Room => {
    if (!room) throw new Error('only inside a test');
    return room;
  };
  const here: InRoom = {
    get room() {
      return current();
    },
    says: (name, text, some) => current().says(name, text, some),
    steps: async (no) => {
      const records = await current().house.storage.store.records.ofIssue(no);
      return records.map(({ step, by }) => `${step} ${by}`);
    },
    holding: async () => {
      const { store } = current().house.storage;
      const issues = await current().issues();
      const records = await Promise.all(issues.map(({ no }) => store.records.ofIssue(no)));
      const photos = await Promise.all(issues.map(({ no }) => store.pictures.ofIssue(no)));
      const requests = await Promise.all(issues.map(({ no }) => store.requests.ofIssue(no)));
      return JSON.stringify({ issues, records, photos, requests });
    },
    refusal: async (name, text, some) => {
      const before = await here.holding();
      const heard = await current().says(name, text, some);
      expect(await here.holding()).toBe(before);
      return heard.text;
    },
  };
  return here;
}
