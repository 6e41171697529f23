/**
 * `npm run --silent endurance`: many messages over the four doors while a share of all calls to the vendors fails in mixed ways.
 * One JSON object per line; ends with 1 when an answer was lost, doubled or out of order. Vendors are the fakes of the tests, so
 * this runs where the development dependencies are installed.
 */
import { performance } from 'node:perf_hooks';
import { endure } from './endurance/run.ts';
import { cliNumbers } from './options.ts';

const options = cliNumbers('endurance', '长时间运行：四个入口收发消息，其间对平台的调用按比例出错，最后核对每条答复', {
  messages: ['消息总数', 10_000],
  percent: ['出错的调用占百分之几', 5],
  seed: ['随机数种子，同一种子可以重现', 1],
});

const began = performance.now();
let told = 0;
const figures = await endure({
  messages: options.messages,
  share: options.percent / 100,
  seed: options.seed,
  onProgress(messages) {
    if (messages - told < 1_000) return;
    told = messages;
    console.error(`${messages} / ${options.messages}`);
  },
});
for (const door of figures.doors) console.log(JSON.stringify(door));
const seconds = Math.round((performance.now() - began) / 1000);
const { isGood, isToldToOffice } = figures;
console.log(JSON.stringify({ ...options, seconds, isToldToOffice, isGood }));
process.exit(isGood ? 0 : 1);
