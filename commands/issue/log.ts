/** 登记: something wrong at a place, one or several problems in one message. */
import { defineCommand } from '../../src/bot/command.ts';
import { held } from '../held.ts';

export default defineCommand({
  id: 'issue.log',
  summary: '登记问题',
  examples: [
    '人民路与解放路交叉口非机动车乱停放，占用盲道，请城管局今天下午5点前处理',
    '上报问题 地点：北门农贸市场东门 问题：出店经营严重 责任单位：市监局 时限：3日内',
    '登记：油坊巷公厕没水，环卫所明天上午处理好',
  ],
  allow: [
    'officeLead',
    'officeStaff',
    'inspectorLead',
    'inspector',
    'commander',
    'communityHead',
    'gridHead',
    'gridMember',
    'roadChief',
    'sponsor',
  ],

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
      ...held(missing, needsConfirm),
    };
  },
});
