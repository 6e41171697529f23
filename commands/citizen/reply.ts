/** 答复留言, or a citizen’s word whether it is solved. */
import { defineCommand } from '../../src/bot/command.ts';
import { verdictOf } from '../../src/reading/acts/citizens-own-words.ts';
import { written } from '../../src/reading/fold.ts';
import type { Said } from '../../src/reading/said.ts';
import { toldVerdict } from '../../src/reading/told-verdict.ts';
import { replyToCitizen } from './reply-run.ts';
import type { CitizenReplyArgs } from './reply-run.ts';

export default defineCommand<CitizenReplyArgs>({
  id: 'citizen.reply',
  summary: '答复市民留言',
  examples: ['留言12已回复，市民满意', '市民留言8已答复：垃圾已清理，安排专人保洁', '12号留言已办结并回复'],
  allow: ['officeLead', 'officeStaff', 'unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead', 'citizen'],

  read(said) {
    if (said.act !== 'citizen.reply') return undefined;
    return {
      messageNos: said.messageNos,
      text: written(said.text),
      ...verdictIn(said),
      photos: said.images,
    };
  },

  run: replyToCitizen,
});

/** His own word; of others only what they tell as his: 解决了 in an answer is the answer (domain §11). */
function verdictIn({ text, speaker }: Said): Pick<CitizenReplyArgs, 'satisfied'> {
  if (speaker !== 'citizen') return toldVerdict(text) ?? {};
  const satisfied = verdictOf(text.replace(/^(?:市民)?留言\s*#?\d+(?:号)?[,:\s]*/, ''));
  return satisfied === null ? {} : { satisfied };
}
