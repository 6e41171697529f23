/** The checks of §13 can fail: each rule is broken once, and what looks like a breach and is none stays silent. */
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../config/load.ts';
import type { KeptMessage } from '../../platforms/simulator/index.ts';
import { change, newCase } from './case.ts';
import { breachesOf } from './manners.ts';
import type { Scene } from './manners.ts';

const { directory } = loadConfig({ dir: 'config', demo: true, env: {} });

/** A working Monday. */
const at = (text: string): Date => new Date(`2026-${text}:00+08:00`);
let count = 0;
const said = (some: Partial<KeptMessage>): KeptMessage => ({
  id: `m${(count += 1)}`,
  at: at('09-14T10:00'),
  chatKind: some.person === undefined ? 'group' : 'single',
  group: some.person === undefined ? 'city' : null,
  person: null,
  from: 'bot',
  text: '您好',
  mentions: [],
  images: [],
  quote: null,
  buttons: [],
  ...some,
});

function scene(some: Partial<Scene> = {}): Scene {
  const problem = newCase({
    no: 1,
    place: '人民路',
    category: 'parking',
    tier: 1,
    source: 'inspection',
    origin: null,
    loggedBy: '刘志强',
    loggedAt: at('09-14T09:00').getTime(),
    twin: null,
    state: 'dispatched',
    units: ['市城管局'],
    dispatchedAt: at('09-14T09:00').getTime(),
    due: at('09-14T18:00').getTime(),
  });
  return {
    city: directory,
    cases: [problem],
    tasks: [],
    answers: new Set(),
    caused: new Set(),
    workedAt: new Set(),
    withPhoto: new Set(),
    lastDay: '2026-11-05',
    ...some,
  };
}

const REMINDER = '【黄灯提醒】王磊同志，时限将到1件：\n#1 人民路 乱停放：今天 18:00到期';

const breaking: readonly (readonly [string, readonly KeptMessage[]])[] = [
  ['§13.1', [said({ text: '请各单位回复“收到”' })]],
  ['§13.1', [said({ text: '请大家每天打卡' })]],
  ['§13.2', [said({ at: at('09-14T20:00') })]],
  ['§13.2', [said({ at: at('09-14T07:59'), person: '王磊' })]],
  ['§13.2', [said({ at: at('09-13T10:00') })]],
  ['§13.3', Array.from({ length: 4 }, () => said({}))],
  ['§13.3', [1, 2].map(() => said({ person: '王磊', text: REMINDER }))],
  ['§13.3', [1, 2].map(() => said({ person: '王磊', text: REMINDER.replace('今天 18:00到期', '超期1天') }))],
  ['§13.3', [11, 12, 13].map((no) => said({ person: '王磊', text: REMINDER.replace('#1 ', `#${no} `) }))],
  ['§13.4', [said({ mentions: ['王磊'] }), said({ mentions: ['王磊'] })]],
  ['§13.4', [said({ mentions: ['何静'] })]],
  ['§13.4', [said({ text: '@所有人 请注意' })]],
  ['§13.5', [said({ text: '【整改率排名】\n1. 王磊 50.0%(1/2)' })]],
  ['§13.5', [said({ text: '请报今天到岗人数' })]],
  ['§13.6', [said({ text: '请补3张照片' })]],
  ['§13.6', [said({ text: '请发现场视频' })]],
  ['§13.7', [said({ at: at('11-06T10:00') })]],
  ['§13.7', [1, 2].map(() => said({ at: at('11-06T10:00'), text: '本群的创城督办工作已于11月5日结束。' }))],
  ['§13.8', [said({ text: '电话13912345678' })]],
  ['§13.8', [said({ text: '市民12反映' })]],
  ['§13.8', [said({ person: '何静', text: '#1 电话13912345678' })]],
];

test.each(breaking)('%s is noticed: %#', (rule, messages) => {
  const rules = breachesOf(scene(), messages).map((breach) => breach.slice(0, rule.length));
  expect([...new Set(rules)]).toEqual([rule]);
});

test('§13.6: a photo was there and is asked for', () => {
  const message = said({ text: '#1还差照片' });
  expect(breachesOf(scene({ withPhoto: new Set([message.id]) }), [message])).toHaveLength(1);
});

describe('no breach', () => {
  test.each([
    ['a dispatch that tags the liaison', said({ text: '【交办】#1', mentions: ['王磊'] })],
    ['the refusal of a 接龙', said({ text: '为基层减负的规定，不组织接龙、打卡、回复收到，不@所有人' })],
    ['a night in the inspection period', said({ at: at('10-20T23:00') })],
    ['a photo that was missing', said({ text: '#1还差照片' })],
    ['the end', said({ at: at('11-06T08:00'), text: '本群的创城督办工作已于11月5日结束。' })],
    ['a masked number', said({ text: '电话139****5678' })],
    [
      'figures in the address of a paper',
      said({ person: '张建国', text: '督办单（文件）\n附件：/sim/api/files/8b13912345678b06/%E7%9D%A3.docx' }),
    ],
    ['who handles it reads the number', said({ person: '王磊', text: '留言1（#1）电话13912345678' })],
  ])('%s', (_, message) => {
    expect(breachesOf(scene(), [message])).toEqual([]);
  });

  test('an answer at night, and what a colleague caused on a rest day', () => {
    const [answer, notice] = [said({ at: at('09-14T21:00') }), said({ at: at('09-13T10:00'), person: '王磊' })];
    const heard = scene({ answers: new Set([answer.id]), caused: new Set([notice.id]) });
    expect(breachesOf(heard, [answer, notice])).toEqual([]);
  });

  test('a problem that has become late since', () => {
    const late = REMINDER.replace('今天 18:00到期', '超期1天');
    expect(
      breachesOf(scene(), [said({ person: '王磊', text: REMINDER }), said({ person: '王磊', text: late })]),
    ).toEqual([]);
  });

  test('a tag after the problem is closed is one', () => {
    const closed = scene();
    closed.cases.forEach((problem) => change(problem, at('09-14T09:30').getTime(), { state: 'closed' }));
    expect(breachesOf(closed, [said({ mentions: ['王磊'] })])).toHaveLength(1);
  });
});
