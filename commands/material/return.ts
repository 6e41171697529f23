/** 退回资料, with a reason. */
import { defineCommand } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { askPassedTime, statedTime } from '../../src/bot/stated-time.ts';
import { returnMaterial } from '../../src/domain/material.ts';
import type { Material } from '../../src/domain/material.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { deadlineArgs, held } from '../held.ts';
import { tellUnit } from '../tell-unit.ts';
import { indicatorOf } from './indicator.ts';
import { meantMaterial, saveMaterial } from './run.ts';

export interface ReturnArgs {
  readonly units: readonly string[];
  readonly indicator?: string;
  readonly reason?: string;
  readonly deadline?: string | null;
  readonly deadlineText?: string;
  /** 上级退回: it costs more (§8), whatever is still asked meanwhile. */
  readonly superior?: boolean;
}

export default defineCommand<ReturnArgs>({
  id: 'material.return',
  summary: '退回申报资料',
  examples: [
    '教育局指标Ⅱ-3材料退回，图片没有日期',
    '指标Ⅰ-2资料不规范，退回重报',
    '退回卫健委的网上申报材料，缺少说明报告',
  ],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'material.return') return undefined;
    const indicator = indicatorOf(said);
    return {
      units: said.units.length > 0 ? said.units : said.personUnits,
      ...(indicator === null ? {} : { indicator }),
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...deadlineArgs(said.deadline),
      ...(/[省市]级|上级|省里|国家/.test(said.text) ? { superior: true } : {}),
      ...held(said.reason === null ? ['reason'] : [], said.deadline?.doubtful === true),
    };
  },

  async run(context) {
    const { args, by, at, confirmed, settings } = context;
    const isMeant = ({ state }: Material): boolean => state === 'submitted';
    const meant = { indicator: args.indicator ?? null, units: args.units, isMeant, verb: '退回' };
    const material = await meantMaterial(meant, context);
    const { indicator, unit } = material;
    const until = statedTime(args);
    const reason = args.reason ?? null;
    if (reason === null) {
      // Whether it may be returned at all is said before anything is asked.
      returnMaterial(material, { by, at, reason: '待补充', until });
      const text = `还缺退回原因：指标${indicator}（${unit}）资料为什么退回？请直接回复原因，如“图片没有日期”。`;
      return hold(context, { kind: 'fill', command: 'material.return', args, missing: ['reason'], text });
    }
    const returned = returnMaterial(material, { by, at, reason, until });
    const passed = askPassedTime(context, 'material.return');
    if (passed !== null) return passed;
    if (args.needsConfirm === true && !confirmed) {
      const day = until === null ? '' : `，${momentText(until, at)}前重报`;
      const text = `请确认：指标${indicator}（${unit}）资料退回，原因：${reason}${day}。回复“对”退回，回复“取消”不办。`;
      return hold(context, { kind: 'confirm', command: 'material.return', args, text });
    }
    const { returnPoints, superiorReturnPoints } = settings.material;
    const points = args.superior === true ? superiorReturnPoints : returnPoints;
    await saveMaterial(returned, { step: 'return', note: reason, points }, context);
    const limit = returned.deadline === null ? '' : `，请在${momentText(returned.deadline, at)}前重报`;
    const text = `指标${indicator}（${unit}）的资料已退回，原因：${reason}${limit}。`;
    return { text, notices: tellUnit(context, unit, text) };
  },
});
