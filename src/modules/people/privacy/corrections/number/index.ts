import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { idPurpose } from '../../../book/index.ts'
import { checkIdNumber } from '../../../codes/index.ts'
import type { FieldValues } from '../../../fields/index.ts'
import { type NumberFacts, numberFacts } from './rules.ts'

type Asked = { person: string; now: FieldValues; wanted: FieldValues }
const textIn = (values: FieldValues, key: string) => (typeof values[key] === 'string' ? values[key] : null)

/** Where a number is to be corrected, for who may decide: judged against the record as it would stand afterwards. */
export async function factsOf(
  ctx: Ctx,
  { person, now, wanted }: Asked,
): Promise<(NumberFacts & { isTaken: boolean }) | null> {
  const number = textIn(wanted, 'idNumber')
  if (!number || !ctx.actor.permissions.has('people.approve')) return null
  const then = { ...now, ...wanted }
  const facts = numberFacts({
    wanted: number,
    now: textIn(now, 'idNumber'),
    birthOn: textIn(then, 'birthOn'),
    gender: textIn(then, 'gender'),
  })
  return { ...facts, isTaken: await isTaken(ctx, person, number) }
}

async function isTaken(ctx: Ctx, person: string, number: string): Promise<boolean> {
  const check = checkIdNumber(number)
  if (check.result === 'invalid') return false
  const fingerprints = ctx.vault.indexes(idPurpose, check.number)
  const found =
    await sql`select 1 from person where county = ${ctx.actor.county} and id <> ${person}::uuid and status <> 'merged'
    and id_index = any(${fingerprints}::bytea[]) limit 1`.execute(ctx.db)
  return found.rows.length > 0
}
