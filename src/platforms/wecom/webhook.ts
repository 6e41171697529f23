/** 群机器人: the only way to notify people in a group (wecom §6.1). Whoever has its address can post, so it is never logged. */
import { createHash } from 'node:crypto';
import { DeliveryError } from '../../chat.ts';
import type { Api } from './api.ts';
import { VendorError } from './error-codes.ts';
import type { Pace } from '../pace.ts';
import { throttled } from './throttled.ts';
import { isTakenAsPicture } from './pictures.ts';
import type { Markdown, WebhookText } from './render.ts';
import type { NoticeCard } from './text-card.ts';

const PICTURE_BYTES = 2 * 1024 * 1024;
const FILE_BYTES = 20 * 1024 * 1024;
const LEAST_FILE_BYTES = 6;

export interface File {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Webhook {
  send(address: string, body: WebhookText | Markdown | NoticeCard): Promise<void>;
  /** As a picture where the vendor takes it (JPEG or PNG up to 2 MB), otherwise as a file. */
  sendPicture(address: string, file: File): Promise<void>;
  sendFile(address: string, file: File): Promise<void>;
}

/** `apiBase` completes addresses given as a key only. */
export function createWebhook(given: {
  readonly api: Api;
  readonly apiBase: string;
  readonly pace: Pace;
  readonly throttledMs: number;
}): Webhook {
  async function post(address: string, body: unknown): Promise<void> {
    const url = sendUrl(address, given.apiBase).href;
    try {
      const call = { url, what: '向群里发送', repeatable: false, json: body };
      await given.pace.send([address], () => given.api.call(call));
    } catch (error) {
      throw error instanceof VendorError
        ? throttled(error, { pace: given.pace, key: address, ms: given.throttledMs })
        : error;
    }
  }

  async function sendFile(address: string, file: File): Promise<void> {
    given.pace.check(address, 1);
    const url = sendUrl(address, given.apiBase);
    url.pathname = url.pathname.replace(/\/send$/u, '/upload_media');
    url.searchParams.set('type', 'file');
    const answer = await given.api.call({
      url: url.href,
      what: '上传文件',
      repeatable: true,
      expects: 'media_id',
      form: fileForm(file, FILE_BYTES),
    });
    await post(address, { msgtype: 'file', file: { media_id: String(answer['media_id']) } });
  }

  return {
    send: post,
    sendFile,
    sendPicture(address, file) {
      if (file.bytes.length > PICTURE_BYTES || !isTakenAsPicture(file.bytes)) return sendFile(address, file);
      const md5 = createHash('md5').update(file.bytes).digest('hex');
      return post(address, { msgtype: 'image', image: { base64: file.bytes.toString('base64'), md5 } });
    },
  };
}

/** The upload form of all media calls. Throws DeliveryError `refused` for sizes the vendor does not take (wecom §6.1, §6.5). */
export function fileForm({ name, bytes }: File, mostBytes: number): FormData {
  if (bytes.length < LEAST_FILE_BYTES || bytes.length > mostBytes) {
    throw new DeliveryError('refused', `文件"${name}"为空或超过 ${mostBytes / 1024 / 1024} MB，企业微信不接受。`);
  }
  const form = new FormData();
  form.set('media', new Blob([new Uint8Array(bytes)]), name);
  return form;
}

function sendUrl(address: string, apiBase: string): URL {
  if (URL.canParse(address)) return new URL(address);
  const url = new URL('/cgi-bin/webhook/send', apiBase);
  url.searchParams.set('key', address);
  return url;
}
