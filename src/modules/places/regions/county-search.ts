import type { RegionIndex, UpperRegion } from './region-file.ts'

/** 市辖区, 省直辖县级行政区划: rows of the table that no address mentions. */
const NOT_SPOKEN = /^市辖区$|^县$|直辖县级行政区划$/

/** The county's province and city as in an address: 山东省 德州市. */
export function pathOf({ upper }: RegionIndex, county: UpperRegion): string {
  const above = [county.code.slice(0, 2), county.code.slice(0, 4)].map((code) => upper.get(code)?.name ?? '')
  return above.filter((name) => name && name !== county.name && !NOT_SPOKEN.test(name)).join(' ')
}

/** Every word stands in the full address, or begins its code. Best fit first: the whole name, its beginning, a part of it, only the address. */
export function findCounties(index: RegionIndex, text: string): UpperRegion[] {
  const words = text.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const ranked = [...index.upper.values()]
    .filter((region) => region.code.length === 6 && words.every((word) => fits(index, region, word)))
    .map((region) => ({ region, rank: Math.min(...words.map((word) => rankOf(region.name, word))) }))
  return ranked
    .sort((a, b) => a.rank - b.rank || a.region.code.localeCompare(b.region.code))
    .map(({ region }) => region)
}

function fits(index: RegionIndex, county: UpperRegion, word: string): boolean {
  if (/^\d+$/.test(word)) return county.code.startsWith(word.slice(0, 6))
  return `${pathOf(index, county)}${county.name}`.replaceAll(' ', '').includes(word)
}

function rankOf(name: string, word: string): number {
  if (name === word) return 0
  if (name.startsWith(word)) return 1
  return name.includes(word) ? 2 : 3
}
