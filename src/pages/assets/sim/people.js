// Choosing who one is: the directory by unit, with a search.
import { avatar, byId, closable, el } from './elements.js';

/** `view`: { me, people: Map, onChoose(name) }. */
export function createPeople(view) {
  const dialog = byId('people');
  const search = byId('people-search');
  closable(dialog);
  search.addEventListener('input', drawList);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') dialog.querySelector('.person')?.click();
  });
  byId('who').addEventListener('click', () => {
    search.value = '';
    drawList();
    dialog.showModal();
    search.focus();
  });

  function drawWho() {
    const person = view.people().get(view.me());
    byId('who').replaceChildren(
      avatar(view.me()),
      el(
        'span',
        { class: 'who-text' },
        el('b', {}, view.me()),
        el('span', {}, person ? [person.unit, person.role].filter(Boolean).join(' · ') : '不在通讯录'),
      ),
      el('span', { class: 'who-change' }, '换人'),
    );
  }

  function drawList() {
    const wanted = search.value.trim();
    const found = [...view.people().values()].filter((person) =>
      `${person.name}${person.unit ?? ''}${person.role}`.includes(wanted),
    );
    const byUnit = Map.groupBy(found, (person) => person.unit ?? '其他');
    const sections = [...byUnit].map(([unit, people]) =>
      el('section', {}, el('h3', {}, unit), el('div', { class: 'people-row' }, ...people.map(card))),
    );
    const isNew = wanted !== '' && wanted !== 'bot' && !view.people().has(wanted) && found.length === 0;
    byId('people-list').replaceChildren(...sections, ...(isNew ? [stranger(wanted)] : []));
  }

  function card(person) {
    return el(
      'button',
      {
        type: 'button',
        class: 'person',
        'aria-pressed': person.name === view.me() ? 'true' : 'false',
        on: { click: () => choose(person.name) },
      },
      avatar(person.name),
      el('span', {}, el('b', {}, person.name), el('span', {}, person.role)),
    );
  }

  /** Somebody who is not in the directory may be played too: to see what he is told. */
  function stranger(name) {
    return el(
      'section',
      {},
      el('h3', {}, '通讯录里没有'),
      el(
        'button',
        { type: 'button', class: 'person', on: { click: () => choose(name) } },
        avatar(name),
        el('span', {}, el('b', {}, name), el('span', {}, '作为通讯录以外的人说话')),
      ),
    );
  }

  function choose(name) {
    dialog.close();
    view.onChoose(name);
  }

  return { drawWho };
}
