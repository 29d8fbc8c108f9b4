import { sql } from 'kysely'
import { post } from '#modules/ledger/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import type { OnBehalf } from '../codes/index.ts'
import * as no from './words.ts'

type Act = { id: string; personId: string; points: number; onBehalf: OnBehalf }
export type Gift = Act & { takerId: string }
export type Relative = { personId: string; name: string }

/** To whom somebody may give: those whom the record names as family, either way round, and who have a record of their own. No strangers: points are no money. */
export async function familyOf(ctx: Ctx, personId: string): Promise<Relative[]> {
  const { rows } = await sql<Relative>`
    select m.linked_person_id as "personId", min(m.name) as name from family_member m
     where m.county = ${ctx.actor.county} and m.person_id = ${personId} and m.linked_person_id is not null group by 1
     union
    select m.person_id, p.name from family_member m join person p on p.county = m.county and p.id = m.person_id
     where m.county = ${ctx.actor.county} and m.linked_person_id = ${personId}
       and not exists (select 1 from family_member o where o.county = m.county and o.person_id = ${personId} and o.linked_person_id = m.person_id)
     order by name`.execute(ctx.db)
  return rows
}

/** Gives points to family; sent again under the same id it does nothing twice. */
export async function give(ctx: Ctx, gift: Gift): Promise<{ ok: true }> {
  if (await isDone(ctx, gift, gift.takerId)) return { ok: true }
  const family = await familyOf(ctx, gift.personId)
  ensure(
    family.some((one) => one.personId === gift.takerId),
    no.notFamily,
  )
  await write(ctx, gift, gift.takerId)
  return { ok: true }
}

/** Gives points for the common good: the pool helps those who cannot earn. */
export async function donate(ctx: Ctx, donation: Act): Promise<{ ok: true }> {
  if (!(await isDone(ctx, donation, null))) await write(ctx, donation, null)
  return { ok: true }
}

async function isDone(ctx: Ctx, { id, personId, points }: Act, takerId: string | null): Promise<boolean> {
  const gift = ctx.db.selectFrom('bank_gift').select(['giver_id', 'taker_id', 'points'])
  const row = await gift.where('county', '=', ctx.actor.county).where('id', '=', id).executeTakeFirst()
  if (!row) return false
  ensure(row.giver_id === personId && row.taker_id === takerId && row.points === points, no.keyUsed)
  return true
}

async function write(ctx: Ctx, { id, personId, points, onBehalf }: Act, takerId: string | null): Promise<void> {
  const kind = takerId ? 'gift' : 'donation'
  await ctx.db
    .insertInto('bank_gift')
    .values({
      county: ctx.actor.county,
      id,
      kind,
      giver_id: personId,
      taker_id: takerId,
      points,
      on_behalf: onBehalf,
      given_by: ctx.actor.accountId,
      given_at: ctx.now.toISOString(),
    })
    .onConflict((on) => on.columns(['county', 'id']).doNothing())
    .execute()
  await post(ctx, [
    {
      id,
      unit: 'points',
      from: { kind: 'wallet', owner: personId },
      to: takerId ? { kind: 'wallet', owner: takerId } : { kind: 'pool' },
      amount: points,
      code: takerId ? 'gift' : 'donate',
      ref: { kind, id },
    },
  ])
  ctx.emit({ type: 'bank.given', data: { id, kind, personId, takerId } })
}
