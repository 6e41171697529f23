/** 地点: the shape of a place that a text names, and of what finds it. */
import type { Site } from '../domain/directory.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text without buildings, sides and other parts: 阳光新城 of 阳光新城3栋1单元. */
  readonly base: string;
  /** The directory's site it begins with, or lies at. */
  readonly site: Site | null;
}

export interface PlaceFinder {
  /** The first place of the text. `isNamed`: only one that has a name, not 服务台 or 公厕 alone. */
  first(text: string, isNamed?: boolean): Place | null;
  /** Directory sites named anywhere. */
  sitesIn(text: string): readonly { readonly start: number; readonly end: number; readonly site: Site }[];
  /** Named by what it is alone (公厕门口, 儿童乐园, 扶手旁边), so that it lies in another place. */
  isNameless(text: string): boolean;
  /** Begins with a part that places have: 公厕, 儿童乐园, 候车亭. */
  isPart(text: string): boolean;
  /** A part of an estate or building that the text begins with (7栋, 二期门口); null where there is none. */
  partAt(text: string): string | null;
}
