/** How a sheet is printed: as wide as the page, in letters that can be read, each page with the head and its number. */

/** Characters of column width that an A4 page lying on its side holds in letters of about eight points. */
const MOST_ON_A4 = 150;
/** Inches: what a printer leaves free, and room for the number of the page. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** `widths`: characters of each printed column, from the first. `rows`: all that are printed, the head among them. */
export function printing(
  widths: readonly number[],
  { rows, headRows }: { readonly rows: number; readonly headRows: number },
) {
  const isWide = widths.reduce((sum, width) => sum + width, 0) > MOST_ON_A4;
  return {
    pageSetup: {
      paperSize: isWide ? 'a3' : 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      printArea: `$A$1:$${columnName(widths.length - 1)}$${rows}`,
      printTitlesRow: `$1:$${headRows}`,
    },
    headerFooter: { oddFooter: '&C第&P页，共&N页' },
  } as const;
}

/** 0 → A, 26 → AA. */
export const columnName = (nth: number): string =>
  nth < 26 ? String.fromCharCode(65 + nth) : `${columnName(Math.floor(nth / 26) - 1)}${columnName(nth % 26)}`;
