/** 认领的同时: a claim with something else in the same breath, said of the same numbers. */
import { deniesOutright, NOT_OURS } from '../appeal-kind.ts';
import { DONE, NOT_DONE } from './done.ts';
import type { Facts } from './facts.ts';
import { NOT_CLAIMED } from './state-words.ts';

const CLAIMED = /(?<!请[^,。;]{0,8}|申诉[^。]*)认领(?!的|过|错|不|人)/;
const clausesOf = (text: string): readonly string[] => text.split(/[,。;!]/);

/** 9、10认领，路灯不归我们: one of them is taken and one is disputed, and which one the words do not tell. */
export function takesAndDisputes(text: string): boolean {
  if (NOT_CLAIMED.test(text) || /申诉|异议/.test(text)) return false;
  const clauses = clausesOf(text);
  const taken = clauses.find((clause) => CLAIMED.test(clause) && !NOT_OURS.test(clause));
  return (
    taken !== undefined &&
    clauses.some((clause) => clause !== taken && (NOT_OURS.test(clause) || deniesOutright(clause)))
  );
}

/** 38、39认领，都弄好了 with its picture: a report, which counts as the claim (domain §4). Without one the claim is what can be done now. */
export function showsDeedBesideClaim({ text, images }: Pick<Facts, 'text' | 'images'>): boolean {
  if (images === 0) return false;
  const behind = clausesOf(text).filter((clause) => !CLAIMED.test(clause));
  return behind.some((clause) => DONE.test(clause) && !NOT_DONE.test(clause)) && !/[再后]|发图|保证|争取|明/.test(text);
}
