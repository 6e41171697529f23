import { describe, expect, it } from 'vitest';
import { LIAISON, OFFICE, saidOf } from '../../testing/reader.ts';
import { undoneIn } from './undoing.ts';

describe('what is withdrawn is something on the problem, not the problem', () => {
  it.each([
    ['撤销1的延期申请，单位已经不需要了', 'extension'],
    ['撤回1的延期申请，单位同意按期整改', 'extension'],
    ['1的延期申请撤回', 'extension'],
    ['把1的延期申请撤了吧', 'extension'],
    ['取消1延期', 'extension'],
    ['1申诉撤回', 'appeal'],
    ['撤销城管局对1的申诉', 'appeal'],
    ['撤回1的挂账申请', 'suspension'],
    ['撤回1的申请', 'request'],
    ['撤销327的转办', 'reassign'],
    ['取消对327的指定', 'reassign'],
    ['撤销327转办', 'reassign'],
    ['撤销327的退回', 'return'],
    ['327的退回撤销', 'return'],
    ['取消327的认领', 'claim'],
    ['撤回327的整改', 'report'],
    ['撤销327销号', 'close'],
    ['撤销288的反弹', 'rebound'],
    ['取消301和302的合并', 'merge'],
    ['删掉327的进展', 'progress'],
    ['撤回327的照片', 'photo'],
  ])('%s: %s', (text, undone) => {
    expect(undoneIn(saidOf(text, { sender: OFFICE }).text)).toBe(undone);
    expect(saidOf(text, { sender: OFFICE }).act).toBe('request.takeBack');
  });

  it.each([
    ['撤销327，登记错了', 'issue.withdraw'],
    ['327作废，重复登记', 'issue.withdraw'],
    ['撤销327 责任单位错了', 'issue.withdraw'],
    ['528撤掉吧，照片传错了', 'issue.withdraw'],
    ['撤销327 照片拍错了', 'issue.withdraw'],
    ['631申诉成立，撤销', 'appeal.approve'],
    ['撤销433挂账', 'issue.resume'],
    ['撤销327的老大难', 'issue.chronic'],
    ['撤销327的登记', 'issue.withdraw'],
  ])('%s: %s', (text, act) => {
    expect(saidOf(text, { sender: OFFICE }).act).toBe(act);
  });

  it('a unit that no longer needs the time', () => {
    expect(saidOf('1不延期了，撤回吧', { sender: LIAISON }).act).toBe('request.takeBack');
  });
});
