import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { mask } from '#platform/present/mask.ts'

export type ListedGuest = {
  personId: string
  /** Null of a record that is restricted or erased. */
  name: string | null
  status: string
  birth_on: string | null
  health: string | null
}

/** Everybody who signed up or was there, from whichever area. For judging and for masked names: none of it is answered as it stands. */
export async function guestsOf(ctx: Ctx, gatheringId: string): Promise<ListedGuest[]> {
  const { rows } = await sql<ListedGuest>`
    select person_id as "personId", name, status, birth_on, health from guests_of(${gatheringId})`.execute(ctx.db)
  return rows
}

/** Names as the public notice masks them. Two who look alike are told apart by a number, in the order of their records. */
export async function maskedNames(
  ctx: Ctx,
  gatheringId: string,
  people: ReadonlySet<string>,
): Promise<Map<string, string>> {
  if (!people.size) return new Map()
  const guests = (await guestsOf(ctx, gatheringId)).filter(({ personId }) => people.has(personId))
  const masked = guests
    .toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
    .map(({ personId, name }) => ({ personId, name: mask('name', name ?? '') ?? '*' }))
  const alike = Map.groupBy(masked, ({ name }) => name)
  return new Map(
    [...alike.values()].flatMap((same) =>
      same.map(({ personId, name }, n) => [personId, same.length > 1 ? `${name}（${n + 1}）` : name] as const),
    ),
  )
}
