import { sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from '../contract.ts'
import { gatewayOf } from '../gateway/index.ts'
import { dueAt, fateOf } from '../rules.ts'
import { quietOf } from '../settings/index.ts'
import { hearersOf, tell } from '../telling/index.ts'
import { nobody, strangers } from '../words.ts'

type Doors = typeof contract
type Audience = Pick<Input<Doors['sendNotice']>, 'personIds' | 'under'>

/** Whom a notice is for: the living whom the sender looks after, named or of a place. */
async function audienceOf(ctx: Ctx, { personIds, under }: Audience): Promise<string[]> {
  const range = under ? placeRange(under) : null
  const named = [...new Set(personIds)]
  const { rows } = await sql<{ id: string; isNamed: boolean }>`
    select p.id, p.id = any(${named}::uuid[]) as "isNamed" from person p
     where p.county = ${ctx.actor.county} and p.status <> 'merged' and ${rowsOf(ctx.actor, 'p')}
       and (p.id = any(${named}::uuid[])
         ${range ? sql`or (p.status = 'living' and p.place_code between ${range.lo}::bigint and ${range.hi}::bigint)` : sql``})`.execute(
    ctx.db,
  )
  const count = named.length - rows.filter(({ isNamed }) => isNamed).length
  ensure(count === 0, () => strangers({ count }))
  ensure(rows.length, nobody)
  return rows.map(({ id }) => id)
}

export async function previewNotice(
  ctx: Ctx,
  asked: Input<Doors['previewNotice']>,
): Promise<Output<Doors['previewNotice']>> {
  const hearers = await hearersOf(ctx, await audienceOf(ctx, asked))
  const hasGateway = (await gatewayOf(ctx)) !== null
  const fates = hearers.map((one) => fateOf(one, { kind: 'notice', hasGateway }).status)
  const count = (status: string) => fates.filter((one) => one === status).length
  return {
    sms: count('waiting'),
    paper: count('to_print'),
    withheld: count('withheld'),
    hasGateway,
    sendsAt: dueAt(ctx.now, await quietOf(ctx)).toISOString(),
  }
}

export async function sendNotice(ctx: Ctx, asked: Input<Doors['sendNotice']>): Promise<Output<Doors['sendNotice']>> {
  const personIds = await audienceOf(ctx, asked)
  const { text, key } = asked
  const told = await tell(ctx, { personIds, template: 'notice', values: { text }, key: `notice:${key}` })
  return { sms: told.waiting, paper: told.toPrint, withheld: told.withheld }
}
