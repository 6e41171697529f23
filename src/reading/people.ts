/** 人: people named with @, by name or by how they are called (朱主任); each stands for a unit. */
import type { DirectoryData, Person } from '../domain/directory.ts';
import { homophonesOf } from './homophones.ts';
import { alternatives } from './mention.ts';

export interface PersonMention {
  readonly start: number;
  readonly end: number;
  readonly person: Person;
  readonly isAt: boolean;
}

export type FindPeople = (text: string) => readonly PersonMention[];

const BEFORE =
  /(?:^|[\s,。;:!?、()@/]|请|由|让|叫|给|催|转|交|和|与|及|找|派|下|醒|系|知|排|定|人|指派|把|联系|局|委|中心|队|街道|镇|社区|公司|\d号?|[这那][个件条]?事?|[成为都])$/;

/** 王磊代我, 王磊替班: somebody stands in. */
const STANDS_IN = /^(?:来|暂|先)?(?:代(?!表|码|价)|替我|替班|顶)/;

/** Names of two characters are everyday words too, so a name needs a boundary or a verb of handing over before it. */
export function peopleFinder(directory: DirectoryData): FindPeople {
  const byName = new Map<string, Person>();
  for (const person of directory.people) {
    for (const name of [person.name, ...person.aliases]) if (!byName.has(name)) byName.set(name, person);
  }
  const names = new RegExp(`@? ?(${alternatives([...byName.keys()])})`, 'g');
  const findBySound = homophonesOf(directory.people.map(({ name }) => name));
  return (text) => {
    const mentions: PersonMention[] = [];
    for (const match of text.matchAll(names)) {
      const person = byName.get(match[1] ?? '');
      const isAt = match[0].startsWith('@');
      const end = match.index + match[0].length;
      const isNamed = BEFORE.test(text.slice(0, end - (match[1] ?? '').length)) || STANDS_IN.test(text.slice(end));
      if (!person || !(isAt || isNamed)) continue;
      mentions.push({ start: match.index, end, person, isAt });
    }
    if (text.includes('@')) {
      for (const { start, typed, meant } of findBySound(text)) {
        const person = byName.get(meant);
        if (person && text[start - 1] === '@')
          mentions.push({ start: start - 1, end: start + typed.length, person, isAt: true });
      }
    }
    return mentions;
  };
}
