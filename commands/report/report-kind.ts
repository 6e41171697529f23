/** 日报, 周报, 专报: by the word, or by the time it is about. */

export function reportKind(text: string): 'daily' | 'weekly' | 'special' {
  if (/(?:今|昨|当|每)[天日]/.test(text) && !/专报|简报|专题/.test(text)) return 'daily';
  if (/专报|简报|情况通报|督查通报|专题/.test(text)) return 'special';
  if (/周报|周通报|周汇总|(?:本|这|上)(?:个)?周.{0,4}通报/.test(text)) return 'weekly';
  return 'daily';
}
