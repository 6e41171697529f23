// First steps for somebody who has never seen the bot: one problem from its entry to the bulletin. A press fills the input.
import { byId, el } from './elements.js';

/** The walk; only steps whose person is in the directory are offered. `text` is given the number of the newest card. */
const walk = [
  {
    title: '登记问题',
    as: '刘志强',
    photo: 'before',
    text: (_no, hour) =>
      `人民路与解放路交叉口非机动车乱停放，占用盲道，请城管局${hour < 16 ? '今天' : '明天'}下午5点前处理`,
  },
  { title: '认领', as: '王磊', needsCard: true, text: (no) => `认领${no}` },
  { title: '报整改', as: '王磊', needsCard: true, quotesCard: true, photo: 'after', text: () => '已整改' },
  { title: '核查通过', as: '刘志强', needsCard: true, text: (no) => `${no}核查通过` },
  { title: '问整改率', as: '刘志强', text: () => '城管局整改率' },
  { title: '到18:10看通报', movesClock: true },
];

/** `view`: { people, lastCard(), hour(), onFill({ as, text, photo, quote }), onEvening(), onMissing(text) }. */
export function createSteps(view) {
  let done = 0;
  let isHidden = false;

  function draw() {
    const offered = walk.filter((step) => step.as === undefined || view.people().has(step.as));
    byId('steps').hidden = isHidden || offered.length < walk.length || done >= walk.length;
    byId('steps').replaceChildren(
      el('span', { class: 'steps-label' }, '试一试'),
      ...offered.map((step, index) =>
        el(
          'button',
          {
            type: 'button',
            class: `step ${index < done ? 'done' : index === done ? 'next' : ''}`,
            on: { click: () => take(step, index) },
          },
          `${index < done ? '✓' : index + 1} ${step.as ? `${step.as} ` : ''}${step.title}`,
        ),
      ),
      el('button', { type: 'button', class: 'steps-hide', 'aria-label': '收起', on: { click: hide } }, '×'),
    );
    byId('steps').querySelector('.next')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  function hide() {
    isHidden = true;
    draw();
  }

  function take(step, index) {
    if (step.movesClock) {
      passed(index);
      return view.onEvening();
    }
    const card = view.lastCard();
    if (step.needsCard && card === undefined) return view.onMissing('请先登记一个问题，等机器人给出编号');
    view.onFill({
      as: step.as,
      text: step.text(card?.no, view.hour()),
      photo: step.photo ?? null,
      quote: step.quotesCard ? card.message : null,
      sent: () => passed(index),
    });
  }

  function passed(index) {
    done = index + 1;
    draw();
  }

  return { draw };
}
