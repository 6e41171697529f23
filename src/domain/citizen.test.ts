/** 留言: masking, linking, lateness and the figures (domain §5, §11). */
import { expect, test } from 'vitest';
import { answerMessage, closeWithProblem, firstOnSame, heedCitizen, isAnswerLate, receiveMessage } from './citizen.ts';
import type { CitizenMessage } from './citizen.ts';
import { citizenFigures } from './citizen-figures.ts';
import { maskContacts, phoneIn, withoutContacts } from './contacts.ts';
import { aPerson, on, someSettings } from './testing/sample.ts';

function aMessage(some: Partial<CitizenMessage> = {}): CitizenMessage {
  const received = receiveMessage({
    channel: 'citizen',
    text: '占道卖菜',
    location: '翠竹园小区门口',
    site: '翠竹园',
    category: 'street_order',
    units: ['市城管局'],
    issueNo: null,
    first: null,
    at: on('11-18 10:00'),
    registeredBy: null,
  });
  return { ...received, no: 1, ...some };
}

test.each([
  ['电话13800000000，请回复', '电话138****0000，请回复', '13800000000'],
  ['138-0000-0000', '138****0000', '13800000000'],
  ['打010-12345678找我', '打010****5678找我', '01012345678'],
  ['我电话１３８０００００００１', '我电话１３８****０００１', '13800000001'],
  ['１３８－００００－０００１、１３８　００００　０００２', '１３８****０００１、１３８****０００２', '13800000001'],
  ['打０１０－１２３４５６７８找我', '打０１０****５６７８找我', '01012345678'],
  ['身份证１１０１０１１９９００１０１１２３４', '身份证１１０１**********１２３４', null],
  ['人民路３２７号，＋8613800000001', '人民路３２７号，138****0001', '13800000001'],
  ['身份证110101199001011234', '身份证1101**********1234', null],
  ['人民路327号有3处破损', '人民路327号有3处破损', null],
  ['12345转来，编号20261118000123', '12345转来，编号20261118000123', null],
])('%s', (text, masked, phone) => {
  expect(maskContacts(text)).toBe(masked);
  expect(maskContacts(masked)).toBe(masked);
  expect(phoneIn(text)).toBe(phone);
});

test.each([
  ['路灯不亮，联系人王先生，电话１３８０００００００１', '路灯不亮，联系人王先生'],
  ['路灯不亮，联系电话：13800000001', '路灯不亮'],
  ['１３８０００００００１', '１３８****０００１'],
])('told of a place: %s', (text, told) => {
  expect(withoutContacts(text)).toBe(told);
});

test.each([
  ['the same site and category', aMessage({ location: '翠竹园南门' }), 1],
  ['the same words', aMessage({ site: null, location: '翠竹园小区 门口' }), 1],
  ['another category', aMessage({ category: 'parking' }), undefined],
  ['the same road is not the same place', aMessage({ site: '人民路', location: '人民路88号' }), undefined],
  ['no place', aMessage({ location: null, site: null }), undefined],
])('linked: %s', (_, matter, no) => {
  const earlier = [
    aMessage({ no: 1 }),
    aMessage({ no: 2 }),
    aMessage({ no: 3, site: '人民路', location: '人民路12号' }),
    aMessage({ no: 4, state: 'closed' }),
  ];
  const rules = { at: on('11-20 10:00'), withinDays: 30 };
  expect(firstOnSame(earlier, matter, rules)?.no).toBe(no);
  expect(firstOnSame(earlier, matter, { ...rules, at: on('12-25 10:00') })).toBeUndefined();
});

test('late is more than 24 hours without an answer', () => {
  const settings = someSettings();
  expect(isAnswerLate(aMessage(), on('11-19 10:00'), settings)).toBe(false);
  expect(isAnswerLate(aMessage(), on('11-19 10:01'), settings)).toBe(true);
  expect(isAnswerLate(aMessage({ answeredAt: on('11-20 10:00') }), on('11-21 10:00'), settings)).toBe(false);
});

test('a second no leaves it closed; a word while it is being handled changes nothing', () => {
  const closed = closeWithProblem(aMessage(), on('11-19 09:00'));
  const again = heedCitizen(closed, false);
  expect(again).toMatchObject({ state: 'open', round: 2, closedAt: null, satisfied: null });
  expect([heedCitizen(again, true), heedCitizen(again, false)]).toEqual([again, again]);
  const second = closeWithProblem(again, on('11-20 09:00'));
  expect(heedCitizen(second, false)).toMatchObject({ state: 'closed', round: 2, satisfied: false });
  expect(heedCitizen(second, true)).toMatchObject({ state: 'closed', satisfied: true });
});

test('an answer alone does not close what is still being put right', () => {
  const answering = {
    by: aPerson('王磊', '市城管局', 'unitLiaison'),
    at: on('11-18 12:00'),
    text: '已清理',
    satisfied: true,
  };
  const open = answerMessage(aMessage(), { ...answering, isDone: true, isProblemOpen: true });
  expect(open).toMatchObject({ state: 'open', answeredBy: '王磊', satisfied: null });
  expect(answerMessage(aMessage(), { ...answering, isDone: true, isProblemOpen: false })).toMatchObject({
    state: 'closed',
    satisfied: null,
  });
});

test('the figures: by receipt, as of T, a linked message counts by itself', () => {
  const messages = [
    aMessage({ no: 1, answeredAt: on('11-18 12:00'), closedAt: on('11-19 12:00'), state: 'closed', satisfied: true }),
    aMessage({ no: 2, firstNo: 1, answeredAt: on('11-20 12:00') }),
    aMessage({ no: 3, units: ['市住建局'], channel: '12345' }),
    aMessage({ no: 4, round: 2, answeredAt: on('11-18 11:00') }),
    aMessage({ no: 5, receivedAt: on('11-25 10:00') }),
  ];
  const scope = { at: on('11-21 10:00'), answerHours: 24 };
  expect(citizenFigures(messages, scope)).toEqual({
    received: 4,
    answered: 3,
    closed: 1,
    late: 2,
    satisfied: 1,
    dissatisfied: 1,
    replyRate: { numerator: 3, denominator: 4 },
    closureRate: { numerator: 1, denominator: 4 },
    satisfactionRate: { numerator: 1, denominator: 2 },
  });
  expect(citizenFigures(messages, { ...scope, at: on('11-18 13:00') })).toMatchObject({
    answered: 2,
    closed: 0,
    late: 0,
  });
  expect(citizenFigures(messages, { ...scope, units: ['市住建局'] })).toMatchObject({ received: 1, answered: 0 });
  expect(citizenFigures(messages, { ...scope, channel: '12345' }).received).toBe(1);
  expect(citizenFigures(messages, { ...scope, to: on('11-18 10:00') }).received).toBe(0);
});
