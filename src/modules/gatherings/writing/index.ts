import { sql } from 'kysely'
import type { Input } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { kinds } from '../codes/index.ts'
import type { contract } from '../contract.ts'
import { mayManage } from '../policy.ts'
import { ensureInOrder } from '../rules.ts'
import * as no from '../words.ts'

/** What a gathering is, as planned or as changed. */
export type Facts = Omit<Input<(typeof contract)['planGathering']>, 'repeat'>

export async function ensureSensible(ctx: Ctx, facts: Facts): Promise<void> {
  ensureInOrder(facts)
  ensure(mayManage(ctx.actor, facts.placeCode), no.outsideArea)
  const units = [...new Set([...facts.hosts, ...facts.resources.flatMap(({ unitId }) => unitId ?? [])])]
  if (units.length) {
    const known = ctx.db.selectFrom('unit').select('id').where('county', '=', ctx.actor.county).where('id', 'in', units)
    ensure((await known.where('status', '=', 'open').execute()).length === units.length, no.noSuchHost)
  }
  if (!facts.siteId) return
  const site = ctx.db.selectFrom('site').select('id').where('county', '=', ctx.actor.county)
  // Held until the end: of two who plan for one venue the second sees what the first has taken.
  const open = await site.where('id', '=', facts.siteId).where('closed_on', 'is', null).forNoKeyUpdate().execute()
  ensure(open.length, no.siteClosed)
}

/** Tells who has the venue. */
export async function ensureFree(ctx: Ctx, { siteId, startsAt, endsAt }: Facts, self: string | null): Promise<void> {
  if (!siteId) return
  const { rows } = await sql<{ title: string; from: string; to: string }>`
    select title, to_char(lower(during) at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as from,
           to_char(upper(during) at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as to
      from gathering
     where county = ${ctx.actor.county} and site_id = ${siteId} and status <> 'cancelled' and id is distinct from ${self}::uuid
       and during && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz)
     order by during limit 1`.execute(ctx.db)
  const [taken] = rows
  if (taken) throw no.siteTaken(taken)
}

export function columnsOf({ kind, title, placeCode, startsAt, endsAt, siteId, address, note, ...facts }: Facts) {
  return {
    kind,
    title,
    place_code: placeCode,
    site_id: siteId,
    address,
    during: `[${startsAt},${endsAt})`,
    intensity: facts.intensity ?? kinds[kind].intensity,
    sign_up: facts.signUp,
    sign_up_until: facts.signUpUntil,
    capacity: facts.capacity,
    offer_hours: facts.offerHours,
    note,
  }
}

export async function writeAround(ctx: Ctx, gathering_id: string, { hosts, resources }: Facts): Promise<void> {
  const county = ctx.actor.county
  const units = [...new Set(hosts)]
  if (units.length)
    await ctx.db
      .insertInto('gathering_host')
      .values(units.map((unit_id, position) => ({ county, gathering_id, unit_id, position })))
      .execute()
  if (resources.length)
    await ctx.db
      .insertInto('gathering_resource')
      .values(
        resources.map(({ unitId, ...one }) => ({
          county,
          id: newId(ctx.now.getTime()),
          gathering_id,
          unit_id: unitId,
          ...one,
        })),
      )
      .execute()
}
