/** 绑定 on the doors of a fake WeCom: the code goes through the group's own webhook, so only its members can read it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWecomHouse, CITY_CHAT } from '../../src/testing/wecom-house.ts';
import type { WecomHouse } from '../../src/testing/wecom-house.ts';

let at: WecomHouse;

beforeEach(async () => {
  at = await openWecomHouse({ paired: false });
});

afterEach(() => at.close());

const says = async (name: string, text: string): Promise<string> => {
  const outcome = await at.says(name, text);
  await at.house.settle();
  return at.answerOf(outcome);
};
const group = () => at.house.storage.store.bindings.groupOf('wecom', CITY_CHAT);
const posted = (): string => at.fake.sentTo(CITY_CHAT).findLast(({ via }) => via === 'webhook')?.text ?? '';
const codeIn = (text: string): string => /配对码：(\d{6})/.exec(text)?.[1] ?? '';

it('a group that is not paired says one line to everything else, and nothing is recorded', async () => {
  expect(await says('刘志强', '建设路56号门口垃圾桶满溢，请环卫中心今天下午6点前清运')).toContain(
    '本群还没有与通讯录里的工作群配对',
  );
  expect(await at.house.storage.store.issues.list({})).toEqual([]);
});

it('by name, then by the code that came through the group', async () => {
  expect(await says('顾立新', '绑定 创城督查工作群')).toContain('配对码已由群机器人发到“创城督查工作群”');
  const code = codeIn(posted());
  expect(code).toMatch(/^\d{6}$/);
  expect(await says('顾立新', `绑定 ${code}`)).toContain('配对成功：本群就是通讯录里的“创城督查工作群”');
  expect(await group()).toBe('city');
  expect(await says('周敏', '城管局整改率')).toContain('市城管局 累计');
});

it('the code is not in the answer to who asked for it', async () => {
  const answer = await says('周敏', '绑定 创城督查工作群');
  expect(answer).not.toContain(codeIn(posted()));
});

it('a wrong code, and a code used before, pair nothing', async () => {
  expect(await says('顾立新', '绑定 000000')).toContain('配对码000000不对、已用过或已过期，没有配对');
  expect(await group()).toBeUndefined();
  await says('顾立新', '绑定 创城督查工作群');
  const code = codeIn(posted());
  await says('顾立新', `绑定 ${code}`);
  expect(await says('顾立新', `绑定 ${code}`)).toContain('已用过');
});

it('after half an hour the code is worth nothing', async () => {
  await says('顾立新', '绑定 创城督查工作群');
  const code = codeIn(posted());
  await at.restart(30 * 60_000);
  expect(await says('顾立新', `绑定 ${code}`)).toContain('已过期，没有配对');
  expect(await group()).toBeUndefined();
});

it('an unknown group, a group without a webhook: told so', async () => {
  expect(await says('顾立新', '绑定 不存在的群')).toContain(
    '通讯录里没有叫“不存在的群”的群。现有：创城督查工作群、部门群',
  );
  expect(await says('顾立新', '绑定 部门群')).toContain('“部门群”还没有配置群机器人地址');
  expect(at.fake.sentTo(CITY_CHAT).filter(({ via }) => via === 'webhook')).toEqual([]);
});

it('a unit may not pair groups', async () => {
  expect(await says('王磊', '绑定 创城督查工作群')).toContain('群的绑定由系统管理员或创城办办理');
  expect(posted()).toBe('');
});
