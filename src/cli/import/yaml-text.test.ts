import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withEntries } from './yaml-text.ts';

const text = `# 说明
city: 江岚市 # 虚构
people:
  # 城管局
  - { name: 王磊, unit: 市城管局, dingtalk: '20260123' } # 常驻
  - name: 李强
    unit: 市城管局 # 分管
    aliases: [李局]

# 点位
sites: []
`;

const linesOf = (changed: string): { gone: string[]; came: string[] } => {
  const [before, after] = [text.split('\n'), changed.split('\n')];
  return { gone: before.filter((line) => !after.includes(line)), came: after.filter((line) => !before.includes(line)) };
};

describe('entries of a list in the text', () => {
  it('adds after the last entry, before what follows', () => {
    const changed = withEntries(text, 'people', [{ name: '钱进', mobile: '13800000000', aliases: ['小钱'] }]);
    expect(linesOf(changed)).toEqual({
      gone: [],
      came: ["  - { name: 钱进, mobile: '13800000000', aliases: [ 小钱 ] }"],
    });
    expect(changed.indexOf('钱进')).toBeLessThan(changed.indexOf('# 点位'));
    expect(parse(changed)).toMatchObject({ people: [{ name: '王磊' }, { name: '李强' }, { name: '钱进' }] });
  });

  it('changes an entry of one line in its place and keeps the comment behind it', () => {
    const { gone, came } = linesOf(
      withEntries(text, 'people', [{ name: '王磊', mobile: '13900000000', dingtalk: null }]),
    );
    expect(gone).toHaveLength(1);
    expect(came).toEqual(["  - { name: 王磊, unit: 市城管局, mobile: '13900000000' } # 常驻"]);
  });

  it('changes an entry of several lines', () => {
    const changed = withEntries(text, 'people', [{ name: '李强', unit: '市住建局', aliases: ['李局', '强哥'] }]);
    expect(parse(changed)).toMatchObject({
      people: [{}, { name: '李强', unit: '市住建局', aliases: ['李局', '强哥'] }],
      sites: [],
    });
    expect(changed).toContain('\n\n# 点位');
  });

  it('leaves the text alone where nothing differs', () => {
    expect(withEntries(text, 'people', [{ name: '王磊', unit: '市城管局', mobile: undefined }])).toBe(text);
    expect(withEntries(text, 'people', [])).toBe(text);
  });

  it('begins an empty list and one that is missing', () => {
    expect(parse(withEntries(text, 'sites', [{ name: '人民路' }]))).toMatchObject({ sites: [{ name: '人民路' }] });
    expect(parse(withEntries('city: 江岚市', 'units', [{ name: '市城管局' }]))).toEqual({
      city: '江岚市',
      units: [{ name: '市城管局' }],
    });
  });
});
