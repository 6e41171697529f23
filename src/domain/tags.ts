/** 点名: `@姓名` in a text that is about to go out. Pure text work. */

/** The text in which these people stand without `@`; the tags of `kept` stay. 王磊 does not take the head of @王磊明. */
export function withoutTags(text: string, names: readonly string[], kept: readonly string[] = []): string {
  const longestFirst = [...new Set([...names, ...kept])].toSorted((a, b) => b.length - a.length);
  let shown = '';
  for (let at = 0; at < text.length;) {
    const name = text[at] === '@' ? longestFirst.find((one) => one !== '' && text.startsWith(one, at + 1)) : undefined;
    const isBare = name !== undefined && names.includes(name);
    const end = at + (name?.length ?? 0) + 1;
    shown += text.slice(isBare ? at + 1 : at, end);
    at = end;
  }
  return shown;
}
