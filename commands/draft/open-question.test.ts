/** What becomes of a message while a question of the bot is open: it is the answer, a matter of its own, or the bot asks once more. */
import { describe, expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';

const here = inRoom();
const { says } = here;

const AGAIN = '还等您答复：';
const stateOf = async (no: number): Promise<string> => (await here.room.issue(no)).state;

async function twoTasks(): Promise<void> {
  await says('周敏', '布置任务：城管局月底前完成迎宾大道店招整治');
  await says('周敏', '布置任务：住建局月底前完成背街小巷路灯排查');
}

describe('the reason of one thing is not the order about another', () => {
  test('a task that is withdrawn while the reason for another is asked', async () => {
    await twoTasks();
    expect((await says('周敏', '撤销任务1')).text).toContain('还差撤销的原因');
    const { text } = await says('周敏', '撤销任务2，录错了');
    expect(text).toContain('任务2');
    expect(text).not.toContain('任务1');
    expect((await says('周敏', '重复布置')).text).toContain('任务1');
  });

  test('确认1 with a limit confirms', async () => {
    await says('丁一', '翠竹园小区3栋楼下垃圾桶满溢', { images: 1 });
    await twoTasks();
    await says('周敏', '撤销任务1');
    expect((await says('周敏', '确认1，限三天')).text).toContain('【交办】#1');
    expect((await says('周敏', '重复布置')).text).toContain('任务1');
  });

  test('findings are logged or asked about, and #301 is not returned for them', async () => {
    await haveIssues(here.room, [{ state: 'reported' }]);
    await says('刘志强', '退回301');
    const lost = '一是人民路电影院门前垃圾成堆，二是人民路花店占道，三是解放路菜市场门口污水';
    const { text } = await says('刘志强', lost);
    expect(text).toMatch(/请确认：|还差|【交办】/);
    expect(await stateOf(301)).toBe('reported');
    expect((await says('刘志强', '解放路路口红绿灯旁边有小广告')).text).toContain('解放路路口');
    expect(await stateOf(301)).toBe('reported');
  });

  test('two verdicts about other numbers are both heard', async () => {
    await haveIssues(here.room, [{ state: 'reported' }, { state: 'closed' }, { state: 'closed' }]);
    await says('刘志强', '退回301');
    const { text } = await says('刘志强', '回头看#302没反弹，#303反弹了，灯又不亮');
    expect(text).toContain('302');
    expect(text).toContain('303');
    expect(await stateOf(301)).toBe('reported');
  });

  test.each([
    '53是城投的吧',
    '转给城管',
    '责任单位公安局',
    '签发',
    '发通报到部门群：请各单位今天下午5点前把11月台账报上来',
  ])('no reason, so it is asked once more: %s', async (words) => {
    await haveIssues(here.room, [{ state: 'dispatched' }]);
    await says('周敏', '撤销301');
    expect((await says('周敏', words)).text).toContain(`${AGAIN}还差撤销的原因：#301为什么撤销？`);
    expect(await stateOf(301)).toBe('dispatched');
    await says('周敏', '原因：转给城管了');
    expect(await stateOf(301)).toBe('withdrawn');
  });

  test('an extension is not asked for with the words about another problem', async () => {
    await haveIssues(here.room, [{ state: 'claimed' }]);
    await says('王磊', '301申请延期到12月5日');
    expect((await says('王磊', '53是城投的吧')).text).toContain(AGAIN);
    expect((await says('王磊', '配件没到货')).text).toContain('#301的延期申请已提交');
  });

  test('the same order said again with its reason leaves nothing open', async () => {
    await haveIssues(here.room, [{ state: 'dispatched' }]);
    await says('周敏', '撤销301');
    await says('周敏', '301撤销，登记错了');
    expect(await stateOf(301)).toBe('withdrawn');
    expect((await says('周敏', '还有一件重复了的')).text).not.toContain('301');
  });
});

describe('a place looks like a place', () => {
  test.each(['打错了，是供水公司不是供电公司', '随便', '你们就会敷衍', '万一呢'])(
    'asked once more: %s',
    async (words) => {
      await says('孙伟', '公交站牌破了，交通局抓紧修');
      expect((await says('孙伟', words)).text).toMatch(/还等您答复：还差.*位置/);
      expect(await here.room.issues()).toEqual([]);
      await says('孙伟', '人民路12号门口');
      expect(await here.room.issues()).toMatchObject([{ location: '人民路12号门口' }]);
    },
  );

  test('a citizen is not told off for what he calls the place', async () => {
    await says('citizen-1', '垃圾没人清，臭死了', { group: null });
    expect((await says('citizen-1', '你们就会敷衍', { group: null })).text).toContain('人民路12号门口');
    expect(await here.room.issues()).toEqual([]);
    await says('citizen-1', '翠竹园3栋楼下', { group: null });
    expect((await here.room.issues()).map(({ location }) => location)).toEqual(['翠竹园3栋楼下']);
  });

  test('what was told already with its place now completes it; another thing is another problem', async () => {
    await says('孙伟', '垃圾没人清，环卫抓紧来');
    await says('孙伟', '翠竹园3栋电梯坏了');
    expect(await here.room.issues()).toEqual([]);
    await says('孙伟', '取消');
    await says('孙伟', '垃圾没人清，环卫抓紧来');
    await says('孙伟', '牛角巷口垃圾没人清');
    expect(await here.room.issues()).toMatchObject([{ location: '牛角巷口' }]);
  });
});

describe('calling off ends all that is open', () => {
  test.each(['取消', '算了', '算了还是别催了', '先不催了', '不办了'])('%s', async (words) => {
    await haveIssues(here.room, [{ state: 'dispatched' }]);
    await says('周敏', '撤销301');
    await says('周敏', '有人乱贴小广告，城管局抓紧处理');
    const { text } = await says('周敏', words);
    expect(text).toContain('2个');
    expect(text).toContain('#301为什么撤销');
    await says('周敏', '登记错了');
    await says('周敏', '人民路12号门口');
    expect(await stateOf(301)).toBe('dispatched');
    expect(await here.room.issues()).toHaveLength(1);
  });

  test('under a quoted question that one ends, and what still waits is said', async () => {
    await haveIssues(here.room, [{ state: 'dispatched' }]);
    const asked = await says('周敏', '撤销301');
    await says('周敏', '有人乱贴小广告，城管局抓紧处理');
    const { text } = await says('周敏', '取消', { quote: asked.replies[0]?.id ?? '' });
    expect(text).toMatch(/^已取消，没有作任何改动。\n.*还等您答复：.*小广告/s);
    await says('周敏', '人民路12号门口');
    expect(await here.room.issues()).toHaveLength(2);
  });

  test('不对 is no to the newest only', async () => {
    await haveIssues(here.room, [{ state: 'dispatched' }]);
    await says('周敏', '撤销301');
    await says('周敏', '政务中心一楼志愿服务站无人值守');
    expect((await says('周敏', '不对')).text).toContain('#301为什么撤销');
    await says('周敏', '登记错了');
    expect(await stateOf(301)).toBe('withdrawn');
  });
});

describe('asked back, the bot says its question once more', () => {
  test.each(['哪个？', '什么意思', '不知道', '随便', '什么位置？', '不知道归谁', '哪个部门我不清楚'])(
    '%s',
    async (words) => {
      await says('孙伟', '垃圾没人清，环卫抓紧来');
      const { text } = await says('孙伟', words);
      expect(text).toContain('还等您答复：还差');
      expect(text).toContain('如“人民路12号门口”');
      expect(text).toContain('取消');
    },
  );

  test('the repeated question can be quoted with the answer', async () => {
    await says('孙伟', '垃圾没人清，环卫抓紧来');
    const again = await says('孙伟', '什么意思');
    await says('孙伟', '牛角巷口', { quote: again.replies[0]?.id ?? '' });
    expect(await here.room.issues()).toMatchObject([{ location: '牛角巷口' }]);
  });

  test('a long list is not read out again', async () => {
    await haveIssues(
      here.room,
      Array.from({ length: 12 }, () => ({ state: 'dispatched' as const })),
    );
    await says('王磊', '认领');
    const { text } = await says('王磊', '哪个？');
    expect(text).toContain('回复编号即可');
    expect(text.split('\n').length).toBeLessThan(6);
  });
});

describe('都要 where the number is asked', () => {
  test.each(['都要', '都认领', '全部'])('%s: listed, with a yes', async (words) => {
    await haveIssues(here.room, [{ state: 'dispatched' }, { state: 'dispatched' }]);
    expect((await says('王磊', '认领')).text).toContain('还缺编号');
    const { text } = await says('王磊', words);
    expect(text).toMatch(/^请确认：以下2件认领。/);
    expect(await stateOf(301)).toBe('dispatched');
    await says('王磊', '对');
    expect([await stateOf(301), await stateOf(302)]).toEqual(['claimed', 'claimed']);
  });

  test('都认领 with nothing open', async () => {
    await haveIssues(here.room, [{ state: 'dispatched' }, { state: 'dispatched' }]);
    expect((await says('王磊', '新的几个都认领')).text).toMatch(/^请确认：以下2件认领。/);
    await says('王磊', '对');
    expect([await stateOf(301), await stateOf(302)]).toEqual(['claimed', 'claimed']);
  });
});

describe('more than yes', () => {
  test('another unit and a limit said with it hold', async () => {
    expect((await says('刘志强', '老机械厂宿舍5栋墙皮脱落，有点危险')).text).toContain('责任单位建议');
    await says('刘志强', '对，请城关镇今天拉警戒线');
    const [issue] = await here.room.issues();
    expect(issue).toMatchObject({ units: ['城关镇'] });
    expect(issue?.deadline?.toISOString()).toBe('2026-11-22T15:59:59.000Z');
  });

  test.each(['对，顺便催一下环卫', '对，1和3登记，2不登'])(
    'what cannot be taken with it is asked: %s',
    async (words) => {
      await says('孙伟', '政务中心一楼志愿服务站无人值守');
      expect((await says('孙伟', words)).text).toContain(AGAIN);
      expect(await here.room.issues()).toEqual([]);
      await says('孙伟', '对');
      expect(await here.room.issues()).toHaveLength(1);
    },
  );

  test('1没过 is no yes', async () => {
    await says('孙伟', '政务中心一楼志愿服务站无人值守');
    await says('孙伟', '1没过，还松');
    expect(await here.room.issues()).toEqual([]);
  });
});

describe('photos that are waited for', () => {
  test('come with the report of others: they are not taken for this one', async () => {
    await haveIssues(here.room, [{ state: 'claimed' }, { state: 'claimed' }]);
    await says('王磊', '301已整改');
    await says('王磊', '302已整改', { images: 1 });
    expect([await stateOf(301), await stateOf(302)]).toEqual(['claimed', 'reported']);
    await says('王磊', '好了', { images: 1 });
    expect(await stateOf(301)).toBe('reported');
  });
});

test('of two places asked for, the question says which message of the citizen it is', async () => {
  await says('citizen-1', '垃圾没人清，臭死了', { group: null });
  const { text } = await says('citizen-1', '哪里', { group: null });
  expect(text).toBe('还等您答复：留言1还差具体位置，请补充，如“人民路12号门口”。不办请回复“取消”。');
});
