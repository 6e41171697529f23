/** 清单、待办、超期、到期 in conversation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { on } from '../../src/domain/testing/sample.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { openRoom } from '../../src/testing/room.ts';
import type { Room } from '../../src/testing/room.ts';

let room: Room;

const closed = { state: 'closed' as const, reportedAt: on('11-16 09:00'), closedAt: on('11-16 10:00') };
const reported = { state: 'reported' as const, reportedAt: on('11-22 09:00'), reportedBy: '王磊' };
const rubbish = { category: 'sanitation', description: '垃圾满溢', units: ['河西街道'] };

const PROBLEMS: readonly Partial<Issue>[] = [
  { location: '建设路8号', dispatchedAt: on('11-16 09:00'), deadline: on('11-18 18:00'), state: 'claimed' }, // 301
  { location: '建设路9号', dispatchedAt: on('11-20 09:00'), deadline: on('11-21 18:00'), state: 'claimed', ...rubbish }, // 302
  { location: '建设路10号', dispatchedAt: on('11-21 09:00'), deadline: on('11-22 18:00'), ...rubbish }, // 303
  { location: '牛角巷2号', dispatchedAt: on('11-21 09:00'), deadline: on('11-23 18:00'), state: 'claimed' }, // 304
  { location: '牛角巷3号', dispatchedAt: on('11-16 09:00'), deadline: on('11-17 18:00'), ...closed }, // 305
  { location: '牛角巷4号', dispatchedAt: on('11-21 09:00'), deadline: on('11-23 18:00'), ...reported }, // 306
  { location: '牛角巷5号', dispatchedAt: on('11-21 09:00'), deadline: on('11-23 18:00'), state: 'withdrawn' }, // 307
  { location: '牛角巷6号', dispatchedAt: null, deadline: null, state: 'draft', loggedAt: on('11-22 09:00') }, // 308
];

beforeAll(async () => {
  room = await openRoom();
  await haveIssues(room, PROBLEMS);
});

afterAll(() => room.close());

const answer = async (text: string, name = '周敏'): Promise<string> => (await room.says(name, text)).text;

describe('列问题', () => {
  it('of a state alone', async () => {
    expect(await answer('哪些还没人认领')).toContain('全市待认领的问题 1件');
    expect(await answer('哪些还没人认领')).toContain('#303');
    expect(await answer('挂账的有几件')).toBe('全市的挂账问题：没有（截至11月22日 10:00）。');
    expect(await answer('反弹的有哪些')).toContain('没有');
  });

  it('of a person: what he has in hand, as owner or for his unit', async () => {
    const text = await answer('彭飞手上有几件');
    expect(text).toMatch(/^彭飞的问题 2件/);
    expect(text).toContain('#302');
    expect(text).not.toContain('#301');
  });

  it('of a place: what is open first, closed ones by number, withdrawn and unconfirmed ones not', async () => {
    expect(await answer('查牛角巷的问题')).toBe(
      [
        '牛角巷的问题 3件，未销号2件（截至11月22日 10:00）',
        '#306 市城管局 牛角巷4号 非机动车乱停放，占用盲道：待核查',
        '#304 市城管局 牛角巷2号 非机动车乱停放，占用盲道：11月23日到期',
        '已销号1件：#305',
      ].join('\n'),
    );
  });

  it('of a unit, without its name in each line', async () => {
    const text = await answer('列一下城管局没整改的问题');
    expect(text).toContain('市城管局的问题 3件，未销号3件');
    expect(text).toContain('#301 建设路8号 非机动车乱停放，占用盲道：超期4天');
    expect(text).not.toContain('#305');
  });

  it('what is suspended is no part of what is open; it is said beside, as beside the rate', async () => {
    const own = await openRoom();
    try {
      const base = { location: '建设路8号', dispatchedAt: on('11-16 09:00'), deadline: on('11-25 18:00') };
      await haveIssues(own, [
        { ...base, state: 'claimed' },
        { ...base, state: 'suspended' },
      ]);
      const open = (await own.says('周敏', '城管局未整改清单')).text;
      expect(open).toContain('市城管局的问题 1件，未销号1件');
      expect(open).toContain('另：挂账1件：#302');
      expect(open.match(/^#\d+/gm)).toEqual(['#301']);
      expect((await own.says('周敏', '城管局整改率')).text).toContain('(0/1)');
      expect((await own.says('周敏', '查建设路8号的问题')).text).toContain('建设路的问题 1件，未销号1件');
    } finally {
      await own.close();
    }
  });

  it('a place with suspended ones only', async () => {
    const own = await openRoom();
    try {
      await haveIssues(own, [{ location: '建设路8号', dispatchedAt: on('11-16 09:00'), state: 'suspended' }]);
      expect((await own.says('周敏', '城管局未整改清单')).text).toBe(
        '市城管局的问题：没有（截至11月22日 10:00）。\n另：挂账1件：#301',
      );
    } finally {
      await own.close();
    }
  });

  it('a place without problems', async () => {
    expect(await answer('东湖农贸市场有哪些问题')).toBe('东湖农贸市场的问题：没有（截至11月22日 10:00）。');
  });
});

describe('待办', () => {
  it('a liaison: what his unit has to do, the most pressing first', async () => {
    const lines = (await answer('我的待办', '王磊')).split('\n');
    expect(lines.slice(0, 2)).toEqual(['王磊的待办（截至11月22日 10:00）', '待整改2件：']);
    expect(lines[2]).toContain('#301');
    expect(lines[3]).toContain('#304');
  });

  it('the office: what waits for verification and for dispatch', async () => {
    const text = await answer('我的待办');
    expect(text).toContain('待核查1件：\n#306');
    expect(text).toContain('待确认交办1件：\n#308');
  });

  it('our unit', async () => {
    const text = await answer('我们街道还有哪些没弄完的', '彭飞');
    expect(text).toContain('河西街道未销号 2件');
    expect(text).toContain('#302');
    expect(text).not.toContain('#301');
  });

  it('待核查: an inspector sees what he logged, the unit what it waits for', async () => {
    expect(await answer('待核查的有哪些', '刘志强')).toContain('待您核查 1件');
    expect(await answer('待核查的有哪些', '王磊')).toContain('待核查 1件');
    expect(await answer('待核查的有哪些', '孙伟')).toBe('待核查：没有（截至11月22日 10:00）。');
  });
});

describe('超期', () => {
  it('all, the longest first', async () => {
    const lines = (await answer('超期清单')).split('\n');
    expect(lines[0]).toBe('超期未整改 2件（截至11月22日 10:00）');
    expect(lines[1]).toMatch(/^#301 市城管局 .*超期4天$/);
    expect(lines[2]).toMatch(/^#302 河西街道 .*超期1天$/);
  });

  it('so many days and more, by unit', async () => {
    const text = await answer('超期3天以上的，按单位列一下');
    expect(text).toContain('市城管局 1件（最长4天）：#301');
    expect(text).not.toContain('河西街道');
  });

  it('by street and town: departments are not among them', async () => {
    const text = await answer('各街道超期清单');
    expect(text).toContain('河西街道 1件（最长1天）：#302');
    expect(text).not.toContain('市城管局');
  });

  it('of one unit; none is said too', async () => {
    expect(await answer('河西街道有哪些超期的')).toContain('河西街道超期未整改 1件');
    expect(await answer('园林中心有哪些超期的')).toBe('市园林中心超期未整改：没有（截至11月22日 10:00）。');
  });
});

describe('到期', () => {
  it.each([
    ['今天到期的问题有哪些', '今天到期 1件', ['#303']],
    ['明天到期的有哪些', '明天到期 1件', ['#304']],
    ['快到期的有哪些', '今明两天到期 2件', ['#303', '#304']],
    ['本周到期的问题', '11月16—22日到期 1件', ['#303']],
    ['城管局三天内到期的问题', '市城管局11月22—25日到期 1件', ['#304']],
  ])('%s', async (question, head, nos) => {
    const [first, ...lines] = (await answer(question)).split('\n');
    expect(first).toBe(`${head}（截至11月22日 10:00）`);
    expect(lines.map((line) => line.slice(0, 4))).toEqual(nos);
  });
});

it('long lists are cut, and it is said how many more there are', async () => {
  const many = Array.from({ length: 13 }, () => ({ location: '步行街', units: ['市商务局'] }));
  await haveIssues(room, many, 400);
  const lines = (await answer('查步行街的问题')).split('\n');
  expect(lines).toHaveLength(12);
  expect(lines.at(-1)).toBe('另有3件');
});
