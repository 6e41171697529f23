/** 答复留言, or a citizen’s word whether it is solved. */
import { defineCommand } from '../../src/bot/command.ts';
import { written } from '../../src/reading/fold.ts';
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
      ...(/不(?:太)?满意|没(?:有)?解决/.test(said.text)
        ? { satisfied: false }
        : /满意|解决了/.test(said.text)
          ? { satisfied: true }
          : {}),
      photos: said.images,
    };
  },

  run: replyToCitizen,
});
