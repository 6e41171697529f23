/** 同一处: when two problems, messages or rulings speak of one place (domain §4 rebound, §10, §11). */

/** Where something is: as it was said, and the directory's site where the place is one. */
export interface Place {
  readonly location: string | null;
  readonly site: string | null;
}

/** A road is too long to be one place: its stretches belong to different units, and two spots on it are two problems. */
export const isRoad = (site: string): boolean => /[路道街]$/.test(site);

/** The same words, or the same site; on a road the same words only. Another house of the same site is another place. */
export function isSamePlace(one: Place, other: Place): boolean {
  const [here, there] = [bare(one.location), bare(other.location)];
  if (here !== '' && here === there) return true;
  const [house, beside] = [houseIn(here), houseIn(there)];
  if (house !== '' && beside !== '' && house !== beside) return false;
  return one.site !== null && one.site === other.site && !isRoad(one.site);
}

/** The same place, or a spot on the same stretch: 北门街南段 and 北门街南段12号. */
export function isOnSameStretch(one: Place, other: Place): boolean {
  const [here, there] = [bare(one.location), bare(other.location)];
  if (here !== '' && there !== '' && (here.startsWith(there) || there.startsWith(here))) return true;
  return isSamePlace(one, other);
}

/** 8栋, 3-2号, 56号楼2单元: by which house a place is told; '' where it is told by none. */
const houseIn = (location: string): string =>
  (location.match(/[0-9０-９]+(?:[-－–][0-9０-９]+)?(?:号楼|栋|幢|单元|号)/g) ?? []).join('').replaceAll('号楼', '栋');

/** Without what people type differently each time; a dash stays, because 3-2号 is not 32号. */
const bare = (location: string | null): string => (location ?? '').replaceAll(/[\s，,。.、；;：:（）()【】“”"'·]/g, '');
