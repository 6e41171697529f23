/** 日报 on request: a preview, or published to the group by the office's lead (domain §12). */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { dailyBulletin } from '../../src/domain/bulletin.ts';
import { hasRole } from '../../src/domain/city.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { atTime, dayOf, dayText } from '../../src/domain/shanghai.ts';
import { withoutTags } from '../../src/domain/tags.ts';
import { gatherDaily } from '../../src/papers/daily-ground.ts';
import type { ReportArgs } from './make.ts';

export async function dailyAnswer(context: RunContext<ReportArgs>): Promise<Answer> {
  const { args, at, by, store, directory, settings, conversation, said } = context;
  const { period } = args;
  if (period && period.from > dayOf(at)) throw new Refusal('report.future', '这一天还没有到，无法出日报。');
  const moment = period && period.to < dayOf(at) ? atTime(period.to, settings.jobs.dailyBulletin ?? '24:00') : at;
  const group = conversation.groupId === null ? null : (directory.group(conversation.groupId) ?? null);
  const { issues, reminded } = await gatherDaily({ store, directory, at: moment });
  const bulletin = dailyBulletin(issues, { at: moment, directory, settings, group, reminded });
  const wantsOut = /(?:发|推|公布|通报)(?:送|布|出|到|在|给)*(?:本|这个|工作|大)?群|推送|发布/.test(said.text);
  if (!wantsOut || args.preview === true) {
    const how = group === null || !hasRole(by, 'officeLead') ? '' : '要在本群发布，请回复“发布今天的日报到群里”。';
    // A preview must not look as if somebody had been tagged.
    const shown = withoutTags(bulletin.text, bulletin.mentions);
    return { text: `（预览，没有发布，也没有提醒任何人。${how}）\n${shown}` };
  }
  if (!hasRole(by, 'officeLead')) {
    throw new Refusal('notAllowed', '通报由创城办负责人发布，没有发布。您可以回复“生成今天的日报”预览。');
  }
  if (group === null) {
    throw new Refusal('report.noGroup', '请到要发布的群里@我说“发布今天的日报到群里”。这里没有发布。');
  }
  if (moment !== at) {
    throw new Refusal('report.past', `${dayText(dayOf(moment))}的日报只能预览，没有发布。可以说“生成昨天的日报”。`);
  }
  const { text, mentions, figures, issueNos } = bulletin;
  await store.bulletins.add({ kind: 'daily', groupId: group.id, asOf: at, text, issueNos, figures: { ...figures } });
  return { text, notify: mentions };
}
