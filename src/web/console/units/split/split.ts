import { api } from '../../../api.ts'
import type { UnitRecord } from '../queries.ts'

export type Part = { key: string; name: string }
/** Where each person goes: the key of a part; whoever is not in it is not named. */
export type Assignment = Record<string, string>
export type Split = { parts: Part[]; goes: Assignment; rest: string | null; on: string | undefined }
export type UnitPerson = Awaited<ReturnType<typeof api.search.listPeople>>['items'][number]

const PAGE = 200
const MOST = 5000

/** Everybody whom a unit has today, read page by page. */
export async function peopleOf(unit: string): Promise<UnitPerson[]> {
  const people: UnitPerson[] = []
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const { items, total } = await api.search.listPeople({ unit, limit: PAGE, offset, status: 'all', sort: 'name' })
    people.push(...items)
    if (people.length >= total || !items.length) break
  }
  return people
}

/** Sends a split as the office decided it; the new units are of the old one's kind until their facts are changed. */
export function sendSplit(unit: UnitRecord, { parts, goes, rest, on }: Split) {
  const named = parts.map(({ key, name }) => ({
    unit: {
      kind: unit.kind,
      nature: unit.nature,
      parentId: unit.parentId,
      placeCode: unit.placeCode,
      name: name.trim(),
    },
    people: Object.entries(goes).flatMap(([person, part]) => (part === key ? [person] : [])),
  }))
  const takesRest = parts.findIndex(({ key }) => key === rest)
  return api.unitChanges.splitUnit({
    id: unit.id,
    version: unit.version,
    parts: named,
    ...(takesRest >= 0 ? { rest: takesRest } : {}),
    ...(on ? { on } : {}),
  })
}
