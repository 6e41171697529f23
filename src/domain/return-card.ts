import { addresseesOf } from './addressees.ts';
import type { Card } from './cards.ts';
import { remainingText } from './deadline.ts';
import type { Issue } from './issue.ts';
import { momentText } from './shanghai.ts';
import { placeText } from './wording.ts';
import type { WordingContext } from './wording.ts';

/** 退回: why, until when, and what the unit types (domain §4 return, §12). Tags the liaisons and the owner. */
export function returnCard(issue: Issue, by: string, reason: string, wording: WordingContext): Card {
  const { at } = wording;
  const mentions = addresseesOf(issue, wording.directory);
  const until = issue.returnDeadline;
  const lines = [
    `【退回】#${issue.no}|${issue.units.join('、')}`,
    `点位：${placeText(issue, wording)}`,
    `问题：${issue.description}`,
    `原因：${reason}（${by}）`,
    ...(until === null ? [] : [`重改时限：${momentText(until, at)}（${remainingText(until, at)}）`]),
    `${mentions.map((name) => `@${name} `).join('')}重新整改后引用本条回复“已整改”并附照片。`,
  ];
  return { text: lines.join('\n'), mentions };
}
