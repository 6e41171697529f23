import { expect, test } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';

test.each(Object.entries(jsonSchemas()))(
  '%s is what the shape says (update: npx vitest run config/json-schemas -u)',
  async (file, text) => {
    await expect(text).toMatchFileSnapshot(`./${file}`);
  },
);
