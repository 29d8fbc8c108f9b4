import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Earning, Standing } from './rules.ts'
import type { Programme } from './terms.ts'

export type Due = { id: string; personId: string; servedOn: string; programme: Programme }
type Found = Omit<Standing, 'budgetLeft'> & { id: string; issued: number }

export type Tally = { standingOf: (due: Due) => Standing; add: (due: Due, earning: Earning) => void }

/** What stands before any of these records earns, and then, record by record, what the ones before it have added: each finds what it would find alone. */
export async function openTally(ctx: Ctx, dues: readonly Due[]): Promise<Tally> {
  const found = new Map((await read(ctx, dues)).map((one) => [one.id, one]))
  const sums = new Map<string, number>()
  const added = (key: string) => sums.get(key) ?? 0
  const add = (key: string, amount: number) => sums.set(key, added(key) + amount)
  return {
    standingOf: (due) => {
      const one = found.get(due.id)
      if (!one) throw new Error('every record has its standing')
      const [{ day, month, stock, issued }, { pointsBudget }] = [keysOf(due), due.programme]
      return {
        dayMinutes: one.dayMinutes + added(day),
        monthPoints: one.monthPoints + added(month),
        stockMinutes: one.stockMinutes + added(stock),
        budgetLeft: pointsBudget === null ? null : pointsBudget - one.issued - added(issued),
        isFrozen: one.isFrozen,
      }
    },
    add: (due, { minutes, points }) => {
      const { day, month, stock, issued } = keysOf(due)
      add(day, minutes)
      add(stock, minutes)
      add(month, points)
      add(issued, points)
    },
  }
}

const keysOf = ({ personId, servedOn, programme }: Due) => ({
  day: `day ${personId} ${servedOn}`,
  month: `month ${personId} ${servedOn.slice(0, 7)}`,
  stock: `stock ${personId}`,
  issued: `issued ${programme.id}`,
})

async function read(ctx: Ctx, dues: readonly Due[]): Promise<Found[]> {
  const county = ctx.actor.county
  const asked = dues.map(({ id, personId, servedOn, programme }) => ({
    id,
    person_id: personId,
    day: servedOn,
    programme_id: programme.id,
  }))
  const { rows } = await sql<Found>`
    select d.id, e."dayMinutes", e."monthPoints",
           coalesce((select credits_posted - debits_posted from ledger_account a
                      where a.county = ${county} and a.unit = 'minutes' and a.kind = 'wallet' and a.owner_id = d.person_id), 0)::int as "stockMinutes",
           coalesce((select debits_posted - credits_posted from ledger_account a
                      where a.county = ${county} and a.unit = 'points' and a.kind = 'issue' and a.owner_id = d.programme_id), 0)::int as issued,
           exists (select 1 from ledger_account a where a.county = ${county} and a.kind = 'wallet' and a.owner_id = d.person_id
                      and a.frozen_at is not null)
             or exists (select 1 from person p where p.county = ${county} and p.id = d.person_id and p.status = 'deceased') as "isFrozen"
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as d(id uuid, person_id uuid, day date, programme_id uuid)
     cross join lateral (
       select coalesce(sum(counted_minutes) filter (where served_on = d.day), 0)::int as "dayMinutes", coalesce(sum(points), 0)::int as "monthPoints"
         from bank_earning
        where county = ${county} and person_id = d.person_id and reversed_at is null
          and served_on between date_trunc('month', d.day)::date and (date_trunc('month', d.day) + interval '1 month - 1 day')::date) e`.execute(
    ctx.db,
  )
  return rows
}
