import { sql } from 'kysely'
import type { z } from 'zod'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { isLive } from '../../policy.ts'
import type { Role } from '../../rules.ts'
import type { grantLine } from '../contract.ts'
import { noSuchArea } from '../words.ts'

export type Grant = z.output<typeof grantLine>
export type AccountGrant = Grant & { account: string; login: string; holder: string }

export function grantRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('account_grant')
    .innerJoin('account', (on) =>
      on.onRef('account.county', '=', 'account_grant.county').onRef('account.id', '=', 'account_id'),
    )
    .innerJoin('county', 'county.county', 'account_grant.county')
    .leftJoin('place', (on) =>
      on.onRef('place.county', '=', 'account_grant.county').onRef('place.code', '=', 'account_grant.place_code'),
    )
    .leftJoin('unit', (on) => on.onRef('unit.county', '=', 'account_grant.county').onRef('unit.id', '=', 'unit_id'))
    .leftJoin('account as giver', (on) =>
      on.onRef('giver.county', '=', 'account_grant.county').onRef('giver.id', '=', 'granted_by'),
    )
    .leftJoin('account as taker', (on) =>
      on.onRef('taker.county', '=', 'account_grant.county').onRef('taker.id', '=', 'revoked_by'),
    )
    .select(['account_grant.id', 'account_id as account', 'account.login', 'account.name as holder'])
    .select([
      'granted_at as grantedAt',
      'revoked_at as revokedAt',
      'giver.name as grantedBy',
      'taker.name as revokedBy',
    ])
    .select(['account_grant.place_code', 'unit_id', 'place.short', 'unit.name', 'county.name as county'])
    .select(sql<Role>`role`.as('role'))
    .select([sql<string>`lower(valid)::text`.as('from'), sql<string | null>`(upper(valid) - 1)::text`.as('until')])
    .select([sql<string>`grant_text(account_grant)`.as('says'), 'account_grant.mac'])
    .select(sql<boolean>`revoked_at is null and valid @> ${officeDay(ctx.now)}::date`.as('isValid'))
    .where('account_grant.county', '=', ctx.actor.county)
}

type Row = Awaited<ReturnType<ReturnType<typeof grantRows>['execute']>>[number]

export function lineOf(ctx: Ctx, { place_code, unit_id, short, name, county, says, mac, ...row }: Row): AccountGrant {
  const isSound = mac !== null && ctx.vault.isMac(says, mac)
  return { ...row, isSound, where: whereOf({ place_code, unit_id, name: short ?? name, county }) }
}

export async function grantsOf(ctx: Ctx, accounts: readonly string[], past = false): Promise<AccountGrant[]> {
  if (!accounts.length) return []
  const query = grantRows(ctx)
    .where('account_id', 'in', [...accounts])
    .orderBy('granted_at', 'desc')
    .orderBy('account_grant.id', 'desc')
  return (await (past ? query : query.where(isLive(ctx.now))).execute()).map((row) => lineOf(ctx, row))
}

type Where = { place_code: string | null; unit_id: string | null; name: string | null; county: string }

function whereOf({ place_code, unit_id, name, county }: Where): Grant['where'] {
  if (place_code) return { kind: 'place', id: place_code, name: name ?? '' }
  return unit_id ? { kind: 'unit', id: unit_id, name: name ?? '' } : { kind: 'office', id: '', name: county }
}

type Areas = { places: readonly string[]; units: readonly string[] }

/** What places and units are called. With `mustStand` one that is unknown, abolished or closed is refused. */
export async function namesOfAreas(
  ctx: Ctx,
  { places, units }: Areas,
  { mustStand } = { mustStand: false },
): Promise<Map<string, string>> {
  const county = ctx.actor.county
  const rows = await sql<{ id: string; name: string; stands: boolean }>`
    select code::text as id, short as name, valid_to is null as stands from place
     where county = ${county} and code = any(${[...places]}::bigint[])
    union all
    select id::text, name, status = 'open' from unit where county = ${county} and id = any(${[...units]}::uuid[])`.execute(
    ctx.db,
  )
  const names = new Map(rows.rows.filter(({ stands }) => stands || !mustStand).map(({ id, name }) => [id, name]))
  if (mustStand)
    ensure(
      [...places, ...units].every((id) => names.has(id)),
      noSuchArea,
    )
  return names
}
