/** 登记: inspectors on their rounds, the office, grid members; one problem or several in a message. */
import type { Person } from '../../domain/directory.ts';
import { enter, enterDraft, factsOf } from './entry.ts';
import { ofOrigin, settledPlace, together } from './kinds.ts';
import { alike, fixers, found, timed } from './finding.ts';
import { limitOf } from './limits.ts';
import type { Stage } from './stage.ts';
import { DEFECTS, onSpotText, severalText, singleText } from './words.ts';
import type { Finding } from './words.ts';

/** Logs `count` problems in one message or several; every number given is remembered. */
export async function round(stage: Stage, by: Person, count: number): Promise<void> {
  let left = count;
  while (left > 0) {
    const before = stage.cases.length;
    await oneMessage(stage, by, left);
    const logged = stage.cases.length - before;
    if (logged === 0) stage.count('log failed');
    left -= Math.max(1, logged);
  }
}

async function oneMessage(stage: Stage, by: Person, most: number): Promise<void> {
  const { random } = stage;
  if (by.roles.includes('gridMember')) return gridEntry(stage, by);
  const dice = random.next();
  if (dice < 0.05) return onSpot(stage, by);
  if (dice < 0.09) return withoutUnit(stage, by);
  if (dice < 0.12 && stage.cases.length > 20) return again(stage, by);
  if (dice < 0.16) return ofOrigin(stage, by);
  if (dice < 0.19) return together(stage, by);
  if (dice < 0.21 && stage.rulings.length > 0) return settledPlace(stage, by);
  if (dice < 0.4 && most > 1) return several(stage, by, Math.min(most, random.int(2, 4)));
  return single(stage, by);
}

const groupFor = (stage: Stage): string | null => (stage.random.isLucky(0.08) ? null : 'city');

async function single(stage: Stage, by: Person): Promise<void> {
  const { finding, unit } = found(stage);
  const wanted = new RegExp(`【交办】#${stage.cases.length + 1}\\|${unit}`);
  const options = { group: groupFor(stage), images: stage.random.int(0, 2) };
  if (!(await stage.gets(by.name, singleText(stage.random, finding), wanted, options))) return;
  enter(stage, { by, finding, units: [unit] });
}

async function several(stage: Stage, by: Person, count: number): Promise<void> {
  const { random } = stage;
  const first = found(stage);
  const shares = random.isLucky(0.5);
  const rest = Array.from({ length: count - 1 }, () => (shares ? alike(stage, first) : found(stage)));
  // One time among several without would be read as everybody's: a message of several places states all or none.
  const isTimed = first.finding.until !== null;
  const all = [first, ...rest].map((each) => (shares ? each : timed(stage, each, isTimed)));
  const wanted = new RegExp(`【交办】${count}件[^]*#${stage.cases.length + 1}[^]*#${stage.cases.length + count}`);
  const text = severalText(
    all.map(({ finding }) => finding),
    shares,
  );
  if (!(await stage.gets(by.name, text, wanted, { images: random.int(0, 1) }))) return;
  for (const { finding, unit } of all) enter(stage, { by, finding, units: [unit] });
  stage.count('several in a message');
}

async function onSpot(stage: Stage, by: Person): Promise<void> {
  const { finding, unit } = found(stage, fixers(stage));
  const isDone = await stage.gets(by.name, onSpotText({ ...finding, unit }), /现场整改完成/, { images: 1 });
  if (!isDone) return;
  const at = stage.now();
  const due = limitOf(finding.what.tier, at);
  enter(stage, {
    by,
    finding: { ...finding, until: { words: '', at: due } },
    units: [unit],
    stand: { state: 'closed', claimedAt: at, reportedAt: at, reportedBy: by.name, closedAt: at },
  });
  stage.count('fixed on the spot');
}

/** The bot suggests whose it is and waits for a yes; the card then names the unit. */
async function withoutUnit(stage: Stage, by: Person): Promise<void> {
  const { finding } = found(stage);
  if (!(await stage.gets(by.name, `${finding.place}${finding.what.words}`, /责任单位|建议/))) return;
  const heard = await stage.says(by.name, '对');
  const units = new RegExp(`【交办】#${stage.cases.length + 1}\\|([^\\s|]+)`).exec(heard.text)?.[1]?.split('、');
  if (units === undefined) {
    // Nothing to suggest: the question was which unit.
    const { unit } = found(stage);
    const wanted = new RegExp(`【交办】#${stage.cases.length + 1}\\|${unit}`);
    if (await stage.gets(by.name, unit, wanted))
      enter(stage, { by, finding: { ...finding, until: null }, units: [unit] });
    return;
  }
  enter(stage, { by, finding: { ...finding, until: null }, units });
  stage.count('unit suggested');
}

/** The same thing seen by a second person: the office will merge the two. */
async function again(stage: Stage, by: Person): Promise<void> {
  const { random } = stage;
  const open = stage.cases.slice(-30).filter(({ loggedBy, twin, stands }) => {
    const state = stands.at(-1)?.state;
    return loggedBy !== by.name && twin === null && (state === 'dispatched' || state === 'claimed');
  });
  if (open.length === 0) return single(stage, by);
  const first = random.pick(open);
  const what = DEFECTS.find(({ category, tier }) => category === first.category && tier === first.tier);
  const unit = first.stands.at(-1)?.units[0];
  if (what === undefined || unit === undefined) return single(stage, by);
  const finding: Finding = { place: first.place, what, unit, until: null };
  const wanted = new RegExp(`【交办】#${stage.cases.length + 1}\\|${unit}`);
  if (await stage.gets(by.name, singleText(random, finding), wanted)) {
    enter(stage, { by, finding, units: [unit], twin: first.no });
    if (stage.answer.includes(`#${first.no}`)) stage.count('repetition pointed out');
  }
}

/** 网格员: no unit named, the office confirms. */
async function gridEntry(stage: Stage, by: Person): Promise<void> {
  const { finding } = found(stage);
  const no = stage.cases.length + 1;
  const isNoted = await stage.gets(by.name, `${finding.place}${finding.what.words}`, new RegExp(`已记下#${no}`), {
    group: stage.random.pick(['city', 'towns']),
    images: 1,
  });
  if (!isNoted) return;
  enterDraft(stage, { ...factsOf(finding, by, stage), origin: 'grid' });
  stage.count('grid entry');
}
