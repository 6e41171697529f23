/** The 自建应用's callback as the vendor runs it: XML, encrypted and signed, up to three tries, a passive answer in XML (wecom §2.5, §2.6, §6.9). */
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import type { City } from './city.ts';
import { createLine, deliverAtMost } from './deliveries.ts';
import type { DeliveryFaults, Outcome, Tried } from './deliveries.ts';

const ATTEMPTS = 3;
const ANSWER_MS = 5_000;

export interface AppCallbackSecrets {
  readonly corpId: string;
  readonly agentId: number;
  readonly token: string;
  readonly aesKey: string;
}

export interface AppCallbackSide {
  /** XML of a text that a member writes to the application. */
  text(from: string, content: string): string;
  /** Delivers one XML; `passive` of the outcome is the XML that came back, null for an empty packet. */
  deliver(url: string, xml: string): Promise<Outcome>;
}

export function createAppCallbackSide(given: {
  readonly city: City;
  readonly deliveries: DeliveryFaults;
  readonly secrets: AppCallbackSecrets;
}): AppCallbackSide {
  const { city, deliveries, secrets } = given;
  const { corpId, agentId, token, aesKey } = secrets;
  const line = createLine();

  async function attempt(url: string, xml: string, isTorn: boolean): Promise<Tried> {
    const encrypted = encrypt(aesKey, xml, corpId);
    const nonce = city.id('nonce');
    const timestamp = String(Math.floor(city.now().getTime() / 1000));
    const query = new URLSearchParams({
      msg_signature: getSignature(token, timestamp, nonce, encrypted),
      timestamp,
      nonce,
    });
    const whole = `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><AgentID><![CDATA[${agentId}]]></AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
    const body = isTorn ? whole.slice(0, -20) : whole;
    const signal = AbortSignal.timeout(ANSWER_MS);
    const response = await fetch(`${url}?${query.toString()}`, { method: 'POST', body, signal });
    const text = await response.text();
    return { status: response.status, body: text, passive: response.ok ? open(text) : null };
  }

  function open(text: string): string | null {
    if (text === '' || text === 'success') return null;
    const encrypted = member(text, 'Encrypt');
    const right = getSignature(token, member(text, 'TimeStamp'), member(text, 'Nonce'), encrypted);
    if (member(text, 'MsgSignature') !== right) throw new Error('passive answer with a wrong signature');
    const { message, id } = decrypt(aesKey, encrypted);
    if (id !== corpId) throw new Error('passive answer with a wrong receive id');
    return message;
  }

  function show({ passive }: Tried): void {
    if (typeof passive !== 'string') return;
    const [to, msgtype] = [member(passive, 'ToUserName'), member(passive, 'MsgType')];
    const via = msgtype === 'text' ? 'passive' : 'update';
    city.sent.push({ via, to, msgtype, text: member(passive, 'Content'), tagged: [], body: passive });
  }

  return {
    text(from, content) {
      const seconds = Math.floor(city.now().getTime() / 1000);
      const id = city.id('app').replaceAll(/\D/gu, '');
      return (
        `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><FromUserName><![CDATA[${from}]]></FromUserName>` +
        `<CreateTime>${seconds}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${content}]]></Content>` +
        `<MsgId>${id}</MsgId><AgentID>${agentId}</AgentID></xml>`
      );
    },
    deliver: (url, xml) =>
      line.bring(deliveries.take(), (fault) =>
        deliverAtMost(ATTEMPTS, fault, { attempt: (isTorn) => attempt(url, xml, isTorn), taken: show }),
      ),
  };
}

/** Text of one member, in a section or bare. */
function member(xml: string, name: string): string {
  const found = new RegExp(`<${name}>(?:<!\\[CDATA\\[(.*?)\\]\\]>|(.*?))</${name}>`, 'su').exec(xml);
  return found?.[1] ?? found?.[2] ?? '';
}
