import { describe, expect, it } from 'vitest';
import { withoutBotNames } from './bot-name.ts';

const NAMES = ['督办小助手', '督办', '创城 Bot 1号'];

describe('the bot’s own mention', () => {
  it.each([
    ['@督办小助手 完成 D-17', '完成 D-17'],
    ['@督办小助手\u2005完成', '完成'],
    ['＠督办小助手\u3000完成', '完成'],
    ['@督办小助手完成', '完成'],
    ['完成 327 @督办小助手', '完成 327'],
    ['请 @督办小助手 查 327', '请 查 327'],
    ['@督办小助手 @督办小助手 查', '查'],
    ['@督办\u200b查', '查'],
    ['@创城 bot 1号 查', '查'],
    ['@督办小助手 @李娜 认领327', '@李娜 认领327'],
    ['@李娜 认领327', '@李娜 认领327'],
    ['督办小助手 查', '督办小助手 查'],
    ['@督办小助手', ''],
    [' \u200b@督办小助手\n第一行\n第二行\n', '第一行\n第二行'],
  ])('%j → %j', (text, expected) => {
    expect(withoutBotNames(text, NAMES)).toBe(expected);
  });

  it('only trims where no name is known', () => {
    expect(withoutBotNames(' @督办 查 ', [])).toBe('@督办 查');
  });
});
