// The input: text, the call of the bot, pictures about to go, the message being replied to.
import { byId, el, notice } from './elements.js';
import { samplePhoto } from './sample-photo.js';
import { summary } from './talk.js';

const maxPictureBytes = 10 * 1024 * 1024;
const maxPictures = 9;

/** `view`: { botName, isGroup(), time(), nameOf(message), onSend({ text, images, quote, mentionsBot }) → Promise<boolean> }. */
export function createComposer(view) {
  const text = byId('text');
  let pictures = [];
  let quote = null;
  let callsBot = true;
  let onSent = () => {};

  byId('call-bot').addEventListener('click', () => {
    callsBot = !callsBot;
    draw();
  });
  byId('add-picture').addEventListener('click', () => menu(byId('picture-menu').hidden));
  document.addEventListener('click', (event) => event.target.closest('.tools') === null && menu(false));
  for (const button of document.querySelectorAll('[data-sample]')) {
    button.addEventListener('click', () => {
      add(samplePhoto(button.dataset.sample, view.time()));
      menu(false);
    });
  }
  byId('choose-file').addEventListener('click', () => {
    byId('file').click();
    menu(false);
  });
  byId('file').addEventListener('change', async () => {
    for (const file of byId('file').files) {
      if (file.size > maxPictureBytes) notice(`${file.name} 超过 10 MB，请压缩后再发`);
      else add(await dataUrl(file));
    }
    byId('file').value = '';
  });
  text.addEventListener('keydown', (event) => {
    // While an input method is composing, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });

  function menu(isOpen) {
    byId('picture-menu').hidden = !isOpen;
    byId('add-picture').setAttribute('aria-expanded', String(isOpen));
  }

  function add(url) {
    if (pictures.length >= maxPictures) return notice(`一次最多发${maxPictures}张图片`);
    pictures.push(url);
    draw();
  }

  async function send() {
    const typed = text.value.trim();
    if (typed === '' && pictures.length === 0) return notice('请输入文字或选择图片', 'info');
    byId('send').disabled = true;
    const isSent = await view.onSend({
      text: typed,
      images: pictures,
      quote: quote?.id ?? null,
      mentionsBot: callsBot,
    });
    byId('send').disabled = false;
    if (!isSent) return;
    onSent();
    reset();
    text.focus({ preventScroll: true });
  }

  function reset() {
    text.value = '';
    pictures = [];
    quote = null;
    onSent = () => {};
    draw();
  }

  function draw() {
    byId('call-bot').hidden = !view.isGroup();
    byId('call-bot').textContent = `@${view.botName()}`;
    byId('call-bot').title = callsBot ? '这条消息说给机器人听' : '这条消息只说给大家听，机器人不作声';
    byId('call-bot').setAttribute('aria-pressed', String(callsBot));
    byId('pictures').hidden = pictures.length === 0;
    byId('pictures').replaceChildren(
      ...pictures.map((url, index) =>
        el(
          'span',
          { class: 'picture' },
          el('img', { src: url, alt: `待发图片${index + 1}` }),
          el(
            'button',
            {
              type: 'button',
              'aria-label': '去掉这张',
              on: {
                click: () => {
                  pictures.splice(index, 1);
                  draw();
                },
              },
            },
            '×',
          ),
        ),
      ),
    );
    byId('quoted').hidden = quote === null;
    byId('quoted').replaceChildren(
      ...(quote === null
        ? []
        : [
            el('span', {}, `引用 ${view.nameOf(quote)}：${summary(quote)}`),
            el(
              'button',
              {
                type: 'button',
                'aria-label': '不引用了',
                on: {
                  click: () => {
                    quote = null;
                    draw();
                  },
                },
              },
              '×',
            ),
          ]),
    );
  }

  return {
    draw,
    reset,
    quote(message) {
      quote = message;
      draw();
      text.focus({ preventScroll: true });
    },
    /** Puts a suggestion in place of what stands there. */
    fill(suggestion) {
      reset();
      callsBot = true;
      text.value = suggestion.text;
      quote = suggestion.quote;
      onSent = suggestion.sent;
      if (suggestion.photo !== null) pictures = [samplePhoto(suggestion.photo, view.time())];
      draw();
      text.focus({ preventScroll: true });
    },
  };
}

function dataUrl(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result));
    reader.addEventListener('error', () => reject(new Error('这张图片读不出来')));
    reader.readAsDataURL(file);
  });
}
