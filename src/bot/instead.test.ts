/** 改说什么: whom a command is not for is told what to type instead, never with a stranger's number. */
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';

test.each(commands.flatMap(({ id, instead }) => (instead === undefined ? [] : [[id, instead] as const])))(
  '%s teaches no number of a problem',
  (_, instead) => {
    expect(instead).not.toMatch(/\d{2,}/);
  },
);
