/** 报送资料. */
import { defineCommand } from '../../src/bot/command.ts';
import { isMissing, submitMaterial } from '../../src/domain/material.ts';
import { written } from '../../src/reading/fold.ts';
import { indicatorOf } from './indicator.ts';
import { meantMaterial, saveMaterial } from './run.ts';

export interface SubmitArgs {
  readonly indicator?: string;
  readonly photos: number;
}

export default defineCommand<SubmitArgs>({
  id: 'material.submit',
  summary: '报送申报资料',
  examples: ['提交网上申报材料 指标Ⅱ-3 说明报告+佐证图4张', '报送指标Ⅰ-2资料', '补交指标Ⅱ-5佐证材料'],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],

  takesPictures: true,

  read(said) {
    if (said.act !== 'material.submit') return undefined;
    const indicator = indicatorOf(said);
    return {
      ...(indicator === null ? {} : { indicator }),
      photos: said.images,
    };
  },

  async run(context) {
    const { args, by, at, pictureIds, said, directory } = context;
    const units = by.unit === null ? [] : [by.unit];
    const meant = { indicator: args.indicator ?? null, units, isMeant: isMissing, verb: '报送' };
    const material = await meantMaterial(meant, context);
    const note = written(said.text);
    const submitted = submitMaterial(material, { by, at, pictureIds, note });
    await saveMaterial(submitted, { step: 'submit', note, pictureIds }, context);
    const late = material.deadline !== null && material.deadline < at ? '，已过报送时限' : '';
    const { indicator, unit } = submitted;
    const told = `【资料待审】指标${indicator} ${unit}报送${pictureIds.length}张图${late}。回复“${unit}${indicator}材料通过”或“${unit}指标${indicator}材料退回，原因…”。`;
    return {
      text: `已收到指标${indicator}资料${pictureIds.length}张图，等创城办审核${late}。`,
      notices: directory.officePeople().map(({ name }) => ({ to: name, text: told })),
    };
  },
});
