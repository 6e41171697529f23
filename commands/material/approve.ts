/** 资料通过: the office has looked at it and finds it good. */
import { defineCommand } from '../../src/bot/command.ts';
import { approveMaterial } from '../../src/domain/material.ts';
import type { Material } from '../../src/domain/material.ts';
import { tellUnit } from '../tell-unit.ts';
import { indicatorOf } from './indicator.ts';
import { meantMaterial, saveMaterial } from './run.ts';

export interface ApproveArgs {
  readonly indicator: string;
  readonly units: readonly string[];
}

export default defineCommand<ApproveArgs>({
  id: 'material.approve',
  summary: '审核通过申报资料',
  examples: ['Ⅱ-3通过', '教育局Ⅱ-3材料通过', '资料Ⅰ-2审核合格'],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'material.approve') return undefined;
    const indicator = indicatorOf(said);
    return indicator === null ? undefined : { indicator, units: said.units };
  },

  async run(context) {
    const { args, by, at } = context;
    const isMeant = (material: Material): boolean => material.state === 'submitted';
    const material = await meantMaterial({ ...args, isMeant, verb: '通过' }, context);
    const approved = approveMaterial(material, { by, at });
    await saveMaterial(approved, { step: 'approve', note: null }, context);
    const text = `指标${approved.indicator}（${approved.unit}）的资料已通过。`;
    return { text, notices: tellUnit(context, approved.unit, text) };
  },
});
