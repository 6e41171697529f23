import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRoom } from '../src/testing/room.ts';
import type { Room } from '../src/testing/room.ts';
import { commands } from './index.ts';

let room: Room;

beforeAll(async () => {
  room = await openRoom();
});

afterAll(() => room.close());

const answer = async (name: string, text: string, group: string | null = 'city'): Promise<string> =>
  (await room.says(name, text, { group })).text;
const examplesIn = (text: string): string[] => Array.from(text.matchAll(/^· (.+)$/gmu), ([, example]) => example ?? '');

/** What stands in for an action: not understood, not allowed, not available yet. */
const NOT_DONE = /没有看懂|不在您的权限内|还没有开放|有几种意思/;

describe('帮助', () => {
  it.each(['周敏', '赵雪', '刘志强', '孙伟', '王磊', '张建国', '景志鹏', '丁一', '贺文斌', '顾立新'])(
    '%s: what is shown works when it is pasted',
    async (name) => {
      const examples = examplesIn(await answer(name, '帮助'));
      expect(examples.length).toBeGreaterThan(3);
      for (const example of examples) expect(`${example} → ${await answer(name, example)}`).not.toMatch(NOT_DONE);
    },
  );

  it('only what the asker’s role may do', async () => {
    expect(await answer('王磊', '帮助')).toContain('· 认领327');
    expect(await answer('王磊', '帮助')).not.toContain('布置任务');
    expect(await answer('周敏', '帮助')).toContain('布置任务');
    expect(await answer('周敏', '帮助')).not.toContain('认领327');
  });

  it('in a group it says to mention the bot, one-to-one it does not', async () => {
    expect(await answer('王磊', '帮助')).toContain('王磊，可以这样说（群里先@我）：');
    expect(await answer('王磊', '帮助', null)).toContain('王磊，可以这样说：');
  });

  it('commands that do nothing yet are not shown', async () => {
    const shown = examplesIn(await answer('周敏', '帮助'));
    const unavailable = commands.filter((command) => !('run' in command)).flatMap(({ examples }) => examples);
    expect(shown.filter((example) => unavailable.includes(example))).toEqual([]);
  });
});

describe('whom am I talking to', () => {
  it.each(['你是谁', '在吗', '机器人你好', '请问你是干什么的？', '介绍一下自己', '你叫什么名字', '小助手在吗'])(
    '%s',
    async (text) => {
      expect(await answer('王磊', text)).toMatch(/^王磊您好，我是创城督办机器人。/);
    },
  );

  it.each(['收到', '谢谢', '好的，辛苦了'])('courtesy is not answered: %s', async (text) => {
    const { replies } = await room.says('王磊', text, { group: 'city' });
    expect(replies).toEqual([]);
  });
});

describe('how a thing is done', () => {
  it('整改率: the definition of §5 in words, with an example', async () => {
    const text = await answer('曾杰', '整改率怎么算的');
    expect(text).toContain('整改率＝已销号÷交办问题数，核查通过才算');
    expect(text).toContain('例：交办8件，销号4件，另有1件待核查：整改率50.0%(4/8)，含待核查62.5%(5/8)。');
    expect(text).toContain('挂账、撤销、合并和申诉后转出的不计入');
  });

  it.each([
    ['丁一', '怎么上报问题', '【上报问题】'],
    ['王磊', '怎么认领', '交办后2小时内认领'],
    ['王磊', '怎么报整改', '附一张能证明的照片'],
    ['周敏', '红黑榜怎么排的', '整改率90%以上上红榜'],
  ])('%s：%s', async (name, question, words) => {
    const text = await answer(name, question);
    expect(text).toContain(words);
    for (const example of examplesIn(text)) expect(`${example} → ${await answer(name, example)}`).not.toMatch(NOT_DONE);
  });

  it('who may not do it gets the rule without examples', async () => {
    const text = await answer('周敏', '怎么认领');
    expect(text).toContain('【认领】');
    expect(examplesIn(text)).toEqual([]);
  });
});
