import { sql } from 'kysely'
import { z } from 'zod'
import { placeRange } from '#modules/places/index.ts'
import type { Listener } from '#platform/house/outbox.ts'
import { endWithLife, endWithService } from './endings/index.ts'

const erased = z.object({ ids: z.array(z.string()) })
const died = z.object({ id: z.string() })
const left = z.object({ personId: z.string() })
const abolished = z.object({ code: z.string().regex(/^\d{19}$/) })

/** What somebody asked for in their own words goes with them, and their name from certificates and redemptions; that there was a need, of what kind, stays. 个人信息保护法 第四十七条. */
export const needsForget: Listener = {
  name: 'volunteering.needs_forget',
  hears: 'people.erased',
  hear: async (ctx, event) => {
    const { ids } = erased.parse(event.data)
    const nothing = ctx.vault.seal('已删除')
    const theirs = sql`county = ${ctx.actor.county} and person_id = any (${ids}::uuid[])`
    await sql`update need_step set note_sealed = null where county = ${ctx.actor.county} and note_sealed is not null
      and need_id in (select id from need where ${theirs})`.execute(ctx.db)
    await sql`update need set words_sealed = ${nothing}, asker_sealed = null where ${theirs}`.execute(ctx.db)
    await sql`update service_certificate set name = '*' where ${theirs}`.execute(ctx.db)
    await sql`update bank_redemption set masked_name = '*' where ${theirs}`.execute(ctx.db)
  },
}

/** Needs, teams, trainings and posts of a place that was merged into another stand where that place went. */
export const volunteeringFollowsPlaces: Listener = {
  name: 'volunteering.follow_places',
  hears: 'places.abolished',
  hear: async (ctx, event) => {
    const { lo, hi } = placeRange(abolished.parse(event.data).code)
    for (const table of ['need', 'volunteer_team', 'training', 'grid_post'])
      await sql`update ${sql.table(table)} t set place_code = p.successor from place p
        where t.county = ${ctx.actor.county} and t.place_code between ${lo}::bigint and ${hi}::bigint
          and p.county = t.county and p.code = t.place_code and p.successor is not null
          ${table === 'grid_post' ? sql`and not exists (select from grid_post o where o.county = t.county and o.place_code = p.successor and o.closed_on is null)` : sql``}`.execute(
        ctx.db,
      )
  },
}

/** Somebody restored meanwhile keeps what they asked for. */
export const needsEndWithLife: Listener = {
  name: 'volunteering.needs_end_with_life',
  hears: 'people.died',
  hear: async (ctx, event) => {
    const { id } = died.parse(event.data)
    const person = ctx.db.selectFrom('person').select('status').where('county', '=', ctx.actor.county)
    if ((await person.where('id', '=', id).executeTakeFirst())?.status === 'deceased') await endWithLife(ctx, id)
  },
}

/** Who leaves is awaited by nobody any more. */
export const needsEndWithService: Listener = {
  name: 'volunteering.needs_end_with_service',
  hears: 'volunteering.left',
  hear: (ctx, event) => endWithService(ctx, left.parse(event.data).personId),
}
