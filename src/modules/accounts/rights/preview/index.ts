import { sql } from 'kysely'
import { z } from 'zod'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { grantsOf } from '../../grants/index.ts'
import { isRole, powersOf } from '../../rules.ts'
import type { contract } from '../contract.ts'
import { FIELD_CLASSES } from '../rules.ts'
import { nothingToPreview } from '../words.ts'

type Preview = Output<typeof contract.previewAccount>

const opening = z.object({ grants: z.array(z.object({ role: z.string() })) })

/** Counted by the very lock that holds the account, row-level security under its scope. Only numbers and names of places and units leave this function. */
export async function previewAccount(ctx: Ctx, { id }: Input<typeof contract.previewAccount>): Promise<Preview> {
  const account = await ctx.db
    .selectFrom('account')
    .select(['login', 'name'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .executeTakeFirst()
  ensure(account, notFound)
  const areas = (await grantsOf(ctx, [id])).filter(({ isValid }) => isValid).map(({ where }) => where.name)
  const opened = opening.nullable().parse(await openAs(ctx, id))
  const counts = opened && (await countAll(ctx))
  await openAs(ctx, ctx.actor.accountId)
  ensure(opened && counts, nothingToPreview)
  const roles = [...new Set(opened.grants.map(({ role }) => role).filter(isRole))]
  const { permissions, sees } = powersOf(roles)
  return {
    ...account,
    roles,
    areas: [...new Set(areas)],
    permissions: [...permissions].sort(),
    sees: FIELD_CLASSES.filter((one) => sees.has(one)),
    ...(permissions.has('people.read') ? counts : { people: 0, communities: [], units: [] }),
  }
}

/** Sets the rows of this transaction to those of an account, or back to the office's where the office itself asks. */
async function openAs(ctx: Ctx, account: string | null): Promise<unknown> {
  const { county } = ctx.actor
  if (account === null) {
    await sql`select open_office(${county}, true)`.execute(ctx.db)
    return null
  }
  const at = ctx.now.toISOString()
  const { rows } = await sql<{ opened: unknown }>`
    select open_account(${county}, ${account}::uuid, ${at}::timestamptz, true) as opened`.execute(ctx.db)
  return rows[0]?.opened ?? null
}

async function countAll(ctx: Ctx): Promise<Pick<Preview, 'people' | 'communities' | 'units'>> {
  const { county } = ctx.actor
  const living = sql`person p where p.county = ${county} and p.status = 'living'`
  const all = await sql<{ people: number }>`select count(*)::int as people from ${living}`.execute(ctx.db)
  const communities = await sql<Counted>`
    select c.code::text as id, c.short as name, n.people from (
      select p.place_code / 10000000 * 10000000 as code, count(*)::int as people from ${living} and p.place_code is not null group by 1
    ) n join place c on c.county = ${county} and c.code = n.code order by c.code`.execute(ctx.db)
  const units = await sql<Counted>`
    select u.id::text as id, u.name, n.people from (
      select x.id, count(*)::int as people from person p cross join unnest(p.unit_ids) x (id)
       where p.county = ${county} and p.status = 'living' group by x.id
    ) n join unit u on u.county = ${county} and u.id = n.id order by n.people desc, u.name`.execute(ctx.db)
  return { people: all.rows[0]?.people ?? 0, communities: communities.rows, units: units.rows }
}

type Counted = { id: string; name: string; people: number }
