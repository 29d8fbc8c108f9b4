import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { checkIdNumber } from '../codes/index.ts'
import type { FieldValue } from '../fields/index.ts'
import { idTaken } from './draft.ts'
import { idPurpose } from './row.ts'

/** While index keys are rotated a number may still stand under an older fingerprint, where the unique index does not see it. */
export async function ensureIdsFree(ctx: Ctx, numbers: readonly (FieldValue | undefined)[]): Promise<void> {
  const older = numbers.flatMap((number) => (typeof number === 'string' ? olderIndexes(ctx, number) : []))
  if (!older.length) return
  const found = await sql`select 1 from person where county = ${ctx.actor.county} and status <> 'merged'
    and id_index = any(${older}::bytea[]) limit 1`.execute(ctx.db)
  if (found.rows.length) throw idTaken()
}

function olderIndexes(ctx: Ctx, written: string): Buffer[] {
  const id = checkIdNumber(written)
  return id.result === 'invalid' ? [] : ctx.vault.indexes(idPurpose, id.number).slice(1)
}
