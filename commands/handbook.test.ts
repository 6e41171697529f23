/** The handbooks say what is so: their command lists and the bot's answers in them are those of today. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../config/load.ts';
import { commandList, examplesIn } from '../src/cli/handbook/blocks.ts';
import { HANDBOOKS } from '../src/cli/handbook/conversations.ts';
import { COMMANDS_BLOCK, filled } from '../src/cli/handbook/fill.ts';
import { freshPages } from '../src/cli/handbook/pages.ts';
import type { Role } from '../src/domain/directory.ts';
import { createReader } from '../src/reading/reader.ts';
import type { Heard } from '../src/reading/said.ts';
import { commands } from './index.ts';

const docs = join(import.meta.dirname, '../docs');
const pageOf = (file: string): string => readFileSync(join(docs, file), 'utf8');
const { directory, settings } = loadConfig({ dir: 'config', demo: true, env: {} });
const reader = createReader({ directory, settings });

const heard = (text: string, role: Role): Heard => ({
  text: `@督办机器人 ${text}`,
  chatKind: 'group',
  mentionsBot: true,
  sender: { name: '胡斌', roles: [role], unit: '市城管局' },
  images: 1,
  quote: null,
  sentAt: new Date('2026-11-22T10:00:00+08:00'),
  pending: null,
});

test('nothing in them is stale; if something is: npm run handbook', async () => {
  const fresh = await freshPages(docs);
  expect(fresh.map(({ file }) => ({ file, text: pageOf(file) }))).toEqual(fresh);
});

describe.each(HANDBOOKS)('$file', ({ file, roles }) => {
  const page = pageOf(file);

  test('names every command these people may use, and no other', () => {
    const list = commandList(commands, roles);
    expect(page).toContain(list);
    const shown = list.split('\n').flatMap((line) => /^- ([^：]+)：/u.exec(line)?.[1] ?? []);
    const usable = commands.filter(
      (command) =>
        command.run &&
        command.examples.length > 0 &&
        (typeof command.allow === 'string' || command.allow.some((role) => roles.some((own) => own === role))),
    );
    expect(shown.toSorted()).toEqual(usable.map(({ summary }) => summary).toSorted());
  });

  test('every example in the list is read by its own command', () => {
    const lines = page.split('\n').filter((line) => /^- [^：]+：“/u.test(line));
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      const command = commands.find(({ summary }) => line.startsWith(`- ${summary}：`));
      const role = typeof command?.allow === 'string' ? 'unitLiaison' : (command?.allow[0] ?? 'officeLead');
      for (const example of examplesIn(line)) {
        const { parts } = reader.understand(heard(example, role === 'citizen' ? 'officeStaff' : role));
        const ids = parts.flatMap((part) =>
          commands.filter((each) => each.read(part) !== undefined).map(({ id }) => id),
        );
        expect([example, ...ids]).toEqual([example, command?.id]);
      }
    }
  });
});

describe('markers', () => {
  const blocks = new Map([['登记', '新的']]);

  test('what stands between them is replaced, the rest stays', () => {
    const page = '前\n<!-- 对话：登记 -->\n旧的\n<!-- 完 -->\n后\n';
    expect(filled(page, blocks)).toBe('前\n<!-- 对话：登记 -->\n\n新的\n\n<!-- 完 -->\n后\n');
  });

  test.each([
    ['a block without a marker', '没有标记\n', '手册里缺少标记：登记'],
    [
      'a marker without a block',
      `<!-- ${COMMANDS_BLOCK} -->\n<!-- 完 -->\n`,
      `手册里的“${COMMANDS_BLOCK}”没有对应的内容`,
    ],
  ])('%s is told', (_what, page, sentence) => {
    expect(() => filled(page, blocks)).toThrow(sentence);
  });
});
