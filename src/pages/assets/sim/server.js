// What the page asks of /sim/api. Every failure becomes an Error whose message a person can read.

async function ask(path, body) {
  let answer;
  try {
    answer = await fetch(
      `/sim/api${path}`,
      body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          },
    );
  } catch {
    throw Object.assign(new Error('连不上服务，请检查程序是否在运行'), { isOffline: true });
  }
  const read = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(read?.error ?? `服务没有正常应答（${answer.status}）`);
  return read;
}

const inChat = (chat) => new URLSearchParams(chat.group === null ? { person: chat.person } : { group: chat.group });

export const groups = () => ask('/groups');
export const directory = () => ask('/directory');
export const now = async () => new Date((await ask('/clock')).now);
export const moveClock = async (to) => new Date((await ask('/clock', { now: to.toISOString() })).now);
export const say = (message) => ask('/messages', message);

/** A conversation's messages; `after` an id, or null for all. */
export function messages(chat, after) {
  const query = inChat(chat);
  if (after !== null) query.set('after', after);
  return ask(`/messages?${query}`);
}

/** What the bot said anywhere after a message; `after` null: only where that stands. */
export const news = (after) => ask(after === null ? '/news' : `/news?${new URLSearchParams({ after })}`);
