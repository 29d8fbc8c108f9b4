import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { idPurpose, type PersonRow, phoneDigits, phonePurpose } from '../../book/index.ts'
import { couldBeSame } from '../../partial-date.ts'
import type { Planned } from '../contract.ts'

/** Whom a row is about: surely (same number), perhaps (same name, and birth month or own mobile), or a number that somebody else bears. */
export type Match = { person: PersonRow; how: 'id' | 'unsure' | 'elsewhere' }

/** Finds the recorded people that many rows may be about, in three statements whatever the number of rows. */
export async function matchRows(ctx: Ctx, rows: readonly Planned[]): Promise<(Match | null)[]> {
  const indexes = rows.map((row) => ctx.vault.indexes(idPurpose, usableId(row) ?? '').filter(() => usableId(row)))
  const byId = await peopleById(ctx, indexes.flat())
  const byName = await peopleByName(ctx, [...new Set(rows.map((row) => String(row.values.name ?? '')))])
  const phones = await phonesOf(ctx, rows)
  return rows.map((row, at) => {
    const same = indexes[at]?.map((index) => byId.get(index.toString('hex'))).find((person) => person)
    if (same) return { person: same, how: sameName(same, row) ? 'id' : 'elsewhere' }
    return unsureMatch(row, byName.get(String(row.values.name ?? '')) ?? [], phones)
  })
}

function usableId(row: Planned): string | null {
  const { idNumber } = row.values
  return typeof idNumber === 'string' && (row.idStatus === 'valid' || row.idStatus === 'converted15') ? idNumber : null
}

function sameName(person: PersonRow, row: Planned): boolean {
  return (
    person.name === row.values.name || person.former_name === row.values.name || person.name === row.values.formerName
  )
}

/** A record that bears another valid number is another person, whatever else agrees. */
function unsureMatch(
  row: Planned,
  candidates: readonly PersonRow[],
  phones: ReadonlyMap<string, ReadonlySet<string>>,
): Match | null {
  for (const person of candidates) {
    if (usableId(row) && person.id_sealed) continue
    const birth = row.values.birthOn
    const sameBirth =
      typeof birth === 'string' &&
      person.birth_on !== null &&
      birth.length >= 7 &&
      person.birth_on.length >= 7 &&
      couldBeSame(birth, person.birth_on)
    const sameUnit = row.unitId !== null && person.unit_ids.includes(row.unitId)
    const samePhone = row.phones.some(
      (phone) => phone.label === '本人' && phones.get(phoneDigits(phone.number))?.has(person.id),
    )
    if (
      (sameBirth && (sameUnit || row.unitId === null)) ||
      samePhone ||
      (sameBirth && !person.id_sealed && !usableId(row))
    )
      return { person, how: 'unsure' }
  }
  return null
}

async function peopleById(ctx: Ctx, indexes: Buffer[]): Promise<Map<string, PersonRow>> {
  if (!indexes.length) return new Map()
  const people = await ctx.db
    .selectFrom('person')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('status', '<>', 'merged')
    .where(sql<boolean>`id_index = any(${indexes}::bytea[])`)
    .execute()
  return new Map(people.map((person) => [person.id_index?.toString('hex') ?? '', person]))
}

async function peopleByName(ctx: Ctx, names: string[]): Promise<Map<string, PersonRow[]>> {
  const people = await ctx.db
    .selectFrom('person')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('status', '<>', 'merged')
    .where(sql<boolean>`name = any(${names}::text[])`)
    .execute()
  return Map.groupBy(people, (person) => person.name)
}

async function phonesOf(ctx: Ctx, rows: readonly Planned[]): Promise<Map<string, Set<string>>> {
  const numbers = new Map(
    rows
      .flatMap((row) => row.phones.map((phone) => phoneDigits(phone.number)))
      .flatMap((digits) =>
        ctx.vault.indexes(phonePurpose, digits).map((index) => [index.toString('hex'), digits] as const),
      ),
  )
  if (!numbers.size) return new Map()
  const wanted = [...numbers.keys()].map((hex) => Buffer.from(hex, 'hex'))
  const found = await sql<{ person_id: string; number_index: Buffer }>`
    select person_id, number_index from person_phone where county = ${ctx.actor.county} and number_index = any(${wanted}::bytea[]) and label = '本人'`.execute(
    ctx.db,
  )
  const map = new Map<string, Set<string>>()
  for (const row of found.rows) {
    const digits = numbers.get(row.number_index.toString('hex')) ?? ''
    map.set(digits, (map.get(digits) ?? new Set()).add(row.person_id))
  }
  return map
}
