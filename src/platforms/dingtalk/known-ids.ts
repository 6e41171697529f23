/** People's two ids, learned from what they said: some mentions carry only the encrypted one (dingtalk §12.11). Never used for rights. */

export interface KnownIds {
  readonly learn: (sender: { readonly dingtalkId: string; readonly staffId: string }) => void;
  readonly staffIdOf: (dingtalkId: string) => string | undefined;
}

const MOST_REMEMBERED = 5_000;

export function createKnownIds(): KnownIds {
  const staffIds = new Map<string, string>();
  return {
    learn({ dingtalkId, staffId }) {
      if (dingtalkId === '' || staffId === '') return;
      staffIds.delete(dingtalkId);
      staffIds.set(dingtalkId, staffId);
      const [oldest] = staffIds.keys();
      if (staffIds.size > MOST_REMEMBERED && oldest !== undefined) staffIds.delete(oldest);
    },
    staffIdOf: (dingtalkId) => staffIds.get(dingtalkId),
  };
}
