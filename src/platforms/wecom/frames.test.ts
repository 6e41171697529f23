/** Frames of the long connection as servers write them (wecom §4.1), and what is none. */
import { expect, it } from 'vitest';
import { newReqId, readFrame, writeFrame } from './frames.ts';

it.each([
  [
    'a callback',
    '{"cmd":"aibot_msg_callback","headers":{"req_id":"r"},"body":{"a":1}}',
    { cmd: 'aibot_msg_callback', body: { a: 1 } },
  ],
  ['an acknowledgement', '{"headers":{"req_id":"r"},"errcode":0,"errmsg":"ok"}', { errcode: 0, errmsg: 'ok' }],
  [
    'one that was refused',
    '{"headers":{"req_id":"r"},"errcode":846605,"errmsg":"invalid req_id"}',
    { errcode: 846605 },
  ],
  ['one with an empty command', '{"cmd":"","headers":{"req_id":"r"},"errcode":0}', { cmd: undefined, errcode: 0 }],
  [
    'one whose code is text',
    '{"cmd":null,"headers":{"req_id":"r","x":1},"errcode":"45009","errmsg":null}',
    { cmd: undefined, errcode: 45009 },
  ],
  ['raw control characters', '{"cmd":"c","headers":{"req_id":"r"},"body":{"a":"x\u0001y"}}', { body: { a: 'x y' } }],
])('%s', (_name, text, expected) => {
  expect(readFrame(text)).toMatchObject({ headers: { req_id: 'r' }, ...expected });
});

it.each(['{"cmd":"c","body":{"a":1}}', '{"cmd":"c","headers":null,"body":{"a":1}}'])('without headers: %s', (text) => {
  expect(readFrame(text)).toMatchObject({ cmd: 'c', headers: { req_id: '' }, body: { a: 1 } });
});

it.each([
  '',
  'null',
  '[]',
  '{"errcode":0}',
  '{"headers":{}}',
  '{"headers":{"req_id":"r"},"errcode":"many"}',
  '{"cmd":',
])('%j is none', (text) => {
  expect(readFrame(text)).toBeNull();
});

it('ours are built as the official client builds them', () => {
  const reqId = newReqId('ping', new Date(1_767_225_600_000));
  expect(reqId).toMatch(/^ping_1767225600000_[0-9a-f]{8}$/u);
  expect(writeFrame({ cmd: 'ping', reqId })).toBe(`{"cmd":"ping","headers":{"req_id":"${reqId}"}}`);
});
