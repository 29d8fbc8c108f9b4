import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { kinds } from '../codes/index.ts'
import type { contract } from '../contract.ts'
import { maskedNames } from '../guest-list/index.ts'
import { lockToKeep, mayManage } from '../policy.ts'
import { lineOf, linesOf, resourcesOf, shiftIn } from '../rows/index.ts'
import { carriedTo } from '../rules.ts'
import { type JudgedAgain, judgeAgain } from '../sign-up/judging/index.ts'
import { offerPlaces } from '../sign-up/offers/index.ts'
import * as no from '../words.ts'
import { columnsOf, ensureFree, ensureSensible, type Facts, writeAround } from '../writing/index.ts'

type Doors = typeof contract
type Change = Input<Doors['changeGathering']>
type Asked = Pick<Change, 'id' | 'version' | 'span'>
type Reach = { id: string; span: Change['span'] }
/** Everything a gathering is, with the intensity that stands. */
type Whole = Omit<Facts, 'intensity'> & { intensity: NonNullable<Facts['intensity']> }
type Step = { id: string; own: Whole; next: Whole }
type Plan = {
  facts: (before: Whole) => Whole
  /** What a room above does just before one of them is changed. */
  before?: (step: Step) => Promise<void>
  /** Whether a room above tells people of the new time by itself. */
  isToldAbove?: boolean
}

/**
 * The gatherings an act on one of a series reaches, in the order of their time. The whole series is locked in that order first, so that two who act
 * from different ends of it wait for each other.
 */
export async function reachOf(ctx: Ctx, { id, span }: Reach): Promise<string[]> {
  if (span === 'one') return [id]
  const { rows } = await sql<{ id: string; place_code: string; isReached: boolean }>`
    select g.id, g.place_code, g.status = 'planned' and (g.id = o.id or lower(g.during) > ${ctx.now.toISOString()}::timestamptz)
           and (${span === 'all'} or lower(g.during) >= lower(o.during)) as "isReached"
      from gathering o join gathering g on g.county = o.county and (g.id = o.id or g.series_id = o.series_id)
     where o.county = ${ctx.actor.county} and o.id = ${id}
     order by lower(g.during), g.id for update of g`.execute(ctx.db)
  const reached = rows.filter(({ isReached }) => isReached)
  ensure(
    reached.every((one) => mayManage(ctx.actor, one.place_code)),
    no.outsideArea,
  )
  return reached.map((one) => one.id)
}

async function factsOf(ctx: Ctx, id: string): Promise<Whole> {
  const county = ctx.actor.county
  const row = await linesOf(ctx)
    .select(['g.sign_up_until', 'g.offer_hours', 'g.note'])
    .where('g.id', '=', id)
    .executeTakeFirstOrThrow()
  const { kind, title, placeCode, siteId, address, startsAt, endsAt, intensity, signUp, capacity } = lineOf(row)
  const hosts = ctx.db.selectFrom('gathering_host').select('unit_id').where('county', '=', county)
  const found = await hosts.where('gathering_id', '=', id).orderBy('position').execute()
  const things = await resourcesOf(ctx, id)
  return {
    kind,
    title,
    placeCode,
    siteId,
    address,
    startsAt,
    endsAt,
    intensity,
    signUp,
    capacity,
    signUpUntil: row.sign_up_until,
    offerHours: row.offer_hours,
    hosts: found.map((one) => one.unit_id),
    resources: things.map(({ kind: sort, name, count, cents, unitId }) => ({ kind: sort, name, count, cents, unitId })),
    note: row.note,
  }
}

type Judged = JudgedAgain & { gatheringId: string; startsAt: string }

