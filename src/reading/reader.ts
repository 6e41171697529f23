/** 阅读: Chinese as people type it in work groups → facts. Pure: no network, no clock, no state but its indexes, built once. */
import type { DirectoryData } from '../domain/directory.ts';
import type { Settings } from '../domain/settings.ts';
import { decideAct } from './acts/decide.ts';
import { requestAsked } from './acts/decisions.ts';
import { askedOf } from './acts/drafts.ts';
import type { Facts } from './acts/facts.ts';
import { answerIn } from './answers.ts';
import { categoryFinder } from './categories.ts';
import { findDates } from './dates.ts';
import { factsReader } from './facts-reader.ts';
import { correctTerms } from './homophones.ts';
import { withoutFallback } from './fallbacks.ts';
import { fold } from './fold.ts';
import { withStreets } from './houses.ts';
import { readIssues } from './issues/read-issues.ts';
import type { IssueTools } from './issues/tools.ts';
import { JOINABLE, OF_SEVERAL } from './joinable.ts';
import { speakerOf } from './speaker.ts';
import { alternatives, mentionRemover, withoutEverybody } from './mention.ts';
import { findNumbers } from './numbers.ts';
import { withoutTitle } from './openings.ts';
import { cutOrders, withoutItemMarks } from './orders.ts';
import { peopleFinder } from './people.ts';
import { placeFinder } from './places.ts';
import { withoutPoints } from './points.ts';
import { reasonIn } from './reasons.ts';
import { fillRulings, isOtherRequest, OF_ALL } from './ruled-beside.ts';
import { cutRulings, rulingsIn } from './rulings.ts';
import type { Heard, Said } from './said.ts';
import { undoneBy } from './acts/undoing.ts';
import { withFigures, withoutEcho } from './spoken.ts';
import { withDigits } from './spoken-numbers.ts';
import { taskList } from './task-list.ts';
import { thingFinder } from './things.ts';
import { topicIn } from './topics.ts';
import { unitFinder } from './units.ts';

export type ReaderSettings = Pick<Settings, 'botNames' | 'categories' | 'ladder' | 'siteTypes' | 'workday'>;

export interface Reader {
  /** What a message says. Never throws, whatever was typed. */
  understand(heard: Heard): Said;
}

/** Longer messages are cut: nobody reports problems in more, and reading stays quick. */
const LONGEST = 4000;
/** A reason may tell of a time (图是上个月的); only the limit is no part of it. */
const timesCut = ({ deadline }: Facts): readonly { start: number; end: number }[] =>
  deadline === null ? [] : [deadline];
/** 327门口的垃圾，328墙上的广告都清了: said at the last of the numbers, of all of them. */
const spansBack = (stretch: string, { issueNos }: Facts): boolean =>
  issueNos.length === 1 && /都|全部|一并|一起|一块|统一|均/.test(stretch.replace(OF_ALL, ''));
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
      ? readIssues(withoutPoints(text), heard.sentAt, heard.quote === null ? null : fold(heard.quote), tools)
      : { issues: [], doubtful: null };
    const said: Said = {
      ...facts,
      act,
      deadline: read.doubtful ?? facts.deadline,
      reason: reasonIn(text, timesCut(facts), [...tools.findUnits(text), ...tools.findPeople(text)]),
      issues: read.issues,
      answer: isAnswer ? answerIn(facts, act) : null,
      topic: topicIn(text),
      undone: undoneBy(facts),
      tasks: act === 'task.create' ? tasksIn(facts) : [],
      parts: [],
      has: (...words) => words.some((word) => text.includes(word)),
    };
    return { ...said, parts: [said] };
  }

  const tasksIn = ({ heard, text, fuzzy }: Facts): readonly Said[] =>
    (taskList(text)?.items ?? []).map((item) =>
      saidOf(factsOf({ ...heard, quote: null }, `任务:${item}`, fuzzy), 'task.create'),
    );

  /** Several orders only where each of them is one for sure; what is said of other numbers is left alone. */
  function partsOf(heard: Heard, text: string, fuzzy: Said['fuzzy']): readonly Said[] | null {
    const numbersIn = (stretch: string): ReturnType<typeof findNumbers> =>
      findNumbers(stretch, tools.findDates(stretch, heard.sentAt));
    const orders = cutOrders(text, numbersIn);
    const stretches = orders.flatMap((stretch) => {
      // 申诉驳回了，我们申请延期: a unit decides nothing.
      if (speakerOf(heard.sender) === 'unit') return [stretch];
      const { issueNos } = numbersIn(stretch);
      const isOwn = issueNos.length > 0;
      return cutRulings(stretch, {
        nos: isOwn ? issueNos : factsOf(heard, stretch, fuzzy).issueNos,
        asked: isOwn ? undefined : requestAsked(heard.quote),
        isNumbered: (said) => numbersIn(said).issueNos.length > 0,
      });
    });
    const isCut = stretches.length > 1 || stretches[0] !== orders[0];
    if (!isCut || stretches.length > 20) return null;
    const read = stretches.map((stretch) => {
      const facts = factsOf({ ...heard, quote: null }, stretch, fuzzy);
      return { stretch, facts, act: decideAct(facts) };
    });
    fillRulings(read, (stretch) => decideAct(factsOf({ ...heard, quote: null }, stretch, fuzzy)));
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
    if (joined.length + others.length < 2 && stretches.length > 1) return null;
    return joined.map(({ act, stretches: texts }) => {
      const facts = factsOf({ ...heard, quote: null }, texts.join(','), fuzzy);
      // 580、581都在施工，580快些: further said of one of them.
      const others = read.filter((one) => !isOtherRequest(act, one.act));
      return saidOf(act === 'issue.progress' ? facts : withoutOthers(facts, texts, others), act);
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
      const { text: spelt, fuzzy } = correctTerms(withoutEcho(removeMention(fold(heard.text.slice(0, LONGEST)))));
      const typed = withFigures(withDigits(spelt));
      const plain = withoutEverybody(typed);
      // What is meant without 所有人 is meant with it; only to call everybody is another thing.
      const isPlain = plain !== typed && decideAct(factsOf(heard, plain, fuzzy)) !== null;
      const streets = withStreets(isPlain ? plain : typed, tools);
      const text = withoutFallback(withoutItemMarks(withoutTitle(streets)));
      const facts = factsOf(heard, text, fuzzy);
      const isSilent = heard.chatKind === 'group' && !heard.mentionsBot;
      // 301延期同意，挂账不同意 is no answer to a question, and neither of the two alone.
      const isAnswer = askedOf(facts) !== null && !(facts.hasOwnNumbers && (rulingsIn(text)?.length ?? 0) > 1);
      // 2、教育局… of a list of tasks is no order about a number 2.
      const isTaskList = taskList(text) !== null && decideAct(facts) === 'task.create';
      const parts =
        isSilent || facts.speaker === 'citizen' || isAnswer || isTaskList ? null : partsOf(heard, text, fuzzy);
      const whole = saidOf(facts, parts?.[0]?.act ?? decideAct(facts));
      return parts ? { ...whole, parts } : whole;
    },
  };
}
