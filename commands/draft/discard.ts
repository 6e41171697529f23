/** 放弃: no to what the bot has shown or asked; nothing is recorded. */
import { againText } from '../../src/bot/ask-again.ts';
import { defineCommand } from '../../src/bot/command.ts';
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { closeDraft, draftAnswered } from '../../src/bot/hold.ts';
import { callsOff } from '../../src/reading/acts/calling-off.ts';
import type { Draft } from '../../storage/store.ts';

export interface DiscardArgs {
  /** 取消, 算了 without a quote: all that the bot has asked this person here. 不对 is no to the newest alone. */
  readonly all: boolean;
}

/** Characters of a question that tell which one it was. */
const MOST_TOLD = 36;

export default defineCommand<DiscardArgs>({
  id: 'draft.discard',
  summary: '放弃待确认的内容',
  examples: [],
  allow: 'anyone',

  read(said) {
    if (said.act !== 'draft.discard') return undefined;
    return { all: said.heard.quote === null && callsOff(said.text) };
  },

  async run(context) {
    const draft = await draftAnswered(context);
    const others = (await openOf(context)).filter(({ id }) => id !== draft.id);
    await closeDraft(context, draft, 'discarded');
    if (!context.args.all || others.length === 0) return { text: [doneText(draft), ...waitingText(others)].join('\n') };
    for (const other of others) await closeDraft(context, other, 'discarded');
    return allOff([draft, ...others]);
  },
});

const openOf = ({ store, by, conversation, at }: RunContext<DiscardArgs>): Promise<Draft[]> =>
  store.drafts.allOpen(by.name, conversation.key, at);

const doneText = ({ command }: Draft): string =>
  command === 'issue.log' ? '已取消，没有登记。需要时请把内容完整地再发一次。' : '已取消，没有作任何改动。';

/** What is still open is said: the next words would be taken for the answer to it. */
const waitingText = ([next]: readonly Draft[]): string[] => (next ? [againText(next)] : []);

function allOff(drafts: readonly Draft[]): Answer {
  const lines = drafts.map(({ question }) => `· ${headOf(question)}`);
  return { text: [`等您答复的${drafts.length}个问题都已取消，没有登记，也没有作任何改动：`, ...lines].join('\n') };
}

function headOf(question: string): string {
  const [first = '', second = ''] = question.split('\n');
  const head = /^[^\n]*?[？。]/.exec(question)?.[0] ?? (first.endsWith('：') ? `${first}${second}` : first);
  return head.length > MOST_TOLD ? `${head.slice(0, MOST_TOLD)}…` : head;
}
