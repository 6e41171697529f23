/** Cards with buttons as the platform uses them: which message brings one, and what a press on one says (dingtalk §7.7). */
import type { Incoming, Outgoing } from '../../chat.ts';
import { createRegistration, ROUTE_KEY } from './card-callback.ts';
import { completePress } from './card-press.ts';
import { renderCard } from './interactive-card.ts';
import type { CardCallback } from './interactive-card.ts';
import type { OpenApi } from './open-api.ts';
import type { DingtalkOptions } from './options.ts';

export interface Cards {
  /** A template is set. */
  readonly areUsed: boolean;
  /** Sends the card of a message into a group; null where the message has none. */
  wayTo(conversationId: string, message: Outgoing): (() => Promise<void>) | null;
  /** A press gets its words; everything else stays as it is. Throws what `sent` throws. */
  readonly complete: (incoming: Incoming) => Promise<Incoming>;
}

export function createCards(
  options: Pick<DingtalkOptions, 'cards' | 'mode' | 'robotCode' | 'addressOf'>,
  openApi: OpenApi,
): Cards {
  const { cards, mode, robotCode } = options;
  const isHttp = mode === 'http';
  const callback: CardCallback = isHttp
    ? { callbackType: 'HTTP', callbackRouteKey: ROUTE_KEY }
    : { callbackType: 'STREAM' };
  const address = isHttp ? (cards?.callback ?? null) : null;
  const registered = createRegistration(address, (body) => openApi.registerCardAddress(body));

  return {
    areUsed: cards !== undefined && (cards.oneButton !== null || cards.twoButtons !== null),
    wayTo(conversationId, message) {
      if (cards === undefined || (isHttp && address === null)) return null;
      const body = renderCard(message, { conversationId, robotCode }, { templates: cards, callback });
      if (body === null) return null;
      return async () => {
        await registered();
        await openApi.sendCard(body);
      };
    },

    complete(incoming) {
      if (incoming.kind !== 'click' || cards === undefined) return Promise.resolve(incoming);
      const conversationOf = (groupId: string): string | undefined => options.addressOf(groupId)?.conversationId;
      return completePress(incoming, { sentCard: cards.sent, conversationOf });
    },
  };
}
