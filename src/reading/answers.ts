/** 答复: the fields that an answer to the bot's question fills or changes. Keys as `fields` of the corpus README. */
import { namesDrafted } from './acts/drafted.ts';
import { askedOf } from './acts/asked.ts';
import { meansAll, numbersAlone } from './acts/drafts.ts';
import type { Facts } from './acts/facts.ts';
import { written } from './fold.ts';
import { placeAnswered } from './place-answers.ts';
import type { DraftAnswer } from './said.ts';

const ADDS = /加|增|补/;
/** 地点改为…, 位置写错了，应该是…, 地址不是…，是…. */
const PLACE_IS =
  /(?:地点|位置|地址|点位)(?:(?:我|刚才|上面|给)*(?:写|填|报|登记?|弄|搞|说|打|发|选|认)?得?(?:错|不对|有误|反|不准)了?|不是[^,。;]{1,16})?[\s,。]*(?:应该|应|其实|实际上?|正确的?|准确的?)?(?:改|换)?(?:成|为|到|是|在|:)+\s*([^,。;!]+)/;

export function answerIn(facts: Facts, act: string): DraftAnswer {
  const asked = askedOf(facts);
  const amended = { ...timeSaid(facts, asked?.missing ?? []), ...amendments(facts) };
  // 对，请城关镇…: the suggested unit is asked about, and another is named.
  const mayName = asked?.missing.includes('units') === true;
  if (act === 'draft.confirm' && !namesDrafted(facts.text) && !mayName) return { fields: amended };
  if (act === 'draft.confirm' || asked?.kind === 'confirm')
    return { fields: { ...otherUnits(facts, amended), ...amended } };
  return { fields: { ...filled(facts, asked?.missing ?? []), ...amended } };
}

/** Another unit than the one the bot has suggested needs no word but its name. */
function otherUnits({ units }: Facts, amended: Record<string, unknown>): Record<string, unknown> {
  return units.length > 0 && !('addUnits' in amended) ? { units } : {};
}

/** 环卫吧，明天上午: a time beside what was asked is the limit. In a reason days are told, too, and only 限, 前, 改 make one a limit. */
function timeSaid({ text, deadline }: Facts, missing: readonly string[]): Record<string, unknown> {
  if (!deadline?.at) return {};
  // 12号门口 is a house.
  if (missing.includes('issueNos')) return {};
  if (missing.includes('location') && /^\d+号(?!前|之前)\D{0,4}$/.test(text)) return {};
  const isTold = missing.includes('reason') && !/时限|期限|时间|改|前|内/.test(text);
  return isTold ? {} : { deadline: deadline.at };
}

/** 单位再加个河西街道, 时限改到周五, 地点改为…. */
function amendments({ text, units, coUnits, persons }: Facts): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const aboutUnits = units.length + coUnits.length > 0 && /单位|加|改|换|协办|应该|转/.test(text);
  if (aboutUnits && units.length > 0) fields[ADDS.test(withoutCoUnits(text)) ? 'addUnits' : 'units'] = units;
  if (aboutUnits && coUnits.length > 0) fields['addCoUnits'] = coUnits;
  const place = PLACE_IS.exec(text)?.[1];
  if (place !== undefined) fields['location'] = written(place);
  if (persons.length > 0 && /责任人/.test(text)) fields['persons'] = persons;
  const corrected = /^(?:不对|不是|错了)[,\s]*(?:是|应该是|在)\s*([^,。;!]+?)(?:[,]?不是[^,。;!]*)?(?=$|[,。;!])/.exec(
    text,
  )?.[1];
  if (corrected !== undefined && units.length === 0 && !aboutUnits && Object.keys(fields).length === 0)
    fields['location'] = written(corrected);
  return fields;
}

/** 责任单位城管局，加协办住建局: only the second is added. */
const withoutCoUnits = (text: string): string => text.replace(/[^,。;]*(?:协办|配合)[^,。;]*/g, '');

function filled(
  { text, units, deadline, images, persons, location, category, isPlaceNamed }: Facts,
  missing: readonly string[],
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  if (missing.includes('issueNos')) {
    if (meansAll(text)) fields['all'] = true;
    else fields['issueNos'] = numbersAlone(text);
  }
  if (missing.includes('units') && units.length > 0) fields['units'] = units;
  if (missing.includes('units') && persons.length > 0 && units.length === 0) fields['persons'] = persons;
  if (missing.includes('deadline') && deadline?.at) fields['deadline'] = deadline.at;
  if (missing.includes('photos') && images > 0) fields['photos'] = images;
  if (missing.includes('reason') && text !== '')
    fields['reason'] = written(text.replace(/^(?:原因|理由)(?:是|:)?\s*/, ''));
  if (missing.includes('location') && text !== '')
    // 牛角巷口垃圾没人清: the same told again, now with its place.
    fields['location'] =
      category !== null && location !== null && isPlaceNamed
        ? written(location)
        : placeAnswered(text, location, Object.keys(fields).length > 0);
  return fields;
}
