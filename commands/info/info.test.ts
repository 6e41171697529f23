/** 信息报送 as conversations (domain §11). */
import { expect, test } from 'vitest';
import { workInfoOfWeek } from '../../src/domain/work-info.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const rows = () => here.room.house.storage.store.workInfo.between(new Date('2026-01-01'), new Date('2027-01-01'));

test('figures of units are summed by week; the same item again corrects', async () => {
  const heard = await here.says('王磊', '本周清理小广告570处，志愿服务10场');
  expect(heard.text).toContain('已收到市城管局11月16—22日工作信息：清理小广告570处，志愿服务10场');
  await here.says('王磊', '信息报送：清理小广告576处');
  await here.says('韩梅', '本周清理小广告24处');
  await here.says('王磊', '上周开展志愿服务4场，参与120人次');
  expect(workInfoOfWeek(await rows(), '2026-11-18')).toEqual([
    {
      item: '清理小广告',
      measure: '处',
      quantity: 600,
      units: [
        { unit: '市城管局', quantity: 576 },
        { unit: '东湖街道', quantity: 24 },
      ],
    },
    { item: '志愿服务', measure: '场', quantity: 10, units: [{ unit: '市城管局', quantity: 10 }] },
  ]);
  expect((await here.says('周敏', '本周信息报送情况')).text).toContain('清理小广告600处（市城管局576、东湖街道24）');
  expect((await here.says('周敏', '上周信息报送汇总')).text).toContain('参与120人次');
  expect((await here.says('周敏', '本周还有谁没报送信息')).text).not.toContain('市城管局');
});

test('the office reports for a unit it names; a citizen cannot', async () => {
  await here.says('赵雪', '信息报送：教育局本周开展志愿服务6场');
  expect(await rows()).toMatchObject([{ unit: '市教育局', item: '开展志愿服务', quantity: 6, by: '赵雪' }]);
  await here.says('路人甲', '本周清理小广告576处', { group: null });
  expect(await rows()).toHaveLength(1);
});

test('of units that are named, who has reported and who has not', async () => {
  await here.says('王磊', '本周清理小广告570处');
  expect((await here.says('周敏', '本周城管局没报送信息吗')).text).toBe('11月16—22日市城管局已报送信息。');
  expect((await here.says('周敏', '本周城管局、住建局谁没报送信息')).text).toBe(
    '11月16—22日还没有报送信息的1家：市住建局。',
  );
});
