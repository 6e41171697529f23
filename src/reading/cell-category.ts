/** 类别 of what stands in a cell of a list: the same rules as for a message (domain §10). */
import type { Category } from '../domain/settings.ts';
import { categoryFinder } from './categories.ts';
import type { FindCategory } from './categories.ts';
import { fold } from './fold.ts';

/** `categories` of the settings: only their ids are given out. Cells come as they were typed. */
export function cellCategoryFinder(categories: readonly Category[]): FindCategory {
  const find = categoryFinder(categories);
  return (description, location = null) => find(fold(description), location === null ? null : fold(location));
}
