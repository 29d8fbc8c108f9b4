import type { PlaceLine } from '../queries.ts'

export type Branch = { place: PlaceLine; below: PlaceLine[] }
export type Tree = { county: PlaceLine | undefined; branches: Branch[] }

/** The flat answer as a county with its streets and their communities; a filter keeps what bears the name and what leads there. */
export function treeOf(lines: readonly PlaceLine[], filter: string): Tree {
  const bears = (place: PlaceLine) => filter === '' || place.name.includes(filter) || place.short.includes(filter)
  const below = new Map<string, PlaceLine[]>()
  for (const line of lines) {
    const key = line.parent ?? ''
    const list = below.get(key)
    if (list) list.push(line)
    else below.set(key, [line])
  }
  const county = lines.find((line) => line.level === 'county')
  const branches = (below.get(county?.code ?? '') ?? []).flatMap((place) => {
    const communities = below.get(place.code) ?? []
    const kept = bears(place) ? communities : communities.filter(bears)
    return bears(place) || kept.length ? [{ place, below: kept }] : []
  })
  return { county, branches }
}
