import { expect, test } from 'vitest';
import { saidOf } from '../testing/reader.ts';

/** Every share of domain §5 by its name. */
test.each([
  ['市城管局整改率', ['rectificationRate']],
  ['市城管局申报整改率', ['reportedRate']],
  ['城管局本周办结率', ['closureRate']],
  ['城管局按期整改率多少', ['onTimeRate']],
  ['城管局逾期率', ['lateRate']],
  ['9月份返工率', ['returnRate']],
  ['城管局反弹率多少', ['reboundRate']],
  ['各部门认领及时率', ['claimRate']],
  ['整改率和反弹率', ['rectificationRate', 'reboundRate']],
])('%s', (text, rates) => {
  const said = saidOf(text);
  expect([said.act, said.rates]).toEqual(['query.rate', rates]);
});

test('what came back is no question after a share', () => {
  expect(saidOf('288反弹了').act).toBe('issue.reopen');
});
