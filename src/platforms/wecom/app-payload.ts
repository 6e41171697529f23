/** XML of the 自建应用's callback → flat members, and what they mean (wecom §2.5, §6.9). Pure. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Incoming, PictureRef } from '../../chat.ts';
import { storableText } from '../../storable-text.ts';
import { SPENT_KEY } from './decode.ts';
import { writePicture, writeRoute } from './routes.ts';

/** Replies through the application have no end of their own; a day is as long as an answer makes sense. */
const ROUTE_MS = 24 * 3_600_000;

// Values stay text: a MsgId of 19 digits does not survive being a number.
const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, trimValues: false, htmlEntities: true });

export type Members = ReadonlyMap<string, string>;

/** Text members directly under `<xml>`; null for what is not such a document. Never throws. */
export function readXml(text: string): Members | null {
  try {
    if (XMLValidator.validate(text) !== true) return null;
    const parsed: unknown = parser.parse(text);
    const root = typeof parsed === 'object' && parsed !== null && 'xml' in parsed ? parsed.xml : null;
    if (typeof root !== 'object' || root === null) return null;
    return new Map(
      Object.entries(root).flatMap(([name, value]: [string, unknown]) =>
        typeof value === 'string' ? [[name, storableText(value)]] : [],
      ),
    );
  } catch {
    return null;
  }
}

export type AppDecoded =
  | { readonly kind: 'incoming'; readonly incoming: Incoming }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'malformed'; readonly reason: string };

/** One decrypted message. The application has one-to-one chats only. */
export function decodeApp(members: Members, now: Date): AppDecoded {
  const senderId = members.get('FromUserName') ?? '';
  const type = members.get('MsgType') ?? '';
  if (senderId === '' || type === '') return { kind: 'malformed', reason: '消息缺少 FromUserName 或 MsgType' };
  const said = whatIsSaid(type, members);
  if (said === null) return { kind: 'ignored', reason: `不处理的类型 ${type} ${members.get('Event') ?? ''}`.trim() };
  const seconds = Number(members.get('CreateTime'));
  const sentAt = seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000) : now;
  const incoming: Incoming = {
    platform: 'wecom',
    id: messageId(members, senderId, sentAt),
    kind: said.kind,
    chatKind: 'single',
    chatId: senderId,
    senderId,
    text: said.text,
    ...(said.isUnreadable === true && { isUnreadable: true }),
    mentionsBot: false,
    mentionedIds: [],
    pictures: said.pictures,
    quote: null,
    sentAt,
    reply: { route: writeRoute({ via: 'app' }), expiresAt: new Date(now.getTime() + ROUTE_MS) },
  };
  return { kind: 'incoming', incoming };
}

interface Said {
  readonly kind: Incoming['kind'];
  readonly text: string;
  readonly pictures: readonly PictureRef[];
  readonly isUnreadable?: boolean;
}

/** Voice comes without words here, and places, links, films and files say nothing that could be registered. */
const UNREADABLE: Said = { kind: 'message', text: '', pictures: [], isUnreadable: true };

function whatIsSaid(type: string, members: Members): Said | null {
  switch (type) {
    case 'text':
      return { kind: 'message', text: (members.get('Content') ?? '').trim(), pictures: [] };
    case 'image': {
      const mediaId = members.get('MediaId');
      return mediaId === undefined || mediaId === ''
        ? UNREADABLE
        : { kind: 'message', text: '', pictures: [{ ref: writePicture({ mediaId }) }] };
    }
    case 'event': {
      const key = members.get('EventKey') ?? '';
      if (members.get('Event') === 'enter_agent') return { kind: 'entered', text: '', pictures: [] };
      if (members.get('Event') !== 'template_card_event' || key === '' || key === SPENT_KEY) return null;
      return { kind: 'click', text: key, pictures: [] };
    }
    default:
      return UNREADABLE;
  }
}

const DAY_MS = 24 * 3_600_000;
const SHANGHAI_MS = 8 * 3_600_000;

/**
 * Events have no MsgId: sender, time, event and key together make one (the bare pair is known to collide). Opening the application is
 * reported each time; it counts once a day, as the bot's own chat does.
 */
function messageId(members: Members, senderId: string, sentAt: Date): string {
  const agent = `app:${members.get('AgentID') ?? members.get('AgentId') ?? ''}`;
  const id = members.get('MsgId');
  if (id !== undefined && id !== '') return `${agent}:${id}`;
  if (members.get('Event') === 'enter_agent') {
    return `${agent}:${senderId}:enter_agent:${Math.floor((sentAt.getTime() + SHANGHAI_MS) / DAY_MS)}`;
  }
  const parts = ['CreateTime', 'Event', 'EventKey', 'TaskId'].map((name) => members.get(name) ?? '');
  return [agent, senderId, ...parts].join(':');
}
