/** Characters that count as the same when names are compared: old and simplified forms, and the ones registrars mix up. */
const PAIRS =
  '峯峰 昇升 傑杰 國国 華华 蘭兰 鳳凤 雲云 義义 榮荣 寶宝 慶庆 劉刘 張张 陳陈 孫孙 趙赵 傅付 閆闫 阎闫 閻闫 萧肖 蕭肖 喆哲 堃坤 濬浚 東东 軍军 興兴 貴贵 蓮莲 陽阳 達达'

export type NameVariants = Record<string, string>

export function nameVariants(more: NameVariants = {}): Map<string, string> {
  const variants = new Map<string, string>()
  for (const [other = '', usual = ''] of PAIRS.split(' ').map((pair) => [...pair])) variants.set(other, usual)
  for (const [other, usual] of Object.entries(more)) variants.set(other, usual)
  return variants
}

/** A name as it is compared. The record keeps it as written. */
export function comparableName(name: string, variants: Map<string, string>): string {
  let comparable = ''
  for (const letter of name) comparable += variants.get(letter) ?? letter
  return comparable
}
