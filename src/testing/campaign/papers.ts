/** 文书 of the ladder and numbered papers: drafted by the bot, read, changed and signed by the office's lead (domain §7, §12). */
import { dayAfter, dayAt, weekday } from './limits.ts';
import type { Stage } from './stage.ts';
import { share } from './share.ts';
import { tallyOf } from './tally.ts';

const LEAD = '周敏';
const MOST_A_DAY = 2;

interface Draft {
  readonly name: string;
  readonly word: string;
  readonly unit: string;
}

/** Some of the drafts that wait: mostly signed, now and then dropped; who gets one reads it. */
export async function signDrafts(stage: Stage): Promise<void> {
  const before = stage.signed.length;
  for (const draft of await draftsOf(stage)) {
    if (stage.signed.length - before >= MOST_A_DAY) return;
    if (stage.random.isLucky(0.1)) await drop(stage, draft);
    else await sign(stage, draft);
  }
}

/** The sternest first: a list of all shows the oldest. */
async function draftsOf(stage: Stage): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  for (const title of ['问责建议', '督办单', '提醒函']) {
    await stage.says(LEAD, `待签发的${title}`, { group: null });
    const found = stage.answer.matchAll(/(提醒|督办|问责)〔2026〕(\d+)号 \S+ (\S+) #\d+/g);
    drafts.push(...[...found].map(([, word = '', no, unit = '']) => ({ name: `${word}${no}号`, word, unit })));
  }
  return [...new Map(drafts.map((draft) => [draft.name, draft])).values()];
}

async function sign(stage: Stage, draft: Draft): Promise<void> {
  const { name, word, unit } = draft;
  const heard = await stage.says(LEAD, `签发${name}`, { group: null });
  if (/不宜再发/.test(heard.text)) return drop(stage, draft);
  if (!/已签发/.test(heard.text)) stage.complaints.push(`签发${name} → ${heard.text}`);
  stage.count(`${word} signed`);
  stage.signed.push({ word, unit, at: stage.now() });
  const [served] = heard.pushes;
  if (served === undefined) return;
  stage.count(`${word} served`);
  if (stage.random.isLucky(0.3) && served.person !== null) {
    await stage.gets(served.person, `查看${name}`, /送达/, { group: null });
    stage.count('paper read');
  }
}

async function drop(stage: Stage, { name }: Draft): Promise<void> {
  if (await stage.gets(LEAD, `作废${name}`, /已作废/, { group: null })) stage.count('paper dropped');
}

/** 周报 each Friday, 专报 every other one: drafted, their figures checked, changed, signed, sent. */
export async function weeklyPapers(stage: Stage, nth: number): Promise<void> {
  await numbered(stage, '做一份本周的周报', 'weekly');
  if (nth % 2 === 1) await numbered(stage, '出一期本周的督查专报，先发我看看再推送', 'special issue');
}

/** 情况通报 once a month; a published paper is put right by another one. */
export async function circular(stage: Stage, nth: number): Promise<void> {
  if (nth % 4 === 3) await numbered(stage, '起草本周的督查情况通报', 'circular');
  if (nth !== 5) return;
  if (!(await stage.gets(LEAD, '更正周报第1期：落款日期有误', /本期更正/, { group: 'office' }))) return;
  await signNumbered(stage, 'correction');
}

async function numbered(stage: Stage, text: string, kind: string): Promise<void> {
  const heard = await stage.says(LEAD, text, { group: 'office' });
  const at = stage.now();
  const monday = dayAfter(dayAt(at), 1 - weekday(dayAt(at)));
  const { closed, count, onTime, settled } = tallyOf(stage.cases, null, { from: monday, to: dayAt(at) }, at);
  const figures = `整改率${wide(share(closed, count, 2))}，按期整改率${wide(share(onTime, settled, 2))}`;
  if (!heard.text.includes(figures)) stage.complaints.push(`${text} → ${heard.text.slice(0, 600)}\n  ≠ ${figures}`);
  const added = '对连续两周垫底的单位进行约谈。';
  await stage.gets(LEAD, `第四部分加一句：${added}`, /对连续两周垫底的单位进行约谈/, { group: 'office' });
  await stage.gets(LEAD, '把第三部分第1条删掉', /已按您说的改好/, { group: 'office' });
  stage.count(`${kind} changed`);
  await signNumbered(stage, kind);
}

const wide = (text: string): string => text.replace('(', '（').replace(')', '）');

async function signNumbered(stage: Stage, kind: string): Promise<void> {
  const no = /【草稿(\d+)号】/.exec(stage.answer)?.[1] ?? '';
  const heard = await stage.says(LEAD, `签发草稿${no}号`, { group: 'office' });
  const files = heard.pushes.filter(({ text }) => text.includes('附件：'));
  if (/已签发/.test(heard.text) && files.some(({ group }) => group === 'city')) stage.count(`${kind} signed and sent`);
  else stage.complaints.push(`签发草稿${no}号 → ${heard.text} ${files.length} files`);
}

/** 考核: what people note, and every event behind a unit's score. */
export async function scoreDay(stage: Stage): Promise<void> {
  const { random, city } = stage;
  const { name } = random.pick(city.units.filter(({ kind }) => kind === 'department'));
  const text = random.isLucky(0.5) ? `${name}受省级通报表扬，加3分` : `${name}推诿扯皮，扣1分`;
  if (await stage.gets(LEAD, text, /已登记考核/, { group: null })) stage.count('score noted');
  await stage.gets(LEAD, `${name}考核分`, new RegExp(`${name} \\d+月考核[^]*创城办登记`), { group: null });
  if (await stage.gets(LEAD, '各单位考核分', /各单位考核分/, { group: null })) stage.count('score asked');
}
