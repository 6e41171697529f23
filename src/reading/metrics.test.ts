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

/** The name of a unit is not also a kind of problem or of place: its figure is that of all its problems. */
test.each(['市委宣传部整改率', '宣传部本周整改率', '翠竹社区整改率', '油坊社区9月份按期整改率', '消防大队整改率'])(
  '%s',
  (text) => {
    const { units, categories, siteTypes } = saidOf(text);
    expect([units.length, categories, siteTypes]).toEqual([1, [], []]);
  },
);

test('what is named beside the unit narrows the question', () => {
  expect(saidOf('宣传部公益广告整改率')).toMatchObject({ units: ['市委宣传部'], categories: ['psa'] });
  expect(saidOf('城管局农贸市场占道经营整改率')).toMatchObject({ categories: ['street_order'], siteTypes: ['market'] });
});
