import { sql } from 'kysely'
import { elderDesk } from '#modules/accounts/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { DemoAccount } from '../accounts.ts'

const COMMUNITY = '3714240010230000000'
const HOW_MANY = 2
/** A number of the county's area code that nobody has. */
const BUREAU_PHONE = '0534-4230000'

/** Elders of 广场社区 who have served and earned something: each is given a card, and another one at every start. */
export async function handOutElders(ctx: Ctx): Promise<DemoAccount[]> {
  await registerPhone(ctx)
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from person p
      join service_record r on r.county = p.county and r.person_id = p.id and r.reversed_at is null
     where p.county = ${ctx.actor.county} and p.status = 'living' and p.place_code / 10000000 * 10000000 = ${COMMUNITY}::bigint
     group by p.id, p.name order by sum(r.minutes) desc, p.id limit ${HOW_MANY}`.execute(ctx.db)
  const elders: DemoAccount[] = []
  for (const { id, name } of rows) {
    const { access } = await elderDesk.readAccess(ctx, { id })
    const card = access ? await elderDesk.renewCard(ctx, { id }) : await elderDesk.openAccess(ctx, { id, mobile: null })
    elders.push({ login: card.number, password: card.code, role: 'elder', words: `老同志·${name}（/elder，用卡片）` })
  }
  return elders
}

/** Whom every elder page says to ring, unless the county has said so itself. */
async function registerPhone(ctx: Ctx): Promise<void> {
  const own = JSON.stringify({ bureauPhone: BUREAU_PHONE })
  await sql`update county set settings = ${own}::jsonb || settings where county = ${ctx.actor.county}`.execute(ctx.db)
}
