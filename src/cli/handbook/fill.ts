/** Puts what was generated between the markers of a page; everything else in it is written by people and stays. */

/** `<!-- 对话：登记 -->` … `<!-- 完 -->`. Throws when a marker has no block, or a block no marker. */
export function filled(page: string, blocks: ReadonlyMap<string, string>): string {
  const missing = new Set(blocks.keys());
  const text = page.replaceAll(
    /(<!-- (?:对话：)?([^>]+?) -->\n)[^]*?(<!-- 完 -->)/gu,
    (_all, begin: string, name: string, end: string) => {
      const block = blocks.get(name);
      if (block === undefined) throw new Error(`手册里的“${name}”没有对应的内容`);
      missing.delete(name);
      return `${begin}\n${block}\n\n${end}`;
    },
  );
  if (missing.size > 0) throw new Error(`手册里缺少标记：${[...missing].join('、')}`);
  return text;
}

/** Name of the block that holds the commands. */
export const COMMANDS_BLOCK = '说法一览';
