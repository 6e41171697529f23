/** The handbooks as they should be now. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { commands } from '../../../commands/index.ts';
import { commandList, conversationsOf } from './blocks.ts';
import { HANDBOOKS } from './conversations.ts';
import { COMMANDS_BLOCK, filled } from './fill.ts';

export interface Page {
  readonly file: string;
  readonly text: string;
}

/** Reads the pages in `docs` and fills their blocks afresh; writes nothing. Throws for markers that fit no block. */
export async function freshPages(docs: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (const { file, roles, talk } of HANDBOOKS) {
    const blocks = new Map(await conversationsOf(talk));
    blocks.set(COMMANDS_BLOCK, commandList(commands, roles));
    pages.push({ file, text: filled(await readFile(path.join(docs, file), 'utf8'), blocks) });
  }
  return pages;
}
