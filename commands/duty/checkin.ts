/** 到岗: only in a switched-on inspection period. */
import { defineCommand } from '../../src/bot/command.ts';
import { parseNumeral } from '../../src/reading/numerals.ts';

export default defineCommand({
  id: 'duty.checkin',
  summary: '报到岗（迎检期）',
  examples: ['人民路与解放路交叉口执勤人员到岗5人', '步行街路口已到岗4人', '城管局8点执勤到岗3人'],
  allow: [
    'unitPrincipal',
    'unitDeputy',
    'unitLiaison',
    'communityHead',
    'gridHead',
    'gridMember',
    'owner',
    'roadChief',
    'sponsor',
  ],

  read(said) {
    if (said.act !== 'duty.checkin') return undefined;
    const headcount = parseNumeral(
      /(\d+|[一二两三四五六七八九十]+)\s*(?:名|个)?(?:志愿者|人|同志|队员|干部)/.exec(said.text)?.[1] ?? '',
    );
    const place =
      said.sites[0] !== undefined && said.location?.includes(said.sites[0]) !== true ? said.sites[0] : said.location;
    return {
      ...(headcount === null ? {} : { headcount }),
      ...(place === null ? {} : { location: place }),
      photos: said.images,
    };
  },
});
