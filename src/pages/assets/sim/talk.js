// The messages of a conversation as bubbles.
import { avatar, byId, el, wallClock } from './elements.js';

const list = byId('talk');

/** `view`: { me, botName, people: Map, find(id), onQuote(message), onPress(button) } — asked at each drawing. */
export function createTalk(view) {
  let lastDay = '';

  function clear() {
    list.replaceChildren();
    lastDay = '';
  }

  function empty(text) {
    list.replaceChildren(el('li', { class: 'empty' }, text));
  }

  function append(messages) {
    if (messages.length === 0) return;
    list.querySelector('.empty')?.remove();
    const wasAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
    for (const message of messages) {
      const clock = wallClock(new Date(message.at));
      if (clock.day !== lastDay) list.append(el('li', { class: 'day' }, clock.dayName));
      lastDay = clock.day;
      list.append(bubble(message, clock.time));
    }
    if (wasAtEnd || messages.some((message) => message.from === view.me())) toEnd();
  }

  function toEnd() {
    list.scrollTop = list.scrollHeight;
  }

  function bubble(message, time) {
    const isBot = message.from === 'bot';
    const isMine = message.from === view.me();
    const tagsMe = message.mentions.includes(view.me());
    const name = isBot ? view.botName() : message.from;
    const person = view.people().get(message.from);
    const post = isBot ? '机器人' : person ? [person.unit, person.role].filter(Boolean).join(' ') : '不在通讯录';
    const body = el(
      'div',
      { class: 'bubble' },
      quoteBlock(message),
      textBlock(message),
      pictureBlock(message),
      buttonRow(message),
    );
    body.addEventListener('click', (event) => {
      // Selecting text and pressing what is inside are not a wish to quote.
      if (event.target.closest('a, button') || !getSelection().isCollapsed) return;
      view.onQuote(message);
    });
    return el(
      'li',
      {
        class: `message ${isMine ? 'mine' : 'theirs'}${isBot ? ' from-bot' : ''}${tagsMe ? ' tags-me' : ''}`,
        'data-id': message.id,
      },
      avatar(name, isBot),
      el(
        'div',
        { class: 'said' },
        el(
          'div',
          { class: 'meta' },
          el('b', {}, name),
          el('span', {}, post),
          el('time', { datetime: message.at }, time),
        ),
        body,
        el(
          'div',
          { class: 'under' },
          tagsMe ? el('span', { class: 'tagged' }, '提到了你') : null,
          el('button', { type: 'button', class: 'quote-it', on: { click: () => view.onQuote(message) } }, '引用'),
        ),
      ),
    );
  }

  function quoteBlock(message) {
    if (message.quote === null) return null;
    const quoted = view.find(message.quote);
    return el('blockquote', {}, quoted ? `${nameOf(quoted)}：${summary(quoted)}` : '引用的消息');
  }

  const nameOf = (message) => (message.from === 'bot' ? view.botName() : message.from);

  function textBlock(message) {
    if (message.text === '') return null;
    const lines = message.text.split('\n');
    const block = el('div', { class: 'text' });
    lines.forEach((line, index) => {
      if (index > 0) block.append('\n');
      const isTitle = index === 0 && message.from === 'bot' && line.startsWith('【');
      const pieces = marked(line, message.mentions);
      block.append(...(isTitle ? [el('strong', { class: 'title' }, ...pieces)] : pieces));
    });
    return block;
  }

  /** A line cut at its tags and its papers. */
  function marked(line, mentions) {
    const names = [...mentions, view.botName()].toSorted((a, b) => b.length - a.length);
    const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    const mark = new RegExp(`([@＠](?:${escaped.join('|')})|/sim/api/files/[0-9a-f]+/\\S+)`);
    return line
      .split(mark)
      .filter(Boolean)
      .map((piece) => {
        if (piece.startsWith('/sim/api/files/'))
          return el('a', { href: piece, class: 'paper' }, decoded(piece.split('/').pop()));
        const name = piece.slice(1);
        if (!/^[@＠]/.test(piece) || !names.includes(name)) return piece;
        return el('span', { class: name === view.me() ? 'tag tag-me' : 'tag' }, piece);
      });
  }

  function pictureBlock(message) {
    if (message.images.length === 0) return null;
    return el(
      'div',
      { class: 'shots' },
      ...message.images.map((url, index) => {
        const image = el('img', { src: url, alt: `图片${index + 1}` });
        image.addEventListener('load', () => list.scrollHeight - list.scrollTop - list.clientHeight < 400 && toEnd());
        return el('a', { href: url, target: '_blank', rel: 'noopener' }, image);
      }),
    );
  }

  function buttonRow(message) {
    if (message.buttons.length === 0) return null;
    return el(
      'div',
      { class: 'buttons' },
      ...message.buttons.map((button) =>
        el('button', { type: 'button', on: { click: () => view.onPress(button) } }, button.label),
      ),
    );
  }

  return { append, clear, empty, toEnd };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A message in a few words, for quotes. */
export function summary(message) {
  const text = message.text.replaceAll(/\s+/g, ' ');
  const pictures = message.images.length > 0 ? '[图片]' : '';
  return `${pictures}${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
}
