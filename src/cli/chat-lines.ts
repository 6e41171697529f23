/** Messages and times as lines in the terminal. Pure. */
import type { SeenMessage } from './simulator-client.ts';

/** One message of the bot: its number here, where it came when that is elsewhere, its text, what hangs on it. */
export function messageLines(
  message: SeenMessage,
  { no, from, place }: { no: number; from: string; place: string | null },
): string[] {
  const extras = [
    message.mentions.length > 0 ? `提醒：${message.mentions.join('、')}` : '',
    message.images.length > 0 ? `图片${message.images.length}张` : '',
    message.buttons.length > 0 ? `可回复：${message.buttons.map((button) => button.says).join('、')}` : '',
  ].filter((extra) => extra !== '');
  return [
    `[${no}] ${from}${place === null ? '' : `（${place}）`} ${clockText(new Date(message.at))}`,
    ...message.text.split('\n').map((line) => `    ${line}`),
    ...(extras.length > 0 ? [`    — ${extras.join('；')}`] : []),
  ];
}

/** `11月22日 18:10`, on the city's clocks. */
export function clockText(at: Date): string {
  const city = new Date(at.getTime() + 8 * 3600_000);
  return `${city.getUTCMonth() + 1}月${city.getUTCDate()}日 ${city.toISOString().slice(11, 16)}`;
}
