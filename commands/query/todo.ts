/** 待办: what waits for the asker or the unit. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'query.todo',
  summary: '我的待办、本单位待办',
  examples: ['我的待办', '我们局还有哪些没弄完的', '待核查的有哪些'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.todo') return undefined;
    const isUnit = said.units.length > 0;
    return {
      scope: isUnit ? 'unit' : 'me',
      ...(isUnit ? { units: said.units } : {}),
      ...(/待核查|等(?:着|待)?核查|等我核查/.test(said.text) ? { filter: 'awaitingVerification' } : {}),
    };
  },
});
