import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { FieldValues } from '../../../fields/index.ts'

type Kept = { id: string; values_sealed: Buffer; before_sealed: Buffer }

/** What a request for correction holds of these fields goes with the consent it stood on; one that still waits has nothing left to decide. */
export async function dropFromProposals(ctx: Ctx, person: string, fields: readonly string[]): Promise<void> {
  const { county } = ctx.actor
  const found = await sql<Kept>`
    select id, values_sealed, before_sealed from correction_request
     where county = ${county} and person_id = ${person}::uuid and fields && ${[...fields]}::text[] for update`.execute(
    ctx.db,
  )
  const without = (sealed: Uint8Array) => {
    const values = JSON.parse(ctx.vault.open(sealed)) as FieldValues // sealed where the request was kept
    const left = Object.entries(values).filter(([key]) => !fields.includes(key))
    return ctx.vault.seal(JSON.stringify(Object.fromEntries(left)))
  }
  for (const { id, values_sealed, before_sealed } of found.rows)
    await sql`update correction_request set values_sealed = ${without(values_sealed)}, before_sealed = ${without(before_sealed)},
        status = case when status = 'proposed' then 'withdrawn' else status end
       where county = ${county} and id = ${id}::uuid`.execute(ctx.db)
}
