// Making elements. Text goes in as text and never as markup, whatever people type.

/** An element with a class, attributes and children (strings become text; null is left out). */
export function el(tag, { class: className, on, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : value);
  }
  for (const [event, listener] of Object.entries(on ?? {})) element.addEventListener(event, listener);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** The round picture of a person: the surname on a colour of his own (one of eight classes). */
export function avatar(name, isBot = false) {
  if (isBot) return el('span', { class: 'avatar avatar-bot', 'aria-hidden': 'true' }, '督');
  let sum = 0;
  for (const character of name) sum += character.codePointAt(0);
  return el('span', { class: `avatar tone-${sum % 8}`, 'aria-hidden': 'true' }, Array.from(name)[0] ?? '');
}

let hiding;
/** A line for the person, gone after a while. `kind`: 'error' or 'info'. */
export function notice(text, kind = 'error') {
  const line = byId('notice');
  clearTimeout(hiding);
  line.textContent = text;
  line.dataset.kind = kind;
  line.hidden = text === '';
  hiding = setTimeout(() => (line.hidden = true), 6000);
}

/** Closes a dialog by its × and by a click beside it. */
export function closable(dialog) {
  for (const button of dialog.querySelectorAll('[data-close]')) button.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}

/** The city's wall clock at an instant, whatever the browser's own zone. */
export function wallClock(at) {
  const city = new Date(at.getTime() + 8 * 3600_000);
  const two = (number) => String(number).padStart(2, '0');
  return {
    day: city.toISOString().slice(0, 10),
    dayName: `${city.getUTCMonth() + 1}月${city.getUTCDate()}日 周${'日一二三四五六'[city.getUTCDay()]}`,
    time: `${two(city.getUTCHours())}:${two(city.getUTCMinutes())}`,
    hour: city.getUTCHours(),
  };
}
