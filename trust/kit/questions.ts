import { PLACES } from '#test/office.ts'
import type { Canary, Town } from './canaries.ts'
import { type Door, doors, isReading } from './doors.ts'
import { exampleFor, type Fill } from './examples.ts'

/** Doors whose very purpose is to hand a whole value over, each with its own proof, purpose and audit. */
export const DISCLOSES: ReadonlySet<string> = new Set(['revealField', 'takeOwnFile'])

export type Question = { door: Door; input: Record<string, unknown> }

/** Every door asked about the near person, the far one, both, and in words: readings first, since acts change what there is to read. */
export function questionsOf(town: Town): Question[] {
  const ways = [
    { who: town.near, wide: false },
    { who: town.near, wide: true },
    { who: town.far, wide: false },
  ]
  const ordered = [...doors].sort((a, b) => Number(isReading(b.e)) - Number(isReading(a.e)))
  const asked = ordered
    .filter(({ name }) => !['signOut', 'setUp', 'endSession', 'closeAccount'].includes(name))
    .flatMap((door) =>
      ways.map(({ who, wide }) => ({ door, input: exampleFor(door.e, { fill: fillFor(door, who, town), wide }) })),
    )
  const lists = doors.filter(({ name }) => name === 'listPeople' || name === 'countPeople' || name === 'exportPeople')
  const searched = lists.flatMap((door) =>
    [town.far.name, town.far.idNumber, town.far.pi.at(-1) ?? ''].map((q) => ({
      door,
      input: questionIn(door.name, q),
    })),
  )
  return [...searched, ...asked]
}

const LISTED = ['name', 'birthOn', 'phone', 'idNumber', 'medicalHistory', 'branchText', 'address', 'remark']

function questionIn(name: string, q: string): Record<string, unknown> {
  const columns = LISTED
  if (name === 'exportPeople') return { selection: { question: { q } }, columns, purpose: '核对名单' }
  return name === 'listPeople' ? { q, columns } : { q, by: 'unit' }
}

/** Ids of the one who is asked about, and harmless words elsewhere. */
export function fillFor(
  { e }: Door,
  person: Canary,
  { near, beside, nearUnit, farUnit, batch, gathering, clerk, ...served }: Town,
): Fill {
  const unit = person === near ? nearUnit : farUnit
  const ids: Record<string, string> = { units: unit, imports: batch, gatherings: gathering, accounts: clerk.id }
  const service: Record<string, string> = {
    needs: served.need,
    teams: served.team,
    shifts: served.shift,
    groups: served.group,
    training: served.training,
    partners: served.shop.id,
    items: served.shop.item,
    redemptions: served.redemption,
  }
  const known = { ...ids, ...service }
  const own = e.path.split('/').flatMap((part) => known[part] ?? [])[0] ?? person.id
  return (key, schema) => {
    if (key === 'columns') return [...LISTED, 'livingFlags', 'partyJoinedOn', 'collectorPhone']
    if (key === 'where' || key === 'bytes') return schema['type'] === 'array' ? [] : undefined
    if (key === 'status' || key === 'q' || key === 'from' || key === 'until') return undefined
    if (key === 'second' || key === 'absorbedId') return beside.id
    if (key === 'unit' || key === 'unitId') return unit
    if (key === 'place' || key === 'placeCode' || key === 'code')
      return person === near ? PLACES.guangchang : PLACES.xinyuan
    if (key === 'id') return own
    return schema['format'] === 'uuid' ? person.id : undefined
  }
}
