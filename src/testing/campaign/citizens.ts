/** 市民留言: taken down, answered, closed with their problem, and what the citizen says to it (domain §11). */
import { newCase } from './case.ts';
import { messagesTally } from './beside-book.ts';
import type { MessageOf } from './beside-book.ts';
import { enterDraft } from './entry.ts';
import { limitOf } from './limits.ts';
import { speakerOf } from './stage.ts';
import type { Stage } from './stage.ts';
import { DEFECTS } from './words.ts';

const STAFF = '赵雪';

/** From the hotline through the office, or from a citizen in a chat of his own; half of them leave a telephone number. */
export async function citizenMessage(stage: Stage): Promise<void> {
  const { random, city } = stage;
  const what = random.pick(DEFECTS.filter(({ units }) => units.length > 0));
  const no = stage.cases.length + 1;
  const place = `${random.pick(city.sites.filter(({ type }) => type.endsWith('road'))).name}${no}号`;
  const phone = random.isLucky(0.5) ? `，电话139${String(10_000_000 + no)}` : '';
  const facts = { place, category: what.category, tier: what.tier };
  const isHotline = random.isLucky(0.5);
  const unit = random.pick(what.units);
  const citizen = isHotline ? null : `市民${no}`;
  const wanted = isHotline ? new RegExp(`留言\\d+已登记[^]*【交办】#${no}\\|${unit}`) : /留言\d+已登记/;
  const text = isHotline
    ? `12345转来：${place}${what.words}，请${unit}处理${phone}`
    : `我要反映，${place}${what.words}${phone}`;
  if (!(await stage.gets(citizen ?? STAFF, text, wanted, isHotline ? {} : { group: null }))) return;
  const at = stage.now();
  if (isHotline) {
    const due = limitOf(what.tier, at);
    const start = { state: 'dispatched', units: [unit], dispatchedAt: at, due };
    const from = { source: '12345', origin: null, loggedBy: STAFF, loggedAt: at };
    stage.cases.push(newCase({ ...facts, ...from, ...start, no, twin: null }));
  } else enterDraft(stage, { ...facts, source: 'citizen', loggedBy: '市民' });
  const messageNo = Number(/留言(\d+)已登记/.exec(stage.answer)?.[1]);
  const fresh = { answeredAt: null, since: at, isSecondRound: false, isRated: false, closedByWord: null };
  stage.beside.messages.push({ no: messageNo, issueNo: no, citizen, receivedAt: at, ...fresh });
  stage.count(isHotline ? 'hotline message' : 'citizen');
}

/** Somebody answers; citizens whose message is closed are heard. */
export async function citizenRound(stage: Stage): Promise<void> {
  for (const message of stage.beside.messages) {
    const isClosed = messagesTally([message], stage.cases, stage.now() - 11 * 60_000).closed === 1;
    if (!isClosed && (message.answeredAt === null || message.isSecondRound)) await reply(stage, message);
    else if (isClosed && !message.isRated && stage.random.isLucky(0.5)) await verdict(stage, message);
  }
}

async function reply(stage: Stage, message: MessageOf): Promise<void> {
  const { random } = stage;
  const problem = stage.cases[message.issueNo - 1]?.stands.at(-1);
  const [unit] = problem?.units ?? [];
  if (unit === undefined || problem?.state === 'withdrawn' || !random.isLucky(0.6)) return;
  const words = message.isSecondRound ? '现场已再次清理完成' : '已派人到现场，正在办理';
  const { name } = speakerOf(stage, unit);
  if (!(await stage.gets(name, `留言${message.no}已回复：${words}`, new RegExp(`留言${message.no}已记录答复`)))) return;
  message.answeredAt ??= stage.now();
  stage.count('message answered');
  if (!message.isSecondRound || (problem !== undefined && problem.state !== 'closed')) return;
  message.closedByWord = stage.now();
}

/** By himself where he has written, else the office tells what he said on the telephone. */
async function verdict(stage: Stage, message: MessageOf): Promise<void> {
  const isGood = message.isSecondRound || stage.random.isLucky(0.75);
  if (message.citizen !== null) {
    const wanted = isGood ? /谢谢您的评价/ : /再办理一次/;
    const words = isGood ? '满意，谢谢' : '不满意，晚上还是老样子';
    if (!(await stage.gets(message.citizen, words, wanted, { group: null }))) return;
  } else {
    const words = isGood ? '已回复，市民满意' : '已回访，市民不满意，晚上还是老样子';
    if (!(await stage.gets(STAFF, `留言${message.no}${words}`, /已记录答复/, { group: null }))) return;
  }
  message.answeredAt ??= stage.now();
  stage.count(isGood ? 'citizen satisfied' : 'citizen dissatisfied');
  if (isGood) message.isRated = true;
  else Object.assign(message, { isSecondRound: true, since: stage.now() });
}
