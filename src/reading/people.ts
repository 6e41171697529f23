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

/** 人都没法走郑大队你安排人来: called by a title and told to act, he needs nothing before him. */
const TITLE = /(?:局|局长|主任|书记|大队长?|队长?|镇长|所长|科长|经理|组长?|总)$/;
const TOLD =
  /^(?:[,。!]|你们?(?:那边|这边)?|那边)*(?:请|麻烦|尽快|赶紧|抓紧|马上|立刻)?(?:安排|派|叫|组织|让|来|去|过来|看看?|管|处理|弄|补|修|清|换|协调|落实|负责|联系|核实|解决|收拾|牵头|配合)/;
const BEFORE =
  /(?:^|[\s,。;:!?、()@/]|请|由|让|叫|给|催|转|交|和|与|及|找|派|下|醒|系|知|排|定|人|指派|把|联系|麻烦|辛苦|劳烦|那个|喊|要|是|局|委|中心|队|街道|镇|社区|公司|\d号?|[这那][个件条]?事?|[成为都])$/;

/** 王磊代我, 王磊替班: somebody stands in. */
const STANDS_IN = /^(?:来|暂|先)?(?:代(?!表|码|价)|替我|替班|顶)/;

/** Names of two characters are everyday words too, so a name needs a boundary or a verb of handing over before it. */
export function peopleFinder(directory: DirectoryData): FindPeople {
  const byName = new Map<string, Person>();
  for (const person of directory.people) {
    for (const name of [person.name, ...person.aliases]) if (!byName.has(name)) byName.set(name, person);
  }
  const names = new RegExp(`@? ?(${alternatives([...byName.keys()])})`, 'g');
  // 城管王磊: behind the name of his unit.
  const units = new RegExp(`(?:${alternatives(directory.units.flatMap(({ name, aliases }) => [name, ...aliases]))})$`);
  const findBySound = homophonesOf(directory.people.map(({ name }) => name));
  return (text) => {
    const mentions: PersonMention[] = [];
    for (const match of text.matchAll(names)) {
      const person = byName.get(match[1] ?? '');
      const isAt = match[0].startsWith('@');
      const end = match.index + match[0].length;
      const [before, after] = [text.slice(0, end - (match[1] ?? '').length), text.slice(end)];
      const isTold = TOLD.test(after) && (TITLE.test(match[1] ?? '') || /[了的着啊呀吧来去走]$/.test(before));
      const isNamed = BEFORE.test(before) || STANDS_IN.test(after) || isTold || units.test(before.slice(-12));
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
