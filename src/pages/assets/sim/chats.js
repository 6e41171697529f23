// The list of conversations: the groups of the city, and the one-to-one chat with the bot.
import { byId, el } from './elements.js';

/** `view`: { me, botName, groups, current, onOpen(chat) }. A chat is { group: id, person: null } or { group: null, person }. */
export function createChats(view) {
  /** By key: how many of the bot's messages came there unseen, and whether one tags me. */
  const unseen = new Map();

  const chats = () => [
    ...view.groups().map((group) => ({ group: group.id, person: null, name: group.name, size: group.members.length })),
    { group: null, person: view.me(), name: view.botName(), size: 0 },
  ];

  function draw() {
    byId('chats').replaceChildren(
      ...chats().map((chat) => {
        const isCurrent = keyOf(chat) === keyOf(view.current());
        const count = unseen.get(keyOf(chat));
        return el(
          'button',
          {
            type: 'button',
            class: 'chat',
            'aria-current': isCurrent ? 'true' : null,
            on: { click: () => view.onOpen(chat) },
          },
          el(
            'span',
            { class: `avatar ${chat.group === null ? 'avatar-bot' : 'avatar-group'}`, 'aria-hidden': 'true' },
            chat.group === null ? '督' : '群',
          ),
          el('span', { class: 'chat-name' }, chat.name),
          el(
            'span',
            { class: 'chat-note' },
            count?.tagsMe ? '[有人@我]' : chat.group === null ? '单聊' : `${chat.size}人`,
          ),
          count ? el('span', { class: 'unseen', 'aria-label': `${count.count}条未读` }, String(count.count)) : null,
        );
      }),
    );
  }

  /** Counts what the bot said elsewhere, as far as this person would see it. */
  function heard(messages) {
    const groupsOfMine = new Set(
      view
        .groups()
        .filter((group) => group.members.includes(view.me()))
        .map((group) => group.id),
    );
    for (const message of messages) {
      const chat = { group: message.group, person: message.to };
      const isMine = message.group === null ? message.to === view.me() : groupsOfMine.has(message.group);
      if (!isMine || keyOf(chat) === keyOf(view.current())) continue;
      const before = unseen.get(keyOf(chat)) ?? { count: 0, tagsMe: false };
      unseen.set(keyOf(chat), {
        count: before.count + 1,
        tagsMe: before.tagsMe || message.mentions.includes(view.me()),
      });
    }
    draw();
  }

  function seen(chat) {
    unseen.delete(keyOf(chat));
    draw();
  }

  /** Another person has other things unseen. */
  function forget() {
    unseen.clear();
    draw();
  }

  return { draw, heard, seen, forget };
}

const keyOf = (chat) => (chat.group === null ? `person ${chat.person}` : `group ${chat.group}`);
