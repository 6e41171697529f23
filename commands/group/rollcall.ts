/** 接龙、回复收到、全员打卡: what nobody may be made to do. Refused with the reason; the bot tags nobody for it (domain §13). */
import { defineCommand } from '../../src/bot/command.ts';
import { dayOf } from '../../src/domain/shanghai.ts';
import { isInspectionPeriod } from '../../src/domain/workday.ts';

export default defineCommand({
  id: 'group.rollcall',
  summary: '接龙、打卡、回复收到（按规定不办理）',
  examples: ['请大家接龙回复收到', '让各单位回复收到', '统计一下谁没回复收到'],
  allow: 'everyone',

  read(said) {
    return said.act === 'group.rollcall' ? {} : undefined;
  },

  run({ at, settings }) {
    const isPeriod = isInspectionPeriod(dayOf(at), settings);
    return Promise.resolve({
      text: [
        '这件事我不办：按整治“指尖上的形式主义”、为基层减负的规定，不组织接龙、打卡、回复收到，也不统计在线和回复快慢，不@所有人。',
        '交办的问题有认领和时限，谁没认领、谁超期一查就知道：可以回复“哪些问题还没认领”或“超期清单”，需要时回复“催一下…”，我会单独提醒到人。',
        ...(isPeriod ? ['迎检期执勤到岗可以由单位报人数，如“步行街路口到岗4人”。'] : []),
      ].join('\n'),
    });
  },
});
