// Puts the page together: who I am, where I talk, what was said there, and asking the server for more.
import { createChats } from './chats.js';
import { createClock, nextAt } from './clock.js';
import { createComposer } from './composer.js';
import { byId, notice, wallClock } from './elements.js';
import { createPeople } from './people.js';
import * as server from './server.js';
import { createSteps } from './steps.js';
import { createTalk } from './talk.js';

const pollMs = 1500;

const state = {
  me: '',
  botName: '',
  people: new Map(),
  groups: [],
  chat: { group: null, person: '' },
  messages: [],
  lastNews: null,
};
const find = (id) => state.messages.find((message) => message.id === id);
const nameOf = (message) => (message.from === 'bot' ? state.botName : message.from);

const view = {
  me: () => state.me,
  botName: () => state.botName,
  people: () => state.people,
  groups: () => state.groups,
  current: () => state.chat,
  find,
  nameOf,
  isGroup: () => state.chat.group !== null,
  time: () => `${wallClock(clock.now()).dayName} ${wallClock(clock.now()).time}`,
  hour: () => wallClock(clock.now()).hour,
  onQuote: (message) => composer.quote(message),
  onPress: (button) => say({ text: button.says, images: [], quote: null, mentionsBot: true }),
  onSend: say,
  onOpen: (chat) => openChat(chat),
  onChoose: (name) => become(name),
  onMove: moveClock,
  onEvening: () => moveClock(nextAt(clock.now(), 18, 10)),
  onMissing: (text) => notice(text, 'info'),
  lastCard,
  onFill: fill,
};
const talk = createTalk(view);
const chats = createChats(view);
const people = createPeople(view);
const clock = createClock(view);
const composer = createComposer(view);
const steps = createSteps(view);

/** The newest problem the bot named here. */
function lastCard() {
  for (const message of state.messages.toReversed()) {
    const no = message.from === 'bot' ? /#(\d+)/.exec(message.text)?.[1] : undefined;
    if (no !== undefined) return { no, message };
  }
  return undefined;
}

async function say(message) {
  try {
    await server.say({ ...message, sender: state.me, group: state.chat.group });
    await refresh();
    talk.toEnd();
    return true;
  } catch (error) {
    notice(error.message);
    return false;
  }
}

async function moveClock(to) {
  clock.busy(true);
  try {
    clock.show(await server.moveClock(to));
    await refresh();
  } catch (error) {
    notice(error.message);
  }
  clock.busy(false);
}

async function become(name) {
  state.me = name;
  remember('me', name);
  people.drawWho();
  chats.forget();
  await openChat(state.chat.group === null ? { group: null, person: name } : state.chat);
}

async function openChat({ group, person }) {
  state.chat = { group, person: group === null ? (person ?? state.me) : null };
  remember('group', group ?? '');
  state.messages = [];
  talk.clear();
  chats.seen(state.chat);
  composer.reset();
  const here = state.groups.find((known) => known.id === group);
  byId('room-name').textContent = here?.name ?? state.botName;
  byId('room-note').textContent = here
    ? `${here.members.length}人${here.members.includes(state.me) ? '' : '，你不在这个群的名单里'}`
    : '单聊，不用@';
  await refresh().catch((error) => notice(error.message));
  if (state.messages.length === 0)
    talk.empty(here ? '还没有消息。可以从下面的“试一试”开始。' : '在这里单独和机器人说话。');
  talk.toEnd();
}

/** A suggested step: be that person, in a group he shares, with the words in the input. */
async function fill(step) {
  const card = step.quote;
  if (state.me !== step.as) await become(step.as);
  if (state.chat.group === null) await openChat({ group: firstGroupOf(step.as), person: null });
  composer.fill({ ...step, quote: card === null ? null : (find(card.id) ?? null) });
}

const firstGroupOf = (name) =>
  (state.groups.find((group) => group.members.includes(name)) ?? state.groups[0])?.id ?? null;

let refreshing = Promise.resolve();
/** Fetches what is new here and elsewhere; one at a time, so that nothing is drawn twice. */
function refresh() {
  refreshing = refreshing
    .catch(() => {})
    .then(async () => {
      const { chat } = state;
      const fresh = await server.messages(chat, state.messages.at(-1)?.id ?? null);
      if (chat !== state.chat) return;
      state.messages.push(...fresh);
      talk.append(fresh);
      const { last, messages } = await server.news(state.lastNews);
      state.lastNews = last;
      if (messages.length > 0) chats.heard(messages);
    });
  return refreshing;
}

let isOffline = false;
async function poll() {
  if (document.hidden) return;
  try {
    await refresh();
    clock.show(await server.now());
    if (isOffline) notice('已重新连上', 'info');
    isOffline = false;
  } catch (error) {
    if (!isOffline) notice(error.message);
    isOffline = true;
  }
}

function remember(key, value) {
  try {
    localStorage.setItem(`sim.${key}`, value);
  } catch {
    // Private windows keep nothing; the page works without.
  }
}

function remembered(key) {
  try {
    return new URLSearchParams(location.search).get(key) ?? localStorage.getItem(`sim.${key}`);
  } catch {
    return null;
  }
}

async function begin() {
  try {
    const [groups, directory, now] = await Promise.all([server.groups(), server.directory(), server.now()]);
    state.groups = groups;
    state.botName = directory.botName;
    state.people = new Map(directory.people.map((person) => [person.name, person]));
    clock.show(now);
    state.me = remembered('me') ?? (state.people.has('刘志强') ? '刘志强' : (directory.people[0]?.name ?? '访客'));
    const group = remembered('group') ?? firstGroupOf(state.me);
    people.drawWho();
    await openChat({
      group: groups.some((known) => known.id === group) ? group : group === '' ? null : firstGroupOf(state.me),
      person: null,
    });
    steps.draw();
    setInterval(poll, pollMs);
    document.addEventListener('visibilitychange', poll);
  } catch (error) {
    notice(`${error.message}。请稍后刷新页面`);
  }
}

void begin();
