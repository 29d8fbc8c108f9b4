import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { bringInStep } from '../../../affiliations/index.ts'
import { bump, type PersonRow, sectionStates } from '../../../book/index.ts'
import { addEvent, refusingTakenId } from '../../../record/service.ts'
import type { contract } from '../../contract.ts'
import { judge } from '../../pairs/index.ts'
import { loadBoth } from '../../policy.ts'
import { copyRows, relink } from '../carrying/index.ts'
import { obstaclesOf } from '../obstacles/index.ts'
import { touchedSince } from '../rules.ts'
import { listsOf, settle } from '../settling/index.ts'
import { openSnapshot, type Snapshot, standingOf, tieMark, wholeRecord } from '../snapshot/index.ts'
import { giveFieldsBack } from '../taking/index.ts'
import { mergeBuiltUpon, mergeUndone } from '../words.ts'

type Undo = { id: string; snapshot: Snapshot; cause: string; since: ReturnType<typeof touchedSince>; marks: string[] }

/** Refused, with who changed what when, where the kept record was built on since; `keepLaterChanges` leaves that where it is. Tells `people.unmerged` and `people.changed`. */
export async function undoMerge(
  ctx: Ctx,
  input: Input<typeof contract.undoMerge>,
): Promise<Output<typeof contract.undoMerge>> {
  const merge = await lockMerge(ctx, input.id)
  const both = await loadBoth(ctx, [merge.kept_id, merge.absorbed_id], true)
  const [kept, absorbed] = both
  if (merge.undone_at) throw mergeUndone({ by: merge.undone_by_name ?? '系统', at: merge.undone_at })
  const snapshot = openSnapshot(ctx, kept, merge.snapshot_sealed)
  const whole = await wholeRecord(ctx, kept.id)
  const since = touchedSince(snapshot.standing, standingOf(kept, whole))
  const obstacles = await obstaclesOf(ctx, kept, { merge, since, snapshot })
  const mayPass = input.keepLaterChanges && kept.status !== 'merged'
  ensure(mayPass || !obstacles.length, () => mergeBuiltUpon({ obstacles }))
  const marks = whole.affiliations.map(tieMark)
  const undo: Undo = { id: merge.id, snapshot, cause: `undo:${merge.id}`, since, marks }
  await refusingTakenId(async () => {
    await giveBack(ctx, kept, undo)
    await standAgain(ctx, absorbed, snapshot.absorbed.person.status)
  })
  await relink(ctx, { from: kept.id, to: absorbed.id, ids: snapshot.relinked })
  await bringInStep(ctx, [absorbed.id])
  await ctx.db
    .updateTable('person_merge')
    .set({ undone_by: ctx.actor.accountId, undone_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', merge.id)
    .execute()
  await judge(ctx, both, 'open')
  await tell(ctx, { id: merge.id, both, snapshot })
  return { ok: true }
}

async function lockMerge(ctx: Ctx, id: string) {
  const merge = await ctx.db
    .selectFrom('person_merge as m')
    .selectAll()
    .select((eb) => [
      eb
        .selectFrom('account as a')
        .select('a.name')
        .whereRef('a.county', '=', 'm.county')
        .whereRef('a.id', '=', 'm.undone_by')
        .as('undone_by_name'),
    ])
    .where('m.county', '=', ctx.actor.county)
    .where('m.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  ensure(merge, notFound)
  return merge
}

/** Everything the merge gave the kept record, except what has been touched since. */
async function giveBack(ctx: Ctx, kept: PersonRow, undo: Undo): Promise<void> {
  const { snapshot, since } = undo
  const before = await listsOf(ctx, kept.id)
  await giveFieldsBack(ctx, kept, undo)
  const lists = snapshot.changedLists.filter((key) => !since.sections.includes(key))
  await giveListsBack(ctx, kept, { snapshot, lists })
  await giveTiesBack(ctx, undo)
  await remove(ctx, 'person_event', snapshot.added.events)
  await remove(ctx, 'person_change', snapshot.added.changes)
  const isStanding = kept.status === snapshot.status.after
  await settle(ctx, kept.id, {
    before,
    cause: undo.cause,
    tags: kept.tags.filter((tag) => !snapshot.added.tags.includes(tag)),
    status: isStanding ? snapshot.status.before : kept.status,
    sections: (now) => provenanceAsBefore(bump(ctx, now, { keys: lists }), undo),
  })
}

/** A section that only the merge touched tells its old source and check again, under a new version: an open page must notice. */
function provenanceAsBefore(now: ReturnType<typeof sectionStates>, { snapshot, since }: Undo): typeof now {
  const before = sectionStates({ sections: snapshot.kept.person.sections })
  const states = Object.entries(now).map(([key, state]) => {
    const isGivenBack = !since.sections.includes(key) && state.version !== (before[key]?.version ?? 0)
    return [key, isGivenBack ? { ...before[key], version: state.version } : state] as const
  })
  return Object.fromEntries(states)
}

async function giveListsBack(
  ctx: Ctx,
  kept: PersonRow,
  { snapshot, lists }: { snapshot: Snapshot; lists: string[] },
): Promise<void> {
  const { kept: whole, added } = snapshot
  if (lists.includes('phones')) await replace(ctx, kept, { table: 'person_phone', rows: whole.phones })
  if (lists.includes('contacts')) await replace(ctx, kept, { table: 'person_contact', rows: whole.contacts })
  if (lists.includes('family')) await remove(ctx, 'family_member', added.family)
}

async function replace(
  ctx: Ctx,
  kept: PersonRow,
  { table, rows }: { table: 'person_phone' | 'person_contact'; rows: readonly object[] },
): Promise<void> {
  await ctx.db.deleteFrom(table).where('county', '=', kept.county).where('person_id', '=', kept.id).execute()
  await copyRows(ctx, table, rows)
}

/** Affiliations that stand as the merge left them. One that has ended since, or gone on elsewhere, is part of the kept record's life. */
async function giveTiesBack(ctx: Ctx, { snapshot, marks }: Undo): Promise<void> {
  const asLeft = new Set(
    snapshot.standing.ties.filter((mark) => marks.includes(mark)).map((mark) => mark.split(' ')[0]),
  )
  await remove(
    ctx,
    'affiliation',
    snapshot.added.affiliations.filter((id) => asLeft.has(id)),
  )
  const { filledHome } = snapshot
  if (filledHome && asLeft.has(filledHome.id))
    await ctx.db
      .updateTable('affiliation')
      .set({ place_code: null, address: filledHome.address })
      .where('county', '=', ctx.actor.county)
      .where('id', '=', filledHome.id)
      .execute()
}

type Removable = 'family_member' | 'affiliation' | 'person_event' | 'person_change'

async function remove(ctx: Ctx, table: Removable, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await sql`delete from ${sql.table(table)} where county = ${ctx.actor.county} and id = any(${ids}::uuid[])`.execute(
    ctx.db,
  )
}

async function standAgain(ctx: Ctx, absorbed: PersonRow, status: string): Promise<void> {
  await ctx.db
    .updateTable('person')
    .set({ status, merged_into: null, updated_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', absorbed.id)
    .execute()
}

type Told = { id: string; both: readonly [PersonRow, PersonRow]; snapshot: Snapshot }

async function tell(ctx: Ctx, { id, both: [kept, absorbed], snapshot }: Told): Promise<void> {
  const on = officeDay(ctx.now)
  for (const row of [kept, absorbed]) {
    await addEvent(ctx, row, { kind: 'unmerged', on, detail: { merge: id } })
    ctx.emit({ type: 'people.changed', data: { id: row.id, fields: [...Object.keys(snapshot.taken.after), 'name'] } })
  }
  ctx.emit({ type: 'people.unmerged', data: { mergeId: id, kept: kept.id, absorbed: absorbed.id } })
  if (snapshot.status.after === 'deceased' && snapshot.status.before !== 'deceased')
    ctx.emit({ type: 'people.restored', data: { id: kept.id } })
}
