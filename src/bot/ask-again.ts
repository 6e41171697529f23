/** 再问一次: what was said is no answer to the open question, and nothing else either; it is put once more, in short, with what may be typed. */
import { asksBack } from '../reading/acts/calling-off.ts';
import type { Said } from '../reading/said.ts';
import type { Draft } from '../../storage/store.ts';
import type { Answer } from './command.ts';

/** Lines of a list that are read out again. */
const MOST_LINES = 3;

const EXAMPLES: Readonly<Record<string, string>> = {
  location: '人民路12号门口',
  units: '市城管局',
  reason: '原因：现场还没有清理',
  deadline: '明天下午5点前',
};

/** Begins like the question itself, so that it can be quoted as well. */
export function againText({ question, missing, kind }: Pick<Draft, 'question' | 'missing' | 'kind'>): string {
  const lines = question.split('\n');
  const short = lines.length <= MOST_LINES + 1 ? lines : [...lines.slice(0, MOST_LINES), '…', ...lines.slice(-1)];
  const examples = missing.flatMap((key) => EXAMPLES[key] ?? []);
  const shows = kind === 'confirm' || /如“/.test(question) || examples.length === 0;
  const typed = shows ? '' : `如“${examples.join('，')}”。`;
  const off = /“取消”|“满意”/.test(question) ? '' : '不办请回复“取消”。';
  const asked = short.join('\n');
  return `还等您答复：${typed === '' ? asked : asked.replace(/。$/, '，')}${typed}${off}`;
}

/** Null where nothing is open, or something else than a question of the bot is quoted. */
export function askAgain(said: Said, draft: Draft | undefined): Answer | null {
  const { quote } = said.heard;
  if (!draft || (quote !== null && !/还[差缺等]|请确认|回复“对”/.test(quote))) return null;
  const unread = asksBack(said.text) ? '' : '这句话没有当作答复，没有作任何登记或改动。\n';
  return { text: `${unread}${againText(draft)}` };
}
