/** What a paper says: whole texts, and the figures held against one another. */
import { describe, expect, it } from 'vitest';
import { aCity, anIssue, on, someSettings } from '../domain/testing/sample.ts';
import { workedCase } from '../domain/testing/worked-case.ts';
import { figuresOf } from '../domain/figures.ts';
import { percentText } from '../domain/rate.ts';
import { aTask } from '../testing/storage-samples.ts';
import { composeSpecialIssue } from './special-issue-compose.ts';
import type { SpecialIssueQuestion } from './special-issue-compose.ts';
import { specialIssuePrint, specialIssueText } from './special-issue.ts';
import type { SpecialIssue } from './special-issue.ts';
import { aCampaign } from './testing/campaign.ts';

const question: SpecialIssueQuestion = {
  kind: 'special',
  no: 258,
  year: null,
  issuer: '江岚市创建全国文明城市指挥部办公室',
  tasks: [],
  at: on('11-22 18:00'),
  period: { from: '2026-11-16', to: '2026-11-22' },
  directory: aCity(),
  settings: someSettings(),
  before: { issues: aCampaign, at: on('11-15 18:00'), period: { from: '2026-11-09', to: '2026-11-15' } },
};
const draft = (some: Partial<SpecialIssueQuestion> = {}): SpecialIssue =>
  composeSpecialIssue(aCampaign, { ...question, ...some });
const itemsOf = (model: SpecialIssue, part: number): readonly string[] => model.parts[part - 1]?.items ?? [];
const COLUMNS = draft().attachments[0]?.columns.map(({ name }) => name) ?? [];
/** As the table has them. */
const UNITS = draft().attachments[0]?.rows.map((row) => String(row[1])) ?? [];
const titlesOf = ({ attachments }: SpecialIssue): readonly string[] => attachments.map(({ title }) => title);

