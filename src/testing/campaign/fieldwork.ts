/** 资料申报、测评得分、入户宣传、满意度、信息报送: once or twice a week, each in the words of whoever does it (domain §11). */
import { enterDraft } from './entry.ts';
import { dayAfter, dayAt, dayName, weekday } from './limits.ts';
import { speakerOf, withRole } from './stage.ts';
import type { Stage } from './stage.ts';

const STAFF = '赵雪';
const NUMERALS = ['Ⅰ', 'Ⅱ', 'Ⅲ'];

/** One indicator a week from being set out to being passed, some with a return. */
export async function materialWeek(stage: Stage): Promise<void> {
  const { random, city, beside } = stage;
  const unit = random.pick(city.units.filter(({ kind }) => kind === 'department')).name;
  const indicator = `${random.pick(NUMERALS)}-${beside.materials.size + 1}`;
  const until = dayName(dayAfter(dayAt(stage.now()), 12));
  if (!(await stage.gets(STAFF, `资料 ${indicator} 责任单位${unit} ${until}前`, /已布置指标/))) return;
  beside.materials.set(indicator, 'due');
  stage.count('material set out');
  const { name } = speakerOf(stage, unit);
  if (random.isLucky(0.25)) return;
  await handIn(stage, name, indicator);
  if (random.isLucky(0.4)) {
    if (!(await stage.gets(STAFF, `${unit}指标${indicator}材料退回，图片没有日期`, /已退回/))) return;
    beside.materials.set(indicator, 'returned');
    stage.count('material returned');
    await handIn(stage, name, indicator);
  }
  if (!(await stage.gets(STAFF, `${indicator}通过`, /已通过/))) return;
  beside.materials.set(indicator, 'approved');
  stage.count('material passed');
}

async function handIn(stage: Stage, name: string, indicator: string): Promise<void> {
  const text = `提交网上申报材料 指标${indicator} 说明报告+佐证图2张`;
  if (!(await stage.gets(name, text, /已收到指标/, { images: 2 }))) return;
  stage.beside.materials.set(indicator, 'submitted');
  stage.count('material handed in');
}

/** 模拟测评: what lost points becomes a problem. */
export async function examDay(stage: Stage): Promise<void> {
  const { random, city, beside } = stage;
  for (const site of random
    .shuffled(city.sites.filter(({ type }) => type === 'market' || type === 'park'))
    .slice(0, 2)) {
    const gained = random.int(36, 49);
    const no = stage.cases.length + 1;
    const text = `模拟测评 ${site.name} 得分 ${gained}/50 失分：公益广告破损`;
    if (!(await stage.gets(STAFF, text, new RegExp(`已登记模拟测评[^]*#${no} `)))) continue;
    beside.exams.push({ at: stage.now(), place: site.name, gained, total: 50 });
    enterDraft(stage, { place: site.name, category: 'psa', tier: 3, source: 'mock', loggedBy: STAFF });
    stage.count('examination');
  }
}

/** 入户宣传, with what the residents say; 满意度 by the office. */
export async function outreachDay(stage: Stage): Promise<void> {
  const { random, beside } = stage;
  for (const { name, unit } of withRole(stage, 'gridMember')) {
    if (unit === null || !random.isLucky(0.6)) continue;
    const [households, leaflets] = [random.int(8, 40), random.int(20, 120)];
    const isRemark = random.isLucky(0.3);
    const remark = isRemark ? '，居民反映楼道灯不亮' : '';
    const no = stage.cases.length + 1;
    const wanted = new RegExp(
      `已登记：${unit}入户${households}户，宣传单${leaflets}份${isRemark ? `[^]*#${no} ` : ''}`,
    );
    const text = `${unit}入户${households}户，发放宣传单${leaflets}份${remark}`;
    if (!(await stage.gets(name, text, wanted, { group: 'towns' }))) continue;
    beside.outreach.set(`${dayAt(stage.now())} ${unit}`, { grid: unit, households, leaflets });
    if (isRemark)
      enterDraft(stage, {
        place: unit,
        category: 'facility',
        tier: 3,
        source: 'citizen',
        loggedBy: name,
      });
    stage.count(isRemark ? 'remark of a resident' : 'outreach');
  }
  const grid = random.pick(withRole(stage, 'gridMember')).unit ?? '';
  if (await stage.gets(STAFF, `满意度 ${grid} ${random.int(76, 95)}`, /已登记满意度/)) stage.count('satisfaction');
  if (await stage.gets('丁一', '教居民填满意，问卷刷分', /问卷由居民自己作答/, { group: 'towns' }))
    stage.count('no coaching of answers');
}

const ITEMS: readonly (readonly [item: string, measure: string])[] = [
  ['清理小广告', '处'],
  ['志愿服务', '场'],
];

/** 信息报送: what units have done in the week. */
export async function workInfoDay(stage: Stage): Promise<void> {
  const { random, city, beside } = stage;
  const day = dayAt(stage.now());
  const monday = dayAfter(day, 1 - weekday(day));
  for (const { name: unit } of random.shuffled(city.units.filter(({ kind }) => kind !== 'office')).slice(0, 5)) {
    const told = ITEMS.map(([item, measure]) => ({ item, measure, quantity: random.int(1, 90) }));
    const text = told.map(({ item, measure, quantity }) => `${item}${quantity}${measure}`).join('，');
    if (!(await stage.gets(speakerOf(stage, unit).name, `本周${text}`, new RegExp(`已收到${unit}.*${text}`)))) continue;
    for (const { item, quantity } of told) beside.workInfo.set(`${monday} ${unit} ${item}`, quantity);
    stage.count('work information');
  }
}
