/** 照片核对 in conversation: the sender alone is told politely, the verifier sees a hint, nothing is held up. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { photoOf, tricked } from '../cli/photo-honesty/photos.ts';
import { closeRoom } from '../testing/close-room.ts';
import { openRoom, WEDNESDAY_10 } from '../testing/room.ts';
import type { Heard, Room } from '../testing/room.ts';

let room: Room;

beforeEach(async () => {
  room = await openRoom({
    at: WEDNESDAY_10,
    env: { LINK_SECRET: 'x'.repeat(40), PUBLIC_URL: 'https://duban.example' },
  });
});
afterEach(() => closeRoom(room));

const asUrl = (photo: Buffer): string => `data:image/jpeg;base64,${photo.toString('base64')}`;
const says = (name: string, text: string, photo: Buffer): Promise<Heard> =>
  room.says(name, text, { photos: [asUrl(photo)] });

/** Logs a problem at a made-up place; gives its number. */
async function logged(place: string, photo: Buffer): Promise<number> {
  const { text } = await says('刘志强', `${place}，垃圾满溢，请市城管局今天17点前清理`, photo);
  return Number(/#(\d+)/.exec(text)?.[1]);
}

const to = ({ pushes }: Heard, name: string): string =>
  pushes
    .filter(({ person }) => person === name)
    .map(({ text }) => text)
    .join('\n');

it('the photo of the problem itself, mirrored: said to the sender alone, shown to the verifier', async () => {
  const before = await photoOf(3, { hasDefect: true, seed: 1 });
  const no = await logged('文昌路与建设路口西侧', before);
  const heard = await says('王磊', `${no}已整改到位，请核查`, await tricked(before, 'mirrored', 5));
  expect(to(heard, '王磊')).toContain(`【照片提示】\n#${no}：这张照片与#${no}整改前的照片看上去是同一张`);
  expect(to(heard, '刘志强')).toContain('提示：整改后照片与整改前照片疑似同一张（左右翻转），请留意。');
  expect(heard.text).not.toContain('提示');
  expect((await room.issue(no)).state).toBe('reported');
  // The unit reads along in the group.
  expect((await room.says('刘志强', `查${no}`)).text).not.toContain('疑似同一张');
  expect((await room.says('刘志强', `查${no}`, { group: null })).text).toContain('疑似同一张');
  expect((await room.says('王磊', `查${no}`)).text).not.toContain('疑似同一张');
});

it('a photo that was used for another problem', async () => {
  const used = await photoOf(8, { hasDefect: false, seed: 4 });
  const first = await logged('人民路15号门前', await photoOf(8, { hasDefect: true, seed: 2 }));
  expect(to(await says('王磊', `${first}已整改`, used), '王磊')).toBe('');
  const second = await logged('翠竹社区凤凰巷', await photoOf(21, { hasDefect: true, seed: 3 }));
  const heard = await says('王磊', `${second}已整改`, await tricked(used, 'recompressed', 7));
  expect(to(heard, '王磊')).toContain(`#${second}：这张照片与#${first}用过的照片看上去是同一张`);
  expect(to(heard, '刘志强')).toContain(`提示：整改后照片与#${first}用过的照片疑似同一张，请留意。`);
});

it('an honest photo: the verifier is told as ever, the sender hears nothing', async () => {
  const no = await logged('文昌路与建设路口西侧', await photoOf(5, { hasDefect: true, seed: 1 }));
  const heard = await says('王磊', `${no}已整改`, await photoOf(5, { hasDefect: false, seed: 9 }));
  expect(to(heard, '王磊')).toBe('');
  expect(to(heard, '刘志强')).toContain(`【待核查】#${no}`);
  expect(to(heard, '刘志强')).not.toContain('提示：');
});