describe('the whole paper', () => {
  it('of three weeks, as chat shows it', () => {
    const supervisions = [247, 302].map((issueNo) => ({
      issueNo,
      unit: '东湖街道',
      round: 1,
      number: `督办〔2026〕${issueNo - 200}号`,
      signedAt: on('11-18 10:00'),
    }));
    const tasks = [{ ...aTask({ deadline: on('11-20 18:00') }), no: 1 }];
    expect(specialIssueText(draft({ supervisions, tasks, rejectedAppeals: [292, 201] }))).toMatchInlineSnapshot(`
      "创城督查专报 第258期（草稿）
      江岚市创建全国文明城市指挥部办公室　2026年11月22日
      关于11月16日至22日督查整改情况的通报
      一、基本情况
      11月16日至22日（以下称本期）登记问题39件，涉及点位6处，其中2个督查组检查发现39件，现场整改3件。截至11月22日18:00，本期交办36件，已销号25件，待核查4件，整改中7件（其中超期未整改5件），整改率69.44%（25/36），按期整改率70.00%（21/30）；另有挂账3件，不计入交办数。
      上周（11月9日至15日，截至11月15日18:00）交办41件，整改率65.85%（27/41）；与之相比，本期交办减少5件，整改率上升3.59个百分点。
      创建活动开展以来至本期末，累计交办119件，已销号80件，待核查13件，整改中26件（其中超期未整改24件），整改率67.23%（80/119）；另有挂账13件（见附件4）。
      二、整改情况
      （一）总体情况。本期6家单位有交办的问题，其中部门4家、街道乡镇2家。各单位整改情况见附件1。
      （二）部门。本期交办23件，已销号16件，整改率69.57%（16/23），按期整改率73.68%（14/19）。交办3件及以上的单位中，低于85%的有市环卫中心25.00%（1/4，超期3件）、市园林中心71.43%（5/7）、市住建局83.33%（5/6）、市城管局83.33%（5/6）。
      （三）街道乡镇。本期交办13件，已销号9件，整改率69.23%（9/13），按期整改率63.64%（7/11）。交办3件及以上的单位中，整改率90%及以上的有河西街道100.00%（7/7）；低于85%的有东湖街道33.33%（2/6，超期2件）。城关镇本期没有交办的问题。
      （四）任务进展。任务分解表所列任务1项，逾期1项（市市场监管局），见附件2。
      三、存在问题
      1. 园林绿化、小广告、设施破损问题较多。园林绿化本期交办6件，均已销号；小广告本期交办6件，均已销号；设施破损本期交办6件，均未销号，如滨江公园东门#295（市环卫中心，超期3天）、滨江公园东门#302（市环卫中心，超期3天）。
      2. 超期未整改24件（本期交办5件、往期交办19件），涉及6家单位，较多的有东湖街道6件、市住建局5件、市环卫中心5件、河西街道3件、市城管局3件。超期时间长的有文昌路公交站台#202（东湖街道，环境卫生，超期18天）、文昌路公交站台#209（河西街道，环境卫生，超期18天）、阳光新城3栋#219（市住建局，小广告，超期15天）、阳光新城3栋#226（市住建局，小广告，超期15天）、阳光新城3栋#233（市城管局，小广告，超期15天）等，见附件3。
      3. 督办问题。本期签发督办单2份，涉及1家单位。已发督办单仍在整改的问题2件（本期交办1件、往期交办1件），为阳光新城3栋#247（东湖街道，督办〔2026〕47号，超期11天）、滨江公园东门#302（市环卫中心，督办〔2026〕102号，超期3天）。
      4. 反弹问题。本期反弹后重新交办2件，均已再次销号，为阳光新城3栋#303（市园林中心，小广告，已销号）、人民路与解放路交叉口#320（河西街道，车辆停放，已销号）。
      5. 老大难问题。登记满30天或列为老大难、尚未销号的3件（本期交办1件、往期交办2件），为阳光新城3栋#247（东湖街道，小广告，登记14天，超期11天）、人民路与解放路交叉口#270（市园林中心，公益广告，登记10天，挂账）、滨江公园东门#316（市园林中心，设施破损，登记3天，整改中）。
      6. 多次退回的问题。退回2次及以上、尚未销号的2件（均为往期交办），为文昌路公交站台#223（市环卫中心，退回2次，超期14天）、人民路与解放路交叉口#278（市住建局，退回2次，超期7天）。
      7. 申诉未被采纳的问题。申诉经核实未被采纳、尚未整改到位的1件（往期交办），为人民路与解放路交叉口#292（市城管局，超期3天）。
      四、下步要求
      1. 限期整改。东湖街道、市住建局、市环卫中心、河西街道、市城管局、市园林中心对超期未整改的24件逐件明确责任人和整改措施，11月25日前整改到位，报送整改前后照片。
      2. 举一反三。各责任单位对园林绿化、小广告、设施破损等问题全面排查，同类点位一并整改，防止问题重复出现。
      3. 防止反弹。市园林中心、河西街道查明反弹原因，落实日常管护，督查组适时开展回头看。
      4. 及时核查。对待核查的13件（本期交办4件、往期交办9件），督查组及时到现场核查，符合要求的予以销号，不符合要求的退回重改。
      5. 推进挂账。对挂账的13件（本期交办3件、往期交办10件），责任单位按整改计划推进，创城办按复查日期逐件复查，见附件4。
      附件：1. 单位整改情况表（6条）　2. 任务进展情况表（1条）　3. 超期问题清单（24条）　4. 挂账问题清单（13条）
      报：市委常委，市人大常委会主任，市政协主席，市政府副市长
      送：市纪委监委，市委督查室，市政府督查室
      发：各乡镇（街道），市直各部门，有关单位"
    `);
  });

  it('of the worked case (domain §5), as the preview prints it', () => {
    const model = composeSpecialIssue(workedCase, { ...question, at: on('11-22 10:00'), before: null });
    expect(specialIssuePrint(model)).toMatchInlineSnapshot(`
      "创城督查专报 第258期（草稿）
      江岚市创建全国文明城市指挥部办公室　2026年11月22日
      关于11月16日至22日督查整改情况的通报
      一、基本情况
      11月16日至22日（以下称本期）登记问题12件，涉及点位12处，其中1个督查组检查发现12件，现场整改1件。截至11月22日10:00，本期交办9件，已销号4件，待核查1件，整改中4件（其中超期未整改2件），整改率44.44%（4/9），按期整改率33.33%（2/6）；另有挂账1件、撤销1件、合并1件，不计入交办数。
      二、整改情况
      （一）总体情况。本期2家单位有交办的问题。各单位整改情况见附件1。
      （二）部门。本期交办9件，已销号4件，整改率44.44%（4/9），按期整改率33.33%（2/6）。交办3件及以上的单位中，低于85%的有市城管局50.00%（4/8，超期1件）。市园林中心、市环卫中心本期没有交办的问题。
      三、存在问题
      1. 车辆停放问题较多。车辆停放本期交办9件，未销号5件，如第305号点位#305（市城管局，超期3天）、第310号点位#310（市住建局，超期1天）。
      2. 超期未整改2件（均为本期交办），为第305号点位#305（市城管局，车辆停放，超期3天）、第310号点位#310（市住建局，车辆停放，超期1天），见附件2。
      四、下步要求
      1. 限期整改。市城管局、市住建局对超期未整改的2件逐件明确责任人和整改措施，11月25日前整改到位，报送整改前后照片。
      2. 举一反三。各责任单位对车辆停放等问题全面排查，同类点位一并整改，防止问题重复出现。
      3. 及时核查。对待核查的1件（本期交办），督查组及时到现场核查，符合要求的予以销号，不符合要求的退回重改。
      4. 推进挂账。对挂账的1件（本期交办），责任单位按整改计划推进，创城办按复查日期逐件复查，见附件3。
      附件：1. 单位整改情况表
      　　　2. 超期问题清单
      　　　3. 挂账问题清单
      报：市委常委，市人大常委会主任，市政协主席，市政府副市长
      送：市纪委监委，市委督查室，市政府督查室
      发：各乡镇（街道），市直各部门，有关单位

      附件1
      单位整改情况表
      序号  单位      组别  交办  已销号  待核查  整改中  超期  挂账  整改率  按期整改率  退回  反弹  排名  环比
      ────  ────────  ────  ────  ──────  ──────  ──────  ────  ────  ──────  ──────────  ────  ────  ────  ────
         1  市城管局  部门     8       4       1       3     1     1  50.00%  40.00%         1     0     1
         2  市住建局  部门     1       0       0       1     1     0  0.00%   0.00%          0     0     2
      ────  ────────  ────  ────  ──────  ──────  ──────  ────  ────  ──────  ──────────  ────  ────  ────  ────
      注：本表统计11月16日至22日交办的问题，截至11月22日10:00；整改中含待认领和超期的；挂账、撤销、合并的不计入交办数；按期整改率以已销号、超期未整改和逾期报整改的问题为基数。

      附件2
      超期问题清单
      序号  编号  责任单位  点位         问题                    类别      交办日期  时限           超期天数
      ────  ────  ────────  ───────────  ──────────────────────  ────────  ────────  ─────────────  ────────
         1   305  市城管局  第305号点位  非机动车乱停放，占用盲  车辆停放  11月18日  11月19日18:00         3
                                         道
         2   310  市住建局  第310号点位  非机动车乱停放，占用盲  车辆停放  11月19日  11月21日              1
                                         道
      ────  ────  ────────  ───────────  ──────────────────────  ────────  ────────  ─────────────  ────────
      注：截至11月22日10:00，共2件（均为本期交办）。

      附件3
      挂账问题清单
      序号  编号  责任单位  点位         问题                挂账原因  整改计划  复查日期
      ────  ────  ────────  ───────────  ──────────────────  ────────  ────────  ────────
         1   308  市城管局  第308号点位  非机动车乱停放，占  开春动工            12月21日
                                         用盲道
      ────  ────  ────────  ───────────  ──────────────────  ────────  ────────  ────────
      注：截至11月22日10:00，共1件（本期交办）。"
    `);
  });

  it('of a week without problems says so once in each part, and attaches nothing', () => {
    const model = composeSpecialIssue([], { ...question, before: null });
    expect(model.parts.map(({ items }) => items)).toEqual([
      ['11月16日至22日（以下称本期）没有登记新的问题。截至11月22日18:00，本期没有交办的问题。'],
      ['总体情况。本期各单位均没有交办的问题。'],
      ['截至11月22日18:00，没有超期、反弹和多次退回的问题。'],
      ['保持常态。各单位坚持日常巡查，发现问题及时上报、及时整改。'],
    ]);
    expect(model.attachments).toEqual([]);
  });
});

