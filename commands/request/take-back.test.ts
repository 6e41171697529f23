/** 撤回: what hangs on a problem is taken back, the problem itself goes on. */
import { describe, expect, it } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says, refusal, steps } = here;

const LOG = '牛角巷口占道经营，请城管局11月24日前处理';
const EXTEND = '1申请延期到11月28日，原因：人手不够';
const requests = async (): Promise<string[]> =>
  (await here.room.house.storage.store.requests.ofIssue(1)).map(({ kind, state }) => `${kind} ${state}`);

describe('a request that nobody has answered', () => {
  it('the office withdraws the extension, and the problem goes on', async () => {
    await says('孙伟', LOG);
    await says('王磊', EXTEND);
    const heard = await says('周敏', '撤销1的延期申请，单位已经不需要了', { group: null });
    expect(heard.text).toMatch(/^#1的延期申请已撤回，仍按时限整改（#1 11月24日.*）。$/);
    expect(heard.pushes.map(({ person }) => person)).toContain('王磊');
    expect((await here.room.issue(1)).state).toBe('dispatched');
    expect(await requests()).toEqual(['extension withdrawn']);
    expect((await steps(1)).at(-1)).toBe('takeBack 周敏');
  });

  it('the unit takes its own back, the office hears of it, and it may ask again', async () => {
    await says('孙伟', LOG);
    await says('王磊', EXTEND);
    const heard = await says('王磊', '撤回1的延期申请');
    expect(heard.text).toContain('#1的延期申请已撤回');
    expect(heard.pushes.map(({ person }) => person)).toContain('周敏');
    expect((await says('王磊', EXTEND)).text).toContain('延期申请已提交');
  });

  it('an appeal that was taken back has not been used', async () => {
    await says('孙伟', LOG);
    await says('王磊', '申诉1，理由：该路段已移交河西街道');
    expect((await says('王磊', '1申诉撤回')).text).toContain('#1的申诉已撤回');
    expect((await here.room.issue(1)).appealedBy).toEqual([]);
    expect((await says('王磊', '申诉1，理由：该路段已移交河西街道')).text).not.toContain('已申诉过');
  });

  it('where several wait, which one is asked; nothing changes', async () => {
    await says('孙伟', LOG);
    await says('王磊', EXTEND);
    await says('王磊', '1申请挂账，要等开春才能动工，计划明年3月15日前完成');
    expect(await refusal('王磊', '撤回1的申请')).toContain('请回复“撤回1的延期申请”或“撤回1的挂账申请”');
    expect((await says('王磊', '撤回1的挂账申请')).text).toContain('#1的挂账申请已撤回');
  });

  it('others may not, and where none waits nothing changes', async () => {
    await says('孙伟', LOG);
    expect(await refusal('周敏', '撤销1的延期申请')).toContain('#1没有待答复的延期申请');
    await says('王磊', EXTEND);
    expect(await refusal('何静', '撤回1的延期申请')).toContain('只能由该单位或创城办撤回');
  });
});

describe('what cannot be taken back: what is possible is said, and nothing changes', () => {
  it.each([
    ['撤销1的转办', '请创城办回复“1转给…”'],
    ['取消对1的指定', '请创城办回复“1转给…”'],
    ['撤销1的退回', '回复“1核查通过”'],
    ['取消1的认领', '请回复“申诉1，原因：…”'],
    ['撤销1的催办', '不能收回'],
  ])('%s', async (text, words) => {
    await says('孙伟', LOG);
    const said = await refusal('周敏', text);
    expect(said).toContain(words);
    expect(said).toContain('没有作任何改动。要撤销整个问题，请回复“撤销1，原因：…”。');
  });

  it('the mark 老大难 is taken off', async () => {
    await says('孙伟', LOG);
    await says('周敏', '1列为老大难');
    await says('周敏', '撤销1的老大难');
    expect(await here.room.issue(1)).toMatchObject({ chronic: false, state: 'dispatched' });
  });
});
