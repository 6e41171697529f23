/** Buttons as template cards (wecom §5.1, §3.7). Pressing one is the same as typing what it says: the words are the button's key. */
import type { Outgoing } from '../../chat.ts';
import { SPENT_KEY } from './decode.ts';
import { shorten } from './split.ts';

const MOST_BUTTONS = 6;
const KEY_BYTES = 1024;
const TASK_ID_BYTES = 128;
/** Recommended lengths, counted as characters by the vendor: button 10, title 26, description 30. Chinese has 3 bytes each. */
const LABEL_BYTES = 30;
const TITLE_BYTES = 78;
const DESC_BYTES = 90;

export interface TemplateCard {
  readonly card_type: 'button_interaction';
  readonly main_title: { readonly title: string; readonly desc?: string };
  readonly button_list: readonly { readonly text: string; readonly style: number; readonly key: string }[];
  readonly task_id: string;
}

export interface CardUpdate {
  readonly response_type: 'update_template_card';
  readonly userids?: readonly string[];
  readonly template_card: TemplateCard;
}

/** The card that goes with a message, or null where it has no buttons that fit. */
export function renderCard(message: Outgoing): TemplateCard | null {
  const seen = new Set<string>();
  const buttons = message.buttons
    .filter(({ says }) => says !== '' && says !== SPENT_KEY && Buffer.byteLength(says) <= KEY_BYTES)
    .filter(({ says }) => !seen.has(says) && seen.add(says))
    .slice(0, MOST_BUTTONS);
  if (buttons.length === 0) return null;
  const [title = '', desc = ''] = message.text.split('\n').filter((line) => line.trim() !== '');
  return {
    card_type: 'button_interaction',
    main_title: {
      title: shorten(title, TITLE_BYTES) || '请选择',
      ...(desc !== '' && { desc: shorten(desc, DESC_BYTES) }),
    },
    button_list: buttons.map(({ label, says }, at) => ({
      text: shorten(label, LABEL_BYTES),
      style: at === 0 ? 1 : 2,
      key: says,
    })),
    task_id: taskId(message.id),
  };
}

/**
 * What the presser's card becomes: one button that does nothing more. Others in the group keep theirs, because a press by someone
 * without the right must not take the buttons from who has it.
 */
export function renderSpentCard(click: { taskId: string; said: string; userId: string | null }): CardUpdate {
  return {
    response_type: 'update_template_card',
    ...(click.userId !== null && { userids: [click.userId] }),
    template_card: {
      card_type: 'button_interaction',
      main_title: { title: shorten(`已收到：${click.said}`, TITLE_BYTES), desc: '结果见机器人的回复' },
      button_list: [{ text: '已收到', style: 2, key: SPENT_KEY }],
      task_id: click.taskId,
    },
  };
}

/** A task_id may never be reused by one bot; the outbox row's id is unique. Only `[0-9A-Za-z_\-@]` is allowed. */
function taskId(messageId: string): string {
  return `out@${messageId.replaceAll(/[^0-9A-Za-z_\-@]/gu, '_')}`.slice(0, TASK_ID_BYTES);
}
