/** 阅读: Chinese as people type it in work groups → facts. Pure: no network, no clock, no state but its indexes, built once. */
import type { DirectoryData } from '../domain/directory.ts';
import type { Settings } from '../domain/settings.ts';
import { decideAct } from './acts/decide.ts';
import { askedOf } from './acts/drafts.ts';
import type { Facts } from './acts/facts.ts';
import { answerIn } from './answers.ts';
import { categoryFinder } from './categories.ts';
import { findDates } from './dates.ts';
import { factsReader } from './facts-reader.ts';
import { correctTerms } from './homophones.ts';
import { fold } from './fold.ts';
import { withStreets } from './houses.ts';
import { readIssues } from './issues/read-issues.ts';
import type { IssueTools } from './issues/tools.ts';
import { alternatives, mentionRemover, withoutEverybody } from './mention.ts';
import { findNumbers } from './numbers.ts';
import { withoutTitle } from './openings.ts';
import { cutOrders } from './orders.ts';
import { peopleFinder } from './people.ts';
import { placeFinder } from './places.ts';
import { withoutPoints } from './points.ts';
import { reasonIn } from './reasons.ts';
import type { Heard, Said } from './said.ts';
import { withFigures, withoutEcho } from './spoken.ts';
import { withDigits } from './spoken-numbers.ts';
import { thingFinder } from './things.ts';
import { topicIn } from './topics.ts';
import { unitFinder } from './units.ts';

export type ReaderSettings = Pick<Settings, 'botNames' | 'categories' | 'ladder' | 'siteTypes' | 'workday'>;

export interface Reader {
  /** What a message says. Never throws, whatever was typed. */
  understand(heard: Heard): Said;
}

/** A longer message is not read at all: a part of it would be another message. So reading stays quick. */
export const LONGEST_MESSAGE = 4000;
const readable = (typed: string): string => (typed.length > LONGEST_MESSAGE ? '' : typed);
/** Said of several numbers one after the other, they are one order. */
const JOINABLE = new Set([
  'issue.claim',
  'issue.verify',
  'issue.rectify',
  'issue.urge',
  'issue.show',
  'issue.withdraw',
  'issue.merge',
  'task.claim',
  'import.settle',
]);

/** What is ruled on, by the act before. */
const RULED: Readonly<Record<string, string>> = { extend: '延期', appeal: '申诉', suspend: '挂账' };
const ruling = (act: string | null): string | null => (act !== null && /\.(?:approve|reject)$/.test(act) ? act : null);

/** A reason may tell of a time (图是上个月的); only the limit is no part of it. */
const timesCut = ({ deadline }: Facts): readonly { start: number; end: number }[] =>
  deadline === null ? [] : [deadline];
/** What is done with several numbers together; cut apart it would be another thing. */
const OF_SEVERAL = new Set(['issue.merge', 'citizen.link']);
/** 327门口的垃圾，328墙上的广告都清了: said at the last of the numbers, of all of them. */
const spansBack = (stretch: string, { issueNos }: Facts): boolean =>
  issueNos.length === 1 && /都|全部|一并|一起|一块|统一|均/.test(stretch);
const hasSpanning = (decided: readonly { stretch: string; facts: Facts }[]): boolean =>
  decided.some(({ stretch, facts }) => spansBack(stretch, facts));

