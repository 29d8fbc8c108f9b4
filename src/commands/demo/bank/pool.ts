import { sql } from 'kysely'
import { bankDesk } from '#modules/volunteering/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import type { Act } from '../acts.ts'
import { onDay } from '../volunteering/people.ts'
import { monthBefore } from './months.ts'
import { richest } from './wallets.ts'

const KEPT = 4
const GIFTS = [20, 12, 16, 10, 18, 12, 14] as const

/** Some of those who have most give to the pool, over two months. */
export function giveToPool(ctx: Ctx): Act[] {
  return GIFTS.map((points, n) => {
    const onBehalf = n % 3 === 2 ? ('clerk' as const) : ('self' as const)
    const run = async (at: Ctx) => {
      const personId = (await richest(at, points + KEPT))[n]?.personId
      if (personId) await bankDesk.donate(at, { id: newId(at.now.getTime()), personId, points, onBehalf })
    }
    return { at: onDay(ctx, { ago: 75 - n * 7, hour: 9 }), run }
  })
}

type Elder = { id: string; ground: 'alone' | 'dependent' }

/** What is asked for the elders of a street: most is given, one request is refused, one was made yesterday and waits. */
const ASKED = [
  { ago: 30, points: 16, agrees: true, reason: '老伴去世，子女在外地，行动不便，用于助老食堂送餐。' },
  { ago: 24, points: 12, agrees: true, reason: '独居，腿脚不好，请人上门理发、量血压。' },
  { ago: 16, points: 20, agrees: false, reason: '家里换季添置被褥。' },
  { ago: 6, points: 10, agrees: true, reason: '摔伤后在家休养，暂时做不了饭。' },
  { ago: 1, points: 14, agrees: null, reason: '独居，冬天买菜不便，用于送餐。' },
] as const

/** Asked by the street and decided by the bureau, once both have their accounts. */
export async function helpElders(ctx: Ctx): Promise<void> {
  const grants = ctx.db.selectFrom('bank_grant').select('id').where('county', '=', ctx.actor.county)
  if (await grants.limit(1).executeTakeFirst()) return
  const [street, bureau] = [await asAccount(ctx, 'street'), await asAccount(ctx, 'bureau')]
  const elders = await eldersOf(ctx)
  for (const [n, { ago, points, agrees, reason }] of ASKED.entries()) {
    const elder = elders[n]
    if (!elder) return
    const asked = onDay(street, { ago, hour: 10 })
    const id = newId(asked.now.getTime())
    await bankDesk.askGrant(asked, { id, personId: elder.id, points, ground: elder.ground, reason })
    if (agrees !== null) await decide(onDay(bureau, { ago, hour: 15 }), { id, agrees })
  }
}

async function decide(ctx: Ctx, { id, agrees }: { id: string; agrees: boolean }): Promise<void> {
  const asked = ctx.db.selectFrom('bank_request').select('id').where('county', '=', ctx.actor.county)
  const request = await asked.where('subject_id', '=', id).executeTakeFirstOrThrow()
  await bankDesk.decideRequest(ctx, { id: request.id, agrees })
}

async function asAccount(ctx: Ctx, login: string): Promise<Ctx> {
  const accounts = ctx.db.selectFrom('account').select('id').where('county', '=', ctx.actor.county)
  const { id } = await accounts.where('login', '=', login).executeTakeFirstOrThrow()
  return { ...ctx, actor: { ...ctx.actor, accountId: id } }
}

/** The county's notice of last month hangs, as it should from the first days of each. */
export async function publishLastMonth(ctx: Ctx): Promise<void> {
  const { county } = ctx.actor
  const hung = await ctx.db
    .selectFrom('bank_notice')
    .select('id')
    .where('county', '=', county)
    .limit(1)
    .executeTakeFirst()
  if (hung) return
  const month = monthBefore(officeDay(ctx.now), 1)
  const at = {
    ...(await asAccount(ctx, 'bureau')),
    now: new Date(`${monthBefore(`${month}-01`, -1)}-01T10:00:00+08:00`),
  }
  await bankDesk.publishNotice(at, { month, placeCode: `${county}`.padEnd(19, '0'), phone: null })
}

/** Of 邢侗街道, who is old and alone or cannot do everything by themselves, as their records say. */
async function eldersOf(ctx: Ctx): Promise<Elder[]> {
  const oldest = String(Number(ctx.now.toISOString().slice(0, 4)) - 82)
  const { rows } = await sql<Elder>`
    select id, case when living_flags && '{lives_alone,empty_nest}' then 'alone' else 'dependent' end as ground from person
     where county = ${ctx.actor.county} and status = 'living' and birth_on <= ${oldest}
       and place_code between 3714240010000000000 and 3714240019999999999
       and living_flags && '{lives_alone,empty_nest,dependent,partly_dependent}'
     order by living_flags && '{lives_alone,empty_nest}' desc, id limit ${ASKED.length}`.execute(ctx.db)
  return rows
}
