import { expect, test } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says } = here;

test('put right on the spot: nobody has verified it, and neither answer nor record says so', async () => {
  const heard = await says('刘志强', '人民路小广告，现场已整改，责任单位城管局', { images: 1 });
  expect(heard.text).toContain('登记人刘志强，现场整改');
  expect(heard.text).not.toContain('核查');
  const { text } = await says('王磊', '#1 记录');
  expect(text.slice(text.indexOf('办理记录：'))).toContain('11月18日 10:00 刘志强 销号：现场整改');
  expect(text).not.toContain('核查');
});

test('办理记录: who did what when and in which words, from the beginning, for whoever disputes a deduction', async () => {
  await haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') }], 327);
  await says('王磊', '认领327');
  await says('王磊', '327申请延期到11月28日，原因：需采购盲道砖');
  await says('赵雪', '同意327延期，最晚27号');
  await says('王磊', '327已整改', { images: 1 });
  await says('刘志强', '327退回，原因：现场还有3辆车');
  await says('王磊', '327已整改到位', { images: 1 });
  await says('刘志强', '327核查通过');
  const heard = await says('王磊', '#327 记录');
  expect(heard.text.slice(heard.text.indexOf('办理记录：')).split('\n').slice(0, 9)).toEqual([
    '办理记录：',
    '11月18日 09:00 刘志强 登记',
    '11月18日 10:00 王磊 认领',
    '11月18日 10:00 王磊 申请延期：延到11月28日，需采购盲道砖',
    '11月18日 10:00 赵雪 同意延期：延到11月27日',
    expect.stringMatching(/^11月18日 10:00 王磊 报整改/),
    '11月18日 10:00 刘志强 退回：现场还有3辆车',
    expect.stringMatching(/^11月18日 10:00 王磊 报整改/),
    expect.stringMatching(/^11月18日 10:00 刘志强 核查通过，销号/),
  ]);
});
