/** What was said of rows, with the names looked up: canonical names and aliases only, nothing guessed. */
import type { RunContext } from '../../src/bot/command.ts';
import type { RowAnswer } from '../../src/domain/import-row.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { dayOf, stampText } from '../../src/domain/shanghai.ts';
import { siteNamed } from '../../src/domain/site-in.ts';
import { readDateCell } from '../../src/papers/import/date-cell.ts';
import { readUnits } from '../../src/papers/import/names-cell.ts';
import type { RowsSaid } from '../../src/reading/import-rows.ts';

type Context = Pick<RunContext<object>, 'directory' | 'settings' | 'at'>;

/** Throws Refusal `import.answer`: a name nobody goes by, a day that is none or has passed. */
export function answerOf({ says, value = '', rows }: RowsSaid, context: Context): RowAnswer {
  switch (says) {
    case 'is':
      return { kind: 'units', units: unitsIn(value, context), isNamed: false };
    case 'units':
      return { kind: 'units', units: unitsIn(value, context), isNamed: true };
    case 'coUnits':
      return { kind: 'coUnits', units: /^(?:没有|无|不要|不用)$/.test(value) ? [] : unitsIn(value, context) };
    case 'site':
      return { kind: 'site', site: siteOf(value, rows[0] ?? 0, context) };
    case 'category':
      return categoryIn(value, context);
    case 'deadline':
      return deadlineIn(value, context);
    default:
      return { kind: says };
  }
}

const unchanged = '没有作任何改动。';

function unitsIn(text: string, { directory }: Context): readonly string[] {
  const { units, unknown } = readUnits(text, directory);
  if (unknown.length === 0 && units.length > 0) return units;
  const words = unknown.map((word) => `“${word}”`).join('、');
  throw new Refusal('import.answer', `通讯录里没有单位${words}，请写单位全称或简称。${unchanged}`);
}

function siteOf(text: string, rowNo: number, { directory }: Context): string {
  const site = siteNamed(text, directory);
  if (site !== null) return site.name;
  throw new Refusal(
    'import.answer',
    `点位表里没有“${text}”，请写点位表里的名称；只记地点、不记点位的，请回复“第${rowNo}行照登”。${unchanged}`,
  );
}

function categoryIn(text: string, { settings }: Context): RowAnswer {
  const found = settings.categories.find(({ id, name }) => name === text || id === text);
  if (found !== undefined) return { kind: 'category', category: found.id, name: found.name };
  const names = settings.categories.map(({ name }) => name).join('、');
  throw new Refusal('import.answer', `没有“${text}”这一类，类别有：${names}。${unchanged}`);
}

/** Said today, a day without its year is one of this year; one that has passed needs the year said. */
function deadlineIn(text: string, { at }: Context): RowAnswer {
  if (/^(?:不限|没有|无|不定|按规定|空着|不填)$/.test(text)) return { kind: 'deadline', deadline: null, text };
  const date = readDateCell(text, Number(dayOf(at).slice(0, 4)));
  if (date.kind !== 'date') {
    throw new Refusal(
      'import.answer',
      `时限“${text}”看不出是哪一天，请写成“11月30日”或“2026-11-30 17:00”。${unchanged}`,
    );
  }
  if (date.at <= at) throw new Refusal('import.answer', `时限${stampText(date.at)}已经过去，请核对。${unchanged}`);
  return { kind: 'deadline', deadline: date.at, text: date.hasTime ? stampText(date.at) : date.day };
}
