import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { writeCodes } from '#platform/integrity/index.ts'
import { consentCodes } from '../../consents/integrity/index.ts'

/** That consent, correction and erasure took place stays as proof; what was said in them goes. */
export async function wipeProofs(ctx: Ctx, people: readonly string[]): Promise<void> {
  const { county } = ctx.actor
  const nothing = ctx.vault.seal('{}')
  const ids = sql`any(${people}::uuid[])`
  const consents = await sql<{ id: string }>`
    update consent set giver_sealed = null, evidence_file_id = null where county = ${county} and person_id = ${ids} returning id`.execute(
    ctx.db,
  )
  await writeCodes(
    ctx,
    consentCodes,
    consents.rows.map(({ id }) => id),
  )
  await sql`update correction_request set values_sealed = ${nothing}, before_sealed = ${nothing}, reason_sealed = ${nothing}, asker_sealed = null,
                   decision_sealed = null, evidence_file_id = null
             where county = ${county} and person_id = ${ids}`.execute(ctx.db)
  // Nobody withdraws a request about a record that is gone; it has no decider, so it counts as taken back.
  await sql`update correction_request set status = 'withdrawn' where county = ${county} and person_id = ${ids} and status = 'proposed'`.execute(
    ctx.db,
  )
  await sql`update erasure set name_sealed = null, reason_sealed = null, standing = '[]' where county = ${county} and person_id = ${ids}`.execute(
    ctx.db,
  )
}
