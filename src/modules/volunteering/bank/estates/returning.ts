import { sql } from 'kysely'
import { balanceOf, post } from '#modules/ledger/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { lockBoth } from './inheritance.ts'
import * as no from './words.ts'

export type Returning = { heirId: string; heir: string; points: number; isAsked: boolean }

/** What heirs were given of somebody and have not given back: nobody who lives has an heir. Merged records count as the one they are now. */
export async function inheritedFrom(ctx: Ctx, personId: string): Promise<Returning[]> {
  const county = ctx.actor.county
  const { rows } = await sql<Returning>`
    with record as (select ${personId}::uuid as id union select absorbed_records(${county}, ${personId}::uuid)),
    moved as (
      select coalesce(kept_record(a.county, a.owner_id), a.owner_id) as heir, case when t.credit_id = a.id then t.amount else -t.amount end as points
        from ledger_transfer t
        join ledger_account o on o.county = t.county and o.kind = 'wallet' and o.owner_id in (select id from record) and o.id in (t.debit_id, t.credit_id)
        join ledger_account a on a.county = t.county and a.kind = 'wallet' and a.id in (t.debit_id, t.credit_id) and a.id <> o.id
       where t.county = ${county} and t.unit = 'points' and t.code = 'inherit'
         -- What this person inherited from others has its own requests.
         and (t.ref_kind = 'inheritance') = (t.debit_id = o.id))
    select m.heir as "heirId", p.name as heir, sum(m.points)::int as points,
           exists (select from bank_request q where q.county = ${county} and q.kind = 'inheritance_return' and q.status = 'asked'
                      and q.subject_id = ${personId} and q.heir_id = m.heir) as "isAsked"
      from moved m join person p on p.county = ${county} and p.id = m.heir
     group by m.heir, p.name having sum(m.points) > 0 order by m.heir`.execute(ctx.db)
  return rows
}

/** Somebody lives whose points went to an heir: each heir is asked back what they were given, in the name of whoever took the death back. */
export async function askBack(ctx: Ctx, personId: string): Promise<void> {
  const by = await whoRestored(ctx, personId)
  for (const { heirId, points, isAsked } of await inheritedFrom(ctx, personId))
    if (!isAsked) await enter(ctx, { personId, heirId, points, askedBy: by })
}

async function whoRestored(ctx: Ctx, personId: string): Promise<string | null> {
  const told = ctx.db.selectFrom('person_event').select('account_id').where('county', '=', ctx.actor.county)
  const restored = told.where('person_id', '=', personId).where('kind', '=', 'restored').orderBy('at', 'desc')
  return (await restored.executeTakeFirst())?.account_id ?? null
}

type Asked = { personId: string; heirId: string; points: number; askedBy: string | null }

async function enter(ctx: Ctx, { personId, heirId, points, askedBy }: Asked): Promise<void> {
  await ctx.db
    .insertInto('bank_request')
    .values({
      county: ctx.actor.county,
      id: newId(ctx.now.getTime()),
      kind: 'inheritance_return',
      subject_id: personId,
      heir_id: heirId,
      points,
      reason: '离世登记已撤销，继承的积分退回本人',
      status: 'asked',
      asked_by: askedBy,
      asked_at: ctx.now.toISOString(),
    })
    .execute()
}

type Agreed = { id: string; subject_id: string; heir_id: string | null; points: number; reason: string }

/** What the heir still has goes back; the rest stays asked for, so that it is not forgotten. */
export async function giveBack(ctx: Ctx, asked: Agreed, approvedBy: string | undefined): Promise<void> {
  const { id, subject_id: personId, heir_id: heirId, points, reason } = asked
  ensure(heirId, no.heirHasNone)
  const statusOf = await lockBoth(ctx, [personId, heirId])
  ensure(statusOf(personId) !== 'deceased', no.deceasedAgain)
  const { free } = await balanceOf(ctx, 'points', { kind: 'wallet', owner: heirId })
  const amount = Math.min(free, points)
  ensure(amount > 0, no.heirHasNone)
  await post(ctx, [
    {
      id: newId(),
      unit: 'points',
      from: { kind: 'wallet', owner: heirId },
      to: { kind: 'wallet', owner: personId },
      amount,
      code: 'inherit',
      ref: { kind: 'inheritance_return', id },
      reason,
      approvedBy,
    },
  ])
  const rest = { personId, heirId, points: points - amount, askedBy: ctx.actor.accountId }
  if (rest.points > 0) await enter(ctx, rest)
}

/** A request ends by itself when what it rests on has. */
export async function lapse(ctx: Ctx, personId: string, kind: 'inheritance' | 'inheritance_return'): Promise<void> {
  await ctx.db
    .updateTable('bank_request')
    .set({ status: 'lapsed', decided_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('kind', '=', kind)
    .where('subject_id', '=', personId)
    .where('status', '=', 'asked')
    .execute()
}
