import { sql } from 'kysely'
import { ensureProven } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, forbidden, keeping } from '#platform/refuse.ts'
import type { PersonRow } from '../../book/index.ts'
import { loadPerson } from '../../policy.ts'
import type { revealContract } from './contract.ts'
import { HOURLY_REVEALS, mayReveal, type RevealPurpose } from './rules.ts'
import { purposeWords, tooManyReveals } from './words.ts'

type Asked = Input<typeof revealContract.revealField>

/** A whole number of one record, for a purpose that the audit trail keeps, to somebody who has just proven who they are. */
export async function revealField(ctx: Ctx, input: Asked): Promise<Output<typeof revealContract.revealField>> {
  const row = await loadPerson(ctx, input.id)
  await countReveal(ctx, row, input)
  const { field, purpose, reference } = input
  ctx.note({
    action: 'people.reveal',
    subject: row.id,
    // The kind alone: what was said in words stands in `reveal`, and goes with the person.
    purpose: purposeWords[purpose].zh,
    detail: { field, purpose, ...(reference ? { reference } : {}) },
  })
  return { values: await valuesOf(ctx, row, input.field) }
}

type Look = { field: Asked['field'] | 'ownFile'; purpose: RevealPurpose; note: string }

/** Whole numbers leave one by one, whichever paper they stand on: freshly proven, written down, and so many an hour. */
export async function countReveal(ctx: Ctx, row: PersonRow, look: Look): Promise<void> {
  await ensureProven(ctx)
  await ensureNotTooMany(ctx, row)
  await writeDown(ctx, row, look)
}

/** Beyond the hour's measure nothing is shown, and the alarm stays though the act is refused. */
async function ensureNotTooMany(ctx: Ctx, row: PersonRow): Promise<void> {
  const { accountId, county } = ctx.actor
  // One look after the other: many at the same moment would each count the same few.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reveal ${accountId}`}, ${county}))`.execute(ctx.db)
  const { count } = await ctx.db
    .selectFrom('reveal')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('county', '=', county)
    .where('account_id', '=', accountId)
    .where('at', '>', new Date(ctx.now.getTime() - 3_600_000).toISOString())
    .executeTakeFirstOrThrow()
  if (mayReveal(Number(count))) return
  const detail = { lastHour: Number(count), allowed: HOURLY_REVEALS }
  ctx.note({ action: 'people.reveal_alarm', subject: row.id, result: 'refused', detail })
  throw keeping(tooManyReveals())
}

async function writeDown(ctx: Ctx, row: PersonRow, { field, purpose, note }: Look): Promise<void> {
  const { accountId, county } = ctx.actor
  ensure(accountId, forbidden)
  const at = ctx.now.toISOString()
  const seen = { county, id: newId(ctx.now.getTime()), person_id: row.id, account_id: accountId }
  await ctx.db
    .insertInto('reveal')
    .values({ ...seen, field, purpose, note, at })
    .execute()
}

async function valuesOf(ctx: Ctx, row: PersonRow, field: Asked['field']): Promise<string[]> {
  const own = ctx.vault.of(row.secret)
  if (field === 'phones') {
    const phones = await ctx.db
      .selectFrom('person_phone')
      .select('number_sealed')
      .where('county', '=', row.county)
      .where('person_id', '=', row.id)
      .orderBy('position')
      .execute()
    return phones.map((phone) => own.open(phone.number_sealed))
  }
  const sealed = {
    idNumber: row.id_sealed,
    idText: row.id_text_sealed,
    medicalInsuranceNo: row.medical_insurance_no_sealed,
  }[field]
  return sealed ? [own.open(sealed)] : []
}
