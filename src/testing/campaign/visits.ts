/** 到点、谁负责、查什么, 催办, 加协办 and the record: what inspectors and the office ask and do about single places and problems. */
import type { Person } from '../../domain/directory.ts';
import { isOpenState, now } from './case.ts';
import { rectifiers } from './finding.ts';
import { DAY } from './limits.ts';
import type { Stage } from './stage.ts';

/** An inspector comes to a site and asks about it. */
export async function visit(stage: Stage, by: Person): Promise<void> {
  const site = stage.random.pick(stage.city.sites);
  if (await stage.gets(by.name, `我到${site.name}了`, new RegExp(`已记到点：${site.name}[^]*未销号问题`)))
    stage.count('arrival');
  if (await stage.gets(by.name, `${site.name}谁负责`, new RegExp(`^${site.name}`), { group: null }))
    stage.count('who answers for it');
  if (await stage.gets(by.name, `${site.name}要看哪些`, /检查要点/, { group: null })) stage.count('standard asked');
}

/** 催办: one by its number, or all that are late, which wants a yes. */
export async function urge(stage: Stage): Promise<void> {
  const { random } = stage;
  const at = stage.now();
  const late = stage.cases.filter((each) => isOpenState(now(each).state) && (now(each).due ?? Infinity) < at);
  if (late.length === 0) return;
  if (random.isLucky(0.7)) {
    const { no } = random.pick(late);
    if (await stage.gets('赵雪', `催一下${no}`, /已催办1件|已经催过/)) stage.count('urge');
    return;
  }
  const heard = await stage.says('赵雪', '超期的都催一遍');
  if (!/请确认/.test(heard.text)) return;
  if (await stage.gets('赵雪', '对', /已催办/)) stage.count('urge bundled');
}

/** 加协办; and the record that a unit can use in a dispute. */
export async function helpers(stage: Stage): Promise<void> {
  const { random } = stage;
  const open = stage.cases.filter((each) => isOpenState(now(each).state) && stage.now() - each.loggedAt < 3 * DAY);
  if (open.length === 0) return;
  const problem = random.pick(open);
  const unit = random.pick(rectifiers(stage).filter((each) => !now(problem).units.includes(each)));
  const wanted = new RegExp(`#${problem.no}已加协办：${unit}|协办`);
  if (await stage.gets('赵雪', `${problem.no}加协办${unit}`, wanted)) stage.count('helping unit added');
  const record = new RegExp(`#${problem.no}\\|[^]*办理记录：[^]*登记`);
  if (await stage.gets('赵雪', `${problem.no}记录`, record, { group: null })) stage.count('record');
}
