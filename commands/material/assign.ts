/** 布置资料: which unit hands in the papers of an indicator, and until when. */
import { defineCommand } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { askPassedTime, statedTime } from '../../src/bot/stated-time.ts';
import { assignMaterial } from '../../src/domain/material.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { deadlineArgs, held } from '../held.ts';
import { tellUnit } from '../tell-unit.ts';
import { indicatorIn } from './indicator.ts';
import { saveMaterial } from './run.ts';

export interface AssignArgs {
  readonly indicator: string;
  readonly units: readonly string[];
  readonly deadline?: string | null;
  readonly deadlineText?: string;
}

export default defineCommand<AssignArgs>({
  id: 'material.assign',
  summary: '布置资料申报',
  examples: [
    '资料 Ⅱ-3 责任单位教育局 12月1日前',
    '指标Ⅰ-2材料责任单位市委宣传部，11月30日前报',
    'Ⅱ-4资料由民政局负责报送，月底前',
  ],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'material.assign') return undefined;
    const indicator = indicatorIn(said.text);
    if (indicator === null) return undefined;
    return {
      indicator,
      units: said.units,
      ...deadlineArgs(said.deadline),
      ...held([], said.deadline?.doubtful === true),
    };
  },

  async run(context) {
    const { args, at, confirmed, store } = context;
    const { indicator, units } = args;
    const deadline = statedTime(args);
    const passed = askPassedTime(context, 'material.assign');
    if (passed !== null) return passed;
    const until = deadline === null ? '' : `，${momentText(deadline, at)}前`;
    if (args.needsConfirm === true && !confirmed) {
      const text = `请确认：指标${indicator}资料由${units.join('、')}报送${until}。回复“对”布置，回复“取消”不办。`;
      return hold(context, { kind: 'confirm', command: 'material.assign', args, text });
    }
    for (const unit of units) {
      const [before] = await store.materials.list({ indicator, units: [unit] });
      const material = assignMaterial(before, { indicator, unit, title: null, deadline });
      await saveMaterial(material, { step: 'assign', note: args.deadlineText ?? null }, context);
    }
    const told = `【资料申报】指标${indicator}资料请报送${until}。把说明报告和佐证材料拍成图片，连同“报送指标${indicator}资料”发来。`;
    return {
      text: `已布置指标${indicator}资料：${units.join('、')}${until}。`,
      notices: units.flatMap((unit) =>
        tellUnit(context, unit, `${told}（${unit}）`).map((notice) => ({ ...notice, presses: true })),
      ),
    };
  },
});
