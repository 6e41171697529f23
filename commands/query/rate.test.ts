import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveMessage } from '../../src/domain/citizen.ts';
import { on } from '../../src/domain/testing/sample.ts';
import { workedCase } from '../../src/domain/testing/worked-case.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { openRoom } from '../../src/testing/room.ts';
import type { Room } from '../../src/testing/room.ts';

let room: Room;

beforeAll(async () => {
  room = await openRoom();
  await haveIssues(room, workedCase);
  const superior = {
    source: 'superior' as const,
    units: ['河西街道'],
    category: 'sanitation',
    deadline: on('11-30 18:00'),
  };
  await haveIssues(
    room,
    [
      { ...superior, state: 'claimed', location: '人民路12号', dispatchedAt: on('11-20 09:00') },
      {
        ...superior,
        state: 'closed',
        reportedAt: on('11-20 12:00'),
        closedAt: on('11-20 13:00'),
        dispatchedAt: on('11-20 09:00'),
      },
      {
        units: ['东湖街道'],
        team: '督查二组',
        category: 'psa',
        state: 'claimed',
        dispatchedAt: on('11-12 09:00'),
        deadline: on('11-30 18:00'),
      },
    ],
    320,
  );
});

afterAll(() => room.close());

const answer = async (text: string, name = '周敏'): Promise<string> => (await room.says(name, text)).text;

describe('整改率', () => {
  it('the worked case of §5, in the layout of §12, to the digit', async () => {
    expect(await answer('城管局本周整改率')).toBe(
      [
        '市城管局 11月16—22日：整改率 50.0%(4/8)，含待核查 62.5%(5/8)；按期 40.0%(2/5)',
        '未销号4件：#305 超期3天；#306 待核查；#304 11月23日到期（已延期）；#307 11月27日到期',
        '另：挂账1件，撤销1件，合并1件，申诉后转出1件，不计入。再销号4件可到100%。',
        '（截至11月22日 10:00）',
      ].join('\n'),
    );
  });

  it('two periods: both rates with their fractions, and the difference in points', async () => {
    expect(await answer('全市整改率比上周提高了多少')).toBe(
      [
        '全市整改率：11月16—22日 45.5%(5/11)，11月9—15日 0.0%(0/1)，提高45.5个百分点。',
        '按各期交办的问题计（截至11月22日 10:00）。',
      ].join('\n'),
    );
    expect(await answer('城管局和住建局整改率环比')).toMatch(
      /^市城管局整改率：11月16—22日 50\.0%\(4\/8\)，[^]*\n市住建局整改率：/,
    );
    expect(await answer('城管局整改率比上周高了多少')).toContain('11月9—15日 无可计算的问题。');
  });

  it('without a period it runs since the campaign began, and says so', async () => {
    expect(await answer('城管局整改率多少')).toMatch(
      /^市城管局 累计：整改率 50\.0%\(4\/8\)[^]*没有说时段，按1月1日以来累计。$/,
    );
  });

  it('our unit is the asker’s own; everybody may ask for all', async () => {
    expect(await answer('我们单位现在整改率？', '王磊')).toContain('市城管局 累计：整改率 50.0%(4/8)');
    expect(await answer('城管局整改率', '何静')).toContain('整改率 50.0%(4/8)');
  });

  it('our community is the unit, not a kind of place', async () => {
    expect(await answer('我们社区整改率', '景志鹏')).toMatch(/^翠竹社区 累计：/);
  });

  it('nothing was dispatched: said instead of a rate', async () => {
    expect(await answer('园林中心整改率')).toContain('市园林中心 累计：本期无交办问题。');
    expect(await answer('11月1日到11月5日整改率')).toContain('全市 11月1—5日：本期无交办问题');
  });

  it.each([
    ['昨天的整改率', '全市 11月21日：整改率 100.0%(1/1)'],
    ['上周整改率', '全市 11月9—15日：整改率 0.0%(0/1)'],
    ['公益广告整改率', '公益广告 累计：整改率 0.0%(0/1)'],
    ['督查二组整改率', '督查二组 累计：整改率 0.0%(0/1)'],
    ['人民路整改率', '人民路 累计：整改率 33.3%(1/3)'],
    ['查一下城管局11月份按期整改率', '市城管局 11月1—22日：按期整改率 40.0%(2/5)；整改率 50.0%(4/8)'],
    ['城管局办结率', '市城管局 累计：办结率 66.7%(4/6)'],
  ])('%s', async (question, beginning) => {
    expect(await answer(question)).toContain(beginning);
  });

  it('what a superior sent is counted by what was received', async () => {
    expect(await answer('市级督查反馈的问题办结率是多少')).toContain('上级督查反馈办结率 50.0%(1/2)，按收到的件数计。');
  });

  it('several units: a line each, with its fraction and what is left out', async () => {
    const text = await answer('城管局和住建局的整改率、按期整改率');
    expect(text).toContain(
      '市城管局：整改率 50.0%(4/8)，按期整改率 40.0%(2/5)；另挂账1件、撤销1件、合并1件、申诉后转出1件',
    );
    expect(text).toContain('市住建局：整改率 0.0%(0/1)，按期整改率 0.0%(0/1)');
  });

  it('by town: the best first, those without problems named apart', async () => {
    const lines = (await answer('各乡镇整改率')).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '【各街道乡镇整改率】累计（截至11月22日 10:00）',
      '河西街道：整改率 50.0%(1/2)',
      '东湖街道：整改率 0.0%(0/1)',
    ]);
    expect(lines[3]).toMatch(/^本期无交办问题：新市区街道、/);
  });

  it('by category, with the whole city below, each problem once', async () => {
    const text = await answer('各类问题整改率');
    expect(text).toContain('环境卫生：整改率 50.0%(1/2)');
    expect(text).toContain('合计：整改率 41.7%(5/12)');
  });

  it('every unit of a group, those without problems named', async () => {
    const text = await answer('各部门整改率');
    expect(text).toContain('【各部门整改率】累计（截至11月22日 10:00）\n市城管局：整改率 50.0%(4/8)');
    expect(text).not.toContain('河西街道');
    expect(text).toContain('本期无交办问题：市委宣传部、');
  });

  it('回复率 and 办结率 of citizens’ messages are of what was received', async () => {
    expect(await answer('市民留言回复率和办结率')).toContain('市民留言 累计：没有收到留言。');
    const { store } = room.house.storage;
    const nothing = { location: null, site: null, category: null, units: [], issueNo: null, first: null };
    const said = { ...nothing, channel: 'citizen' as const, at: on('11-20 09:00'), registeredBy: '赵雪' };
    const message = (text: string) => receiveMessage({ ...said, text });
    const contact = { platform: null, personId: null, phone: null };
    const record = { at: on('11-20 09:00'), step: 'receive' as const, by: '赵雪', messageId: null, note: null };
    await store.citizens.create(message('井盖松动'), contact, record);
    await store.citizens.create({ ...message('路灯不亮'), answeredAt: on('11-20 12:00') }, contact, record);
    const text = await answer('市民留言回复率和办结率');
    expect(text).toContain('市民留言 累计：收到2件，回复率 50.0%(1/2)，办结率 0.0%(0/2)');
  });
});
