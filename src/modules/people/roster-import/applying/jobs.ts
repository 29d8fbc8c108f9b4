import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Job } from '#platform/house/jobs.ts'
import { familyRows, insertRows } from '../../book/index.ts'
import { loadBatch } from '../policy.ts'
import type { StoredRow } from '../stored/index.ts'
import { actionFor } from './action/index.ts'
import { createRows } from './create/index.ts'
import { updateRow } from './update/index.ts'

const CHUNK = 500

/** Carries out a plan, some hundred rows a transaction. A row is written and ticked off together, so that a crash neither loses nor doubles one: the next start goes on. */
export const applyJob: Job = {
  task: 'import.apply',
  run: async (house, payload) => {
    const [county, id] = [Number(payload.county), String(payload.batch)]
    let left = 1
    while (left > 0) left = await house.act({ system: county }, { readOnly: false }, (ctx) => applyChunk(ctx, id))
  },
}

/** Returns how many rows it went through; nought when the batch is done or not to be applied. */
async function applyChunk(system: Ctx, id: string): Promise<number> {
  const batch = await loadBatch(system, id, true)
  if (batch.status !== 'applying') return 0
  const ctx = await onBehalf(system, batch.applied_by)
  const rows = await ctx.db
    .selectFrom('import_row')
    .selectAll()
    .where('county', '=', batch.county)
    .where('batch_id', '=', id)
    .where('done', 'is', null)
    .orderBy('seq')
    .limit(CHUNK)
    .execute()
  if (!rows.length) {
    await finish(ctx, id)
    return 0
  }
  const work = { batch: { id, asOf: batch.as_of, fileName: batch.file_name } }
  const actions = Map.groupBy(rows, (row) => actionFor(row))
  const created = await createRows(ctx, work, actions.get('create') ?? [])
  for (const row of actions.get('update') ?? []) tell(ctx, row, await updateRow(ctx, work, row))
  await leave(ctx, id, actions.get('leave') ?? [])
  await ctx.db
    .updateTable('import_batch')
    .set({ done_count: batch.done_count + rows.length })
    .where('county', '=', batch.county)
    .where('id', '=', id)
    .execute()
  if (created.length) ctx.emit({ type: 'people.registered', data: { ids: created } })
  return rows.length
}

function tell(ctx: Ctx, row: StoredRow, id: string | null): void {
  if (id) ctx.emit({ type: 'people.changed', data: { id, fields: row.changes } })
}

/** The job works as the office; history names the person who ordered it. */
async function onBehalf(ctx: Ctx, accountId: string | null): Promise<Ctx> {
  if (!accountId) return ctx
  const account = await ctx.db
    .selectFrom('account')
    .select('name')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return { ...ctx, actor: { ...ctx.actor, accountId, name: account?.name ?? ctx.actor.name } }
}

async function leave(ctx: Ctx, id: string, rows: readonly StoredRow[]): Promise<void> {
  if (!rows.length) return
  await ctx.db
    .updateTable('import_row')
    .set({ done: 'left' })
    .where('county', '=', ctx.actor.county)
    .where('batch_id', '=', id)
    .where(
      'seq',
      'in',
      rows.map((row) => row.seq),
    )
    .execute()
}

/** Ties survivors to their cadres, and closes the batch. */
async function finish(ctx: Ctx, id: string): Promise<void> {
  for (const { owner, secret, name, survivor } of await survivorsOf(ctx, id)) {
    const known = { birthOn: null, workUnit: null, health: null, phone: null, subsidyCents: null, note: '遗属' }
    const member = { ...known, relation: '1', name, isLiving: true, linkedPersonId: survivor }
    await insertRows(ctx, 'family_member', familyRows(ctx, { id: owner, secret }, [member]))
  }
  await ctx.db
    .updateTable('import_batch')
    .set({ status: 'applied' })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  ctx.note({ action: 'import.applied', subject: id })
  ctx.emit({ type: 'import.applied', data: { id } })
}

type Survivor = { owner: string; secret: Buffer | null; name: string; survivor: string }

/** New survivors whose cadre stands in the same roster and does not have them as family yet. */
async function survivorsOf(ctx: Ctx, id: string): Promise<Survivor[]> {
  // Set apart first: after a crash the database has no statistics, and would compare every row with every other.
  const found = await sql<Survivor>`
    with survivor as materialized (
      select county, batch_id, related_seq, name, person_id from import_row
       where county = ${ctx.actor.county} and batch_id = ${id} and related_seq is not null and done = 'created' and class <> 'duplicate')
    select c.person_id as owner, p.secret, s.name, s.person_id as survivor
      from survivor s join import_row c on c.county = s.county and c.batch_id = s.batch_id and c.seq = s.related_seq
      join person p on p.county = c.county and p.id = c.person_id
     where exists (select 1 from person p where p.county = s.county and p.id = s.person_id and p.kind = 'survivor')
       and not exists (select 1 from family_member f where f.county = s.county and f.person_id = c.person_id and f.linked_person_id = s.person_id)`.execute(
    ctx.db,
  )
  return found.rows
}
