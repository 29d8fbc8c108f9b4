import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { matchKey } from './match-key.ts'

export { matchKey }

export type NameKind = 'name' | 'short' | 'former' | 'alias'
export type NewName = { unitId: string; kind: NameKind; name: string; from?: string | null; to?: string | null }

export async function countyName(ctx: Ctx): Promise<string> {
  const county = ctx.db.selectFrom('county').select('name').where('county', '=', ctx.actor.county)
  return (await county.executeTakeFirstOrThrow()).name
}

export async function writeNames(ctx: Ctx, names: readonly NewName[]): Promise<void> {
  if (!names.length) return
  const county = await countyName(ctx)
  const rows = names.map(({ unitId, kind, name, from, to }) => ({
    county: ctx.actor.county,
    id: newId(ctx.now.getTime()),
    unit_id: unitId,
    kind,
    name,
    match_key: matchKey(name, county),
    valid_from: from ?? null,
    valid_to: to ?? null,
  }))
  await ctx.db
    .insertInto('unit_name')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function endName(
  ctx: Ctx,
  unitIds: readonly string[],
  { kind, on }: { kind: NameKind; on: string },
): Promise<void> {
  await ctx.db
    .updateTable('unit_name')
    .set({ valid_to: sql<string>`greatest(${on}::date, valid_from)` })
    .where('county', '=', ctx.actor.county)
    .where('unit_id', 'in', unitIds)
    .where('kind', '=', kind)
    .where('valid_to', 'is', null)
    .execute()
}

export type FoundUnit = { id: string; name: string; status: 'open' | 'closed' }

/** By name, short name, alias or former name, open ones first. Exactly one is a hit, also if renamed or closed; several are for a person to decide. */
export async function findUnitByName(ctx: Ctx, text: string): Promise<FoundUnit[]> {
  const key = matchKey(text, await countyName(ctx))
  if (key === '') return []
  const found = await sql<FoundUnit>`
    select u.id, u.name, u.status from unit u
     where u.county = ${ctx.actor.county}
       and u.id in (select n.unit_id from unit_name n where n.county = ${ctx.actor.county} and n.match_key = ${key})
     order by u.status desc, u.name`.execute(ctx.db)
  return found.rows
}

export type DirectoryUnit = {
  id: string
  code: string | null
  name: string
  short: string[]
  former: string[]
  nature: '机关' | '事业' | '企业' | null
  vertical: boolean
  status: '在册' | '撤销'
  successor: string | null
}

/** Every unit in the form of the importer's units file. Aliases stand among the short names, for they are compared alike. */
export async function unitDirectory(ctx: Ctx): Promise<DirectoryUnit[]> {
  const found = await sql<DirectoryUnit>`
    select u.id, u.code, u.name, u.is_vertical as vertical, s.name as successor,
           case u.nature when 'organ' then '机关' when 'institution' then '事业' when 'enterprise' then '企业' end as nature,
           case u.status when 'open' then '在册' else '撤销' end as status,
           coalesce(n.short, '{}') as short, coalesce(n.former, '{}') as former
      from unit u
      left join unit s on s.county = u.county and s.id = u.successor_id
      left join (select unit_id, array_agg(distinct name) filter (where kind in ('short', 'alias')) as short,
                        array_agg(distinct name) filter (where kind = 'former') as former
                   from unit_name where county = ${ctx.actor.county} group by unit_id) n on n.unit_id = u.id
     where u.county = ${ctx.actor.county} order by u.code nulls last, u.name, u.id`.execute(ctx.db)
  return found.rows
}
