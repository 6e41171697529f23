/** What a line typed in `npm run chat` asks for. Pure; a line that is no order is something said. */

export type ChatOrder =
  | { readonly kind: 'say'; readonly text: string; readonly mentionsBot: boolean }
  | { readonly kind: 'as'; readonly name: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'single' }
  | { readonly kind: 'who' }
  | { readonly kind: 'photo'; readonly file: string | null }
  | { readonly kind: 'quote'; readonly no: number }
  | { readonly kind: 'clock'; readonly to: Date | null }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'unclear'; readonly complaint: string };

export const chatHelp = [
  '直接输入要说的话，回车发送（群里默认@机器人）。以 / 开头的是操作：',
  '  /as 王磊            换成这个人说话',
  '  /group 群编号       换到这个群；/single 换到与机器人的单聊',
  '  /who                看有哪些人和群',
  '  /photo [文件]       下一条消息带一张图片；不写文件就用示例图片',
  '  /quote 3            下一条消息引用第3条',
  '  /aside 大家辛苦了   只说给大家听，不@机器人',
  '  /clock +2h          把时钟往前拨2小时；也可写 +30m、+1d、18:10、2026-11-23T09:00；只写 /clock 看现在几点',
  '  /quit               结束',
] as const;

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3600_000, d: 86_400_000 };
const cityOffsetMs = 8 * 3600_000;

/** Reads one line; `now` is the time on the simulated clock, for moves relative to it. */
export function readOrder(line: string, now: Date): ChatOrder {
  const typed = line.trim();
  if (!typed.startsWith('/')) return { kind: 'say', text: typed, mentionsBot: true };
  const [, word = '', rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(typed) ?? [];
  switch (word) {
    case 'as':
      return rest === '' ? unclear('请写明换成谁，例如 /as 王磊') : { kind: 'as', name: rest };
    case 'group':
      return rest === '' ? unclear('请写明群编号，/who 可看有哪些群') : { kind: 'group', id: rest };
    case 'single':
    case 'who':
    case 'help':
    case 'quit':
      return { kind: word };
    case 'photo':
      return { kind: 'photo', file: rest === '' ? null : rest };
    case 'quote':
      return /^[1-9]\d*$/.test(rest) ? { kind: 'quote', no: Number(rest) } : unclear('请写明引用第几条，例如 /quote 3');
    case 'aside':
      return rest === '' ? unclear('请写明要说的话') : { kind: 'say', text: rest, mentionsBot: false };
    case 'clock':
      return readClock(rest, now);
    default:
      return unclear(`没有“/${word}”这个操作，/help 可看有哪些`);
  }
}

function readClock(text: string, now: Date): ChatOrder {
  if (text === '') return { kind: 'clock', to: null };
  const [, amount, unit = ''] = /^\+(\d{1,4})([mhd])$/.exec(text) ?? [];
  if (amount !== undefined)
    return { kind: 'clock', to: new Date(now.getTime() + Number(amount) * (unitMs[unit] ?? 0)) };
  const [, hour, minute] = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(text) ?? [];
  if (hour !== undefined) return { kind: 'clock', to: nextAt(now, Number(hour) * 60 + Number(minute)) };
  const to = new Date(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}+08:00`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) || Number.isNaN(to.getTime())) {
    return unclear('时间请写成 +2h、18:10 或 2026-11-23T09:00');
  }
  return { kind: 'clock', to };
}

/** The next time the city's clocks stand at so many minutes after midnight. */
function nextAt(now: Date, minutes: number): Date {
  const dayMs = 86_400_000;
  const midnight = Math.floor((now.getTime() + cityOffsetMs) / dayMs) * dayMs - cityOffsetMs;
  const at = midnight + minutes * 60_000;
  return new Date(at > now.getTime() ? at : at + dayMs);
}

function unclear(complaint: string): ChatOrder {
  return { kind: 'unclear', complaint };
}
