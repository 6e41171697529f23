/** What is attached to a paper of the ladder: photos and the record, as they were when it was drafted. */
import { expect, test } from 'vitest';
import { memberText } from '../../src/papers/testing/unzip.ts';
import { attachedFile } from '../../src/testing/attached.ts';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom({ at: '2026-11-17T09:30:00+08:00' });
const { says } = here;
const NAMED = /<wp:docPr [^>]*name="([^"]*)"/g;

test('the photo of what was found and the table of steps; what is reported later is not in it', async () => {
  const logged = await says('刘志强', '人民路与解放路交叉口东北角，非机动车占用盲道，请市城管局今天17点前清理', {
    images: 1,
  });
  const no = Number(/#(\d+)/.exec(logged.text)?.[1]);
  await says('王磊', `认领${no}`);
  await here.room.clock('2026-11-20T17:30:00+08:00');
  const [draft] = await here.room.house.storage.store.papers.list({ state: 'draft' });
  const word = `督办${draft?.no}号`;
  const { pushes } = await says('周敏', `签发${word}`);
  const file = await attachedFile(
    here.room,
    pushes.find((message) => message.text.includes('.docx')),
  );
  const document = memberText(file, 'word/document.xml');
  expect(document).toContain('附：');
  expect(document).toMatch(/问题照片1张、办理流程记录\d+条/);
  expect(document).toContain('附件1');
  expect(Array.from(document.matchAll(NAMED), ([, name]) => name)).toEqual([`#${no} 整改前（11月17日 09:30）`]);
  for (const words of ['附件2', '办理流程记录', '认领', '11月17日09:30', '督办机器人'])
    expect(document).toContain(words);

  await says('王磊', `${no}已整改`, { images: 1 });
  const again = await says('周敏', `查看${word}的回执文件`, { group: null });
  const later = await attachedFile(
    here.room,
    [...again.replies, ...again.pushes].find((message) => message.text.includes('.docx')),
  );
  const names = Array.from(memberText(later, 'word/document.xml').matchAll(NAMED), ([, name]) => name);
  expect(names).toEqual([`#${no} 整改前（11月17日 09:30）`]);
});
