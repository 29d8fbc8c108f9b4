import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Listener } from '#platform/house/outbox.ts'

/** Memberships and terms end with a life; their history stays. */
const endWithLife: Listener = {
  name: 'groups.the_dead',
  hears: 'people.died',
  hear: async (ctx, event) => {
    const { county } = ctx.actor
    const [id, said] = [event.data['id'], event.data['on']]
    const today = officeDay(ctx.now)
    const on = typeof said === 'string' && /^\d{4}-\d\d-\d\d$/.test(said) && said <= today ? said : today
    await sql`update group_member set left_on = greatest(joined_on, ${on}::date), reason = '离世'
               where county = ${county} and person_id = ${id} and left_on is null`.execute(ctx.db)
    await sql`update group_officer set ended_on = greatest(from_on, ${on}::date), reason = '离世'
               where county = ${county} and person_id = ${id} and ended_on is null`.execute(ctx.db)
  },
}

export const listeners = [endWithLife]
