import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { bump, type PersonRow } from '../../book/index.ts'
import { addEvent, refusingTakenId } from '../../record/service.ts'
import { briefsOf } from '../briefs/index.ts'
import type { contract } from '../contract.ts'
import { judge } from '../pairs/index.ts'
import { loadBoth } from '../policy.ts'
import { alreadyMerged } from '../words.ts'
import { bound } from './binding/index.ts'
import { carryOver, relink } from './carrying/index.ts'
import { listsOf, settle } from './settling/index.ts'
import { sealSnapshot, standingOf, wholeRecord } from './snapshot/index.ts'
import { takeFields } from './taking/index.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

/** The kept one takes the chosen fields and all that hangs on the other, which stays readable and points to it. Tells `people.merged` and `people.changed`. */
export async function mergePeople(ctx: Ctx, input: In<'mergePeople'>): Out<'mergePeople'> {
  const both = await loadBoth(ctx, [input.keptId, input.absorbedId], true)
  const [kept, absorbed] = both
  for (const row of both) ensure(row.status !== 'merged', () => alreadyMerged({ name: row.name }))
  await judge(ctx, both, 'merged')
  const id = newId(ctx.now.getTime())
  const cause = `merge:${id}`
  const whole = { kept: await wholeRecord(ctx, kept.id), absorbed: await wholeRecord(ctx, absorbed.id) }
  const lists = await listsOf(ctx, kept.id)
  await setAside(ctx, absorbed, kept)
  const taken = await refusingTakenId(() => takeFields(ctx, { kept, absorbed, keys: input.takeFromAbsorbed, cause }))
  const { added, ...carried } = await carryOver(ctx, { keptId: kept.id, ...bound(ctx, both, whole) })
  const tags = absorbed.tags.filter((tag) => !kept.tags.includes(tag))
  // Whether somebody lives is told by the date of death: who takes it over takes over the standing it means.
  const status = input.takeFromAbsorbed.includes('diedOn') ? absorbed.status : kept.status
  const row = await settle(ctx, kept.id, {
    before: lists,
    cause,
    tags: [...kept.tags, ...tags],
    status,
    sections: (now) => bump(ctx, now, { keys: carried.changedLists }),
  })
  const snapshot = {
    ...whole,
    ...carried,
    taken,
    added: { ...added, tags },
    status: { before: kept.status, after: status },
    relinked: await relink(ctx, { from: absorbed.id, to: kept.id }),
    standing: standingOf(row, await wholeRecord(ctx, kept.id)),
  }
  await ctx.db
    .insertInto('person_merge')
    .values({
      county: ctx.actor.county,
      id,
      kept_id: kept.id,
      absorbed_id: absorbed.id,
      snapshot_sealed: sealSnapshot(ctx, kept, snapshot),
      merged_by: ctx.actor.accountId,
      merged_at: ctx.now.toISOString(),
    })
    .execute()
  await tell(ctx, { id, kept, absorbed, fields: [...Object.keys(taken.after), ...carried.changedLists, 'unit'] })
  if (status === 'deceased' && kept.status !== 'deceased')
    ctx.emit({ type: 'people.died', data: { id: kept.id, on: row.died_on } })
  return { mergeId: id }
}

async function setAside(ctx: Ctx, absorbed: PersonRow, kept: PersonRow): Promise<void> {
  await ctx.db
    .updateTable('person')
    .set({ status: 'merged', merged_into: kept.id, updated_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', absorbed.id)
    .execute()
}

type Merge = { id: string; kept: PersonRow; absorbed: PersonRow; fields: string[] }

async function tell(ctx: Ctx, { id, kept, absorbed, fields }: Merge): Promise<void> {
  const on = officeDay(ctx.now)
  await addEvent(ctx, kept, { kind: 'merged', on, detail: { note: `并入“${absorbed.name}”的另一条记录`, merge: id } })
  await addEvent(ctx, absorbed, { kind: 'merged', on, detail: { note: '已并入另一条记录', merge: id, into: kept.id } })
  ctx.emit({ type: 'people.merged', data: { mergeId: id, kept: kept.id, absorbed: absorbed.id } })
  ctx.emit({ type: 'people.changed', data: { id: kept.id, fields } })
}

type MergeRow = {
  id: string
  kept: string
  absorbed: string
  by: string | null
  at: string
  undoneBy: string | null
  undoneAt: string | null
  total: number
}

export async function listMerges(ctx: Ctx, input: In<'listMerges'>): Out<'listMerges'> {
  const found = await sql<MergeRow>`
    select m.id, m.kept_id as kept, m.absorbed_id as absorbed, m.merged_at as at, m.undone_at as "undoneAt", a.name as by, u.name as "undoneBy",
           count(*) over ()::int as total
      from person_merge m
      join person k on k.county = m.county and k.id = m.kept_id
      join person p on p.county = m.county and p.id = m.absorbed_id
      left join account a on a.county = m.county and a.id = m.merged_by
      left join account u on u.county = m.county and u.id = m.undone_by
     where m.county = ${ctx.actor.county} and ${rowsOf(ctx.actor, 'k')} and ${rowsOf(ctx.actor, 'p')}
     order by m.merged_at desc, m.id desc limit ${input.limit} offset ${input.offset}`.execute(ctx.db)
  const briefs = await briefsOf(
    ctx,
    found.rows.flatMap(({ kept, absorbed }) => [kept, absorbed]),
  )
  const items = found.rows.flatMap((row) => {
    const [kept, absorbed] = [briefs.get(row.kept), briefs.get(row.absorbed)]
    const can = { undo: ctx.actor.permissions.has('people.merge') && row.undoneAt === null }
    return kept && absorbed ? [{ ...row, kept, absorbed, can }] : []
  })
  return { items, total: found.rows[0]?.total ?? 0 }
}
