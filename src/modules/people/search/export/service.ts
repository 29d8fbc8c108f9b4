import { sql } from 'kysely'
import { ensureProven } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure, forbidden, notFound } from '#platform/refuse.ts'
import type { contract } from './contract.ts'
import { causeOf, ensureAtOnce, leave, noteTaken, requestPaper } from './leaving/index.ts'
import { makeList, peopleOf } from './making/index.ts'
import { type ExportKind, fetchBy, isPurpose, mayTake } from './rules.ts'
import { notReady, notWaiting, ownRequest, purposeNeeded } from './words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

/** A short list, at once. Somebody who takes many short ones is asked for a second person too. */
export async function exportPeople(ctx: Ctx, input: In<'exportPeople'>): Out<'exportPeople'> {
  const { purpose, kind, reference, ...list } = input
  ensure(isPurpose(purpose), purposeNeeded)
  const people = await peopleOf(ctx, list)
  await ensureAtOnce(ctx, people)
  const { people: _made, ids, ...file } = await makeList(ctx, list, { purpose, isWhole: false })
  await leave(ctx, { paper: 'list', question: list, people, purpose, kind, reference })
  noteTaken(ctx, { action: 'people.export', ...causeOf(input), detail: { columns: list.columns } }, ids)
  return file
}

/** Asks for a long list, or one with whole numbers. Nothing is made before a second person agrees. */
export async function requestExport(ctx: Ctx, input: In<'requestExport'>): Out<'requestExport'> {
  const { purpose, kind, reference, isWhole, ...list } = input
  const mayReveal = ctx.actor.permissions.has('people.reveal')
  const people = await peopleOf(ctx, list)
  return {
    id: await requestPaper(ctx, {
      paper: 'list',
      question: list,
      people,
      purpose,
      kind,
      reference,
      isWhole: isWhole && mayReveal,
    }),
  }
}

/** A second person agrees: the content is made now, with the requester's own scope and classes. */
export async function approveExport(ctx: Ctx, input: In<'approveExport'>): Out<'approveExport'> {
  await ensureProven(ctx)
  const row = await decide(ctx, input, 'making')
  const payload = { export: row.id, account: row.requested_by }
  if (row.paper === 'list') ctx.enqueue({ task: 'people.make_export', payload })
  else ctx.emit({ type: 'people.export_approved', data: { ...payload, paper: row.paper } })
  return { ok: true }
}

export async function refuseExport(ctx: Ctx, input: In<'refuseExport'>): Out<'refuseExport'> {
  await decide(ctx, input, 'refused')
  return { ok: true }
}

async function decide(ctx: Ctx, { id, note }: { id: string; note: string }, status: 'making' | 'refused') {
  const { accountId, county } = ctx.actor
  const row = await ctx.db
    .selectFrom('people_export')
    .select(['id', 'status', 'paper', 'requested_by', 'people'])
    .where('county', '=', county)
    .where('id', '=', id)
    .where('status', '<>', 'at_once')
    .forUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  ensure(!isOneself(ctx.actor, row.requested_by), ownRequest)
  ensure(row.status === 'waiting', notWaiting)
  await ctx.db
    .updateTable('people_export')
    .set({ status, decided_by: accountId, decided_at: ctx.now.toISOString(), decision_note: note || null })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
  const action = status === 'making' ? 'people.export_approved' : 'people.export_refused'
  ctx.note({ action, subject: id, detail: { count: row.people } })
  return row
}

export async function withdrawExport(ctx: Ctx, input: In<'withdrawExport'>): Out<'withdrawExport'> {
  const withdrawn = await ctx.db
    .updateTable('people_export')
    .set({ status: 'withdrawn' })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', input.id)
    .where('requested_by', 'in', ctx.actor.accounts)
    .where('status', '=', 'waiting')
    .returning('id')
    .execute()
  ensure(withdrawn.length, notWaiting)
  return { ok: true }
}

/** Hands the file over, to who asked for it, once, within a day; then nothing of it is left here. */
export async function fetchExport(ctx: Ctx, input: In<'fetchExport'>): Out<'fetchExport'> {
  const row = await ctx.db
    .selectFrom('people_export')
    .select(sql<ExportKind>`kind`.as('kind'))
    .select([
      'status',
      'paper',
      'people',
      'file_name',
      'content_sealed',
      'decided_at',
      'reference',
      'question',
      'person_ids',
    ])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', input.id)
    .where('requested_by', 'in', ctx.actor.accounts)
    .forUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  ensure(mayTake(row.paper, ctx.actor), forbidden)
  ensure(row.status === 'ready' && row.content_sealed && row.decided_at, notReady)
  ensure(ctx.now < fetchBy(new Date(row.decided_at)), notReady)
  await ctx.db
    .updateTable('people_export')
    .set({ status: 'fetched', content_sealed: null, person_ids: null, fetched_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', input.id)
    .execute()
  const note = { action: 'people.export', subject: input.id, ...causeOf(row) }
  if (row.person_ids) noteTaken(ctx, { ...note, detail: { columns: columnsIn(row.question) } }, row.person_ids)
  else ctx.note({ ...note, detail: { count: row.people } })
  const name = row.file_name ?? 'export.xlsx'
  return { name, mediaType: mediaTypeOf(name), bytes: ctx.vault.openBytes(row.content_sealed) }
}

function columnsIn(question: unknown): string[] {
  const asked = question && typeof question === 'object' && 'columns' in question ? question.columns : []
  return Array.isArray(asked) ? asked.map(String) : []
}

function mediaTypeOf(name: string): string {
  return name.endsWith('.pdf') ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}
