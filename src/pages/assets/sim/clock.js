// The simulated clock: shown, and moved forward.
import { byId, closable, el, wallClock } from './elements.js';

const hourMs = 3600_000;

/** The next time the city's clocks show hour:minute after an instant; `daysLater` 1: not before tomorrow. */
export function nextAt(from, hour, minute, daysLater = 0) {
  const { day } = wallClock(from);
  const at = new Date(Date.parse(`${day}T00:00:00+08:00`) + ((daysLater * 24 + hour) * 60 + minute) * 60_000);
  return at > from ? at : new Date(at.getTime() + 24 * hourMs);
}

/** `view`: { onMove(to: Date) }. `show` takes what the server said; between two answers the minutes go on by themselves. */
export function createClock(view) {
  let offsetMs = 0;
  const now = () => new Date(Date.now() + offsetMs);
  const dialog = byId('clock-pick');
  closable(dialog);

  const moves = [
    ['+1小时', '往前拨一小时', () => view.onMove(new Date(now().getTime() + hourMs))],
    ['到18:10', '拨到下一个18:10，看日通报', () => view.onMove(nextAt(now(), 18, 10))],
    ['明天9:00', '拨到明天9:00', () => view.onMove(nextAt(now(), 9, 0, 1))],
    ['自选', '自己选时间', open],
  ];
  byId('clock-moves').replaceChildren(
    ...moves.map(([label, title, move]) => el('button', { type: 'button', title, on: { click: move } }, label)),
  );

  function open() {
    const { day, time } = wallClock(now());
    byId('clock-input').value = `${day}T${time}`;
    byId('clock-input').min = `${day}T${time}`;
    dialog.showModal();
  }

  byId('clock-go').addEventListener('click', () => {
    const to = new Date(`${byId('clock-input').value}:00+08:00`);
    if (Number.isNaN(to.getTime())) return;
    dialog.close();
    view.onMove(to);
  });

  function draw() {
    const { dayName, time } = wallClock(now());
    const [date = '', weekday = ''] = dayName.split(' ');
    byId('now').replaceChildren(date, el('span', { class: 'weekday' }, ` ${weekday}`), ` ${time}`);
  }

  return {
    now,
    draw,
    show(at) {
      offsetMs = at.getTime() - Date.now();
      draw();
    },
    busy(isBusy) {
      for (const button of byId('clock-moves').children) button.disabled = isBusy;
    },
  };
}
