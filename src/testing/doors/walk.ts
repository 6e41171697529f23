/** The main job as people live it (part A), over any door: what is said and what comes back. */
import { samplePng } from '../sample-picture.ts';
import type { DoorHouse } from './door-house.ts';
import type { Shown } from './door.ts';

export const PROBLEM = '人民路与解放路交叉口非机动车乱停放，占用盲道，请城管局今天下午5点前处理';

export interface Step {
  readonly name: string;
  readonly answers: readonly Shown[];
}

/** 18:10 on the day of the walk. */
export const BULLETIN_AT = '2026-11-18T18:10:00+08:00';

/** The steps in order; each is one thing a person does, or the clock. */
export const WALK: readonly { readonly name: string; readonly run: (at: DoorHouse) => Promise<Shown[]> }[] = [
  { name: 'log', run: (at) => at.says('刘志强', { text: PROBLEM, pictures: [samplePng(1)] }) },
  { name: 'claim', run: (at) => (at.door.hasButtons ? at.presses('王磊', '认领1') : at.says('王磊', '认领1')) },
  { name: 'report', run: (at) => at.says('王磊', { text: '1已整改', quote: { pictures: [samplePng(2)] } }) },
  {
    name: 'second',
    run: (at) => at.says('刘志强', { text: '建设路56号门口垃圾桶满溢，请环卫中心明天下午6点前清运' }),
  },
  {
    name: 'pass',
    run: (at) => (at.door.hasButtons ? at.presses('刘志强', '1核查通过') : at.says('刘志强', '1核查通过')),
  },
  { name: 'rate', run: (at) => at.says('周敏', '城管局整改率') },
  {
    name: 'bulletin',
    async run(at) {
      const before = at.door.shown({ group: 'city' }).length;
      await at.clock(BULLETIN_AT);
      return at.door.shown({ group: 'city' }).slice(before);
    },
  },
];

/** `between` is what happens after each step. */
export async function walk(at: DoorHouse, between: () => Promise<void> = () => Promise.resolve()): Promise<Step[]> {
  const steps: Step[] = [];
  for (const { name, run } of WALK) {
    steps.push({ name, answers: await run(at) });
    await between();
  }
  return steps;
}

/** As people see it: a blank after a tag is the vendor's own, and parts of one message are one text. */
export const plain = (text: string): string => text.replaceAll(/(@[\p{Script=Han}·]+) +/gu, '$1').trim();

/** What was said in each step, comparable over vendors. */
export const spokenIn = (steps: readonly Step[]) =>
  steps.map(({ name, answers }) => ({
    name,
    texts: answers.map(({ text }) => plain(text)),
    tagged: answers.flatMap(({ tagged }) => tagged).toSorted(),
  }));