export function createReader({ directory, settings }: { directory: DirectoryData; settings: ReaderSettings }): Reader {
  const removeMention = mentionRemover(settings.botNames.map(fold));
  const holidays = ['元旦', '春节', '国庆', '五一', '端午', '中秋', '清明'];
  const milestones = new RegExp(
    `(${alternatives([...Object.keys(directory.milestones), ...holidays, '测评组来', '检查组来', '迎检'])})(?:到来|开始)?[之以]?前`,
    'g',
  );
  const tools: IssueTools = {
    places: placeFinder(directory),
    findUnits: unitFinder(directory),
    findPeople: peopleFinder(directory),
    findCategory: categoryFinder(settings.categories),
    guessCategory: thingFinder(settings.categories),
    findDates: (text, sentAt) => findDates(text, sentAt, milestones),
    deadlineRules: { workday: settings.workday, milestones: directory.milestones },
    unitNames: new Set(directory.units.map(({ name }) => name)),
    streetNames: new Set(
      directory.units.filter(({ kind }) => /street|town(?!ship office)/.test(kind)).map(({ name }) => name),
    ),
  };
  const factsOf = factsReader(tools, directory, settings);

  function saidOf(facts: Facts, act: string | null): Said {
    const { text, heard } = facts;
    const isLog = act === 'issue.log' || act === 'citizen.log';
    const isAnswer = act === 'draft.fill' || act === 'draft.confirm';
    const read = isLog
      ? readIssues(withoutPoints(text), { sentAt: heard.sentAt, quote: heard.quote && fold(heard.quote) }, tools)
      : { issues: [], doubtful: null };
    const said: Said = {
      ...facts,
      act,
      deadline: read.doubtful ?? facts.deadline,
      reason: reasonIn(text, timesCut(facts), [...tools.findUnits(text), ...tools.findPeople(text)]),
      issues: read.issues,
      answer: isAnswer ? answerIn(facts, act) : null,
      topic: topicIn(text),
      parts: [],
      has: (...words) => words.some((word) => text.includes(word)),
    };
    return { ...said, parts: [said] };
  }

  /** Several orders only where each of them is one for sure; what is said of other numbers is left alone. */
  function partsOf(heard: Heard, text: string, fuzzy: Said['fuzzy']): readonly Said[] | null {
    const numbersIn = (stretch: string): ReturnType<typeof findNumbers> =>
      findNumbers(stretch, tools.findDates(stretch, heard.sentAt));
    const stretches = cutOrders(text, numbersIn);
    if (stretches.length < 2 || stretches.length > 20) return null;
    const read = stretches.map((stretch) => {
      const facts = factsOf({ ...heard, quote: null }, stretch, fuzzy);
      return { stretch, facts, act: decideAct(facts) };
    });
    for (const [at, one] of read.entries()) {
      const ruled = RULED[read[at - 1]?.act?.split('.')[0] ?? ''];
      // 614同意延期到30号，617不同意: on the same kind of request.
      if (one.act === null && ruled !== undefined)
        one.act = ruling(decideAct(factsOf({ ...heard, quote: null }, `${one.stretch},${ruled}`, fuzzy)));
    }
    const decided = read.filter(({ act }) => act !== null);
    const others = read.filter(({ act }) => act === null);
    if (decided.length === 0 || others.some(({ facts, stretch }) => !facts.hasOwnNumbers || spansBack(stretch, facts)))
      return null;
    if (others.length > 0 && (OF_SEVERAL.has(wholeAct(heard, text, fuzzy)) || hasSpanning(decided))) return null;
    // 1退回，还有两个摊位没撤: without a place it is the reason, no new problem.
    if (decided.some(({ act, facts }) => act === 'issue.log' && facts.location === null)) return null;
    if (decided.filter(({ act }) => act === 'issue.log').length > 1 || decided[0]?.act === 'issue.log') return null;
    const joined: { act: string | null; stretches: string[] }[] = [];
    for (const { act, stretch } of decided) {
      const same = joined.find((one) => one.act === act && JOINABLE.has(act ?? ''));
      if (same) same.stretches.push(stretch);
      else joined.push({ act, stretches: [stretch] });
    }
    if (joined.length + others.length < 2) return null;
    return joined.map(({ act, stretches: texts }) => {
      const facts = factsOf({ ...heard, quote: null }, texts.join(','), fuzzy);
      // 580、581都在施工，580快些: further said of one of them.
      return saidOf(act === 'issue.progress' ? facts : withoutOthers(facts, texts, read), act);
    });
  }

  /** 701到705认领，704不是我们的: what is said of one number apart is not said of it with the rest. */
  function withoutOthers(
    facts: Facts,
    own: readonly string[],
    read: readonly { stretch: string; facts: Facts }[],
  ): Facts {
    const others = read.filter(
      ({ stretch, facts: { issueNos } }) => !own.includes(stretch) && issueNos.length < facts.issueNos.length,
    );
    const taken = new Set(others.flatMap(({ facts: { issueNos } }) => issueNos));
    return { ...facts, issueNos: facts.issueNos.filter((no) => !taken.has(no)) };
  }

  const wholeAct = (heard: Heard, text: string, fuzzy: Said['fuzzy']): string =>
    decideAct(factsOf(heard, text, fuzzy)) ?? '';

  return {
    understand(heard) {
      const { text: spelt, fuzzy } = correctTerms(withoutEcho(removeMention(fold(readable(heard.text)))));
      const typed = withFigures(withDigits(spelt));
      const plain = withoutEverybody(typed);
      // What is meant without 所有人 is meant with it; only to call everybody is another thing.
      const isPlain = plain !== typed && decideAct(factsOf(heard, plain, fuzzy)) !== null;
      const text = withoutTitle(withStreets(isPlain ? plain : typed, tools));
      const facts = factsOf(heard, text, fuzzy);
      const isSilent = heard.chatKind === 'group' && !heard.mentionsBot;
      const parts = isSilent || facts.speaker === 'citizen' || askedOf(facts) ? null : partsOf(heard, text, fuzzy);
      const whole = saidOf(facts, parts?.[0]?.act ?? decideAct(facts));
      return parts ? { ...whole, parts } : whole;
    },
  };
}
