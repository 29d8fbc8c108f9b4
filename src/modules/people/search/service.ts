import { type RawBuilder, sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type PersonRow, valuesFrom } from '../book/index.ts'
import { columnOf, type Field, fieldOf } from '../fields/index.ts'
import { ageOf } from '../record/index.ts'
import type { contract, PersonItem } from './contract.ts'
import { ensureSeen, questionSql } from './question/index.ts'
import { ensureNotBulk } from './viewing/index.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>
type Order = Pick<In<'listPeople'>, 'sort' | 'descending'>

type Line = Partial<PersonRow> & {
  id: string
  name: string
  status: string
  birth_on: string | null
  completeness: number
  tags: string[]
  id_status: string
  unit: string | null
  street: string | null
  community: string | null
  phone: Uint8Array | null
  total: number | null
}

const always = [
  'id',
  'county',
  'name',
  'status',
  'birth_on',
  'completeness',
  'tags',
  'id_status',
  'place_code',
  'unit_id',
  'secret',
]

/** Finds people. One statement brings the page, its words and the total; the joins run for the page's rows alone. */
export async function listPeople(ctx: Ctx, input: In<'listPeople'>): Out<'listPeople'> {
  const clause = await questionSql(ctx, input)
  const fields = input.columns.flatMap((key) => fieldOf(key) ?? [])
  const rows = await pageOf(ctx, {
    clause,
    fields,
    order: input,
    limit: input.limit,
    offset: input.offset,
    counted: input.counted,
  })
  await ensureNotBulk(
    ctx,
    fields,
    rows.map(({ id }) => id),
  )
  const total = rows[0]?.total ?? (input.counted && input.offset > 0 ? await countOf(ctx, clause) : rows.length)
  return { items: rows.map((row) => itemOf(ctx, row, fields)), total, can: abilitiesOf(ctx) }
}

function abilitiesOf({ actor }: Ctx): Awaited<Out<'listPeople'>>['can'] {
  return {
    seePersonal: actor.sees.has('pi'),
    seeRestricted: actor.sees.has('restricted'),
    reveal: actor.permissions.has('people.reveal'),
    export: actor.permissions.has('people.export'),
  }
}

export type Page = {
  clause: RawBuilder<boolean>
  fields: readonly Field[]
  order: Order
  limit: number
  offset: number
  counted: boolean
}

export async function pageOf(ctx: Ctx, page: Page): Promise<Line[]> {
  const columns = [...new Set([...always, ...page.fields.map(columnOf)])].map((column) => sql.ref(`p.${column}`))
  const order = orderSql(page.order)
  const total = page.counted ? sql`(select count(*)::int from person p where ${page.clause})` : sql`null::int`
  const result = await sql<Line>`
    with page as materialized (
      select ${sql.join(columns)}, row_number() over () as place_in_page
        from (select p.* from person p where ${page.clause} order by ${order} limit ${page.limit} offset ${page.offset}) p
    )
    select page.*, u.name as unit, s.short as street, c.short as community, ${total} as total,
           (select number_sealed from person_phone h where h.county = page.county and h.person_id = page.id order by position limit 1) as phone
      from page
      left join unit u on u.county = page.county and u.id = page.unit_id
      left join place c on c.county = page.county and c.code = page.place_code - page.place_code % 10000000 and c.level = 'community'
      left join place s on s.county = page.county and s.code = page.place_code - page.place_code % 10000000000 and s.level = 'street'
     order by page.place_in_page`.execute(ctx.db)
  return result.rows
}

export async function countOf(ctx: Ctx, clause: RawBuilder<boolean>): Promise<number> {
  const result = await sql<{ total: number }>`select count(*)::int as total from person p where ${clause}`.execute(
    ctx.db,
  )
  return result.rows[0]?.total ?? 0
}

const sortColumns = {
  birthOn: 'birth_on',
  name: 'name_sort',
  retiredOn: 'retired_on',
  completeness: 'completeness',
  updatedAt: 'updated_at',
  rank: 'rank',
}

function orderSql({ sort, descending }: Order): RawBuilder<unknown> {
  const column = sql.ref(`p.${sortColumns[sort]}`)
  return descending ? sql`${column} desc nulls last, p.id desc` : sql`${column}, p.id`
}

export function itemOf(
  ctx: Ctx,
  row: Line,
  fields: readonly Field[],
): Output<(typeof contract)['listPeople']>['items'][number] & PersonItem {
  const keys = new Set(fields.map((field) => field.key))
  const values = valuesFrom(row, ctx.vault, keys)
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    age: row.status === 'deceased' ? null : ageOf(row.birth_on, officeDay(ctx.now)),
    unit: row.unit,
    street: row.street,
    community: row.community,
    phone: row.phone ? ctx.vault.of(row.secret ?? null).open(row.phone) : null,
    idStatus: row.id_status,
    completeness: row.completeness,
    tags: row.tags,
    fields: Object.fromEntries([...keys].map((key) => [key, values[key] ?? null])),
  }
}

export async function listTags(ctx: Ctx): Out<'listTags'> {
  const clause = await questionSql(ctx, { q: '', status: 'all', where: [] })
  const result = await sql<{ tag: string; count: number }>`
    select tag, count(*)::int as count from person p, unnest(p.tags) tag where ${clause} group by tag order by count desc, tag limit 200`.execute(
    ctx.db,
  )
  return { items: result.rows }
}

const counted: Record<In<'countPeople'>['by'], RawBuilder<unknown>> = {
  street: sql`p.place_code - p.place_code % 10000000000`,
  community: sql`p.place_code - p.place_code % 10000000`,
  unit: sql`p.unit_id`,
  kind: sql`p.kind`,
  gender: sql`p.gender`,
  status: sql`p.status`,
  political: sql`p.political`,
  nature: sql`p.nature`,
  health: sql`p.health`,
  ageBand: sql`null`,
}

/** Counts by one axis; every count opens the list it was counted from, by the same question. */
export async function countPeople(ctx: Ctx, input: In<'countPeople'>): Out<'countPeople'> {
  ensureSeen(ctx, { field: input.by, op: 'by', value: null })
  const clause = await questionSql(ctx, input)
  const key = input.by === 'ageBand' ? bandSql(officeDay(ctx.now)) : counted[input.by]
  const result = await sql<{ key: string | null; count: number; name: string | null }>`
    with counts as (select ${key} as key, count(*)::int as count from person p where ${clause} group by 1)
    select counts.key::text, counts.count, ${nameSql(input.by, ctx.actor.county)} as name from counts order by key`.execute(
    ctx.db,
  )
  const items = result.rows.map((row) => ({ key: row.key, name: row.name ?? row.key ?? '—', count: row.count }))
  return { items, total: items.reduce((sum, item) => sum + item.count, 0) }
}

function nameSql(by: In<'countPeople'>['by'], county: number): RawBuilder<string | null> {
  if (by === 'unit') return sql`(select name from unit where county = ${county} and id = counts.key)`
  if (by === 'street' || by === 'community')
    return sql`(select short from place where county = ${county} and code = counts.key)`
  return sql`null::text`
}

/** Ten-year bands; the statistics' own bands 70–79 and ≥80 are among them. */
function bandSql(day: string): RawBuilder<unknown> {
  const year = Number(day.slice(0, 4))
  return sql`((${year}::int - left(p.birth_on, 4)::int - (case when length(p.birth_on) = 10 and right(p.birth_on, 5) > ${day.slice(5)} then 1 when length(p.birth_on) = 5 then 1 else 0 end)) / 10 * 10)`
}
