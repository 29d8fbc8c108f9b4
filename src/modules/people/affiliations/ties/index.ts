import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { noteChange, type PersonRow } from '../../book/index.ts'
import { loadPerson } from '../../policy.ts'
import { addEvent } from '../../record/index.ts'
import { placePaths } from '../paths/index.ts'
import { type Days, holdsOn, isRecordableDay, readDays, writeDays } from '../rules.ts'
import { affiliationWords, mergedAway, wrongDay } from '../words.ts'

type Person = Pick<PersonRow, 'county' | 'id'>

/** The person, locked. What was merged into another record is read, not written. */
export async function loadForWrite(ctx: Ctx, id: string): Promise<PersonRow> {
  const row = await loadPerson(ctx, id, true)
  ensure(row.merged_into === null, () => mergedAway({ into: row.merged_into ?? '' }))
  return row
}

export function ensureRecordable(ctx: Ctx, day: string): void {
  const today = officeDay(ctx.now)
  ensure(isRecordableDay(day, today), () => wrongDay({ today }))
}

export type TieRow = {
  id: string
  kind: string
  unit_id: string | null
  unit_name: string | null
  place_code: string | null
  address: string | null
  note: string | null
  days: Days
}

export async function tiesOf(ctx: Ctx, row: Person): Promise<TieRow[]> {
  const found = await ctx.db
    .selectFrom('affiliation as a')
    .leftJoin('unit as u', (join) => join.onRef('u.county', '=', 'a.county').onRef('u.id', '=', 'a.unit_id'))
    .select(['a.id', 'a.kind', 'a.unit_id', 'u.name as unit_name', 'a.place_code', 'a.address', 'a.during', 'a.note'])
    .where('a.county', '=', row.county)
    .where('a.person_id', '=', row.id)
    .orderBy('a.added_at', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
  return found.map(({ during, ...tie }) => ({ ...tie, days: readDays(during) }))
}

export async function cutTie(ctx: Ctx, tie: { id: string; days: Days; note?: string }): Promise<void> {
  await ctx.db
    .updateTable('affiliation')
    .set({
      during: writeDays(tie.days),
      ended_by: ctx.actor.accountId,
      ended_at: ctx.now.toISOString(),
      ...(tie.note === undefined ? {} : { note: tie.note }),
    })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', tie.id)
    .execute()
}

/** 原单位：县水利局 */
export function told(tie: { kind: string; name: string }): string {
  return `${affiliationWords[tie.kind]?.zh ?? tie.kind}：${tie.name}`
}

type Change = { key: 'unit' | 'home'; from: string | null; to: string | null; on: string | null; note: string | null }

export async function tellChange(ctx: Ctx, row: Person, { key, from, to, on, note }: Change): Promise<void> {
  await noteChange(ctx, row, { key, from, to, cause: 'edit' })
  const turn = from && to ? `${from} → ${to}` : to ? `增加${to}` : `结束${from ?? ''}`
  const kind = key === 'unit' ? 'unit_changed' : 'moved_home'
  await addEvent(ctx, row, { kind, on, detail: { note: note ? `${turn}（${note}）` : turn } })
}

/** An address that is nothing but text; it stands in a sentence, where no contract could cut it. */
function written(ctx: Ctx, tie: TieRow): string | null {
  return ctx.actor.sees.has('pi') ? tie.address : null
}

/** What holds today, in words: 原单位：县水利局, 居住地：邢侗街道广场社区. */
export async function affiliationsToday(ctx: Ctx, row: Person): Promise<string[]> {
  const today = officeDay(ctx.now)
  const ties = (await tiesOf(ctx, row)).filter((tie) => holdsOn(tie.days, today))
  const paths = await placePaths(
    ctx,
    ties.flatMap((tie) => tie.place_code ?? []),
  )
  return ties.map((tie) =>
    told({ kind: tie.kind, name: tie.unit_name ?? paths.get(tie.place_code ?? '') ?? written(ctx, tie) ?? '—' }),
  )
}
