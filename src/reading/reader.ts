/** 阅读: Chinese as people type it in work groups → facts. Pure: no network, no clock, no state but its indexes, built once. */
import type { DirectoryData } from '../domain/directory.ts';
import type { Settings } from '../domain/settings.ts';
import { decideAct } from './acts/decide.ts';
import { askedOf } from './acts/asked.ts';
import type { Facts } from './acts/facts.ts';
import { withoutTails } from './acts/tails.ts';
import { whileOpen } from './acts/while-open.ts';
import { answerIn } from './answers.ts';
import { categoryFinder } from './categories.ts';
import { findDates } from './dates.ts';
import { factsReader } from './facts-reader.ts';
import { correctTerms } from './homophones.ts';
import { withoutFallback } from './fallbacks.ts';
import { fold } from './fold.ts';
import { withStreets } from './houses.ts';
import { readIssues } from './issues/read-issues.ts';
import { withoutLetOff } from './let-off.ts';
import type { IssueTools } from './issues/tools.ts';
import { leftBeside } from './left-beside.ts';
import { alternatives, mentionRemover, withoutEverybody } from './mention.ts';
import { findNumbers } from './numbers.ts';
import { withoutTitle } from './openings.ts';
import { withoutItemMarks } from './orders.ts';
import { peopleFinder } from './people.ts';
import { placeFinder } from './places.ts';
import { withoutPoints } from './points.ts';
import { reasonIn } from './reasons.ts';
import { ordersReader } from './several-orders.ts';
import type { Heard, Said } from './said.ts';
import { undoneBy } from './acts/undoing.ts';
import { withFigures, withoutEcho } from './spoken.ts';
import { withDigits } from './spoken-numbers.ts';
import { isTooGrave, takenBack } from './taken-back/taken-back.ts';
import { taskList } from './task-list.ts';
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
/** A reason may tell of a time (图是上个月的); only the limit is no part of it. */
const timesCut = ({ deadline }: Facts): readonly { start: number; end: number }[] =>
  deadline === null ? [] : [deadline];
const isSilent = ({ chatKind, mentionsBot }: Heard): boolean => chatKind === 'group' && !mentionsBot;

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
      ? readIssues(
          withoutPoints(withoutLetOff(text, tools.findUnits(text))),
          { sentAt: heard.sentAt, quote: heard.quote && fold(heard.quote) },
          tools,
        )
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
      takenBack: null,
      tasks: act === 'task.create' ? tasksIn(facts) : [],
      parts: [],
      leftNos: [],
      has: (...words) => words.some((word) => text.includes(word)),
    };
    return { ...said, parts: [said] };
  }

  const tasksIn = ({ heard, text, fuzzy }: Facts): readonly Said[] =>
    (taskList(text)?.items ?? []).map((item) =>
      saidOf(factsOf({ ...heard, quote: null }, `任务:${item}`, fuzzy), 'task.create'),
    );

  const partsOf = ordersReader({
    factsOf,
    saidOf,
    numbersAt: (text, sentAt) => findNumbers(text, tools.findDates(text, sentAt)),
  });

  function typedIn(heard: Heard): { text: string; fuzzy: Said['fuzzy'] } {
    const { text: spelt, fuzzy } = correctTerms(withoutEcho(removeMention(fold(readable(heard.text)))));
    const typed = withFigures(withDigits(spelt));
    const plain = withoutEverybody(typed);
    // What is meant without 所有人 is meant with it; only to call everybody is another thing.
    const isPlain = plain !== typed && decideAct(factsOf(heard, plain, fuzzy)) !== null;
    const streets = withStreets(isPlain ? plain : typed, tools);
    return { text: withoutFallback(withoutItemMarks(withoutTitle(streets))), fuzzy };
  }

  /** With nothing open between the bot and the sender. `isAnswered`: yet he may be answering, so only orders with a number of their own are put right. */
  function freely(heard: Heard, isAnswered: boolean): Said {
    const { text: meant, fuzzy } = typedIn(heard);
    const { sentAt, quote } = heard;
    const { text, outcome } = takenBack(meant, { sentAt, hasQuote: quote !== null, isAnswer: isAnswered }, tools);
    const facts = factsOf(heard, text, fuzzy);
    // 2、教育局… of a list of tasks is no order about a number 2.
    const isTaskList = taskList(text) !== null && decideAct(facts) === 'task.create';
    const isOne = isSilent(heard) || facts.speaker === 'citizen' || isTaskList;
    const parts = isOne ? null : partsOf(heard, text, fuzzy);
    const said = parts ?? [saidOf(facts, decideAct(facts))];
    const isUnclear = outcome === 'unclear' || (outcome === 'corrected' && said.some(({ act }) => isTooGrave(act)));
    const marked = (one: Said): Said => ({ ...one, takenBack: isUnclear ? 'unclear' : outcome });
    if (isUnclear) return { ...marked(saidOf(facts, null)), parts: [marked(saidOf(facts, null))] };
    const leftNos = parts === null ? [] : leftBeside(facts, parts);
    return { ...marked(saidOf(facts, said[0]?.act ?? null)), parts: said.map(marked), leftNos };
  }

  /** As if nothing were open; what means nothing without the question that is quoted may be about the problem that stands there. */
  function ownIn(heard: Heard, isQuoted: boolean): Said {
    const own = freely({ ...heard, pending: null, quote: isQuoted ? null : heard.quote }, true);
    return isQuoted && own.act === null ? freely({ ...heard, pending: null }, true) : own;
  }

  return {
    understand(heard) {
      const asked = askedOf({ heard });
      // 满意吗: the verdict is an act of its own.
      if (asked === null || isSilent(heard) || heard.pending?.command === 'citizen.reply')
        return freely(heard, asked !== null);
      const own = ownIn(heard, asked.isQuoted);
      if (own.takenBack === 'unclear') return { ...own, heard };
      const { text, fuzzy } = typedIn(heard);
      const facts = factsOf(heard, text, fuzzy);
      const act = whileOpen({ ...facts, text: withoutTails(text) }, asked, own.act);
      return act === 'own' ? { ...own, heard } : saidOf(facts, act);
    },
  };
}
