/** 裁定的上下文: what a short verdict is about stands beside it. 614同意延期到30号，617不同意. */

/** What is ruled on, by the kind of the act. */
const RULED: Readonly<Record<string, string>> = { extend: '延期', appeal: '申诉', suspend: '挂账' };
/** 都是延期: said behind the last of the numbers of what all of them are about. */
export const OF_ALL = /(?:都|均|全)(?:是|为|属)/;
/** 320延期同意了，321也一样. */
const SAME = /^#?\d+号?(?:[、和]#?\d+号?)*(?:的)?(?:也|同样|都)*(?:一样|同上|照此|照办)(?:处理|办理?|的)?$/;

const ruling = (act: string | null): string | null => (act !== null && /\.(?:approve|reject)$/.test(act) ? act : null);
const kindOf = (act: string | null): string => act?.split('.')[0] ?? '';

/** 301、302延期同意，301挂账不同意: neither takes a number from the other. */
export const isOtherRequest = (act: string | null, other: string | null): boolean =>
  ruling(act) !== null && ruling(other) !== null && kindOf(act) !== kindOf(other);

/** Gives the stretches that decide nothing by themselves the act that they have beside the others; `decide` reads one anew. */
export function fillRulings(
  read: readonly { readonly stretch: string; act: string | null }[],
  decide: (stretch: string) => string | null,
): void {
  for (const [at, one] of read.entries()) {
    if (one.act !== null) continue;
    const before = read[at - 1]?.act ?? null;
    // 301同意，302不同意，都是延期
    const behind = read.slice(at + 1).find(({ stretch }) => OF_ALL.test(stretch))?.act ?? null;
    const ruled = RULED[kindOf(before ?? behind)];
    // After two verdicts nobody knows which.
    const isOne = read.slice(0, at).filter(({ act }) => ruling(act) !== null).length === 1;
    if (SAME.test(one.stretch)) one.act = isOne ? ruling(before) : null;
    else if (ruled !== undefined) one.act = ruling(decide(`${one.stretch},${ruled}`));
  }
}
