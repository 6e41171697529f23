import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { anIssue, on } from '../domain/testing/sample.ts';
import { noticeDocx } from './supervision-docx.ts';
import { composeNotice, noticeText } from './supervision.ts';
import type { NoticeQuestion } from './supervision.ts';
import { hasOfficeReader, printedPages } from './testing/office-reader.ts';
import { memberText } from './testing/unzip.ts';

const late = anIssue({ dispatchedAt: on('11-19 09:00'), deadline: on('11-19 17:00'), state: 'claimed' });
const question: NoticeQuestion = {
  kind: 'supervision',
  no: 18,
  issuer: '江岚市创建全国文明城市指挥部办公室',
  at: on('11-22 10:00'),
  unit: '市城管局',
  issues: [late],
  earlier: new Map([[327, ['提醒〔2026〕31号']]]),
  until: on('11-23 18:00'),
  contact: '赵雪',
};

describe('notices as text', () => {
  it('督办单 says what, since when, what went before, and what is asked', () => {
    const notice = {
      ...composeNotice(question),
      signedBy: '周敏',
      served: [{ to: '张建国', deliveredAt: on('11-22 10:05').toISOString(), readAt: on('11-22 10:21').toISOString() }],
    };
    expect(noticeText(notice)).toBe(
      [
        '江岚市创建全国文明城市指挥部办公室督办单',
        '编号：督办〔2026〕18号　2026年11月22日',
        '签发：周敏',
        '被督办单位：市城管局（主要负责同志）',
        '事由：#327 人民路与解放路交叉口东北角非机动车乱停放，占用盲道，11月19日交办，时限11月19日17:00，截至11月22日10:00未完成整改，超期3天；此前已发提醒〔2026〕31号。',
        '要求：',
        '1. 11月23日18:00前整改到位，并附整改前后照片。',
        '2. 书面说明逾期原因。',
        '3. 对同类点位举一反三，开展排查。',
        '反馈：由主要负责同志签字后报江岚市创建全国文明城市指挥部办公室（联系人：赵雪）。',
        '附：问题照片、办理流程记录',
        '送达回执：',
        '张建国：11月22日 10:05送达，11月22日 10:21已读',
      ].join('\n'),
    );
  });

  const early = { state: 'claimed', dispatchedAt: on('11-21 09:00'), deadline: on('11-25 17:00') } as const;
  it.each([
    [
      'a rebound',
      { ...early, round: 2, reboundCount: 1 },
      '11月21日反弹，重新交办（第2轮），时限11月25日17:00；',
      ['书面说明反弹原因。'],
    ],
    [
      'returned twice, in time',
      { ...early, returnCount: 2, returnDeadline: on('11-23 09:00') },
      '11月21日交办，时限11月25日17:00，已退回2次，退回后时限11月23日09:00；',
      ['书面说明多次退回原因。'],
    ],
    [
      'late after a return, the first limit still running',
      { ...early, returnCount: 1, returnDeadline: on('11-21 20:00') },
      '时限11月25日17:00，已退回1次，退回后时限11月21日20:00，截至11月22日10:00未完成整改；',
      ['书面说明退回后逾期原因。'],
    ],
    [
      'late in its second round, returned twice',
      {
        ...early,
        round: 2,
        reboundCount: 1,
        returnCount: 2,
        deadline: on('11-21 17:00'),
        returnDeadline: on('11-23 09:00'),
      },
      '11月21日反弹，重新交办（第2轮），时限11月21日17:00，截至11月22日10:00未完成整改，超期1天，已退回2次，退回后时限11月23日09:00；',
      ['书面说明逾期、反弹、多次退回原因。'],
    ],
    ['none of them', early, '11月21日交办，时限11月25日17:00；', []],
  ])('督办单 for %s gives the reason and asks for no other', (_, some, matter, asked) => {
    const notice = composeNotice({ ...question, issues: [anIssue(some)] });
    expect(notice.matters[0]).toContain(matter);
    expect(notice.demands).toEqual([
      '11月23日18:00前整改到位，并附整改前后照片。',
      ...asked,
      '对同类点位举一反三，开展排查。',
    ]);
  });

  it('提醒函 goes to the leader in charge and asks for no explanation', () => {
    const text = noticeText(composeNotice({ ...question, kind: 'reminder', no: 31 }));
    expect(text).toContain('编号：提醒〔2026〕31号');
    expect(text).toContain('（分管负责同志）');
    expect(text).toContain('（草稿）');
    expect(text).not.toContain('书面说明');
  });

  it('交办单 lists several problems with their own time limits', () => {
    const other = anIssue({ no: 328, deadline: on('11-25 23:59') });
    const text = noticeText(composeNotice({ ...question, kind: 'dispatch', issues: [late, other], until: null }));
    expect(text).toContain('1. #327');
    expect(text).toContain('2. #328 人民路与解放路交叉口东北角非机动车乱停放，占用盲道，时限11月25日。');
    expect(text).toContain('按上述时限整改到位');
  });

  it('says what is not delivered, and what the platform does not tell', () => {
    const served = [
      { to: '张建国', deliveredAt: null, readAt: null },
      { to: '李强', deliveredAt: on('11-22 10:05').toISOString(), readAt: null },
    ];
    const text = noticeText({ ...composeNotice(question), served });
    expect(text).toContain('张建国：尚未送达');
    expect(text).toContain('李强：11月22日 10:05送达，未读或平台不提供');
  });
});

describe('notices as Word documents', () => {
  it('have the same content each time, photos included', async () => {
    const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#567' } })
      .jpeg()
      .toBuffer();
    const photos = [{ caption: '#327 整改前', bytes, type: 'jpg', width: 640, height: 480 }] as const;
    const [one, two] = [
      await noticeDocx(composeNotice(question), photos),
      await noticeDocx(composeNotice(question), photos),
    ];
    expect(memberText(one, 'word/document.xml') === memberText(two, 'word/document.xml')).toBe(true);
  });

  it.skipIf(!hasOfficeReader())('have photos and the record of what was done attached', async () => {
    const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#567' } })
      .jpeg()
      .toBuffer();
    const photo = (caption: string) => ({ caption, bytes, type: 'jpg', width: 640, height: 480 }) as const;
    const steps = [
      { at: on('11-19 09:00').toISOString(), by: '刘志强', what: '登记', note: '' },
      { at: on('11-19 09:40').toISOString(), by: '王磊', what: '认领', note: '责任人常广平' },
    ];
    const pages = await printedPages(
      await noticeDocx({ ...composeNotice(question), steps }, [photo('#327 整改前'), photo('#327 整改后')]),
    );
    const texts = pages.map((page) => page.join('').replace(/\s/g, ''));
    expect(texts).toHaveLength(4);
    expect(texts[1]).toMatch(/^附件1问题照片#327整改前#327整改后/);
    expect(texts[2]).toMatch(/^附件2办理流程记录序号时间经办人事项说明/);
    expect(texts[2]).toContain('11月19日09:40王磊认领责任人常广平');
    expect(texts[3]).toContain('送达回执');
  });

  it.skipIf(!hasOfficeReader())('open in LibreOffice with number, matter and receipt', async () => {
    const pages = await printedPages(await noticeDocx(composeNotice(question)));
    const text = pages.flat().join('').replace(/\s/g, '');
    for (const words of ['督办〔2026〕18号', '被督办单位：市城管局', '送达回执', '2026年11月22日']) {
      expect(text).toContain(words);
    }
  });
});
