import { expect, it } from 'vitest';
import { withoutTags } from './tags.ts';

it.each([
  ['one of two', '@王磊 @赵雪 请认领', ['王磊'], ['赵雪'], '王磊 @赵雪 请认领'],
  ['the shorter name of two stays tagged alone', '@王磊明 @王磊 请认领', ['王磊明'], ['王磊'], '王磊明 @王磊 请认领'],
  ['the longer name of two stays tagged alone', '@王磊明 @王磊 请认领', ['王磊'], ['王磊明'], '@王磊明 王磊 请认领'],
  ['both', '@王磊明、@王磊', ['王磊', '王磊明'], [], '王磊明、王磊'],
  ['several times', '@王磊：#1；@王磊：#2', ['王磊'], [], '王磊：#1；王磊：#2'],
  ['who is not named', '@王磊 a@b.cn', ['赵雪', ''], [], '@王磊 a@b.cn'],
])('%s', (_, text, names, kept, shown) => {
  expect(withoutTags(text, names, kept)).toBe(shown);
});