describe('figures', () => {
  it('are the same in the text, in the table of units and in what chat answers', () => {
    const { at, period, settings, directory } = question;
    const model = draft();
    const city = figuresOf(aCampaign, { at, period, settings });
    const rows = model.attachments[0]?.rows ?? [];
    const sum = (name: string): number => {
      return rows.reduce((total, row) => total + Number(row[COLUMNS.indexOf(name)]), 0);
    };
    expect(itemsOf(model, 1)[0]).toContain(
      `本期交办${sum('交办')}件，已销号${sum('已销号')}件，待核查${sum('待核查')}件，` +
        `整改中${sum('整改中')}件（其中超期未整改${sum('超期')}件），整改率69.44%（${city.closed}/${city.count}）`,
    );
    expect(itemsOf(model, 1)[0]).toContain(`另有挂账${sum('挂账')}件`);
    const units = directory.units.map(({ name }) => figuresOf(aCampaign, { at, period, settings, unit: name }));
    for (const { unit, count, closed } of units.filter((figures) => figures.count > 0)) {
      expect(rows.find((row) => row[1] === unit)?.slice(3, 5)).toEqual([count, closed]);
    }
  });

  it('beyond the period always tell how many are of it', () => {
    const model = draft();
    expect(itemsOf(model, 3).find((item) => item.startsWith('超期未整改'))).toContain(
      '超期未整改24件（本期交办5件、往期交办19件）',
    );
    expect(itemsOf(model, 4)[0]).toContain('对超期未整改的24件');
    expect(model.attachments.find(({ title }) => title === '超期问题清单')).toMatchObject({
      rows: { length: 24 },
      note: '注：截至11月22日18:00，共24件（本期交办5件、往期交办19件）。',
    });
  });

  it('of a past week leave out what has been dispatched since', () => {
    const period = { from: '2026-11-09', to: '2026-11-15' };
    const model = draft({ period, before: null });
    const until = aCampaign.filter(({ dispatchedAt }) => dispatchedAt !== null && dispatchedAt < on('11-16 00:00'));
    expect(model.parts).toEqual(composeSpecialIssue(until, { ...question, period, before: null }).parts);
  });

  it('are compared with the span before, which is named by its days and hour', () => {
    const model = draft();
    expect(itemsOf(model, 1)[1]).toContain('上周（11月9日至15日，截至11月15日18:00）交办41件，整改率65.85%（27/41）');
    expect(model.attachments[0]?.note).toContain('环比为整改率与上周（11月9日至15日，截至11月15日18:00）相比');
  });

  it('have a 环比 that whoever holds both papers can reckon again', () => {
    const { before, settings } = question;
    const shown = (row: number, name: string): string =>
      String(draft().attachments[0]?.rows[row]?.[COLUMNS.indexOf(name)] ?? '');
    const earlier = UNITS.map((unit) =>
      Number.parseFloat(
        percentText(
          figuresOf(aCampaign, { at: before?.at ?? question.at, period: before?.period, settings, unit })
            .rectificationRate,
          2,
        ) ?? '',
      ),
    );
    UNITS.forEach((unit, nth) => {
      const change = Number.parseFloat(shown(nth, '整改率')) - (earlier[nth] ?? Number.NaN);
      expect([unit, Number(shown(nth, '环比'))]).toEqual([unit, Math.round(change * 100) / 100]);
    });
  });

  it.each<[string, SpecialIssueQuestion['before']]>([
    ['no span before is given', null],
    [
      'nothing had been dispatched in it',
      { issues: [], at: on('11-15 18:00'), period: { from: '2026-11-09', to: '2026-11-15' } },
    ],
  ])('are not compared where %s', (_, before) => {
    const model = draft({ before });
    expect(specialIssueText(model)).not.toContain('上周');
    expect(model.attachments[0]?.note).not.toContain('环比');
    expect(model.attachments[0]?.rows.map((row) => row.at(-1))).toEqual(Array.from({ length: 6 }, () => null));
  });
});

