/** 得分: 42/50, 得分42分(满分50分), and what the points were lost for. */

export interface SaidScore {
  readonly gained: number;
  readonly total: number;
}

const NUMBER = String.raw`(\d{1,4}(?:\.\d)?)`;
const FRACTION = new RegExp(String.raw`(?<![\d/])${NUMBER}\s*/\s*${NUMBER}(?![\d/])`);
const WORDS = new RegExp(
  `得(?:了)?(?:分)?\\s*[:为是]?\\s*${NUMBER}\\s*分?[,(\\s]*(?:满分|总分)\\s*[:为是]?\\s*${NUMBER}`,
);

/** Null where no score of so many points is told. */
export function scoreIn(text: string): SaidScore | null {
  const match = FRACTION.exec(text) ?? WORDS.exec(text);
  return match === null ? null : { gained: Number(match[1]), total: Number(match[2]) };
}

/** 失分: the things points were lost for, one each. */
export function lostIn(text: string): readonly string[] {
  const said = /(?:失分|扣分)(?:项|点|原因|情况)?\s*[:是为]?\s*([^\d].*)$/s.exec(text)?.[1] ?? '';
  return said
    .split(/[,;。、\n]+/)
    .map((thing) => thing.replace(/^\s*(?:\d+[.)]|和|及)\s*/, '').trim())
    .filter((thing) => thing.length >= 2);
}
