import { type RawBuilder, sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { kinds } from './codes/index.ts'
import type { contract } from './contract.ts'
import { type GatheringRow, lockToKeep, mayManage, mayRun } from './policy.ts'
import { lineOf, linesOf, matching, resourcesOf } from './rows/index.ts'
import { ensureInOrder, fits, occurrencesOf } from './rules.ts'
import { offerPlaces } from './sign-up/offers/index.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Facts = Omit<Input<Doors['planGathering']>, 'repeat'>

export const listGatherings = (ctx: Ctx, asked: Input<Doors['listGatherings']>) => find(ctx, asked, matching(asked))

/** The calendar of somebody above who knows which gatherings are theirs, as a group does. */
export const calendarAmong = (ctx: Ctx, asked: Input<Doors['listGatherings']>, ids: readonly string[]) =>
  find(ctx, asked, sql<boolean>`(g.id = any(${ids}::uuid[]) and ${matching(asked)})`)

type Page = Pick<Input<Doors['listGatherings']>, 'offset' | 'limit'>

async function find(ctx: Ctx, asked: Page, where: RawBuilder<boolean>): Promise<Output<Doors['listGatherings']>> {
  const counted = ctx.db.selectFrom('gathering as g').where('g.county', '=', ctx.actor.county).where(where)
  const { total } = await counted.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await linesOf(ctx)
    .where(where)
    .orderBy(sql`lower(g.during)`)
    .orderBy('g.id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return { items: rows.map(lineOf), total }
}

export async function readGathering(
  ctx: Ctx,
  { id }: Input<Doors['readGathering']>,
): Promise<Output<Doors['readGathering']>> {
  const row = await linesOf(ctx)
    .select(['g.version', 'g.series_id', 'g.sign_up_until', 'g.offer_hours', 'g.reason', 'g.note'])
    .where('g.id', '=', id)
    .executeTakeFirst()
  ensure(row, notFound)
  const line = lineOf(row)
  const isOurs = mayManage(ctx.actor, row.place_code)
  const runs = await mayRun(ctx, row)
  const can = (act: Parameters<typeof fits>[0]) => isOurs && fits(act, line.status)
  const canAtSheet = (act: Parameters<typeof fits>[0]) => runs && fits(act, line.status)
  return {
    ...line,
    version: row.version,
    seriesId: row.series_id,
    signUpUntil: row.sign_up_until,
    offerHours: row.offer_hours,
    reason: row.reason,
    note: row.note,
    hosts: await hostsOf(ctx, id),
    resources: await resourcesOf(ctx, id),
    can: {
      change: can('change'),
      signUp: ctx.actor.permissions.has('gatherings.sign_up') && fits('signUp', line.status),
      mark: canAtSheet('mark'),
      close: canAtSheet('close'),
      correct: canAtSheet('correct'),
      cancel: can('cancel'),
    },
  }
}

async function hostsOf(ctx: Ctx, id: string) {
  return ctx.db
    .selectFrom('gathering_host as h')
    .innerJoin('unit as u', (on) => on.onRef('u.county', '=', 'h.county').onRef('u.id', '=', 'h.unit_id'))
    .select(['u.id', 'u.name'])
    .where('h.county', '=', ctx.actor.county)
    .where('h.gathering_id', '=', id)
    .orderBy('h.position')
    .execute()
}

/** Plans one, or the whole series in one act: if one of them finds its venue taken, none is planned. */
async function planGathering(
  ctx: Ctx,
  { repeat, ...facts }: Input<Doors['planGathering']>,
): Promise<Output<Doors['planGathering']>> {
  const county = ctx.actor.county
  const starts = repeat ? occurrencesOf(facts.startsAt, repeat) : [facts.startsAt]
  const series_id = repeat ? newId(ctx.now.getTime()) : null
  await ensureSensible(ctx, facts)
  const ids: string[] = []
  for (const startsAt of starts) {
    const id = newId(ctx.now.getTime())
    const moved = movedTo(facts, startsAt)
    await ensureFree(ctx, moved, null)
    const stamps = { created_by: ctx.actor.accountId, created_at: ctx.now.toISOString() }
    await ctx.db
      .insertInto('gathering')
      .values({ county, id, series_id, ...columnsOf(moved), ...stamps })
      .execute()
    await writeAround(ctx, id, facts)
    ids.push(id)
  }
  ctx.emit({ type: 'gatherings.planned', data: { ids } })
  return { ids }
}

function movedTo(facts: Facts, startsAt: string): Facts {
  const by = Date.parse(startsAt) - Date.parse(facts.startsAt)
  const move = (at: string) => new Date(Date.parse(at) + by).toISOString()
  return { ...facts, startsAt, endsAt: move(facts.endsAt), signUpUntil: facts.signUpUntil && move(facts.signUpUntil) }
}

async function ensureSensible(ctx: Ctx, facts: Facts): Promise<void> {
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
async function ensureFree(ctx: Ctx, { siteId, startsAt, endsAt }: Facts, self: string | null): Promise<void> {
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

function columnsOf({ kind, title, placeCode, startsAt, endsAt, siteId, address, note, ...facts }: Facts) {
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

async function writeAround(ctx: Ctx, gathering_id: string, { hosts, resources }: Facts): Promise<void> {
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

async function changeGathering(
  ctx: Ctx,
  { id, version, ...facts }: Input<Doors['changeGathering']>,
): Promise<{ ok: true }> {
  const row = await lockToKeep(ctx, id, 'change')
  ensure(row.version === version, no.changedMeanwhile)
  await ensureSensible(ctx, facts)
  await ensureFree(ctx, facts, id)
  await ensureRoomy(ctx, id, facts.capacity)
  await set(ctx, row, { ...columnsOf(facts), version: version + 1 })
  const county = ctx.actor.county
  await ctx.db.deleteFrom('gathering_host').where('county', '=', county).where('gathering_id', '=', id).execute()
  await ctx.db.deleteFrom('gathering_resource').where('county', '=', county).where('gathering_id', '=', id).execute()
  await writeAround(ctx, id, facts)
  await offerPlaces(ctx, id)
  ctx.emit({ type: 'gatherings.changed', data: { id } })
  return { ok: true }
}

async function ensureRoomy(ctx: Ctx, id: string, capacity: number | null): Promise<void> {
  if (capacity === null) return
  const row = await linesOf(ctx).where('g.id', '=', id).executeTakeFirstOrThrow()
  ensure(capacity >= row.taken, () => no.tooSmall({ taken: row.taken }))
}

async function cancelGathering(ctx: Ctx, { id, reason }: Input<Doors['cancelGathering']>): Promise<{ ok: true }> {
  const row = await lockToKeep(ctx, id, 'cancel')
  await set(ctx, row, { status: 'cancelled', reason, version: row.version + 1 })
  ctx.emit({ type: 'gatherings.cancelled', data: { id, kind: row.kind, people: await promisedTo(ctx, id) } })
  return { ok: true }
}

/** Whoever counts on it: they are to be told. */
async function promisedTo(ctx: Ctx, id: string): Promise<string[]> {
  const found = await ctx.db
    .selectFrom('gathering_sign_up')
    .select('person_id')
    .where('county', '=', ctx.actor.county)
    .where('gathering_id', '=', id)
    .where('status', 'not in', ['cancelled', 'declined'])
    .orderBy('asked_at')
    .execute()
  return found.map((one) => one.person_id)
}

type Changes = Partial<ReturnType<typeof columnsOf>> & { status?: string; reason?: string; version: number }

async function set(ctx: Ctx, row: GatheringRow, changes: Changes): Promise<void> {
  await ctx.db
    .updateTable('gathering')
    .set(changes)
    .where('county', '=', ctx.actor.county)
    .where('id', '=', row.id)
    .execute()
}

export const service: Service<Doors> = {
  listGatherings,
  readGathering,
  planGathering,
  changeGathering,
  cancelGathering,
}