describe('what is told of problems', () => {
  const one = (some: Parameters<typeof anIssue>[0]): SpecialIssue =>
    composeSpecialIssue([anIssue({ no: 5, dispatchedAt: on('11-17 09:00'), deadline: on('11-25 18:00'), ...some })], {
      ...question,
      before: null,
      rejectedAppeals: [5],
      supervisions: [
        { issueNo: 5, unit: '市城管局', round: 2, number: '督办〔2026〕9号', signedAt: on('11-18 10:00') },
      ],
    });
  const place = '人民路与解放路交叉口东北角#5';

  it.each<[string, Parameters<typeof anIssue>[0], readonly string[]]>([
    [
      'an old one',
      { loggedAt: on('10-20 09:00'), state: 'claimed', appealedBy: ['市城管局'] },
      [
        '督办问题。本期签发督办单1份，涉及1家单位。',
        `老大难问题。登记满30天或列为老大难、尚未销号的1件（本期交办），为${place}（市城管局，车辆停放，登记33天，整改中）。`,
        `申诉未被采纳的问题。申诉经核实未被采纳、尚未整改到位的1件（本期交办），为${place}（市城管局，整改中）。`,
      ],
    ],
    [
      'one that came back twice and has a 督办单 of this round',
      { round: 2, reboundCount: 2, state: 'claimed' },
      [
        `督办问题。本期签发督办单1份，涉及1家单位。已发督办单仍在整改的问题1件（本期交办），为${place}（市城管局，督办〔2026〕9号，整改中）。`,
        `反弹问题。本期反弹后重新交办1件，均未再次销号，为${place}（市城管局，车辆停放，第2次反弹，整改中）。`,
        `申诉未被采纳的问题。申诉经核实未被采纳、尚未整改到位的1件（本期交办），为${place}（市城管局，整改中）。`,
      ],
    ],
    [
      'one returned three times, waiting for verification: not called unmended',
      { state: 'reported', reportedAt: on('11-20 09:00'), returnCount: 3 },
      [
        '督办问题。本期签发督办单1份，涉及1家单位。',
        `多次退回的问题。退回2次及以上、尚未销号的1件（本期交办），为${place}（市城管局，退回3次，待核查）。`,
      ],
    ],
  ])('%s', (_, some, said) => expect(itemsOf(one(some), 3)).toEqual(said));

  it('names no person (domain §7), whoever logged, owned or reported', () => {
    const text = itemsOf(draft({ rejectedAppeals: [292] }), 3).join('');
    expect(aCity().people.filter(({ name }) => text.includes(name))).toEqual([]);
  });
});

describe('attachments', () => {
  it('without rows are left out, and the text counts those that are there', () => {
    const closed = aCampaign.filter(({ state }) => state === 'closed' || state === 'suspended');
    const model = composeSpecialIssue(closed, question);
    expect(titlesOf(model)).toEqual(['单位整改情况表', '挂账问题清单']);
    expect(itemsOf(model, 2)[0]).toContain('各单位整改情况见附件1。');
    expect(itemsOf(model, 4).at(-1)).toContain('逐件复查，见附件2。');
    expect(specialIssueText(model)).not.toContain('附件3');
  });
});

it.each([
  ['11-18 18:00', '11月23日'],
  ['11-17 18:00', '11月20日'],
])('what is overdue is to be put right by a working day: asked on %s, by %s', (at, until) => {
  const late = anIssue({ dispatchedAt: on('11-16 09:00'), deadline: on('11-16 18:00'), state: 'claimed' });
  const model = composeSpecialIssue([late], { ...question, at: on(at), before: null });
  expect(itemsOf(model, 4)[0]).toContain(`，${until}前整改到位`);
});