/** Changes one, or what of its series the act reaches, all or none; answers whom the county's rule now holds back. */
export async function changePlan(ctx: Ctx, { id, version, span }: Asked, plan: Plan): Promise<[string[], Judged[]]> {
  const ids = await reachOf(ctx, { id, span })
  const row = await lockToKeep(ctx, id, 'change')
  ensure(row.version === version, no.changedMeanwhile)
  const before = await factsOf(ctx, id)
  const after = plan.facts(before)
  const isLater = Date.parse(after.startsAt) > Date.parse(before.startsAt)
  const judged: Judged[] = []
  // Who moves on makes room for the one behind: a series does not stand in its own way.
  for (const one of isLater ? ids.toReversed() : ids) {
    const own = one === id ? before : await factsOf(ctx, one)
    const next = one === id ? after : carriedTo(own, { before, after })
    await plan.before?.({ id: one, own, next })
    judged.push(...(await changeOne(ctx, one, { own, next })))
    const data = { id: one, isMoved: !plan.isToldAbove && isMovedFrom(own, next), together: ids }
    ctx.emit({ type: 'gatherings.changed', data })
  }
  return [ids, judged]
}

/** As the calendar changes it: what the page says, nothing kept. */
function changeTogether(ctx: Ctx, { id, version, span, ...asked }: Change): Promise<[string[], Judged[]]> {
  const facts = () => ({ ...asked, intensity: asked.intensity ?? kinds[asked.kind].intensity })
  return changePlan(ctx, { id, version, span }, { facts })
}

const isMovedFrom = (own: Whole, next: Whole) =>
  Date.parse(own.startsAt) !== Date.parse(next.startsAt) ||
  own.placeCode !== next.placeCode ||
  own.siteId !== next.siteId ||
  own.address !== next.address
const asksOtherwise = (own: Whole, next: Whole) =>
  own.intensity !== next.intensity ||
  Date.parse(own.startsAt) !== Date.parse(next.startsAt) ||
  Date.parse(own.endsAt) !== Date.parse(next.endsAt)

async function changeOne(ctx: Ctx, id: string, { own, next }: { own: Whole; next: Whole }): Promise<Judged[]> {
  const county = ctx.actor.county
  await ensureSensible(ctx, next)
  await ensureFree(ctx, next, id)
  await ensureRoomy(ctx, id, next.capacity)
  await ctx.db
    .updateTable('gathering')
    .set({ ...columnsOf(next), version: sql<number>`version + 1` })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
  await ctx.db.deleteFrom('gathering_host').where('county', '=', county).where('gathering_id', '=', id).execute()
  await ctx.db.deleteFrom('gathering_resource').where('county', '=', county).where('gathering_id', '=', id).execute()
  await writeAround(ctx, id, next)
  const asksAnew = asksOtherwise(own, next)
  const plan = { id, intensity: next.intensity, startsAt: next.startsAt }
  const judged = asksAnew ? await judgeAgain(ctx, plan, own) : []
  await offerPlaces(ctx, id)
  return judged.map((one) => ({ ...one, gatheringId: id, startsAt: next.startsAt }))
}

async function ensureRoomy(ctx: Ctx, id: string, capacity: number | null): Promise<void> {
  if (capacity === null) return
  const row = await linesOf(ctx)
    .select(sql<string>`to_char(lower(g.during) at time zone 'Asia/Shanghai', 'MM-DD')`.as('on'))
    .where('g.id', '=', id)
    .executeTakeFirstOrThrow()
  ensure(capacity >= row.taken, () => no.tooSmall({ taken: row.taken, on: row.on }))
}

/** A shift is changed where volunteers are looked after: that room knows who holds a turn. */
export async function ensureNoShift(ctx: Ctx, id: string): Promise<void> {
  ensure(!(await shiftIn(ctx, id)), no.isShift)
}

/** Whoever plans a shift here would have one that nobody can claim. */
export function ensureNotPlannedAsShift({ kind }: Pick<Facts, 'kind'>): void {
  ensure(kind !== 'shift', no.shiftsElsewhere)
}

