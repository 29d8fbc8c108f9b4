import type { PlaceLevel } from '../codes.ts'

/** The levels of the national table; grids, buildings and entrances are the county's own. */
export type RegionLevel = Exclude<PlaceLevel, 'grid' | 'building' | 'entrance'>

/** The committee's title; the bureau of statistics writes it in full, shortened, and at times cut off. */
const COMMITTEE = /(居民|村民|牧民|居|村|牧)?(管理)?(委员会|委会员|委会|委员|委)$/

/** A name that ends so already says what the place is: 辛庄村村民委员会 is 辛庄村, 东方新居村民委员会 is 东方新居. */
const NAMES_A_SETTLEMENT = /(村|社区|嘎查|小区|.新居|街道)$/

/** As spoken: 邢侗街道, 广场社区, 辛庄村, 山东. A committee not called 社区 stays a 居委会 (东关居委会): no place gets a name that nobody calls it. */
export function shortName(name: string, level: RegionLevel): string {
  if (level === 'province') return name.replace(/(省|市|(壮族|回族|维吾尔)?自治区)$/, '')
  if (level === 'street') return name.replace(/(?<=街道)办事处$|(?<=[镇乡])人民政府$/, '')
  return level === 'community' ? shortCommunity(name) : name
}

function shortCommunity(name: string): string {
  const title = COMMITTEE.exec(name)
  const place = title ? name.slice(0, title.index) : ''
  if (!title || !place || NAMES_A_SETTLEMENT.test(place)) return place || name
  const members = title[1] ?? ''
  if (members.startsWith('村')) return `${place}村`
  return members.startsWith('居') ? `${place}居委会` : name
}
