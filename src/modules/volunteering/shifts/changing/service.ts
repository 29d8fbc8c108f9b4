import { sql } from 'kysely'
import { calendar } from '#modules/gatherings/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure } from '#platform/refuse.ts'
import { gatheringOf, lockReached, type Reached } from '../reaching/index.ts'
import { isOneShift } from '../rules.ts'
import * as shifts from '../words.ts'
import type { contract } from './contract.ts'
import { holdersOf, type Moved, moveTurns } from './moving/index.ts'
import { hasHappened, mayMoveTo, noticedOf } from './rules.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Asked = Input<Doors['changeShift']>
type Held = Omit<Output<Doors['previewShiftChange']>['people'][number], 'name' | 'isMasked'> & { gatheringId: string }
type Done = { shifts: number; turns: number; held: Held[] }
type Own = { task: string; openTo: string; teamId: string | null }

/** Changes a shift, or what of its series the act reaches, all or none. Answers whose turn it touches in a way they have to hear of. */
async function changeTogether(ctx: Ctx, asked: Asked): Promise<Done> {
  const { id, version, span } = asked
  const gatheringId = await gatheringOf(ctx, id)
  const held = await holdersOf(ctx, gatheringId)
  const reached = await lockReached(ctx, { id, span })
  const shift = reached.find((one) => one.id === id)
  ensure(shift, no.isOver)
  // Who came in before the lock was there was not waited for: whoever asks looks again.
  const now = await holdersOf(ctx, gatheringId)
  ensure(now.size === held.size && (await versionOf(ctx, gatheringId)) === version, no.changedMeanwhile)
  await ensureSensible(ctx, asked, shift)
  for (const one of reached) ensureOpen(ctx, one)
  const byGathering = new Map(reached.map((one) => [one.gatheringId, one]))
  const own = await changeOwn(ctx, reached, { before: shift, after: asked })
  const moved: Moved[] = []
  const noticed: { id: string; what: string[] }[] = []
  const [, judged] = await calendar.changePlan(
    ctx,
    { id: gatheringId, version, span },
    {
      isToldAbove: true,
      facts: (before) => ({ ...before, ...factsOf(asked), intensity: asked.intensity ?? before.intensity }),
      before: async ({ id: one, own: was, next }) => {
        const which = byGathering.get(one)
        ensure(which, no.isOver)
        ensure(mayMoveTo({ from: was.startsAt, next: next.startsAt }, ctx.now), () => no.inThePast({ on: dayOf(next) }))
        moved.push(...(await moveTurns(ctx, which, next)))
        const what = noticedOf({ ...was, task: which.task }, { ...next, task: own.get(which.id) ?? which.task })
        if (what.length) noticed.push({ id: one, what })
      },
    },
  )
  tell(ctx, { reached, noticed, moved })
  const turns = reached.flatMap((one) => one.turns.filter((state) => state !== 'cancelled')).length
  const held2 = [...moved.map(heldBy), ...judged.map(({ signUpId: _, ...one }) => one)]
  return { shifts: reached.length, turns, held: held2 }
}

const heldBy = ({ personId, gatheringId, startsAt, outcome, other }: Moved): Held => ({
  personId,
  gatheringId,
  startsAt,
  outcome,
  reasons: [{ zh: `同一时间有“${other}”`, en: `“${other}” is at the same time` }],
})

function factsOf({ title, placeCode, siteId, address, startsAt, endsAt, capacity, note }: Asked) {
  return { title, placeCode, siteId, address, startsAt, endsAt, capacity, note }
}

const dayOf = ({ startsAt }: { startsAt: string }) => dayIn(Date.parse(startsAt))
const dayIn = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(5, 10)

function ensureOpen(ctx: Ctx, one: Reached): void {
  ensure(one.status === 'planned' && Date.parse(one.to) > ctx.now.getTime(), no.isOver)
  ensure(!hasHappened(one.turns), () => no.happened({ on: dayIn(Date.parse(one.from)) }))
}

async function versionOf(ctx: Ctx, gatheringId: string): Promise<number> {
  const gathering = ctx.db.selectFrom('gathering').select('version').where('county', '=', ctx.actor.county)
  return (await gathering.where('id', '=', gatheringId).executeTakeFirstOrThrow()).version
}

async function ensureSensible(ctx: Ctx, asked: Asked, shift: Reached): Promise<void> {
  ensure(isOneShift({ from: asked.startsAt, to: asked.endsAt }), shifts.notOneDay)
  ensure(asked.openTo !== 'team' || asked.teamId, shifts.needsTeam)
  if (!asked.teamId || asked.teamId === shift.teamId) return
  const team = ctx.db.selectFrom('volunteer_team').select('id').where('county', '=', ctx.actor.county)
  const open = team.where('id', '=', asked.teamId).where('dissolved_on', 'is', null)
  ensure(await open.executeTakeFirst(), shifts.noSuchTeam)
}

type Between = { before: Own; after: Own }

/** What volunteering itself keeps of a shift. What was not changed stays as each of the series had it; answers what each is now. */
async function changeOwn(ctx: Ctx, reached: readonly Reached[], { before, after }: Between) {
  const tasks = new Map<string, string>()
  for (const one of reached) {
    const task = after.task === before.task ? one.task : after.task
    const open_to = after.openTo === before.openTo ? one.openTo : after.openTo
    const team_id = after.teamId === before.teamId ? one.teamId : after.teamId
    ensure(open_to !== 'team' || team_id, shifts.needsTeam)
    await ctx.db
      .updateTable('shift')
      .set({ task, open_to, team_id })
      .where('county', '=', ctx.actor.county)
      .where('id', '=', one.id)
      .execute()
    tasks.set(one.id, task)
  }
  return tasks
}

type Telling = {
  reached: readonly Reached[]
  noticed: readonly { id: string; what: string[] }[]
  moved: readonly Moved[]
}

/** Who holds a turn hears of what concerns them, once for a series; who lost theirs hears for which other. */
function tell(ctx: Ctx, { reached, noticed, moved }: Telling): void {
  const inOrder = reached.map((one) => one.gatheringId).filter((id) => noticed.some((one) => one.id === id))
  const what = [...new Set(noticed.flatMap((one) => one.what))]
  const [id] = inOrder
  if (id) ctx.emit({ type: 'shifts.changed', data: { id, together: inOrder, what } })
  for (const { startsAt: _, outcome, ...data } of moved)
    if (outcome === 'released') ctx.emit({ type: 'shifts.released', data })
}

async function changeShift(ctx: Ctx, asked: Asked): Promise<{ ok: true }> {
  await changeTogether(ctx, asked)
  return { ok: true }
}

/** Does the change, looks whom it touches, and takes it back: what is shown before is what happens after. */
async function previewShiftChange(ctx: Ctx, asked: Asked): Promise<Output<Doors['previewShiftChange']>> {
  await sql`savepoint before_the_change`.execute(ctx.db)
  const { held, ...counts } = await changeTogether({ ...ctx, emit: () => undefined }, asked)
  await sql`rollback to savepoint before_the_change`.execute(ctx.db)
  const named = await calendar.withNames(ctx, held)
  const people = named.map(({ gatheringId: _, ...one }) => ({ ...one, reasons: one.isMasked ? [] : one.reasons }))
  return { ...counts, people }
}

export const service: Service<Doors> = { previewShiftChange, changeShift }