export async function changeGathering(ctx: Ctx, asked: Change): Promise<{ ok: true }> {
  await ensureNoShift(ctx, asked.id)
  ensureNotPlannedAsShift(asked)
  await changeTogether(ctx, asked)
  return { ok: true }
}

/** Does the change, looks whom it holds back, and takes it back: what is shown before is what happens after. */
export async function previewChange(ctx: Ctx, asked: Change): Promise<Output<Doors['previewChange']>> {
  await ensureNoShift(ctx, asked.id)
  ensureNotPlannedAsShift(asked)
  await sql`savepoint before_the_change`.execute(ctx.db)
  const [ids, judged] = await changeTogether({ ...ctx, emit: () => undefined }, asked)
  await sql`rollback to savepoint before_the_change`.execute(ctx.db)
  const named = await withNames(ctx, judged)
  return {
    gatherings: ids.length,
    people: named.map(({ personId, name, isMasked, startsAt, outcome, reasons }) => {
      return { personId, name, isMasked, startsAt, outcome, reasons: isMasked ? [] : reasons }
    }),
  }
}

type Held = { personId: string; gatheringId: string; startsAt: string }

/** In the order of time, by name; masked where the reader does not look after them. */
export async function withNames<H extends Held>(ctx: Ctx, held: readonly H[]) {
  const names = await namesOf(ctx, held)
  return held
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .map((one) => {
      const name = names.seen.get(one.personId)
      const masked = names.masked.get(one.gatheringId)?.get(one.personId) ?? '*'
      return { ...one, name: name ?? masked, isMasked: name === undefined }
    })
}

async function namesOf(ctx: Ctx, judged: readonly Held[]) {
  const rows = judged.length
    ? await ctx.db
        .selectFrom('person')
        .select(['id', 'name'])
        .where('county', '=', ctx.actor.county)
        .where(sql<boolean>`id = any(${judged.map(({ personId }) => personId)}::uuid[])`)
        .where(rowsOf(ctx.actor, 'person'))
        .execute()
    : []
  const seen = new Map(rows.map(({ id, name }) => [id, name]))
  const masked = new Map<string, Map<string, string>>()
  for (const [gatheringId, some] of Map.groupBy(judged, (one) => one.gatheringId)) {
    const unseen = new Set(some.map(({ personId }) => personId).filter((one) => !seen.has(one)))
    masked.set(gatheringId, await maskedNames(ctx, gatheringId, unseen))
  }
  return { seen, masked }
}

export async function cancelGathering(
  ctx: Ctx,
  { id, reason, span }: Input<Doors['cancelGathering']>,
): Promise<{ ok: true }> {
  const ids = await reachOf(ctx, { id, span })
  await lockToKeep(ctx, id, 'cancel')
  await ensureNobodyCame(ctx, ids)
  for (const one of ids) {
    const cancelled = await ctx.db
      .updateTable('gathering')
      .set({ status: 'cancelled', reason, version: sql<number>`version + 1` })
      .where('county', '=', ctx.actor.county)
      .where('id', '=', one)
      .returning('kind')
      .executeTakeFirstOrThrow()
    const people = await promisedTo(ctx, one)
    ctx.emit({ type: 'gatherings.cancelled', data: { id: one, kind: cancelled.kind, people, together: ids } })
  }
  return { ok: true }
}

/** What took place is not cancelled over the heads of those who were there. */
async function ensureNobodyCame(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ count: number; on: string }>`
    select count(*)::int as count, to_char(min(lower(g.during)) at time zone 'Asia/Shanghai', 'MM-DD') as on
      from gathering g join gathering_attendance a on a.county = g.county and a.gathering_id = g.id and a.minutes is not null
     where g.county = ${ctx.actor.county} and g.id = any(${ids}::uuid[])
     group by g.id order by min(lower(g.during)) limit 1`.execute(ctx.db)
  const [came] = rows
  if (came) throw no.hasPresent(came)
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
