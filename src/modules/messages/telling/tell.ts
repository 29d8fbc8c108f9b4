import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { gatewayOf } from '../gateway/index.ts'
import { dueAt, type Fate, fateOf } from '../rules.ts'
import { quietOf } from '../settings/index.ts'
import { currentText, filled } from '../templates/index.ts'
import { type Kind, type TemplateCode, templateOf } from '../templates/shipped/index.ts'
import { requestDelivery } from './delivery.ts'
import { hearersOf } from './hearers.ts'
import { sealText } from './text.ts'

export type Tell = {
  personIds?: readonly string[]
  accountIds?: readonly string[]
  template: Exclude<TemplateCode, 'code'>
  /** What stands in the braces; `name` is filled in with whom it is told to. A value may differ by language. */
  values: Readonly<Record<string, string | { zh: string; en: string }>>
  /** What happened, such as an event's id: the same is told once to each, however often it is asked for. */
  key: string
}
export type Told = { shown: number; waiting: number; toPrint: number; withheld: number }

type Row = {
  person_id: string | null
  account_id: string | null
  text_sealed: Buffer
  way: 'inbox' | 'sms' | 'paper'
  status: 'shown' | Fate['status']
  why: Fate['why']
}
type Wording = { version: number; kind: Kind; text: { zh: string; en: string } }

const AT_ONCE = 500

/** Tells people by the way they chose, and accounts in the product. Belongs to the transaction it is called in: a rollback tells nobody. */
export async function tell(ctx: Ctx, asked: Tell): Promise<Told> {
  const { version, text } = await currentText(ctx, asked.template)
  const wording: Wording = { version, text, kind: templateOf(asked.template).kind }
  const rows = [...(await rowsForPeople(ctx, asked, wording)), ...(await rowsForAccounts(ctx, asked, wording))]
  const due = dueAt(ctx.now, await quietOf(ctx))
  const told: Told = { shown: 0, waiting: 0, toPrint: 0, withheld: 0 }
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const written = await write(ctx, rows.slice(from, from + AT_ONCE), { asked, wording, due })
    for (const { status } of written) told[status === 'to_print' ? 'toPrint' : (status as keyof Told)]++ // as `Row` has it
  }
  if (told.waiting) requestDelivery(ctx, due)
  return told
}

async function rowsForPeople(ctx: Ctx, { personIds = [], values }: Tell, { kind, text }: Wording): Promise<Row[]> {
  const hearers = await hearersOf(ctx, personIds)
  const hasGateway = hearers.length > 0 && (await gatewayOf(ctx)) !== null
  return hearers.map((hearer) => {
    const { id, name, secret } = hearer
    const fate = fateOf(hearer, { kind, hasGateway })
    // Nothing is written down of somebody who was erased but that nothing was told.
    const said = secret ? worded(text, { ...values, name }) : { zh: '', en: '' }
    const owner = secret ? { personId: id, secret } : { personId: null, secret: null }
    return { person_id: id, account_id: null, text_sealed: sealText(ctx, owner, said), ...fate }
  })
}

async function rowsForAccounts(ctx: Ctx, { accountIds = [], values }: Tell, { text }: Wording): Promise<Row[]> {
  if (!accountIds.length) return []
  const accounts = await ctx.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('county', '=', ctx.actor.county)
    .where('id', 'in', [...new Set(accountIds)])
    .where('status', '<>', 'closed')
    .execute()
  const owner = { personId: null, secret: null }
  return accounts.map(({ id, name }) => {
    const text_sealed = sealText(ctx, owner, worded(text, { ...values, name }))
    return { person_id: null, account_id: id, text_sealed, way: 'inbox', status: 'shown', why: null }
  })
}

function worded(text: { zh: string; en: string }, values: Tell['values']): { zh: string; en: string } {
  const of = (lang: 'zh' | 'en') =>
    Object.fromEntries(
      Object.entries(values).map(([place, value]) => [place, typeof value === 'string' ? value : value[lang]]),
    )
  return { zh: filled(text.zh, of('zh')), en: filled(text.en, of('en')) }
}

type Around = { asked: Tell; wording: Wording; due: Date }

async function write(ctx: Ctx, rows: readonly Row[], { asked, wording, due }: Around) {
  const now = ctx.now.toISOString()
  return ctx.db
    .insertInto('message')
    .values(
      rows.map((row) => ({
        ...row,
        county: ctx.actor.county,
        id: newId(ctx.now.getTime()),
        key: asked.key,
        template: asked.template,
        template_version: wording.version,
        kind: wording.kind,
        due_at: row.status === 'waiting' ? due.toISOString() : null,
        done_at: row.status === 'withheld' ? now : null,
        by_account: ctx.actor.accountId,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.constraint('message_once').doNothing())
    .returning('status')
    .execute()
}
