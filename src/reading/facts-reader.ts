/** Gathers the facts of a clause: numbers, units, people, times, filters. */
import type { DirectoryData } from '../domain/directory.ts';
import type { Settings } from '../domain/settings.ts';
import { dayOf } from '../domain/shanghai.ts';
import { isQuestion, type Facts } from './acts/facts.ts';
import { cardOf } from './acts/cards.ts';
import { isMerging } from './acts/merging.ts';
import { askedOf } from './acts/asked.ts';
import { categoriesAsked } from './categories.ts';
import { dayBeside, deadlineIn } from './deadlines.ts';
import type { DatePhrase } from './date-phrase.ts';
import { difficultyIn } from './difficulty.ts';
import { extendDaysIn } from './extend-days.ts';
import { fold } from './fold.ts';
import { isFixedOnSpot } from './issues/fixed-on-spot.ts';
import type { IssueTools } from './issues/tools.ts';
import { tellsWrong } from './issues/wrong.ts';
import { dayAsLimit, lengthAsLimit } from './lengths-of-time.ts';
import { alternatives } from './mention.ts';
import { countsIn, ratesIn, sourceIn } from './metrics.ts';
import { originIn } from './origins.ts';
import { daysOnly } from './numbered-first.ts';
import { findNumbers, quotedNumbers } from './numbers.ts';
import type { Place } from './place.ts';
import { outlineOf } from './outline.ts';
import { paperNameFinder, stepFinder } from './paper-names.ts';
import { percentIn } from './percent.ts';
import { periodIn } from './periods.ts';
import type { Heard, Said } from './said.ts';
import { siteTypeFinder } from './site-types.ts';
import { speakerOf } from './speaker.ts';
import { stripLead, tidyDictation } from './spoken.ts';
import { planIn, reviewDayIn } from './suspension.ts';
import { partsOf } from './unit-parts.ts';

const OURS =
  /(?:^|[\s,。]|还有|查|看|列)(?:局|单位|中心|街道|镇|公司|大队)里|(?:[我咱俺]们?|本)(?:局|单位|办|中心|街道|镇|社区|公司|大队|委|队(?!伍))/;
/** 我们, 咱: said by a unit in a question it is the unit. */
const WE = /[我咱俺]们(?!全?[市县区]|组)|[咱俺](?!们|全?[市县区]|组)/;
/** The number of a paper, as it stands at its head. */
const ISSUED = /编号:(\S+?号)/;
const URGENT = /尽快|立刻|立即|马上|抓紧|赶紧|火速|赶快|第一时间|加急/;

