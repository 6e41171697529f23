/** `npm run photo-honesty -- [--each N]`: how often the photo hints are right and wrong on a made set of pairs. */
import { measure } from './photo-honesty/measure.ts';
import { cliNumbers } from './options.ts';

const { each } = cliNumbers('photo-honesty', '在一组生成的照片上测量照片核对提示的对错比例。', {
  each: ['每种情形的对数', 20],
});

const tallies = await measure(each);
const percent = (part: number, whole: number): string => `${((part / Math.max(1, whole)) * 100).toFixed(1)}%`;
for (const { story, pairs, right, wrong } of tallies) {
  const others = Object.entries(wrong).map(([kind, count]) => `${kind} ${count}`);
  console.log(
    `${story.padEnd(40)} 对 ${right}/${pairs}（${percent(right, pairs)}）${others.length === 0 ? '' : `，其余：${others.join('、')}`}`,
  );
}
const total = (start: string): [right: number, pairs: number] => {
  const some = tallies.filter(({ story }) => story.startsWith(start));
  return [some.reduce((sum, { right }) => sum + right, 0), some.reduce((sum, { pairs }) => sum + pairs, 0)];
};
for (const [start, words] of [
  ['identical', '同一张（整改前）认出'],
  ['reused', '用过的照片认出'],
  ['other place', '别处认出'],
  ['honest', '如实的照片没有提示'],
] as const) {
  const [right, pairs] = total(start);
  console.log(`${words}：${percent(right, pairs)}（${right}/${pairs}）`);
}
