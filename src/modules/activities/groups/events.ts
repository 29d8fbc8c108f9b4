import { sql } from 'kysely'
import { lastDeath } from '#modules/people/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Listener } from '#platform/house/outbox.ts'

/** The day a membership ends with a life: of the death where it is known and not to come, else of the day it was told. */
function endOf(said: unknown, told: string): string {
  return typeof said === 'string' && /^\d{4}-\d\d-\d\d$/.test(said) && said <= told ? said : told
}

/** Memberships and terms end with a life; their history stays. */
const endWithLife: Listener = {
  name: 'groups.the_dead',
  hears: 'people.died',
  hear: async (ctx, event) => {
    const { county } = ctx.actor
    const id = event.data['id']
    const on = endOf(event.data['on'], officeDay(ctx.now))
    await sql`update group_member set left_on = greatest(joined_on, ${on}::date), reason = '离世'
               where county = ${county} and person_id = ${id} and left_on is null`.execute(ctx.db)
    await sql`update group_officer set ended_on = greatest(from_on, ${on}::date), reason = '离世'
               where county = ${county} and person_id = ${id} and ended_on is null`.execute(ctx.db)
  },
}

/** A death taken back: what ended with it stands again where the group does and nobody has taken the place; else the row says why not. */
const standAgain: Listener = {
  name: 'groups.the_restored',
  hears: 'people.restored',
  hear: async (ctx, event) => {
    const id = String(event.data['id'])
    const death = await lastDeath(ctx, id)
    if (!death) return
    const on = endOf(death.on, officeDay(new Date(death.recordedAt)))
    await sql`select from activity_group g where g.county = ${ctx.actor.county} and g.id in (
      select group_id from group_member where county = ${ctx.actor.county} and person_id = ${id}) order by g.id for update`.execute(
      ctx.db,
    )
    await joinAgain(ctx, { id, on })
    await holdAgain(ctx, { id, on })
  },
}

type Restored = { id: string; on: string }
const why = (reason: string) => `离世登记已撤销，没有恢复：${reason}`

async function joinAgain(ctx: Ctx, { id, on }: Restored): Promise<void> {
  await sql`
    update group_member m set left_on = case when x.why is null then null else m.left_on end, reason = x.why
      from (select o.id, case when g.closed_on is not null then ${why('小组已解散')}
                              when exists (select from group_member n where n.county = o.county and n.group_id = o.group_id
                                            and n.person_id = o.person_id and n.left_on is null) then ${why('已重新加入')} end as why
              from group_member o join activity_group g on g.county = o.county and g.id = o.group_id
             where o.county = ${ctx.actor.county} and o.person_id = ${id} and o.reason = '离世' and o.left_on >= greatest(o.joined_on, ${on}::date)) x
     where m.county = ${ctx.actor.county} and m.id = x.id`.execute(ctx.db)
}

/** Of a head, a secretary and a treasurer there is one; a term that has run out since, or was voted on anew, is not taken up again. */
async function holdAgain(ctx: Ctx, { id, on }: Restored): Promise<void> {
  await sql`
    update group_officer m set ended_on = case when x.why is null then null else m.ended_on end, reason = x.why
      from (select o.id, case when g.closed_on is not null then ${why('小组已解散')}
                              when o.until_on < ${officeDay(ctx.now)}::date then ${why('任期已满')}
                              when exists (select from group_officer n where n.county = o.county and n.group_id = o.group_id and n.ended_on is null
                                            and (n.person_id = o.person_id or n.post = o.post and o.post in ('head', 'secretary', 'treasurer')
                                                 or n.election_id <> o.election_id and n.from_on >= o.ended_on)) then ${why('已由他人担任')} end as why
              from group_officer o join activity_group g on g.county = o.county and g.id = o.group_id
             where o.county = ${ctx.actor.county} and o.person_id = ${id} and o.reason = '离世' and o.ended_on >= greatest(o.from_on, ${on}::date)) x
     where m.county = ${ctx.actor.county} and m.id = x.id`.execute(ctx.db)
}

export const listeners = [endWithLife, standAgain]
