import { sql } from 'kysely'
import { tell } from '#modules/messages/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { countiesOf, type Job } from '#platform/house/jobs.ts'
import { type GroupPost, postWords, WARNED_DAYS } from './rules.ts'

type Ending = {
  id: string
  personId: string
  post: GroupPost
  untilOn: string
  group: string
  founder: string | null
}

/** Tells of terms that end within ninety days, once each: the officers, and who keeps the group. */
export async function warnOfTerms(ctx: Ctx): Promise<number> {
  const today = officeDay(ctx.now)
  const { rows } = await sql<Ending>`
    select o.id, o.person_id as "personId", o.post, o.until_on as "untilOn", g.name as "group", g.created_by as founder
      from group_officer o join activity_group g on g.county = o.county and g.id = o.group_id and g.closed_on is null
     where o.county = ${ctx.actor.county} and o.ended_on is null
       and o.until_on between ${today}::date and ${today}::date + ${sql.lit(WARNED_DAYS)}::int`.execute(ctx.db)
  for (const { id, personId, post, untilOn, group, founder } of rows) {
    const accountIds = founder && post === 'head' ? [founder] : []
    const values = { group, post: postWords[post], day: untilOn }
    await tell(ctx, { personIds: [personId], accountIds, template: 'group.term_ends', values, key: `term:${id}` })
  }
  return rows.length
}

const termJob: Job = {
  task: 'groups.terms',
  daily: { hour: 9, minute: 10 },
  run: async (house) => {
    for (const system of await countiesOf(house)) await house.act({ system }, { readOnly: false }, warnOfTerms)
  },
}

export const jobs = [termJob]
