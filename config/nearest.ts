/** What a mistyped word was meant to be. */

/** The known word that differs by at most two letters, and by half of its own at most; undefined where none is that near. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const [best] = [...known]
    .map((word) => ({ word, distance: editDistance(typed, word) }))
    .filter(({ word, distance }) => distance <= Math.min(2, word.length / 2))
    .toSorted((a, b) => a.distance - b.distance);
  return best?.word;
}

/** Letters to insert, delete or replace, or neighbours to swap. */
function editDistance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, at) => at)];
  const cost = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1];
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(
        Math.min(
          cost(i, j - 1) + 1,
          cost(i - 1, j) + 1,
          cost(i - 1, j - 1) + (isSame ? 0 : 1),
          isSwapped ? cost(i - 2, j - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return cost(from.length, to.length);
}
