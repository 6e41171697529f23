/** 不能撤销的: what stands on a problem and cannot be taken back, with what can be done in its stead. */
import type { Undone } from '../../src/reading/said.ts';

type Sentence = (no: number) => string;

/** Why not, and what to type; requests are not in it, they can be taken back. */
export const NOT_UNDONE: Readonly<
  Record<Exclude<Undone, 'appeal' | 'extension' | 'suspension' | 'request'>, Sentence>
> = {
  reassign: (no) => `#${no}的转办、指定不能撤销。要换责任单位，请创城办回复“${no}转给…”。`,
  coUnits: (no) => `#${no}的协办单位不能撤销。要换责任单位，请创城办回复“${no}转给…”。`,
  return: (no) =>
    `#${no}的退回不能撤销。已整改到位的，请责任单位再回复“${no}已整改”并附照片，核查人回复“${no}核查通过”。`,
  claim: (no) => `#${no}的认领不能撤销。不属于本单位的，请回复“申诉${no}，原因：…”；换责任人请回复“${no}安排…负责”。`,
  owner: (no) => `#${no}的责任人不能撤销，可以换：请责任单位回复“${no}安排…负责”。`,
  report: (no) => `#${no}的报整改不能撤回。没有整改到位的，请核查人回复“${no}退回，原因：…”。`,
  close: (no) => `#${no}的销号不能撤销。问题又出现的，请督查组或创城办回复“${no}反弹了”并附照片。`,
  rebound: (no) => `#${no}的反弹重办不能撤销。已整改到位的，请责任单位回复“${no}已整改”并附照片，再由核查人核查。`,
  merge: (no) => `#${no}的合并不能撤销。确是两个问题的，请把另一个重新登记。`,
  urge: (no) => `#${no}的催办已经发出，不能收回。`,
  progress: (no) => `#${no}的进展已记入办理记录，不能删除。情况有变请再回复一次，如“${no}正在整改，…”。`,
  deadline: (no) => `#${no}的时限不能取消。确需延后的，请责任单位在到期前回复“${no}申请延期到…，原因：…”。`,
  photo: (no) => `#${no}的照片存档备查，不能撤回。发错的请告诉核查人。`,
  unit: (no) => `#${no}没有单独去掉责任单位的办法。要换责任单位，请创城办回复“${no}转给…”，写上留下的和新的全部单位。`,
  recheck: (no) => `#${no}的回头看已记入办理记录，不能删除。`,
};
