/** What is said when no command was meant, or not by whom or where it may be. Short, at most once, and never to courtesy. */
import type { Person } from '../domain/directory.ts';
import type { Said } from '../reading/said.ts';
import type { Answer, Command } from './command.ts';
import { citizenWelcome, smallTalk } from './small-talk.ts';

export const strangerSentence = '您好，通讯录里还没有您，这条消息没有登记。请联系市创城办把您加入通讯录后再发。';

export const unpairedSentence =
  '本群还没有与通讯录里的工作群配对，暂不受理。请系统管理员在本群@我发送“绑定 群名”，再按提示发送“绑定 配对码”。';

export const notAvailable = (summary: string): string => `“${summary}”的功能还没有开放，这条消息没有作任何登记或改动。`;

const unreadableSentence =
  '这种消息看不了，没有作任何登记。能看的是文字、图片和图文消息，请打字说明；文件、视频请拍成照片或截图再发。';

export function welcomeFor(person: Person | undefined): string {
  if (!person) return citizenWelcome;
  return `${person.name}您好，我是创城督办机器人。可以直接说一句话，如“我的待办”“整改率”；回复“帮助”看您能用的说法。`;
}

/** 在吗, 你是谁, 机器人你好: somebody who wants to know what he is talking to. */
const MEETS =
  /^(?:(?:小?机器人|小助手)(?:在吗?|你好|您好|呢)?|(?:你好|您好|哈[喽罗]|嗨|hello|hi)?(?:机器人|小助手)|(?:请问)?在(?:吗|不在|么|不)|(?:请问|你好|您好)*(?:你|您|这)(?:是|叫)(?:谁|哪位|什么|啥)(?:名字|东西|人|机器人)?(?:[啊呀呢])?|(?:请问|你好|您好)*(?:你|您|这个?)是?(?:干|做)(?:什么|啥|嘛)(?:用)?的?(?:[啊呀呢])?|(?:请)?(?:自我)?介绍(?:一下)?(?:你|您)?(?:自己)?)$/iu;

/** Null: silence. Undefined: words that nothing was found in. */
export function hintFor(said: Said, person: Person | undefined, isUnreadable = false): Answer | null | undefined {
  const words = said.text.replace(/[\s\p{P}\p{S}\p{M}]/gu, '');
  if (words === '' && isUnreadable) return { text: unreadableSentence };
  if (words === '' && said.images > 0)
    return { text: '收到图片。请引用这张图片，或连同一句话再发一次，如“人民路12号门口垃圾没清”。' };
  // 👌 is a nod; only to be called says that somebody wants something.
  if (words === '') return /\p{Extended_Pictographic}/u.test(said.text) ? null : { text: welcomeFor(person) };
  const talk = smallTalk(words, SIDES[said.speaker]);
  if (talk !== undefined) return talk === null ? null : { text: talk };
  return MEETS.test(words) ? { text: welcomeFor(person) } : undefined;
}

/** 改口 of which it is not sure what holds: said before anything is asked. Null where nothing was taken back. */
export const takenBackHint = ({ takenBack }: Said): Answer | null =>
  takenBack === 'unclear'
    ? {
        text: '这句话里改了口，拿不准以哪个为准，没有作任何改动。请把要办的完整地再发一次，写明编号，如“311核查通过”。',
      }
    : null;

const SIDES = {
  citizen: 'citizen',
  unit: 'unit',
  other: 'unit',
  office: 'patrol',
  inspector: 'patrol',
  grid: 'patrol',
} as const;

export function severalMeant(commands: readonly Command<object>[]): string {
  const ways = commands.map((command) => `${command.summary}（如“${command.examples[0] ?? ''}”）`);
  return `这句话有几种意思，没有作任何改动。您是要：${ways.join('；')}？请照着再发一次。`;
}
