import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { type Logged, readErasures } from '../log/index.ts'
import { apply } from '../service.ts'

/** Before anybody is let into a restored database, and at any time: every erasure in this home's log is done again, once. 个人信息保护法 第四十七条. */
export async function replayErasures(house: House, home = house.home): Promise<{ replayed: number; known: number }> {
  const last = new Map((home ? readErasures(home) : []).map((entry) => [`${entry.county} ${entry.erasure}`, entry]))
  let replayed = 0
  for (const entry of last.values()) {
    const done = await house.act({ system: entry.county }, { readOnly: false }, (ctx) => replay(ctx, entry))
    if (done) replayed++
  }
  return { replayed, known: last.size }
}

async function replay(ctx: Ctx, entry: Logged): Promise<boolean> {
  const { county } = ctx.actor
  const isHere = await ctx.db.selectFrom('county').select('county').where('county', '=', county).executeTakeFirst()
  if (!isHere) return false
  const row = await ctx.db
    .selectFrom('erasure')
    .select('status')
    .where('county', '=', county)
    .where('id', '=', entry.erasure)
    .executeTakeFirst()
  if (row?.status === entry.status) return false
  if (row?.status === 'restricted') await sql`select show_people(${entry.erasure}::uuid)`.execute(ctx.db)
  const known = await sql<{ id: string }>`
    select id from person where county = ${county} and id = any(${entry.people}::uuid[])`.execute(ctx.db)
  const people = known.rows.map((one) => one.id)
  if (!people.includes(entry.person)) return false
  await write(ctx, entry, people)
  if (entry.status !== 'lifted') await apply(ctx, { id: entry.erasure, people, status: entry.status })
  ctx.note({ action: 'privacy.erasure_replayed', subject: entry.person, detail: { request: entry.erasure } })
  return true
}

/** The backup may be older than the request, or than its decision. */
async function write(ctx: Ctx, entry: Logged, people: string[]): Promise<void> {
  const decided = {
    status: entry.status,
    people,
    kept_because: entry.kept,
    decided_by: entry.decidedBy,
    decided_at: entry.decidedAt,
    erased_at: entry.status === 'erased' ? ctx.now.toISOString() : null,
  }
  const asked = {
    county: entry.county,
    id: entry.erasure,
    person_id: entry.person,
    ground: entry.ground,
    asked_by: entry.askedBy,
    requested_by: entry.requestedBy,
    requested_at: entry.requestedAt,
  }
  await ctx.db
    .insertInto('erasure')
    .values({ ...asked, ...decided })
    .onConflict((conflict) => conflict.columns(['county', 'id']).doUpdateSet(decided))
    .execute()
}
