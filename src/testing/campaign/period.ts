/** 迎检期: switched on with an end, posts report who is there, asking for it outside is refused (domain §11, §13). */
import { dayAt, dayName, INSPECTION, isInspected } from './limits.ts';
import { speakerOf } from './stage.ts';
import type { Stage } from './stage.ts';

export const POSTS = [
  { name: '人民路与解放路交叉口', units: ['市交警大队', '市城管局'], people: 4 },
  { name: '步行街', units: ['团市委'], people: 2 },
];

export async function openPeriod(stage: Stage): Promise<void> {
  const text = `开启迎检期到${dayName(INSPECTION.to)}`;
  if (await stage.gets('周敏', text, /已开启迎检期/, { group: null })) stage.count('inspection period');
}

/** Outside the period nobody is made to report where he stands. */
export async function dutyRound(stage: Stage): Promise<void> {
  const { random, beside } = stage;
  const day = dayAt(stage.now());
  for (const { name: post, units } of POSTS) {
    for (const unit of units) {
      if (!random.isLucky(0.7)) continue;
      const text = `${post}到岗${random.int(1, 5)}人`;
      const { name } = speakerOf(stage, unit);
      if (!isInspected(day)) {
        if (await stage.gets(name, text, /现在不在迎检期/)) stage.count('duty refused');
        return;
      }
      if (await stage.gets(name, text, new RegExp(`${unit}到岗`))) beside.duties.push(day);
    }
  }
  if (!(await stage.gets('周敏', '今天到岗情况', /到岗：3个岗位/, { group: null }))) return;
  stage.count('duty');
}

/** 接龙、打卡: refused with the reason. */
export async function rollcall(stage: Stage): Promise<void> {
  if (await stage.gets('周敏', '请大家接龙回复收到', /为基层减负/)) stage.count('rollcall refused');
}
