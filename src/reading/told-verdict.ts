/** 市民满意, 回访不满意: what the citizen is said to have said; 让群众满意, 满意度 and 解决了 tell nothing of him. */
const WHO = '市民|群众|居民|来电人|诉求人|投诉人|反映人|当事人|业主|住户|对方|本人|[他她]|回访|电话回复';
const SATISFIED = '(?<no>不(?:太|够|很)?|没有?)?(?:表示)?(?:很|非常|比较|基本|还算)?满意(?!度|率|的|为止|答复)';
const TOLD = new RegExp(
  `(?<![让使令叫给为对]|确保|力争|争取|直到|直至|赢得|提升|提高)(?:${WHO})[^。;]{0,8}?${SATISFIED}|^(?:市民)?(?:留言)?\\d*号?(?:留言)?[,\\s:]*${SATISFIED.replace('<no>', '<bare>')}[。]?$`,
);

/** Null: nothing is told of his verdict. */
export function toldVerdict(text: string): { readonly satisfied: boolean } | null {
  const told = TOLD.exec(text);
  if (told === null) return null;
  return { satisfied: told.groups?.['no'] === undefined && told.groups?.['bare'] === undefined };
}

/** The answer without the clauses that only tell the verdict. */
export const withoutVerdict = (text: string): string =>
  text
    .split(/(?<=[，,。；;])/)
    .filter((clause) => toldVerdict(clause) === null)
    .join('')
    .replace(/[，,；;\s]+$/, '');
