/** 待办 beside problems: messages to answer and material to hand in or to look at (domain §11). */
import type { RunContext } from '../../src/bot/command.ts';
import { isOffice } from '../../src/domain/city.ts';
import { citizenLine } from '../../src/domain/citizen-texts.ts';
import { isMissing, withAssigned } from '../../src/domain/material.ts';
import { materialLine } from '../../src/domain/material-texts.ts';
import { mayReadMessage, speaksForUnit } from '../../src/domain/rights.ts';

/** Lines for whoever asks; `units`: those asked about. A unit's own people see its part, the office what waits for it. */
export async function todoBeside(
  { by, at, store, settings }: Pick<RunContext<object>, 'by' | 'at' | 'store' | 'settings'>,
  units: readonly string[],
): Promise<readonly string[]> {
  const office = isOffice(by);
  if (!office && !speaksForUnit(by)) return [];
  const isOurs = (of: readonly string[]): boolean => of.some((unit) => units.includes(unit));
  const messages = (await store.citizens.list({ state: 'open' })).filter(
    (message) =>
      (message.answeredAt === null || message.round === 2) &&
      (isOurs(message.units) || (office && message.units.length === 0)) &&
      mayReadMessage(by, message),
  );
  const materials = withAssigned(await store.materials.list({}), settings).filter((material) =>
    office && material.state === 'submitted' ? true : isMissing(material) && isOurs([material.unit]),
  );
  const most = settings.bulletin.mostListed;
  return [
    ...section('待答复留言', messages.map(citizenLine), most),
    ...section(
      office ? '资料' : '待报资料',
      materials.map((material) => materialLine(material, at)),
      most,
    ),
  ];
}

function section(title: string, lines: readonly string[], most: number): readonly string[] {
  if (lines.length === 0) return [];
  return [`${title}：`, ...lines.slice(0, most), ...(lines.length > most ? [`另有${lines.length - most}项`] : [])];
}
