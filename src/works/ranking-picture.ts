/** 排名图 for a daily bulletin: made as of its moment, attached to the messages that wait for it; without it they go as they are. */
import { figuresOf } from '../domain/figures.ts';
import type { Group } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';
import { rankingOf } from '../domain/ranking.ts';
import type { Ranking } from '../domain/ranking.ts';
import { DAY_MS, dayOf, dayText } from '../domain/shanghai.ts';
import { rankingPictureInput } from '../papers/chart.ts';
import type { RankingPictureInput } from '../papers/chart.ts';
import type { Store } from '../../storage/store.ts';
import { asOf, keptFile, textOf, textsOf } from './work-kind.ts';
import type { WorkContext, WorkKind } from './work-kind.ts';

export const rankingPictureWork: WorkKind = {
  kind: 'ranking-picture',
  name: () => '排名图',

  async make(context) {
    const { workshop, files, settings, log } = context;
    const input = await inputOf(context);
    if (input.groups.length === 0) return { settle: (store, at) => release(store, at, context) };
    const { extraFonts } = settings.pictures;
    const { png, unknownCharacters } = await workshop.run('rankingPicture', { input, extraFonts });
    if (unknownCharacters.length > 0) log('characters missing in the fonts', { unknownCharacters });
    const name = `整改率排名${dayOf(asOf(context.work))}.png`;
    const picture = await keptFile(files, { kind: 'picture', name, bytes: png });
    return {
      async settle(store, at) {
        for (const id of textsOf(context.work, 'rowIds')) await store.outbox.attach(id, [picture], at);
        await tellUnknown(unknownCharacters, store, { ...context, at });
      },
    };
  },

  giveUp: (store, context) => release(store, context.at, context),
};

/** Said to the office once for the same characters: they stand as 〓 until a font file is added. */
async function tellUnknown(characters: readonly string[], store: Store, { directory, postbox, at }: WorkContext) {
  const [to] = directory.officePeople();
  const shown = characters.join('、');
  if (to === undefined || characters.length === 0 || (await store.counters.next(`font:${shown}`)) > 1) return;
  const text = `排名图里有${characters.length}个字字体里没有，画成了“〓”：${shown}。请系统管理员在设置 pictures.extraFonts 里加一个有这些字的字体文件。`;
  await postbox.notice(store, { to, text, at });
}

async function release(store: Store, at: Date, { work }: WorkContext): Promise<void> {
  for (const id of textsOf(work, 'rowIds')) await store.outbox.release(id, at);
}

/** All since the campaign's start, beside how it stood a day before. */
async function inputOf(context: WorkContext): Promise<RankingPictureInput> {
  const { store, directory, settings, work } = context;
  const at = asOf(context.work);
  const group = directory.group(textOf(work, 'groupId')) ?? null;
  const before = new Date(at.getTime() - DAY_MS);
  const ask = { settings, directory, metric: 'rectificationRate', period: null } as const;
  const [issues, earlier] = [await store.issues.listAsOf(at, {}), await store.issues.listAsOf(before, {})];
  return rankingPictureInput({
    title: '单位整改率排名',
    subtitle: group === null || group.units.length === 0 ? directory.city : group.name,
    city: figuresOf(ownOf(issues, group), { at, settings }),
    rankings: ofGroup(rankingOf(issues, { ...ask, at }), group),
    earlier: { name: dayText(dayOf(before)), rankings: ofGroup(rankingOf(earlier, { ...ask, at: before }), group) },
    boards: settings.figures.boards,
  });
}

/** What the bulletin of the group counts. */
const ownOf = (issues: readonly Issue[], group: Group | null): readonly Issue[] =>
  group === null || group.units.length === 0
    ? issues
    : issues.filter(({ units }) => units.some((unit) => group.units.includes(unit)));

/** A group that is about some units is shown those alone. */
function ofGroup(rankings: readonly Ranking[], group: Group | null): readonly Ranking[] {
  if (group === null || group.units.length === 0) return rankings;
  const own = (unit: string): boolean => group.units.includes(unit);
  return rankings.map((ranking) => ({
    ...ranking,
    rows: ranking.rows.filter(({ unit }) => own(unit)),
    leftOut: ranking.leftOut.filter(own),
  }));
}
