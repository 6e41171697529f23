/** 点位表 → sites of the directory (domain §9). Pure; a type that the settings do not have is refused, not made up. */
import type { Directory } from '../../domain/city.ts';
import type { Site } from '../../domain/directory.ts';
import type { Settings } from '../../domain/settings.ts';
import { splitNames } from './names-cell.ts';
import { newOutcome } from './outcome.ts';
import type { Understood } from './outcome.ts';
import type { ListRow, ReadList } from './table-reading.ts';

export interface SiteEntry extends Site {
  readonly isNew: boolean;
}

export interface SitesContext {
  readonly directory: Directory;
  readonly settings: Pick<Settings, 'siteTypes'>;
}

export function understandSites(list: ReadList, context: SitesContext): Understood<SiteEntry> {
  const outcome = newOutcome<SiteEntry>();
  const seen = new Map<string, number>();
  for (const row of list.rows) {
    const { entry, doubts, refusal } = understandRow(row, context);
    const before = seen.get(entry.name);
    const standing = context.directory.site(entry.name);
    if (refusal !== null) outcome.refuse(row.rowNo, refusal);
    else if (before !== undefined) outcome.refuse(row.rowNo, `点位“${entry.name}”与第${before}行重复`);
    else if (standing !== undefined && doubts.length === 0 && isUnchanged(entry, standing))
      outcome.know(row.rowNo, entry.name);
    else outcome.entry(entry, doubts);
    if (refusal === null) seen.set(entry.name, before ?? row.rowNo);
  }
  return outcome.done();
}

function understandRow(row: ListRow, { directory, settings }: SitesContext) {
  const [name, typeText, territoryText, unitText] = [
    row.text('name'),
    row.text('type'),
    row.text('territory'),
    row.text('unit'),
  ];
  const type = siteTypeOf(typeText, settings);
  const territory = territoryText === '' ? undefined : directory.unit(territoryText)?.name;
  const unit = unitText === '' ? undefined : directory.unit(unitText)?.name;
  const standing = directory.site(name);
  const doubts = [
    ...(territoryText !== '' && territory === undefined ? [`属地“${territoryText}”不在通讯录里，没有采用`] : []),
    ...(unitText !== '' && unit === undefined ? [`责任单位“${unitText}”不认识，没有采用`] : []),
  ];
  const refusals = [
    ...(name === '' ? ['没有点位名称'] : []),
    ...(type === undefined ? [`类型“${typeText}”不在设置的点位类型里`] : []),
    ...(standing !== undefined && standing.name !== name ? [`“${name}”在点位表里是${standing.name}的别名`] : []),
  ];
  const entry = {
    rowNo: row.rowNo,
    name,
    type: type ?? '',
    territory: territory ?? standing?.territory ?? null,
    unit: unit ?? standing?.unit ?? null,
    roadChief: row.text('roadChief') || (standing?.roadChief ?? null),
    aliases: [...new Set([...(standing?.aliases ?? []), ...splitNames(row.text('aliases'))])],
    isNew: standing === undefined,
  };
  return { entry, doubts, refusal: refusals.length === 0 ? null : refusals.join('；') };
}

/** By id or name; names in the settings may stand for several: 商业大街/步行街. */
const siteTypeOf = (text: string, { siteTypes }: Pick<Settings, 'siteTypes'>): string | undefined =>
  siteTypes.find(
    ({ id, name }) => text !== '' && (id === text || name === text || name.split(/[/、（(]/u).includes(text)),
  )?.id;

const isUnchanged = (entry: SiteEntry, site: Site): boolean =>
  entry.type === site.type &&
  entry.territory === site.territory &&
  entry.unit === site.unit &&
  entry.roadChief === site.roadChief &&
  entry.aliases.length === site.aliases.length;
