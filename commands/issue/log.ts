/** 登记: something wrong at a place, one or several problems in one message. */
import { defineCommand } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { held } from '../held.ts';
import { settled } from './log-args.ts';
import type { LogArgs } from './log-args.ts';
import { LOGGERS } from '../../src/domain/rights.ts';
import { logAll } from './log-all.ts';
import { questionFor } from './log-question.ts';
import { settledRulings } from './rulings.ts';

export default defineCommand<LogArgs>({
  id: 'issue.log',
  summary: '登记问题',
  examples: [
    '人民路与解放路交叉口非机动车乱停放，占用盲道，请城管局今天下午5点前处理',
    '上报问题 地点：北门农贸市场东门 问题：出店经营严重 责任单位：市监局 时限：3日内',
    '登记：油坊巷公厕没水，环卫所明天上午处理好',
  ],
  allow: LOGGERS,

  instead:
    '登记问题由督查组、创城办和网格人员办理。要报本单位问题的整改，请引用交办卡片回复“已整改”并附照片；市民反映问题请私聊我，直接说明地点和情况。',

  takesPictures: true,

  read(said) {
    if (said.act !== 'issue.log') return undefined;
    if (said.issues.length === 0) return undefined;
    const missing = [
      ...(said.issues.some(({ location }) => location === null) ? ['location'] : []),
      ...(said.issues.some(({ units }) => units.length === 0) ? ['units'] : []),
    ];
    const needsConfirm = said.deadline?.doubtful === true;
    return {
      issues: said.issues,
      photos: said.images,
      ...(said.fixedOnSpot ? { fixedOnSpot: true } : {}),
      ...(said.source === undefined ? {} : { source: said.source }),
      ...(said.origin === undefined ? {} : { origin: said.origin }),
      ...held(missing, needsConfirm),
    };
  },

  async run(running) {
    const context = { ...running, rulings: await settledRulings(running) };
    const args = settled(context);
    const question = questionFor(args, context);
    return question === null ? logAll(args, context) : hold(context, question);
  },
});
