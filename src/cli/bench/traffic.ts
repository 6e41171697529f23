/** What the bench sends: signed and encrypted WeCom callbacks of a working day, every one with an id of its own. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createCodec } from '../../platforms/wecom/codec.ts';

/** Made for the bench; secrets of nothing. */
export const benchSecrets = {
  token: 'BenchToken01',
  aesKey: 'Qfbu9dj9g8lmTA7MVRO1d2vzJ7jOEeOaorblL8RBn5o',
  receiveId: '',
};

export const benchChatId = 'wrBenchGroup01';

const codec = createCodec(benchSecrets);

/** A group's morning: problems logged, questions asked, idle words to the bot. `userid` stands in the bench's directory. */
const SAID: readonly { readonly as: 'inspector' | 'liaison'; readonly text: string }[] = [
  { as: 'inspector', text: '建设路56号门口垃圾桶满溢，请环卫中心今天下午6点前清运' },
  { as: 'liaison', text: '城管局整改率' },
  { as: 'inspector', text: '东湖农贸市场南门占道卖菜，通道堵了一半，请城管局明天上午10点前处理' },
  { as: 'liaison', text: '我的待办' },
  { as: 'inspector', text: '超期清单' },
  { as: 'liaison', text: '收到，谢谢' },
];

export interface Callback {
  readonly path: string;
  readonly body: string;
}

/** The `n`th callback; the kinds take turns. `users` are platform ids. */
export function callback(n: number, users: { readonly inspector: string; readonly liaison: string }): Callback {
  const said = SAID[n % SAID.length] ?? { as: 'liaison', text: '整改率' };
  const message = {
    msgid: `bench-${randomUUID()}`,
    aibotid: 'aibBench',
    chatid: benchChatId,
    chattype: 'group',
    from: { userid: users[said.as] },
    msgtype: 'text',
    text: { content: `@督办机器人 ${said.text}` },
  };
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), randomBytes(6).toString('hex')];
  const encrypt = codec.seal(JSON.stringify(message));
  const query = new URLSearchParams({ msg_signature: codec.sign(timestamp, nonce, encrypt), timestamp, nonce });
  return { path: `/webhook/wecom?${query.toString()}`, body: JSON.stringify({ encrypt }) };
}
