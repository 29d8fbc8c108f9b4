import { type RawBuilder, sql } from 'kysely'
import { elderDesk } from '#modules/accounts/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { DemoAccount } from '../accounts.ts'
import { tellElders } from '../messages/index.ts'

/** A number of the county's area code that nobody has. */
const BUREAU_PHONE = '0534-4230000'

/** One who served most and one who was visited most: each is given a card, and another one at every start. */
export async function handOutElders(ctx: Ctx): Promise<DemoAccount[]> {
  await registerPhone(ctx)
  const people = [...(await mostOf(ctx, sql`r.person_id`)), ...(await mostOf(ctx, sql`s.served_person_id`))]
  const elders: DemoAccount[] = []
  for (const { id, name } of people) {
    const { access } = await elderDesk.readAccess(ctx, { id })
    const card = access ? await elderDesk.renewCard(ctx, { id }) : await elderDesk.openAccess(ctx, { id, mobile: null })
    elders.push({ login: card.number, password: card.code, role: 'elder', words: `老同志·${name}（/elder，用卡片）` })
  }
  await tellElders(
    ctx,
    people.map(({ id }) => id),
  )
  return elders
}

type Elder = { id: string; name: string }

/** Who stands first in the service records, by the hours they gave or were given. */
async function mostOf(ctx: Ctx, whose: RawBuilder<unknown>): Promise<Elder[]> {
  const { rows } = await sql<Elder>`
    select p.id, p.name from service_record r
      join shift_turn t on t.county = r.county and t.id = r.turn_id
      join shift s on s.county = t.county and s.id = t.shift_id
      join person p on p.county = r.county and p.id = ${whose}
     where r.county = ${ctx.actor.county} and r.reversed_at is null and p.status = 'living'
     group by p.id, p.name order by sum(r.minutes) desc, p.id limit 1`.execute(ctx.db)
  return rows
}

/** Whom every elder page says to ring, unless the county has said so itself. */
async function registerPhone(ctx: Ctx): Promise<void> {
  const own = JSON.stringify({ bureauPhone: BUREAU_PHONE })
  await sql`update county set settings = ${own}::jsonb || settings where county = ${ctx.actor.county}`.execute(ctx.db)
}
