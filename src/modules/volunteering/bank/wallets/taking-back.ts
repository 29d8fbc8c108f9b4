import { sql } from 'kysely'
import { reverse } from '#modules/ledger/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, type Refusal } from '#platform/refuse.ts'
import type { OnBehalf } from '../codes/index.ts'
import { fundReversal, joinWallets } from '../estates/joining.ts'
import { takingBackOf, undoUntil } from './rules.ts'
import * as no from './words.ts'

type Taking = { id: string; personId: string; onBehalf: OnBehalf }
type Row = { kind: 'gift' | 'donation'; givenAt: string; isUndone: boolean }

/** Takes a gift or donation back within ten minutes, as long as the points are still there; taken back before, it does nothing. */
export async function takeBack(ctx: Ctx, { id, personId, onBehalf }: Taking): Promise<{ ok: true }> {
  const { rows } = await sql<Row>`
    select g.kind, g.given_at as "givenAt", u.gift_id is not null as "isUndone"
      from bank_gift g left join bank_gift_undo u on u.county = g.county and u.gift_id = g.id
     where g.county = ${ctx.actor.county} and g.id = ${id} and kept_record(g.county, g.giver_id) = ${personId}`.execute(
    ctx.db,
  )
  const [row] = rows
  ensure(row, no.noSuchGift)
  const outcome = takingBackOf({ givenAt: new Date(row.givenAt), isUndone: row.isUndone }, ctx.now)
  ensure(outcome !== 'late', no.giftTooLate)
  if (outcome === 'done' || !(await writeDown(ctx, id, onBehalf))) return { ok: true }
  await moveBack(ctx, { id, personId }).catch((error: Refusal) => {
    throw error.code === 'ledger.not_enough' ? no.spent({ kind: row.kind }) : error
  })
  ctx.emit({ type: 'bank.taken_back', data: { id, kind: row.kind, personId } })
  return { ok: true }
}

/** Of two who take back at once the second waits here and finds it done. */
async function writeDown(ctx: Ctx, giftId: string, onBehalf: OnBehalf): Promise<boolean> {
  const who = { on_behalf: onBehalf, undone_by: ctx.actor.accountId, undone_at: ctx.now.toISOString() }
  const written = await ctx.db
    .insertInto('bank_gift_undo')
    .values({ county: ctx.actor.county, gift_id: giftId, ...who })
    .onConflict((on) => on.columns(['county', 'gift_id']).doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** The opposite of what was posted. Where records were merged meanwhile, the points are where the one record has them. */
async function moveBack(ctx: Ctx, { id, personId }: { id: string; personId: string }): Promise<void> {
  await fundReversal(ctx, id, { kind: 'gift', id })
  await reverse(ctx, { id: newId(), transferId: id, reason: '十分钟内撤销' })
  await joinWallets(ctx, personId, { kind: 'gift_undo', id })
}

export type GivenLately = {
  id: string
  kind: 'gift' | 'donation'
  takerId: string | null
  points: number
  givenAt: string
  undoUntil: string
}

/** What somebody gave within the last ten minutes and has not taken back, the latest first. */
export async function givenLately(ctx: Ctx, personId: string): Promise<GivenLately[]> {
  const county = ctx.actor.county
  const { rows } = await sql<Omit<GivenLately, 'undoUntil'>>`
    select g.id, g.kind, g.taker_id as "takerId", g.points, g.given_at as "givenAt" from bank_gift g
     where g.county = ${county} and (g.giver_id = ${personId} or g.giver_id in (select absorbed_records(${county}, ${personId}::uuid)))
       and g.given_at > ${ctx.now.toISOString()}::timestamptz - interval '1 hour'
       and not exists (select from bank_gift_undo u where u.county = g.county and u.gift_id = g.id)
     order by g.given_at desc, g.id`.execute(ctx.db)
  return rows.flatMap((row) => {
    const until = undoUntil(new Date(row.givenAt))
    return ctx.now <= until ? [{ ...row, undoUntil: until.toISOString() }] : []
  })
}