export function factsReader(
  tools: IssueTools,
  directory: DirectoryData,
  settings: Pick<Settings, 'categories' | 'ladder' | 'siteTypes'>,
): (heard: Heard, text: string, fuzzy: Said['fuzzy']) => Facts {
  const siteTypesIn = siteTypeFinder(settings.siteTypes);
  const papersIn = paperNameFinder(settings.ladder.steps);
  const stepIn = stepFinder(settings.ladder.steps);
  const teams = directory.teams;
  const teamNames = new RegExp(alternatives(teams.flatMap((team) => [team, team.replace('督查', '')])), 'g');

  return (heard, text, fuzzy) => {
    const { sentAt } = heard;
    const datesIn = (said: string): readonly DatePhrase[] => daysOnly(said, tools.findDates(said, sentAt), heard.quote);
    const dates = datesIn(text);
    const asked = askedOf({ heard });
    const limited = asked === null ? text : lengthAsLimit(asked.kind === 'confirm' ? dayAsLimit(text) : text);
    const people = tools.findPeople(text);
    const sites = tools.places
      .sitesIn(text)
      .filter(({ end }) => !/^(?:街道|社区|镇|窗口|牵头|负责)/.test(text.slice(end)));
    const own = findNumbers(text, [...dates, ...people]);
    const quoted = heard.quote === null ? null : quotedNumbers(fold(heard.quote));
    const hasOwnNumbers = own.issueNos.length + own.taskNos.length + own.messageNos.length > 0;
    const quotedNo = quoted?.issueNos.length === 1 ? (quoted.issueNos[0] ?? null) : null;
    // 和12是一个事，并过去: of the quoted one and the one named.
    const isJoined = quotedNo !== null && own.issueNos.length === 1 && isMerging(text);
    const numbers = isJoined
      ? { ...own, issueNos: [...new Set([...own.issueNos, quotedNo])] }
      : hasOwnNumbers || !quoted
        ? own
        : quoted;
    const mentions = tools.findUnits(text, sites);
    const units = partsOf(text, mentions);
    const plain = stripLead(tidyDictation(text));
    const place = tools.places.first(plain);
    const speaker = speakerOf(heard.sender);
    const ours = heard.sender?.unit ?? null;
    // 我们组: the sender’s own.
    const ownTeam = /我(?:们|这个?)?组|本组|咱们?组/.test(text) ? teams.find((team) => team === ours) : undefined;
    const ownUnit = ours !== null && tools.unitNames.has(ours) ? ours : null;
    const asksOfUs = isQuestion(text) || ratesIn(text).length > 0;
    const isOurs = OURS.test(text) || (speaker === 'unit' && WE.test(text) && asksOfUs);
    const named = units.lead;
    const personUnits = people.flatMap(({ person }) =>
      person.unit !== null && tools.unitNames.has(person.unit) ? [person.unit] : [],
    );
    return {
      heard,
      text,
      speaker,
      hasOwnNumbers,
      explicitNo: own.isExplicit,
      namesTwice: namesTwice(text, (clause) => findNumbers(clause, tools.findDates(clause, sentAt)).issueNos),
      quotedNo,
      quotedCategory: heard.quote === null ? null : kindOnCard(fold(heard.quote), tools),
      issueNos: numbers.issueNos,
      taskNos: numbers.taskNos,
      messageNos: numbers.messageNos,
      papers: papersIn(text),
      quotedPapers: heard.quote?.includes('待签发') === true ? papersIn(fold(heard.quote)) : [],
      issuedPapers: papersIn(ISSUED.exec(fold(heard.quote ?? ''))?.[1] ?? ''),
      ladderStep: stepIn(text),
      units: named.length === 0 && isOurs && ownUnit !== null ? [ownUnit] : named,
      ownUnit: OURS.test(text) || (WE.test(text) && (speaker === 'unit' || speaker === 'grid')) ? ownUnit : null,
      unnamed: without(text, [...sites, ...mentions, ...people, ...dates]).replace(teamNames, ' '),
      unitStarts: mentions.map(({ start }) => start),
      outline: outlineOf(text, { units: mentions, people }, ours),
      coUnits: units.co,
      fromUnits: units.from,
      hasUnitGroup: mentions.some(({ isGroup }) => isGroup),
      personUnits: [...new Set(personUnits)],
      persons: [...new Set(people.map(({ person }) => person.name))],
      deadline: deadlineIn(limited, datesIn(limited), { now: sentAt, rules: tools.deadlineRules }),
      // 给3天, 就5天: in answer to a request for time a length is one of it.
      extendDays:
        extendDaysIn(text) ??
        (cardOf(heard.quote) === 'extension'
          ? extendDaysIn(`延期,${text.replace(/^[^,。]{0,4}?就(?=\d|[一二两三四五六七八九十])/, '给')}`)
          : null),
      period: periodIn(text, dates, sentAt),
      rates: ratesIn(text),
      counts: countsIn(text),
      source: sourceIn(text),
      origin: originIn(text),
      category: categoryIn(plain, place, tools),
      thing: tools.guessCategory(plain.replace(place?.text ?? ' ', ' ')),
      // 市委宣传部 is no question about 公益广告, 翠竹社区 none about all 社区.
      categories: categoriesAsked(
        without(text, [...sites, ...mentions.filter(({ isGroup }) => !isGroup)]),
        settings.categories,
        tools.findCategory,
      ),
      sites: [...new Set(sites.map(({ site }) => site.name))],
      siteTypes: sites.length > 0 ? [] : siteTypesIn(without(text, mentions)),
      team: ownTeam ?? teams.find((team) => text.includes(team) || text.includes(team.replace('督查', ''))) ?? null,
      location: place?.text.trim() ?? null,
      isPlaceNamed: place !== null && !tools.places.isNameless(place.text),
      isUrgent: URGENT.test(text),
      images: heard.images,
      fixedOnSpot: isFixedOnSpot(text),
      doneOn: doneDay(text, dates, sentAt),
      plan: planIn(text),
      reviewOn: reviewDayIn(text, dates),
      expectedDone: dayBeside(text, dates, {
        before: /(?:预计|计划|争取|力争|大概|估计|最[晚迟]|要到|到)\s*$/,
        after:
          /^[前左右]*(?:[上下]午|晚上?)?(?:就|会|才?能|可|可以|内|自己|自行|全部?|都)*(?:完成|整改到位|整改完|处理完|改完|弄完|清完|到货|完工|收尾|收工|拆|搬|挪|装|修|换)/,
      }),
      percent: percentIn(text),
      difficulty: difficultyIn(text),
      fuzzy: [
        ...fuzzy,
        ...mentions.filter(({ isFuzzy }) => isFuzzy).map(({ typed, units: meant }) => [typed, meant[0] ?? ''] as const),
      ],
    };
  };
}

/** The kind of the problem on a card, whose units and places have words of kinds in their names. */
function kindOnCard(quote: string, tools: IssueTools): string | null {
  const onCard = quote.replace(/(?:责任|协办|配合)?单位:[^\n]*/g, ' ');
  return tools.findCategory(without(onCard, [...tools.places.sitesIn(onCard), ...tools.findUnits(onCard)]));
}

/** Two clauses with lists that overlap and differ: which verdict is meant for which cannot be told. */
function namesTwice(text: string, numbersOf: (clause: string) => readonly number[]): boolean {
  const clauses = text.split(/[,。;!\n]/);
  if (clauses.length < 2 || (text.match(/\d+/g) ?? []).length < 3) return false;
  const lists = clauses.map(numbersOf).filter((nos) => nos.length > 0);
  return lists.some((list, at) =>
    lists.slice(at + 1).some((other) => other.some((no) => list.includes(no)) && String(other) !== String(list)),
  );
}

/** What is wrong, without its place; where that says too little (母婴室 锁着门), with it. */
function categoryIn(text: string, place: Place | null, { findCategory }: IssueTools): string | null {
  if (!place) return findCategory(text);
  const rest = text.replace(place.text, ' ');
  return findCategory(rest, place.text) ?? (tellsWrong(rest) ? findCategory(text, place.text) : null);
}

/** 已于11月21日完成: the day it was done. */
function doneDay(text: string, dates: Parameters<typeof dayBeside>[1], sentAt: Date): string | null {
  const day = dayBeside(text, dates, {
    before: /(?:已于|已在|于)\s*$/,
    after:
      /^(?:[上下中]午|傍晚|晚上?|夜里|早上|清早)?(?:已|就|都|全|把|整改|清理|处理|完成|拆|修|换|拖|搬|挪|移|铲|刷|补|清|撤)/,
  });
  return day !== null && day <= dayOf(sentAt) ? day : null;
}

function without(text: string, spans: readonly { start: number; end: number }[]): string {
  let rest = text;
  for (const { start, end } of spans) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}
