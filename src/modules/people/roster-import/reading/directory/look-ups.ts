import type { Directory } from './directory.ts'
import { comparableName, nameVariants } from './name-variants.ts'
import { type PlaceFinder, placeFinder } from './places.ts'
import { type UnitFinder, unitFinder } from './units.ts'

export type LookUps = {
  units: UnitFinder
  places: PlaceFinder
  areaCode: string
  /** A name as it is compared with others. */
  comparable: (name: string) => string
}

export function lookUps(directory: Directory): LookUps {
  const variants = nameVariants(directory.nameVariants)
  return {
    units: unitFinder(directory.units, directory.county),
    places: placeFinder(directory.places),
    areaCode: directory.areaCode,
    comparable: (name) => comparableName(name, variants),
  }
}
