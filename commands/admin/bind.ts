/** 绑定: pairs a platform's conversation with a group of the directory, by its name and then by the code the bot gave. */
import { randomInt } from 'node:crypto';
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { MINUTE_MS } from '../../src/domain/shanghai.ts';
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'admin.bind',
  summary: '把本群与通讯录里的工作群配对',
  examples: ['绑定 创城督查工作群', '绑定 AB12CD', '绑定部门群'],
  allow: ['admin', 'officeLead', 'officeStaff'],
  instead: '群的绑定由系统管理员或创城办办理。',

  read(said) {
    if (said.act !== null) return undefined;
    const name = /^绑定\s*:?\s*([^\s,。!?吗]{2,30})$/.exec(said.text)?.[1];
    if (name === undefined) return undefined;
    return /^[A-Za-z0-9]{4,12}$/.test(name) ? { code: name.toUpperCase() } : { group: name };
  },

  run(context) {
    const { code, group } = context.args;
    return code === undefined ? offerCode(group ?? '', context) : redeemCode(code, context);
  },
});

/** How long a code can be used. */
const CODE_MINUTES = 30;

type Binding = Omit<RunContext<object>, 'args'>;

/** The code goes through the group's own address, so that only who is in the group can read it. */
async function offerCode(name: string, { by, at, conversation, directory, store }: Binding): Promise<Answer> {
  const { platform } = conversation;
  const group = directory.groups.find((each) => each.name === name || each.id === name);
  if (!group) {
    const names = directory.groups.map((each) => each.name).join('、');
    throw new Refusal('bind.unknown', `通讯录里没有叫“${name}”的群。现有：${names}。请回复“绑定 群名”。`);
  }
  if (platform === 'simulator') throw new Refusal('bind.simulator', '演示环境的群已经配对好，不用绑定。');
  if (conversation.groupId === group.id) {
    throw new Refusal('bind.paired', `本群已经与“${group.name}”配对，不用再绑定。`);
  }
  if (!group[platform]?.webhook) {
    throw new Refusal(
      'bind.noWebhook',
      `“${group.name}”还没有配置群机器人地址，配对码发不出去。请先在 directory.yaml 里填好该群的 webhook。`,
    );
  }
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  await store.bindings.offer(code, group.id, platform, by.name, new Date(at.getTime() + CODE_MINUTES * MINUTE_MS));
  const post = `配对码：${code}（${CODE_MINUTES}分钟内有效，只能用一次）。请在本群@我发送“绑定 ${code}”，完成与“${group.name}”的配对。`;
  return {
    text: `配对码已由群机器人发到“${group.name}”。请${CODE_MINUTES}分钟内在那个群里@我发送“绑定 配对码”。`,
    posts: [{ groupId: group.id, text: post }],
  };
}

async function redeemCode(code: string, { by, at, conversation, directory, store }: Binding): Promise<Answer> {
  const { platform, chatKind, chatId } = conversation;
  if (chatKind !== 'group') throw new Refusal('bind.single', '请在要配对的群里@我发送“绑定 配对码”，单聊里不能绑定。');
  const groupId = await store.bindings.redeem(code, platform, chatId, by.name, at);
  const group = groupId === undefined ? undefined : directory.group(groupId);
  if (!group) {
    throw new Refusal('bind.code', `配对码${code}不对、已用过或已过期，没有配对。请回复“绑定 群名”重新取一个。`);
  }
  return { text: `配对成功：本群就是通讯录里的“${group.name}”，可以开始使用。回复“帮助”看用法。` };
}
