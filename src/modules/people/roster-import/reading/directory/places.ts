import { squeeze } from '../clean/text.ts'

type Entry = { code?: string; name: string; short?: string | null; old_names?: string[] }
export type StreetEntry = Entry & { communities?: Entry[] }
export type PlacesFile = {
  county?: { code?: string; name?: string }
  streets: StreetEntry[]
  old_names?: Record<string, string>
}

export type Place = { street?: string; community?: string; community_code?: string }
type Known = { community: string; street: string; code: string | undefined }

export type PlaceFinder = {
  /** Looks in the texts in their order; the first that names a community decides. `street` is a column of its own. */
  find: (texts: string[], street: string) => Place
  /** A street by its bare name, which is also what people call the office in it. */
  isStreet: (text: string) => boolean
  namedIn: (text: string) => Place | undefined
}

/** Names by their first two letters, longest first, so that one walk over a text finds the longest. */
type NameIndex = Map<string, { name: string; shown: string }[]>

function indexNames(names: Iterable<readonly [string, string]>): NameIndex {
  const index: NameIndex = new Map()
  for (const [name, shown] of names) {
    if (name.length < 2) continue
    const key = name.slice(0, 2)
    index.set(key, [...(index.get(key) ?? []), { name, shown }])
  }
  for (const list of index.values()) list.sort((a, b) => b.name.length - a.name.length)
  return index
}

function longestIn(text: string, index: NameIndex): string | undefined {
  let longest: { name: string; shown: string } | undefined
  for (let at = 0; at + 1 < text.length; at++) {
    const found = index.get(text.slice(at, at + 2))?.find((one) => text.startsWith(one.name, at))
    if (found && found.name.length > (longest?.name.length ?? 0)) longest = found
  }
  return longest?.shown
}

function knownPlaces(streets: StreetEntry[]): Map<string, Known[]> {
  const places = new Map<string, Known[]>()
  for (const street of streets) {
    for (const { code, name, short } of street.communities ?? []) {
      const community = short ?? name
      places.set(community, [...(places.get(community) ?? []), { community, street: street.name, code }])
    }
  }
  return places
}

function* communityNames(streets: StreetEntry[]): Generator<readonly [string, string]> {
  for (const { communities = [] } of streets) {
    for (const { name, short, old_names: olds = [] } of communities) {
      for (const spelling of [short ?? name, name, ...olds]) yield [squeeze(spelling), short ?? name]
    }
  }
}

function* streetNames(file: PlacesFile): Generator<readonly [string, string]> {
  for (const { name, old_names: olds = [] } of file.streets) {
    for (const spelling of [name, ...olds]) yield [squeeze(spelling), name]
  }
  for (const [old, name] of Object.entries(file.old_names ?? {})) yield [squeeze(old), name]
}

/** A name that occurs once tells street and code; a common one (王家村) only together with its street. */
function decide(candidates: Known[], community: string, street: string | undefined): Place {
  const one = candidates.length === 1 ? candidates[0] : candidates.find((known) => known.street === street)
  if (one) return { community, street: one.street, ...(one.code === undefined ? {} : { community_code: one.code }) }
  return street === undefined ? { community } : { community, street }
}

/** Builds the look-up of a county's streets, communities, villages and their old names. */
export function placeFinder(file: PlacesFile): PlaceFinder {
  const places = knownPlaces(file.streets)
  const communities = indexNames(communityNames(file.streets))
  const streets = indexNames(streetNames(file))
  const stems = new Map(file.streets.map(({ name }) => [name.replace(/(街道(办事处)?|镇|乡)$/, ''), name]))
  const streetIn = (text: string) => longestIn(text, streets)
  const find = (texts: string[], street: string): Place => {
    const bare = texts.map(squeeze)
    const own = squeeze(street)
    const named = [own, ...bare].map(streetIn).find((found) => found !== undefined) ?? stems.get(own)
    const community = [...bare, own].map((text) => longestIn(text, communities)).find((found) => found !== undefined)
    if (community !== undefined) return decide(places.get(community) ?? [], community, named)
    return named === undefined ? {} : { street: named }
  }
  const namedIn = (text: string): Place | undefined => {
    const community = longestIn(squeeze(text), communities)
    return community === undefined ? undefined : decide(places.get(community) ?? [], community, streetIn(squeeze(text)))
  }
  const streetNamesAlone = new Set(file.streets.map(({ name }) => squeeze(name)))
  return { find, namedIn, isStreet: (text) => streetNamesAlone.has(squeeze(text)) }
}
