import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { mayManage } from '../policy.ts'
import type { Subject } from './giving/index.ts'

type Known = { name: string; mayGive: boolean }

/** What the calendar is of, as the one who asks may know it, and whether they may give its addresses out. */
export async function seeSubject(ctx: Ctx, asked: Subject): Promise<Known> {
  if (asked.of === 'person') return seePerson(ctx, asked.subject)
  const { rows } = await sql<{ name: string; place_code: string }>`
    select * from calendar_subject(${asked.of}, ${asked.subject})`.execute(ctx.db)
  const [row] = rows
  ensure(row, notFound)
  // What an address shows leaves the house: it is given by who keeps the gatherings there.
  return { name: row.name, mayGive: mayManage(ctx.actor, row.place_code) }
}

async function seePerson(ctx: Ctx, id: string): Promise<Known> {
  const row = await ctx.db
    .selectFrom('person')
    .select(['name', 'status'])
    .where('county', '=', ctx.actor.county)
    .where(sql<boolean>`id::text = ${id}`)
    .where(rowsOf(ctx.actor, 'person'))
    .executeTakeFirst()
  ensure(row, notFound)
  const isThere = row.status === 'living' || row.status === 'moved_out'
  return { name: row.name, mayGive: isThere && ctx.actor.permissions.has('gatherings.sign_up') }
}
