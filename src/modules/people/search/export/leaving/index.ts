import { sql } from 'kysely'
import { ensureProven } from '#modules/accounts/index.ts'
import type { AuditNote, Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, forbidden } from '#platform/refuse.ts'
import { type ExportKind, isPurpose, leavesAtOnce } from '../rules.ts'
import { approvalNeeded, kindWords, purposeNeeded } from '../words.ts'

/** Refuses what may not leave without a second person: what this account took within a day counts with it. */
export async function ensureAtOnce(ctx: Ctx, people: number): Promise<void> {
  const lastDay = await takenLastDay(ctx)
  ensure(leavesAtOnce({ people, isWhole: false, lastDay }), () => approvalNeeded({ people, lastDay }))
}

async function takenLastDay(ctx: Ctx): Promise<number> {
  const { accountId, county } = ctx.actor
  // One after the other: two short lists at the same moment would each not see the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`export ${accountId}`}, ${county}))`.execute(ctx.db)
  const found = await sql<{ people: number }>`
    select coalesce(sum(people), 0)::int as people from people_export
     where county = ${county} and requested_by = ${accountId} and status = 'at_once'
       and requested_at > ${ctx.now.toISOString()}::timestamptz - interval '1 day'`.execute(ctx.db)
  return found.rows[0]?.people ?? 0
}

type Cause = { kind: ExportKind; reference?: string | undefined }
type Leaving = Cause & { paper: 'list' | 'ledger'; question: object; people: number; purpose: string }

/** A cause as the trail keeps it: its kind and a file number, never the words, which may name somebody. */
export function causeOf({ kind, reference }: { kind: ExportKind; reference?: string | null | undefined }) {
  return { purpose: reference ? `${kindWords[kind].zh} ${reference}` : kindWords[kind].zh }
}

/** Writes down that a list left the house at once. */
export async function leave(ctx: Ctx, leaving: Leaving): Promise<void> {
  await insert(ctx, { ...leaving, status: 'at_once', isWhole: false })
}

/** So many ids stand in one line of the trail; it stays short enough for a cell of its export. */
const LISTED = 500

/** Tells the trail who is in what leaves the house: an incident names them from there (个人信息保护法 第五十七条). A long list takes several lines. */
export function noteTaken(ctx: Ctx, note: AuditNote, ids: readonly string[]): void {
  ctx.note({ ...note, detail: { ...note.detail, count: ids.length, people: ids.slice(0, LISTED) } })
  const { columns = [] } = note.detail ?? {}
  for (let at = LISTED; at < ids.length; at += LISTED)
    ctx.note({
      action: 'people.export_listed',
      subject: note.subject,
      detail: { columns, people: ids.slice(at, at + LISTED) },
    })
}

async function insert(ctx: Ctx, row: Leaving & { status: 'at_once' | 'waiting'; isWhole: boolean }): Promise<string> {
  const { accountId, county } = ctx.actor
  ensure(accountId, forbidden)
  const id = newId(ctx.now.getTime())
  const { isWhole, question, reference = null, ...rest } = row
  await ctx.db
    .insertInto('people_export')
    .values({
      ...rest,
      reference,
      county,
      id,
      question: JSON.stringify(question),
      is_whole: isWhole,
      requested_by: accountId,
      requested_at: ctx.now.toISOString(),
    })
    .execute()
  return id
}

/** A request for any paper that names more people than one person may take out alone. */
export async function requestPaper(ctx: Ctx, asked: Leaving & { isWhole: boolean }): Promise<string> {
  ensure(isPurpose(asked.purpose), purposeNeeded)
  await ensureProven(ctx)
  const id = await insert(ctx, { ...asked, status: 'waiting' })
  const { paper, people, isWhole } = asked
  ctx.note({
    action: 'people.export_requested',
    subject: id,
    ...causeOf(asked),
    detail: { paper, count: people, isWhole },
  })
  return id
}
