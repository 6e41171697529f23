/** 改口: the number that was taken back is never touched, and what cannot be undone is asked back with the last word. */
import { beforeEach, describe, expect, test } from 'vitest';
import { on } from '../domain/testing/sample.ts';
import { inRoom } from '../testing/in-room.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, refusal } = here;
const stateOf = async (no: number): Promise<string> => (await here.room.issue(no)).state;

const GIVEN = { dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') };
const REPORTED = {
  ...GIVEN,
  state: 'reported',
  owner: '王磊',
  reportedAt: on('11-18 09:40'),
  reportedBy: '王磊',
} as const;

describe('a verdict', () => {
  beforeEach(() => haveIssues(here.room, [REPORTED, REPORTED, REPORTED, REPORTED]));

  test.each(['301通过（打错了，是303）', '301通过，哦不对，是303', '301销号，不对，应该是303', '301通过，303才对'])(
    '%s',
    async (text) => {
      expect(await refusal('刘志强', text)).toMatch(/^请确认：以下1件核查通过并销号。\n#303 /);
      expect((await says('刘志强', '对')).text).toContain('#303 已销号');
      expect(await stateOf(301)).toBe('reported');
    },
  );

  test('returned, and put right: only the last is returned, with its own reason', async () => {
    expect(await refusal('刘志强', '303退回，不对，是304退回，没清干净')).toMatch(
      /^请确认：以下1件退回重改（没清干净）。\n#304 /,
    );
    await says('刘志强', '对');
    expect([await stateOf(303), await stateOf(304)]).toEqual(['reported', 'claimed']);
  });

  test('pressed by mistake: nothing is withdrawn for it', async () => {
    expect(await refusal('刘志强', '302通过，301那个我点错了')).toMatch(/^请确认：以下1件核查通过并销号。\n#302 /);
    await says('刘志强', '对');
    expect([await stateOf(301), await stateOf(302)]).toEqual(['reported', 'closed']);
  });

  test.each(['301通过，我点错了', '301、302通过，打错了，是303', '301通过，发错群了', '301那个我点错了'])(
    'not sure what holds, so nothing is done: %s',
    async (text) => {
      expect(await refusal('刘志强', text)).toBe(
        '这句话里改了口，拿不准以哪个为准，没有作任何改动。请把要办的完整地再发一次，写明编号，如“311核查通过”。',
      );
    },
  );

  test('a question that is open makes no difference to an order with its number', async () => {
    await says('刘志强', '304不通过');
    expect(await refusal('刘志强', '301通过，打错了，是303')).toMatch(/^请确认：以下1件核查通过并销号。\n#303 /);
    expect(await refusal('刘志强', '301通过，我点错了')).toContain('拿不准以哪个为准');
  });
});

describe('a problem that is open', () => {
  beforeEach(() => haveIssues(here.room, [GIVEN, GIVEN, GIVEN]));

  test('withdrawn, and put right', async () => {
    expect(await refusal('周敏', '撤销302，登记错了，说错了，是301')).toMatch(
      /^请确认：以下1件撤销（登记错了）。\n#301 /,
    );
    await says('周敏', '对');
    expect([await stateOf(301), await stateOf(302)]).toEqual(['withdrawn', 'dispatched']);
  });

  test('a slip that names another number is no reason: neither is withdrawn', async () => {
    await says('周敏', '撤销302');
    await says('周敏', '点错了，应该是303那件');
    expect([await stateOf(302), await stateOf(303)]).toEqual(['dispatched', 'dispatched']);
    await says('周敏', '点错了');
    expect([await stateOf(302), await stateOf(303)]).toEqual(['withdrawn', 'dispatched']);
  });

  test('claimed, and put right: done at once, for it can be undone', async () => {
    expect((await says('王磊', '认领301，不是，认领302')).text).toContain('已认领#302');
    expect([await stateOf(301), await stateOf(302)]).toEqual(['dispatched', 'claimed']);
  });

  test('handed to a unit that is taken back: the last one alone has it', async () => {
    await says('周敏', '303转住建局，不对，转环卫中心');
    await says('周敏', '对');
    expect((await here.room.issue(303)).units).toEqual(['市环卫中心']);
  });

  test.each(['303由住建局负责，城管局不用管了', '303转住建局，抄送城管局', '303转住建局，之前交给城管局没改'])(
    'who is let off is not responsible: %s',
    async (text) => {
      await says('周敏', text);
      expect((await here.room.issue(303)).units).toEqual(['市住建局']);
    },
  );
});

test('a request is not turned down on a slip', async () => {
  await haveIssues(here.room, [GIVEN, GIVEN]);
  await says('王磊', '301申请延期到11月25日，等料');
  await says('王磊', '302申请延期到11月25日，等料');
  expect(await refusal('周敏', '不同意301延期，打错了，是302')).toContain('拿不准以哪个为准');
});
