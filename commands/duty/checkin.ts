/** 到岗: only in a switched-on inspection period. */
import { defineCommand } from '../../src/bot/command.ts';
import { postOf, requireDutyPeriod } from '../../src/domain/duty.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { timeText } from '../../src/domain/shanghai.ts';
import { parseNumeral } from '../../src/reading/numerals.ts';

export interface CheckinArgs {
  readonly headcount?: number;
  readonly location?: string;
  readonly photos: number;
}

export default defineCommand<CheckinArgs>({
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
      /(\d+|[一二两三四五六七八九十]+)\s*(?:名|个)?(?:志愿者|人|同志|队员|干部)|(?:志愿者|人员|队员|干部|交警|城管)(\d+)\s*[名个人]/
        .exec(said.text)
        ?.slice(1)
        .find((digits) => digits !== undefined) ?? '',
    );
    const place =
      said.sites[0] !== undefined && said.location?.includes(said.sites[0]) !== true ? said.sites[0] : said.location;
    return {
      ...(headcount === null ? {} : { headcount }),
      ...(place === null ? {} : { location: place }),
      photos: said.images,
    };
  },

  async run(context) {
    const { args, by, at, settings, store, messageId } = context;
    requireDutyPeriod(at, settings);
    const { headcount, location = null } = args;
    if (headcount === undefined) {
      throw new Refusal(
        'duty.headcount',
        '缺少到岗人数。请写明岗位和人数，如“人民路与解放路交叉口到岗5人”。没有登记。',
      );
    }
    const post = postOf(location, by.unit, settings.duty.posts);
    const name = post?.name ?? location;
    if (name === null) {
      throw new Refusal(
        'duty.post',
        '没有看出是哪个岗位。请写明岗位和人数，如“人民路与解放路交叉口到岗5人”。没有登记。',
      );
    }
    const unit = by.unit ?? by.name;
    await store.duty.add({ post: name, unit, headcount }, { at, by: by.name, messageId });
    const wanted = post?.units.includes(unit) === true ? post.people : null;
    const short = wanted !== null && headcount < wanted ? `，还差${wanted - headcount}人` : '';
    return { text: `已登记：${name} ${unit}到岗${headcount}人${short}（${timeText(at)}）。` };
  },
});
