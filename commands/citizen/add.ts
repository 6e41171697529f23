/** 补充留言: what a citizen adds to what he has reported: how to reach him, when it is so; or the place before the matter (domain §11). */
import { defineCommand } from '../../src/bot/command.ts';
import { phoneIn } from '../../src/domain/contacts.ts';
import { written } from '../../src/reading/fold.ts';
import { addToMessage } from './add-run.ts';
import type { CitizenAddArgs } from './add-run.ts';

export default defineCommand<CitizenAddArgs>({
  id: 'citizen.add',
  summary: '补充联系电话和情况（市民）',
  examples: [],
  allow: ['citizen'],

  read(said) {
    if (said.act !== 'citizen.add') return undefined;
    const place = said.location === null ? {} : { place: said.text.replace(/^(?:就|我|是)*(?:在|住)/, '') };
    return {
      text: written(said.text),
      ...(phoneIn(said.heard.text) === null ? place : { isContact: true }),
    };
  },

  run: addToMessage,
});
