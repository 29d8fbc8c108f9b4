import type { NameVariants } from './name-variants.ts'
import type { PlacesFile } from './places.ts'
import type { UnitEntry } from './units.ts'

/** What a county has already, as plain lists: it can be sent to a worker thread. `lookUps` makes it quick to ask. */
export type Directory = {
  county: string
  units: UnitEntry[]
  places: PlacesFile
  /** A bureau's own variant characters, beside those the product ships. */
  nameVariants: NameVariants
  areaCode: string
}

export type DirectorySource = {
  units?: UnitEntry[]
  places?: PlacesFile
  nameVariants?: NameVariants
  areaCode?: string
}

/** Area code of Dezhou, where the first county lies. */
const AREA_CODE = '0534'

/** The county whose name most units begin with, for lists of units that come without places. */
function countyOf(units: UnitEntry[]): string {
  const counts = new Map<string, number>()
  for (const { name } of units) {
    const county = /^(?:中共|共青团)?([^县市区旗]{1,5}[县市区旗])/.exec(name)?.[1]
    if (county) counts.set(county, (counts.get(county) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best && best[1] * 2 > units.length ? best[0] : ''
}

/** A directory from lists in the form of `units.json` and `places.json`, or from the database in the same form. */
export function directoryFrom({
  units = [],
  places,
  nameVariants = {},
  areaCode = AREA_CODE,
}: DirectorySource): Directory {
  const county = places?.county?.name ?? countyOf(units)
  return { county, units, places: places ?? { streets: [] }, nameVariants, areaCode }
}
