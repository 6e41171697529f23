/** 提醒 beside problems: material due and messages unanswered, in the same one message a person gets anyway (domain §11, §13.3). */
import type { CitizenMessage } from './citizen.ts';
import { isAnswerLate } from './citizen.ts';
import { citizenLine } from './citizen-texts.ts';
import type { Material } from './material.ts';
import { isMissing } from './material.ts';
import { materialLine } from './material-texts.ts';
import type { Reminder, ReminderQuestion } from './reminders.ts';
import { addDays, dayOf, stampText } from './shanghai.ts';

export interface Beside {
  readonly materials: readonly Material[];
  readonly messages: readonly CitizenMessage[];
}

/** The reminders with what waits for the same people beside; who had none gets one of his own. Each unit's liaisons are meant. */
export function withBeside(
  reminders: readonly Reminder[],
  { materials, messages }: Beside,
  question: Pick<ReminderQuestion, 'at' | 'directory' | 'settings' | 'most'>,
): readonly Reminder[] {
  const { at, directory, settings, most } = question;
  const tomorrow = addDays(dayOf(at), 1);
  const due = materials.filter(
    (material) => isMissing(material) && material.deadline !== null && dayOf(material.deadline) <= tomorrow,
  );
  const late = messages.filter((message) => isAnswerLate(message, at, settings));
  const units = new Set([...due.map(({ unit }) => unit), ...late.flatMap((message) => message.units)]);
  const lines = new Map<string, readonly string[]>();
  for (const unit of units) {
    const own = [
      ...section(
        '待报资料',
        due.filter((material) => material.unit === unit).map((material) => materialLine(material, at)),
      ),
      ...section('超时未答复留言', late.filter((message) => message.units.includes(unit)).map(citizenLine)),
    ];
    for (const { name } of directory.liaisonsOf(unit)) lines.set(name, [...(lines.get(name) ?? []), ...own]);
  }
  const joined = reminders.map((reminder) => {
    const own = lines.get(reminder.person);
    lines.delete(reminder.person);
    return own === undefined ? reminder : { ...reminder, text: [reminder.text, ...own].join('\n') };
  });
  const others = [...lines].map(([person, own]): Reminder => {
    const text = [`【创城提醒】${person}同志（截至${stampText(at)}）`, ...own].join('\n');
    return { person, text, issueNos: [] };
  });
  return [...joined, ...others];

  function section(title: string, own: readonly string[]): readonly string[] {
    if (own.length === 0) return [];
    return [`${title}：`, ...own.slice(0, most), ...(own.length > most ? [`另有${own.length - most}项`] : [])];
  }
}
