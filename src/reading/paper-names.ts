/** 文号 as people say it: 提醒31号, 督办单第18号, 督办〔2026〕18号. Which series a word stands for the settings know. */

export interface PaperName {
  /** 提醒, 督办, 问责, or a city's own word; 交办 only with 单 or the year behind it: 交办327号 is an order. */
  readonly word: string;
  readonly no: number;
  /** Null where the year is not said. */
  readonly year: number | null;
}

const NAME =
  /(提醒|督办|问责|预警|[一二三四]令|[整警责通][改示令报]|交办(?=单|\s*[〔[(]))(?:函|单|书|令)?\s*(?:[〔[(]\s*(\d{4})\s*[〕\])])?\s*第?\s*(\d{1,5})\s*(?:号|(?=[\s,。、和]|$))/g;
/** 督办18号、19号: a number that goes on with the word before it. */
const MORE = /^[、,和及与\s]*第?(\d{1,5})号/;

/** In the order of the text, each once. */
export function paperNamesIn(text: string): readonly PaperName[] {
  const found: PaperName[] = [];
  for (const match of text.matchAll(NAME)) {
    const [span, word = '', year, no] = match;
    const named = { word, year: year === undefined ? null : Number(year) };
    found.push({ ...named, no: Number(no) });
    let rest = text.slice(match.index + span.length);
    for (let more = MORE.exec(rest); more !== null; more = MORE.exec(rest)) {
      found.push({ ...named, no: Number(more[1]) });
      rest = rest.slice(more[0].length);
    }
  }
  return found.filter(
    (one, index) =>
      found.findIndex(({ word, no, year }) => word === one.word && no === one.no && year === one.year) === index,
  );
}
