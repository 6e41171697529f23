/** A reader of the invented city of the corpus, for tests that look at what a message says. */
import { join } from 'node:path';
import { loadDirectory } from '../../config/load.ts';
import { defaultSettings } from '../../config/settings.ts';
import { createReader } from '../reading/reader.ts';
import type { Heard, Said } from '../reading/said.ts';

export const corpusDirectory = loadDirectory(join(import.meta.dirname, '../reading/fixtures/directory.json'));
export const corpusReader = createReader({ directory: corpusDirectory, settings: defaultSettings() });

/** The corpus' moment, a Sunday. */
export const SUNDAY = new Date('2026-11-22T10:00:00+08:00');

/** A message in a group that mentions the bot, by an inspector unless said otherwise. */
export function aMessage(text: string, other: Partial<Heard> = {}): Heard {
  return {
    text: `@督办机器人 ${text}`,
    chatKind: 'group',
    mentionsBot: true,
    sender: { name: '孙伟', roles: ['inspector'], unit: '督查三组' },
    images: 0,
    quote: null,
    sentAt: SUNDAY,
    pending: null,
    ...other,
  };
}

export const saidOf = (text: string, other: Partial<Heard> = {}): Said =>
  corpusReader.understand(aMessage(text, other));
export const LIAISON: Heard['sender'] = { name: '王磊', roles: ['unitLiaison'], unit: '市城管局' };
export const OFFICE: Heard['sender'] = { name: '周敏', roles: ['officeLead'], unit: '市创城办' };
