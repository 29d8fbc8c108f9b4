import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { readTable } from '#platform/spreadsheet/index.ts'
import type { Standing } from '../changes/rules.ts'
import { parentOf } from '../codes.ts'
import type { Level } from '../contract.ts'
import { mayManage } from '../policy.ts'
import { recordEvents } from '../rows/events.ts'
import { countyPlace, rowsUnder } from '../rows/index.ts'
import { stands } from '../rules.ts'
import type { contract } from './contract.ts'
import { type Added, type KnownCommunity, planSheet, readColumns } from './rules.ts'
import { noColumns } from './words.ts'

type Answer = Output<typeof contract.addPlacesFromSpreadsheet>

/** Plans a sheet of grids, buildings and entrances and, unless it is only a preview, adds what is new. The refused rows hinder none of the others. */
export async function addPlacesFromSpreadsheet(
  ctx: Ctx,
  { bytes, preview }: Input<typeof contract.addPlacesFromSpreadsheet>,
): Promise<Answer> {
  const written = readColumns(await readTable(bytes))
  ensure(written, noColumns)
  const communities = await knownCommunities(ctx)
  const named = new Set(written.map((row) => row.community))
  const concerned = communities.filter(
    (one) => named.has(one.short) || named.has(one.name) || named.has(one.code.slice(0, 12)),
  )
  const { rows, added } = planSheet(written, { communities, ...(await lockBelow(ctx, concerned)) })
  if (!preview) await add(ctx, added)
  const count = (verdict: Answer['rows'][number]['verdict']) => rows.filter((row) => row.verdict === verdict).length
  return {
    applied: !preview,
    places: added.length,
    counts: { new: count('new'), existing: count('existing'), refused: count('refused') },
    rows: rows.map(({ street: _, ...row }) => row),
  }
}

async function knownCommunities(ctx: Ctx): Promise<KnownCommunity[]> {
  const county = await countyPlace(ctx)
  const among = { levels: ['street', 'community'] as const, directOnly: false, abolished: false }
  const rows = county ? await rowsUnder(ctx, county.code, among) : []
  const streets = new Map(
    rows.filter((row) => row.level === 'street').map((row) => [row.code, [row.short, row.name, ...row.former_names]]),
  )
  const communities = rows.filter((row) => row.level === 'community')
  return communities.map(({ code, name, short }) => ({
    code,
    name,
    short,
    street: streets.get(parentOf(code) ?? '') ?? [],
    isManaged: mayManage(ctx.actor, code),
  }))
}

type Below = { below: Standing[]; usedCodes: Set<string> }
type Found = { code: string; level: Level; name: string; short: string; valid_to: string | null }

/** Locked so that no clerk numbers there meanwhile. Lock and reading are two statements: one that waits for a lock does not see what was added in the wait. */
async function lockBelow(ctx: Ctx, communities: readonly KnownCommunity[]): Promise<Below> {
  const within = sql`unnest(${communities.map((one) => one.code)}::bigint[]) c (code)
    join place p on p.code >= c.code and p.code < upper(place_span(c.code)) and p.county = ${ctx.actor.county}`
  await sql`select from ${within} order by p.code for no key update of p`.execute(ctx.db)
  const found =
    await sql<Found>`select p.code, p.level, p.name, p.short, p.valid_to from ${within} order by p.code`.execute(ctx.db)
  const below = found.rows.filter((row) => row.level !== 'community')
  const today = officeDay(ctx.now)
  const standing = below.filter((row) => stands(row, today))
  return {
    below: standing.map((row) => ({ ...row, parent: parentOf(row.code) ?? '' })),
    usedCodes: new Set(below.map((row) => row.code)),
  }
}

async function add(ctx: Ctx, added: readonly Added[]): Promise<void> {
  const on = officeDay(ctx.now)
  await sql`insert into place (county, code, level, name, short, valid_from)
    select ${ctx.actor.county}::int, a.code, a.level, a.name, a.name, ${on}::date
      from unnest(${added.map(({ code }) => code)}::bigint[], ${added.map(({ level }) => level)}::text[],
        ${added.map(({ name }) => name)}::text[]) a (code, level, name)`.execute(ctx.db)
  await recordEvents(
    ctx,
    added.map(({ code, name }) => ({ code, kind: 'added', on, detail: { name, by: 'spreadsheet' } })),
  )
}
