/** The shapes of the settings files as JSON Schema, for completion and hints while editing them. */
import * as z from 'zod';
import { directoryShape } from './directory-shape.ts';
import { settingsShape } from './settings.ts';

/** File name → text of `config/*.schema.json`. A test keeps the files up to date: `npx vitest run config/json-schemas -u` writes them. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'directory.schema.json': schemaOf('通讯录与点位', directoryShape),
    'settings.schema.json': schemaOf('设置', settingsShape),
  };
}

function schemaOf(title: string, shape: z.ZodType): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(shape, { io: 'input' }) }, null, 2)}\n`;
}
