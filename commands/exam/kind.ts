/** 模拟测评还是月度测评, as the words tell; null: neither. */
export function examKind(text: string): 'mock' | 'monthly' | null {
  if (/月(?:度|测)?测评|月测|\d月(?!\d)(?:份)?测评|月度/.test(text)) return 'monthly';
  return /模拟|模考/.test(text) ? 'mock' : null;
}
