/** 文书 as people speak of them: 提醒31号, 督办单第18号, 督办〔2026〕18号; 督办单, 二令. The words are the steps' own, as the city has set them. */
import type { LadderStep } from '../domain/pressure-settings.ts';
import { alternatives } from './mention.ts';

export interface PaperName {
  /** 提醒, 督办, 问责, or a city's own word; 交办 only with 单 or the year behind it: 交办327号 is an order. */
  readonly word: string;
  readonly no: number;
  /** Null where the year is not said. */
  readonly year: number | null;
}

type StepWords = Pick<LadderStep, 'id' | 'name' | 'title' | 'word'>;

/** Spoken of whatever the steps are called; which series they stand for the settings know. */
const USUAL = '提醒|督办|问责|预警|[一二三四]令|[整警责通][改示令报]|交办(?=单|\\s*[〔[(])';
/** 督办18号、19号: a number that goes on with the word before it. */
const MORE = /^[、,和及与\s]*第?(\d{1,5})号/;

/** Numbers of papers in a text, in its order, each once. */
export function paperNameFinder(steps: readonly StepWords[]): (text: string) => readonly PaperName[] {
  const words = alternatives(steps.map(({ word }) => word));
  const names = alternatives(steps.flatMap(({ name, title }) => [name, title]));
  const pattern = new RegExp(
    `(${USUAL}|${words}|${names})(?:函|单|书|令)?\\s*(?:[〔[(]\\s*(\\d{4})\\s*[〕\\])])?\\s*第?\\s*(\\d{1,5})\\s*(?:号|(?=[\\s,。、和]|$))`,
    'g',
  );

  return (text) => {
    const found: PaperName[] = [];
    for (const match of text.matchAll(pattern)) {
      const [span, word = '', year, no] = match;
      const named = { word, year: year === undefined ? null : Number(year) };
      found.push({ ...named, no: Number(no) });
      let rest = text.slice(match.index + span.length);
      for (let more = MORE.exec(rest); more !== null; more = MORE.exec(rest)) {
        found.push({ ...named, no: Number(more[1]) });
        rest = rest.slice(more[0].length);
      }
    }
    // 督办18号 after 督办〔2026〕18号 is the same one.
    return found.filter(
      (one, index) =>
        !found.some(
          ({ word, no, year }, other) =>
            word === one.word &&
            no === one.no &&
            (year === one.year ? other < index : one.year === null && other !== index),
        ),
    );
  };
}

/** The step a text speaks of by its paper or its name (督办单, 督办函, 二令); its id, or null. */
export function stepFinder(steps: readonly StepWords[]): (text: string) => string | null {
  const patterns = steps.map(({ id, name, title, word }) => ({
    id,
    pattern: new RegExp(
      `${alternatives([title])}|${alternatives([name])}(?!制)|${alternatives([word])}(?:函|单|书|令)|启动${alternatives([word])}`,
    ),
  }));
  return (text) => patterns.find(({ pattern }) => pattern.test(text))?.id ?? null;
}
