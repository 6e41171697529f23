/** 市民留言: a citizen in a one-to-one chat, or the office for one. */
import { defineCommand } from '../../src/bot/command.ts';
import { held } from '../held.ts';
import { logMessages } from './log-run.ts';
import type { CitizenLogArgs } from './log-run.ts';

export default defineCommand<CitizenLogArgs>({
  id: 'citizen.log',
  summary: '反映问题（市民）、登记市民留言',
  examples: [
    '登记市民留言：翠竹园小区门口天天有人占道卖菜',
    '市民反映：人民广场东侧路灯不亮',
    '12345转来：解放路78号油烟扰民',
  ],
  allow: ['citizen', 'officeLead', 'officeStaff'],

  takesPictures: true,

  read(said) {
    if (said.act !== 'citizen.log') return undefined;
    if (said.issues.length === 0) return undefined;
    const missing = said.issues.some(({ location }) => location === null) ? ['location'] : [];
    return {
      source: said.source === '12345' && said.speaker !== 'citizen' ? '12345' : 'citizen',
      issues: said.issues,
      photos: said.images,
      ...held(missing, false),
    };
  },

  run: logMessages,
});
