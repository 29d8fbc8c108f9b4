import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from './contract.ts'
import { codeText, plainCode, shownCode } from './rules.ts'
import { noCode, unknownCode } from './words.ts'

type Doors = typeof contract

/** The keys of the home make it, so the same card can be printed again and a stolen database prints none. */
const codeOf = (ctx: Ctx, personId: string, version: number) =>
  codeText(ctx.vault.index('person_code', `${personId} ${version}`))
const hashOf = (ctx: Ctx, code: string) => ctx.vault.index('person_code_shown', code)

type Cards = Output<Doors['issueCodes']>['items']

async function issueCodes(ctx: Ctx, { people }: Input<Doors['issueCodes']>): Promise<Output<Doors['issueCodes']>> {
  const items = await cardsOf(ctx, people)
  ctx.note({ action: 'personCodesPrinted', detail: { people: items.map(({ personId }) => personId) } })
  return { items }
}

/** The code of each, for whoever may see them; who has none gets one. What is done with it — printed, or shown on a screen — is for the asking door to say. */
export async function cardsOf(ctx: Ctx, people: readonly string[]): Promise<Cards> {
  const wanted = [...new Set(people)]
  const known = await ctx.db
    .selectFrom('person as p')
    .leftJoin('place as c', (on) =>
      on.onRef('c.county', '=', 'p.county').on('c.code', '=', sql<string>`p.place_code / 10000000 * 10000000`),
    )
    .select(['p.id', 'p.name', 'c.short as community'])
    .where('p.county', '=', ctx.actor.county)
    .where('p.id', 'in', wanted)
    .where('p.status', '=', 'living')
    .where(rowsOf(ctx.actor, 'p'))
    .orderBy('p.name_sort')
    .orderBy('p.id')
    .forUpdate('p')
    .execute()
  const items: Cards = []
  for (const { id, name, community } of known) {
    const { version, issuedAt } = (await liveCode(ctx, id)) ?? (await issue(ctx, id))
    items.push({ personId: id, name, community, code: shownCode(codeOf(ctx, id, version)), issuedAt })
  }
  return items
}

async function issue(ctx: Ctx, personId: string) {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0)::int + 1 as version from person_code where county = ${ctx.actor.county} and person_id = ${personId}`.execute(
    ctx.db,
  )
  const version = rows[0]?.version ?? 1
  const issuedAt = ctx.now.toISOString()
  const stamp = { issued_by: ctx.actor.accountId, issued_at: issuedAt }
  const code_hash = hashOf(ctx, codeOf(ctx, personId, version))
  await ctx.db
    .insertInto('person_code')
    .values({ county: ctx.actor.county, person_id: personId, version, code_hash, ...stamp })
    .execute()
  return { version, issuedAt, issuedBy: ctx.actor.name }
}

function liveCode(ctx: Ctx, personId: string) {
  return ctx.db
    .selectFrom('person_code as k')
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'k.county').onRef('a.id', '=', 'k.issued_by'))
    .select(['k.version', 'k.issued_at as issuedAt', 'a.name as issuedBy'])
    .where('k.county', '=', ctx.actor.county)
    .where('k.person_id', '=', personId)
    .where('k.revoked_at', 'is', null)
    .executeTakeFirst()
}

async function ensureOurs(ctx: Ctx, id: string): Promise<void> {
  const query = ctx.db.selectFrom('person').select('id').where('county', '=', ctx.actor.county).where('id', '=', id)
  ensure(await query.where(rowsOf(ctx.actor, 'person')).executeTakeFirst(), notFound)
}

async function readCode(ctx: Ctx, { id }: Input<Doors['readCode']>): Promise<Output<Doors['readCode']>> {
  await ensureOurs(ctx, id)
  const live = await liveCode(ctx, id)
  return { issuedAt: live?.issuedAt ?? null, issuedBy: live?.issuedBy ?? null }
}

async function revokeCode(ctx: Ctx, { id }: Input<Doors['revokeCode']>): Promise<{ ok: true }> {
  await ensureOurs(ctx, id)
  const revoked = await ctx.db
    .updateTable('person_code')
    .set({ revoked_at: ctx.now.toISOString(), revoked_by: ctx.actor.accountId })
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('version')
    .execute()
  ensure(revoked.length, noCode)
  return { ok: true }
}

/** Whose code this is. The card itself says that its holder came, from whichever place of the county. */
export async function holderOfCode(ctx: Ctx, typed: string): Promise<{ id: string; name: string }> {
  const code = plainCode(typed)
  ensure(code, unknownCode)
  const { rows } = await sql<{ id: string; name: string }>`select * from holder_of_code(${hashOf(ctx, code)})`.execute(
    ctx.db,
  )
  const [holder] = rows
  ensure(holder, unknownCode)
  return holder
}

export const service: Service<Doors> = { issueCodes, readCode, revokeCode }
