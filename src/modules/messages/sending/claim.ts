import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { type Gateway, gatewayOf, type Letter } from '../gateway/index.ts'
import { CODE_MINUTES, dueAt, fateOf, type Why } from '../rules.ts'
import { quietOf } from '../settings/index.ts'
import { type Hearing, hearersOf } from '../telling/hearers.ts'
import { openText } from '../telling/text.ts'
import type { Kind } from '../templates/shipped/index.ts'

export type Claimed = { letter: Letter; gateway: Gateway; tries: number; kind: Kind; personId: string }
type Row = {
  id: string
  person_id: string
  kind: Kind
  text_sealed: Buffer
  to_sealed: Buffer | null
  tries: number
  created_at: string
}

const AT_ONCE = 50
/** Longer than a gateway may take for all of them; who died while sending leaves them to the next after it. */
const CLAIM_MS = 15 * 60_000

/**
 * Takes what is due out of the queue, judged once more: people die, choose and change their numbers while a message waits. In quiet hours
 * only one-time codes leave. Null when nothing is due.
 */
export async function claim(ctx: Ctx): Promise<Claimed[] | null> {
  const isQuiet = dueAt(ctx.now, await quietOf(ctx)) > ctx.now
  const until = new Date(ctx.now.getTime() + CLAIM_MS).toISOString()
  const { rows } = await sql<Row>`
    update message set claimed_until = ${until}
     where county = ${ctx.actor.county} and id in (
       select id from message
        where county = ${ctx.actor.county} and status = 'waiting' and due_at <= ${ctx.now.toISOString()}
          and (claimed_until is null or claimed_until <= ${ctx.now.toISOString()}) and (kind = 'code' or not ${isQuiet})
        order by due_at, id limit ${AT_ONCE} for update skip locked)
    returning id, person_id, kind, text_sealed, to_sealed, tries, created_at`.execute(ctx.db)
  if (!rows.length) return null
  const gateway = await gatewayOf(ctx)
  const hearers = new Map(
    (
      await hearersOf(
        ctx,
        rows.map((row) => row.person_id),
      )
    ).map((one) => [one.id, one]),
  )
  const claimed: Claimed[] = []
  for (const row of rows) {
    const letter = await letterOf(ctx, row, { gateway, hearer: hearers.get(row.person_id) })
    if (letter && gateway) claimed.push({ letter, gateway, tries: row.tries, kind: row.kind, personId: row.person_id })
  }
  return claimed
}

type With = { gateway: Gateway | null; hearer: Hearing | undefined }

/** The message as it leaves, or nothing where it must not leave any more. */
async function letterOf(ctx: Ctx, row: Row, { gateway, hearer }: With): Promise<Letter | null> {
  if (!hearer) return end(ctx, row, { status: 'withheld', why: 'not_living' })
  const isCode = row.kind === 'code'
  const tooLate = isCode && ctx.now.getTime() - Date.parse(row.created_at) > CODE_MINUTES * 60_000
  if (tooLate) return end(ctx, row, { status: 'withheld', why: 'too_late' })
  const { status, why } = fateOf(isCode ? { ...hearer, way: 'own', hasPhone: true } : hearer, {
    kind: row.kind,
    hasGateway: gateway !== null,
  })
  if (status !== 'waiting')
    return end(ctx, row, isCode ? { status: 'withheld', why: why ?? 'too_late' } : { status, why })
  const owner = { personId: row.person_id, secret: hearer.secret }
  const text = openText(ctx, owner, row.text_sealed)
  const to = row.to_sealed ? ctx.vault.of(hearer.secret).open(row.to_sealed) : hearer.phone
  return text && to ? { id: row.id, to, text: text.zh } : null
}

type End = { status: 'withheld' | 'to_print'; why: Why | null }

async function end(ctx: Ctx, { id, kind }: Pick<Row, 'id' | 'kind'>, { status, why }: End): Promise<null> {
  const isOver = status === 'withheld'
  await ctx.db
    .updateTable('message')
    .set({ status, why, way: 'paper', due_at: null, done_at: isOver ? ctx.now.toISOString() : null })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  if (kind === 'code') await forget(ctx, id)
  return null
}

/** A one-time code that was sent or will not be sent stands nowhere any more. */
export async function forget(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('message')
    .set({ text_sealed: ctx.vault.seal(JSON.stringify({ zh: '', en: '' })), to_sealed: null })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}
