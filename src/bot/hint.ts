/** What is said when no command was meant, or not by whom or where it may be. Short, at most once, and never to courtesy. */
import type { Person } from '../domain/directory.ts';
import type { Said } from '../reading/said.ts';
import type { Answer, Command } from './command.ts';

export const strangerSentence = '您好，通讯录里还没有您，这条消息没有登记。请联系市创城办把您加入通讯录后再发。';

/** To whom nobody knows, in a one-to-one chat: he may speak as a citizen (domain §3). */
export const citizenWelcome =
  '您好，这里是创城督办机器人。市民反映问题请直接说明地点和情况，可附照片，如“翠竹园小区门口占道卖菜”；查办理结果请回复“我反映的怎么样了”。工作人员请联系市创城办加入通讯录。';

export const unpairedSentence =
  '本群还没有与通讯录里的工作群配对，暂不受理。请系统管理员在本群@我发送“绑定 群名”，再按提示发送“绑定 配对码”。';

export const notAvailable = (summary: string): string => `“${summary}”的功能还没有开放，这条消息没有作任何登记或改动。`;

const unreadableSentence =
  '这种消息看不了，没有作任何登记。能看的是文字、图片和图文消息，请打字说明；文件、视频请拍成照片或截图再发。';

export function welcomeFor(person: Person | undefined): string {
  if (!person) return citizenWelcome;
  return `${person.name}您好，我是创城督办机器人。可以直接说一句话，如“我的待办”“整改率”；回复“帮助”看您能用的说法。`;
}

export const notUnderstood = '没有看懂这句话，没有作任何登记。登记问题请写明地点和情况；回复“帮助”看您能用的说法。';

/** 收到, 辛苦了, 好的谢谢: nothing to answer. */
const COURTESY =
  /^(收到|好的?|谢谢?|感谢|辛苦|明白|知道|嗯+|哦+|ok|okay|是的?|马上|赞|厉害|加油|早上?好?|您好|你好|大家|了|啦|哈+|的|呀|啊|吧|领导|同志|老师|各位)+$/iu;

/** 在吗, 你是谁, 机器人你好: somebody who wants to know what he is talking to. */
const MEETS =
  /^(?:(?:小?机器人|小助手)(?:在吗?|你好|您好|呢)?|(?:你好|您好|哈[喽罗]|嗨|hello|hi)?(?:机器人|小助手)|(?:请问)?在(?:吗|不在|么|不)|(?:请问|你好|您好)*(?:你|您|这)(?:是|叫)(?:谁|哪位|什么|啥)(?:名字|东西|人|机器人)?(?:[啊呀呢])?|(?:请问|你好|您好)*(?:你|您|这个?)是?(?:干|做)(?:什么|啥|嘛)(?:用)?的?(?:[啊呀呢])?|(?:请)?(?:自我)?介绍(?:一下)?(?:你|您)?(?:自己)?)$/iu;

export function hintFor(said: Said, person: Person | undefined, isUnreadable = false): Answer | null {
  const words = said.text.replace(/[\s\p{P}\p{S}\p{M}]/gu, '');
  if (words === '' && isUnreadable) return { text: unreadableSentence };
  if (words === '')
    return said.images > 0
      ? { text: '收到图片。请引用这张图片，或连同一句话再发一次，如“人民路12号门口垃圾没清”。' }
      : { text: welcomeFor(person) };
  if (COURTESY.test(words)) return null;
  if (MEETS.test(words)) return { text: welcomeFor(person) };
  return { text: notUnderstood };
}

/** 改口 of which it is not sure what holds: said before anything is asked. Null where nothing was taken back. */
export const takenBackHint = ({ takenBack }: Said): Answer | null =>
  takenBack === 'unclear'
    ? {
        text: '这句话里改了口，拿不准以哪个为准，没有作任何改动。请把要办的完整地再发一次，写明编号，如“311核查通过”。',
      }
    : null;

export function severalMeant(commands: readonly Command<object>[]): string {
  const ways = commands.map((command) => `${command.summary}（如“${command.examples[0] ?? ''}”）`);
  return `这句话有几种意思，没有作任何改动。您是要：${ways.join('；')}？请照着再发一次。`;
}
