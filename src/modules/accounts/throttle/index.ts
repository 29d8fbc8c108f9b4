import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { chargeTry, type Limit } from './rules.ts'

export type { Limit } from './rules.ts'

/** What is counted: a login name, an address, codes asked for from an address, a browser known from before, somebody's second factor, or a proof asked of them. */
export type Key = { kind: 'name' | 'address' | 'asking' | 'browser' | 'code' | 'proof'; of: string }
export type Charge = Key & { limit: Limit }

// Names are kept as blind indexes: people type passwords into the wrong box.
const indexOf = (ctx: Ctx, { kind, of }: Key) => ctx.vault.index(`try-${kind}`, of)

/** In a transaction of its own: a refusal must not take it back. Keys after a locked one are not counted: a locked address locks no more names. */
export async function chargeTries(
  ctx: Ctx,
  county: number,
  charges: readonly Charge[],
): Promise<Key['kind'] | undefined> {
  const day = new Date(ctx.now.getTime() - DAY_MS).toISOString()
  await sql`delete from sign_in_try where last_at < ${day} and (locked_until is null or locked_until < ${ctx.now.toISOString()})`.execute(
    ctx.db,
  )
  for (const charge of charges) if (await chargeOne(ctx, county, charge)) return charge.kind
  return undefined
}

const DAY_MS = 86_400_000

async function chargeOne(ctx: Ctx, county: number, charge: Charge): Promise<boolean> {
  const key_index = indexOf(ctx, charge)
  const untried = { county, key_index, count: 0, last_at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('sign_in_try')
    .values(untried)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const own = { county, key_index }
  const row = await rowOf(ctx, own)
  const after = chargeTry(row, ctx.now, charge.limit)
  if (!after) return true
  const set = {
    count: after.count,
    last_at: after.lastAt.toISOString(),
    locked_until: after.lockedUntil?.toISOString() ?? null,
  }
  await ctx.db
    .updateTable('sign_in_try')
    .set(set)
    .where('county', '=', county)
    .where('key_index', '=', key_index)
    .execute()
  return false
}

async function rowOf(ctx: Ctx, { county, key_index }: { county: number; key_index: Buffer }) {
  const row = await ctx.db
    .selectFrom('sign_in_try')
    .select(['count', 'last_at', 'locked_until'])
    .where('county', '=', county)
    .where('key_index', '=', key_index)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const { count, last_at, locked_until } = row
  return { count, lastAt: new Date(last_at), lockedUntil: locked_until ? new Date(locked_until) : null }
}

export async function forgetTries(ctx: Ctx, keys: readonly Key[]): Promise<void> {
  for (const key of keys)
    await ctx.db
      .deleteFrom('sign_in_try')
      .where('county', '=', ctx.actor.county)
      .where('key_index', '=', indexOf(ctx, key))
      .execute()
}

/** A right try of one among many behind an address: it costs nothing, and forgives the others nothing. */
export async function refundTry(ctx: Ctx, key: Key): Promise<void> {
  await ctx.db
    .updateTable('sign_in_try')
    .set({ count: sql`greatest(count - 1, 0)`, locked_until: null })
    .where('county', '=', ctx.actor.county)
    .where('key_index', '=', indexOf(ctx, key))
    .execute()
}

export async function locksOf(ctx: Ctx, keys: readonly Key[]): Promise<Map<string, string>> {
  const names = new Map(keys.map((key) => [indexOf(ctx, key).toString('hex'), key.of]))
  if (!names.size) return new Map()
  const rows = await ctx.db
    .selectFrom('sign_in_try')
    .select([sql<string>`encode(key_index, 'hex')`.as('index'), 'locked_until'])
    .where('county', '=', ctx.actor.county)
    .where(
      'key_index',
      'in',
      [...names.keys()].map((hex) => Buffer.from(hex, 'hex')),
    )
    .where('locked_until', '>', ctx.now.toISOString())
    .execute()
  return new Map(rows.map((row) => [names.get(row.index) ?? '', row.locked_until ?? '']))
}
