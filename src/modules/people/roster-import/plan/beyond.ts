import { sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type PersonRow, phoneDigits, phonePurpose } from '../../book/index.ts'
import type { Planned } from '../contract.ts'

/** The telephone fingerprints that matched people already have. */
export type Known = ReadonlyMap<string, ReadonlySet<string>>

export async function knownOf(ctx: Ctx, people: readonly PersonRow[]): Promise<Known> {
  if (!people.length) return new Map()
  const ids = people.map((person) => person.id)
  const rows = await sql<{ person_id: string; number_index: Buffer }>`
    select person_id, number_index from person_phone where county = ${ctx.actor.county} and person_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  )
  const known = new Map<string, Set<string>>()
  for (const row of rows.rows)
    known.set(row.person_id, (known.get(row.person_id) ?? new Set()).add(row.number_index.toString('hex')))
  return known
}

/** What a row would add beside fields: telephones, a unit, a home. Nothing of it ends or erases what stands. */
export function changesBeyondFields(
  ctx: Ctx,
  person: PersonRow,
  { record, known }: { record: Planned; known: Known },
): string[] {
  return [
    ...(newPhones(ctx, record, known.get(person.id)).length ? ['phones'] : []),
    ...(record.unitId && !person.unit_ids.includes(record.unitId) ? ['unitId'] : []),
    ...(movesHome(person, record) ? ['placeCode'] : []),
  ]
}

export function newPhones(ctx: Ctx, record: Planned, has: ReadonlySet<string> | undefined): Planned['phones'] {
  return record.phones.filter(
    (phone) =>
      !ctx.vault.indexes(phonePurpose, phoneDigits(phone.number)).some((index) => has?.has(index.toString('hex'))),
  )
}

/** A roster that names only the street of a home whose community is known says nothing new. */
function movesHome(person: PersonRow, record: Planned): boolean {
  if (!record.placeCode || record.placeCode === person.place_code) return false
  if (!person.place_code) return true
  const { lo, hi } = placeRange(record.placeCode)
  return !(BigInt(person.place_code) >= BigInt(lo) && BigInt(person.place_code) <= BigInt(hi))
}
