import { type RawBuilder, sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import {
  cancelGathering,
  changeGathering,
  changePlan,
  ensureNoShift,
  ensureNotPlannedAsShift,
  previewChange,
  reachOf,
  withNames,
} from './changing/index.ts'
import type { contract } from './contract.ts'
import { mayManage, mayRun } from './policy.ts'
import { lineOf, linesOf, matching, resourcesOf, shiftIn } from './rows/index.ts'
import { fits, occurrencesOf } from './rules.ts'
import { columnsOf, ensureFree, ensureSensible, type Facts, writeAround } from './writing/index.ts'

type Doors = typeof contract

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
  const shiftId = await shiftIn(ctx, id)
  const can = (act: Parameters<typeof fits>[0]) => isOurs && !shiftId && fits(act, line.status)
  const canAtSheet = (act: Parameters<typeof fits>[0]) => runs && fits(act, line.status)
  return {
    ...line,
    version: row.version,
    seriesId: row.series_id,
    shiftId,
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

/** The calendar for rooms above, which look after gatherings of their own. */
export const calendar = { planGathering, changePlan, cancelGathering, reachOf, withNames }

export const service: Service<Doors> = {
  listGatherings,
  readGathering,
  planGathering: async (ctx, asked) => {
    ensureNotPlannedAsShift(asked)
    return planGathering(ctx, asked)
  },
  previewChange,
  changeGathering,
  cancelGathering: async (ctx, asked) => {
    await ensureNoShift(ctx, asked.id)
    return cancelGathering(ctx, asked)
  },
}
