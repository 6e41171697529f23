/** 指挥部的意见: what a commander says of a 问责建议 is written down and told, and nothing follows by itself (domain §3, §7). */
import { describe, expect, test } from 'vitest';
import { memberText } from '../../src/papers/testing/unzip.ts';
import { attachedFile } from '../../src/testing/attached.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { takenBy } from '../../src/testing/phrasings.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';

test.each([
  '同意问责3号',
  '问责3号同意',
  '不同意问责3号，理由：已整改到位',
  '同意问责〔2026〕3号',
  '同意3号',
  '不同意3号，理由：单位已整改到位',
])('paper.decide takes “%s” of a commander, and of nobody else', (text) => {
  expect(takenBy('贺文斌', text)).toEqual(['paper.decide']);
  for (const name of ['周敏', '王磊', '刘志强']) expect(takenBy(name, text)).not.toContain('paper.decide');
});

/** A Tuesday morning. */
const here = inRoom({ at: '2026-11-17T09:30:00+08:00' });
const { says, refusal } = here;
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const clock = (text: string) => here.room.clock(`2026-11-${text}:00+08:00`);
const store = () => here.room.house.storage.store;

/** #301 of 市城管局, due on Tuesday at 17:00. */
const late = { dispatchedAt: at('17T09:00'), deadline: at('17T17:00'), state: 'claimed', owner: '常广平' } as const;

describe('指挥部的意见', () => {
  const referred = async () => {
    await haveIssues(here.room, [late]);
    await clock('20T17:30');
    await says('周敏', '签发督办1号');
    await clock('23T09:00');
    return says('周敏', '签发问责1号');
  };
  const opinion = async () => (await store().papers.list({ word: '问责' }))[0]?.note;

  test('the commander is told how to answer; his yes is written down, told to the lead, and nothing else happens', async () => {
    const referral = await referred();
    expect(referral.pushes[0]).toMatchObject({ person: '贺文斌' });
    expect(referral.pushes[0]?.text).toContain('请回复“同意问责1号”或“不同意问责1号，理由：…”');
    const before = await here.room.issue(301);
    const heard = await says('贺文斌', '同意问责1号', { group: null });
    expect(heard.text).toBe('已记录：问责〔2026〕1号（市城管局，#301），同意。已告知创城办负责人，由创城办办理。');
    expect(heard.pushes.map(({ person, text }) => [person, text])).toEqual([
      ['周敏', '【指挥部意见】贺文斌对问责〔2026〕1号（市城管局，#301）：同意。'],
    ]);
    expect(await opinion()).toBe('贺文斌11月23日 09:00同意');
    expect((await store().records.ofIssue(301)).at(-1)).toMatchObject({
      by: '贺文斌',
      note: '指挥部对问责〔2026〕1号（市城管局）的意见：同意',
    });
    expect(await here.room.issue(301)).toEqual(before);
    expect((await says('周敏', '查看问责1号', { group: null })).text).toContain('指挥部意见：贺文斌11月23日 09:00同意');
    const file = await says('周敏', '查看问责1号的文件', { group: null });
    const sent = [...file.replies, ...file.pushes].find(({ text }) => text.includes('附件：'));
    expect(memberText(await attachedFile(here.room, sent), 'word/document.xml')).toContain('贺文斌11月23日 09:00同意');
    expect(await refusal('贺文斌', '不同意问责1号，理由：已整改到位')).toContain(
      '已有指挥部意见：贺文斌11月23日 09:00同意',
    );
  });

  test.each(['不同意，理由：单位已整改到位', '不同意1号，理由：单位已整改到位'])(
    '“%s” under the paper',
    async (text) => {
      const referral = await referred();
      const heard = await says('贺文斌', text, { group: null, quote: referral.pushes[0]?.id ?? '' });
      expect(heard.text).toContain('问责〔2026〕1号（市城管局，#301），不同意，理由：单位已整改到位。');
      expect(await opinion()).toBe('贺文斌11月23日 09:00不同意，理由：单位已整改到位');
    },
  );

  test('refused: a no without a reason, a draft, a paper nobody decides on, one that does not exist', async () => {
    await referred();
    expect(await refusal('贺文斌', '不同意问责1号')).toBe(
      '不同意请写明理由。可回复：不同意问责1号，理由：已整改到位。没有作任何改动。',
    );
    expect(await refusal('贺文斌', '同意督办1号')).toContain('督办〔2026〕1号是督办单，不用指挥部决定');
    expect(await refusal('贺文斌', '同意问责9号')).toContain('没有问责〔2026〕9号这份文书');
    expect(await opinion()).toBeNull();
  });
});
