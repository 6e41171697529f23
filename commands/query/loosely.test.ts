/** Questions as people really put them, read aloud: each answer is to what was asked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { openRoom } from '../../src/testing/room.ts';
import type { Room } from '../../src/testing/room.ts';

let room: Room;
const closed = { state: 'closed' as const, reportedAt: on('11-21 15:00'), closedAt: on('11-21 16:00') };
const reported = { state: 'reported' as const, reportedAt: on('11-22 09:00'), reportedBy: '王磊' };
const since = (day: string, due: string) => ({ dispatchedAt: on(`${day} 09:00`), deadline: on(`${due} 18:00`) });

beforeAll(async () => {
  room = await openRoom();
  await haveIssues(
    room,
    [
      { location: '人民路8号', site: '人民路', ...since('11-16', '11-18'), state: 'claimed' }, // 4
      { location: '人民路9号', site: '人民路', ...since('11-20', '11-21'), state: 'claimed', units: ['河西街道'] }, // 5
      { location: '解放路口', site: '解放路', ...since('11-21', '11-22'), description: '共享单车乱停放' }, // 6
      { location: '牛角巷2号', site: '牛角巷', ...since('11-21', '11-23'), units: ['东湖街道'] }, // 7
      { location: '牛角巷3号', site: '牛角巷', ...since('11-16', '11-22'), ...closed }, // 8
      { location: '北门农贸市场东门', site: '北门农贸市场', ...since('11-21', '11-23'), ...reported }, // 9
      { location: '滨江公园', category: 'facility', description: '长椅损坏', ...since('11-21', '11-23'), ...closed }, // 10
    ],
    4,
  );
});

afterAll(() => room.close());

const lines = async (name: string, text: string): Promise<string[]> => (await room.says(name, text)).text.split('\n');

it.each([
  ['周敏', '全市情况怎么样', '全市 累计：整改率 28.6%(2/7)，含待核查 42.9%(3/7)；按期 50.0%(2/4)'],
  ['周敏', '城管局这周表现如何', '市城管局 11月16—22日：整改率 40.0%(2/5)，含待核查 60.0%(3/5)；按期 66.7%(2/3)'],
  ['王磊', '我们还差几件', '市城管局未销号 3件（截至11月22日 10:00）'],
  ['王磊', '还剩几件', '王磊的待办（截至11月22日 10:00）'],
  ['周敏', '还有多少没完成', '全市的问题 5件，未销号5件（截至11月22日 10:00）'],
  ['王磊', '有没有新派给我们的', '市城管局未销号 3件（截至11月22日 10:00）'],
  ['刘志强', '今天要核查的', '待您核查 1件（截至11月22日 10:00）'],
  ['刘志强', '有几个等着我去看', '待您核查 1件（截至11月22日 10:00）'],
  ['孙伟', '人民路的弄好了没有', '人民路的问题 2件，未销号2件（截至11月22日 10:00）'],
  ['孙伟', '北门市场那个事怎么样了', '北门农贸市场的问题 1件，未销号1件（截至11月22日 10:00）'],
  ['孙伟', '滨江公园的长椅修好了吗', '滨江公园、设施破损的问题 1件，未销号0件（截至11月22日 10:00）'],
  ['周敏', '昨天派的都认领了吗', '全市 11月21日交办、待认领的问题 2件，未销号2件（截至11月22日 10:00）'],
  [
    '周敏',
    '比昨天多了还是少了',
    '全市交办：11月22日 0件，11月21日 4件，少4件；整改率：11月22日 无可计算的问题，11月21日 25.0%(1/4)。',
  ],
  ['周敏', '11月总共多少', '全市 11月1—22日：登记问题7件。'],
  ['周敏', '4号整改了没', '#4|市城管局|整改中'],
  ['周敏', '今天的通报发了吗', '【通报】'],
])('%s: %s', async (name, text, first) => {
  expect((await lines(name, text))[0]).toBe(first);
});

it('who lags behind: the last first, with the place in the whole', async () => {
  expect((await lines('周敏', '哪些单位拖后腿')).slice(0, 4)).toEqual([
    '【整改率排名】累计（截至11月22日 10:00）',
    '部门：',
    '1. 市城管局 40.0%(2/5)',
    expect.stringContaining('不参加排名'),
  ]);
  expect((await room.says('王磊', '我们落后了没有')).text).toContain('市城管局：整改率 40.0%(2/5)，部门第1名');
});

describe('asked for in passing', () => {
  it('time for a problem: the reason is asked for, nothing is written', async () => {
    expect((await room.says('王磊', '6号能不能晚两天')).text).toContain('还差延期的原因：#6申请延期');
    await room.says('王磊', '取消');
  });

  it('a question while the place is asked for is answered, and the place may still come', async () => {
    await room.says('孙伟', '发现垃圾桶满溢，请环卫中心今天下午6点前清运', { images: 1 });
    expect((await room.says('孙伟', '全市情况怎么样')).text).toContain('整改率 28.6%(2/7)');
    expect((await room.says('孙伟', '文昌路3号门口')).text).toContain('文昌路3号门口');
  });
});
