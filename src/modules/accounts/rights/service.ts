import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { FileAnswer, Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import { grantRows, lineOf } from '../grants/index.ts'
import { isLive } from '../policy.ts'
import { ROLES } from '../rules.ts'
import { roleWords } from '../words.ts'
import type { contract } from './contract.ts'
import { previewAccount } from './preview/index.ts'
import { matrixRows } from './rules.ts'
import { columnWords } from './words.ts'

type Doors = typeof contract
type Filters = Input<Doors['exportGrants']>

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const both = ({ zh, en }: { zh: string; en: string }) => `${zh} ${en}`

/** Elders and their relatives come by elder-access, thousands of them, and their names are nothing to the three: they are counted. */
const COUNTED = ['elder', 'family'] as const

const standing = (ctx: Ctx) => grantRows(ctx).where(isLive(ctx.now)).where('account.status', '!=', 'closed')

async function countedOf(ctx: Ctx): Promise<{ elder: number; family: number }> {
  const count = (role: (typeof COUNTED)[number]) => sql<number>`(count(*) filter (where role = ${role}))::int`.as(role)
  return standing(ctx)
    .where('role', 'in', COUNTED)
    .clearSelect()
    .select([count('elder'), count('family')])
    .executeTakeFirstOrThrow()
}

function liveGrants(ctx: Ctx, { q, role, endsWithin }: Filters) {
  let query = standing(ctx).where('role', 'not in', COUNTED)
  if (q)
    query = query.where(
      sql<boolean>`(position(${q.toLowerCase()} in account.login) > 0 or position(${q} in account.name) > 0)`,
    )
  if (role) query = query.where('role', '=', role)
  if (endsWithin)
    query = query.where(sql<boolean>`upper(valid) <= ${officeDay(ctx.now)}::date + ${endsWithin}::int + 1`)
  return query
}

async function listAllGrants(
  ctx: Ctx,
  { offset, limit, ...filters }: Input<Doors['listAllGrants']>,
): Promise<Output<Doors['listAllGrants']>> {
  const query = liveGrants(ctx, filters)
  const { total } = await query.clearSelect().select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .orderBy(sql`upper(valid)`)
    .orderBy('account.login')
    .orderBy('account_grant.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return { items: rows.map((row) => lineOf(ctx, row)), total, counted: await countedOf(ctx) }
}

async function exportGrants(ctx: Ctx, filters: Filters): Promise<FileAnswer> {
  const rows = (await liveGrants(ctx, filters).orderBy('account.login').orderBy('account_grant.id').execute()).map(
    (row) => lineOf(ctx, row),
  )
  const { login, name, role, where, from, until, grantedBy, grantedAt } = columnWords
  const bytes = await writeWorkbook([
    {
      name: '授权表',
      title: '账号授权表 Grants of accounts',
      note: `${officeDay(ctx.now)}，共 ${rows.length} 项 ${rows.length} grants`,
      header: [login, name, role, where, from, until, grantedBy, grantedAt].map(both),
      rows: rows.map((row) => [
        row.login,
        row.holder,
        both(roleWords[row.role]),
        row.where.name,
        row.from,
        row.until ?? '长期 for good',
        row.grantedBy ?? '首次设置 set-up',
        officeDay(new Date(row.grantedAt)),
      ]),
      widths: [16, 12, 30, 28, 12, 16, 14, 12],
    },
  ])
  ctx.note({ action: 'grantsExported', detail: { count: rows.length } })
  return { name: `账号授权表-${officeDay(ctx.now)}.xlsx`, mediaType: XLSX, bytes }
}

/** The matrix as the server judges by it: drawn from the rules, never typed a second time. */
async function exportRoles(ctx: Ctx): Promise<FileAnswer> {
  const { room, permission } = columnWords
  const bytes = await writeWorkbook([
    {
      name: '角色权限表',
      title: '角色权限表 Roles, rights and field classes',
      note: officeDay(ctx.now),
      header: [both(room), both(permission), ...ROLES.map((role) => both(roleWords[role]))],
      rows: matrixRows().map((row) => [both(row.kind), both(row.words), ...row.holders.map((may) => (may ? '✓' : ''))]),
      widths: [18, 40, ...ROLES.map(() => 14)],
      centred: new Set(ROLES.map((_, at) => at + 2)),
    },
  ])
  return { name: `角色权限表-${officeDay(ctx.now)}.xlsx`, mediaType: XLSX, bytes }
}

const MOST_AREAS = 50

async function findAreas(ctx: Ctx, { q, kind }: Input<Doors['findAreas']>): Promise<Output<Doors['findAreas']>> {
  const { county } = ctx.actor
  const found =
    kind === 'place'
      ? sql<Area>`select p.code::text as id, p.short as name, coalesce(s.short, '') as within from place p
          left join place s on s.county = p.county and s.level = 'street' and place_span(s.code) @> p.code and s.code <> p.code and s.valid_to is null
         where p.county = ${county} and p.valid_to is null and p.level in ('county', 'street', 'community')
           and (position(${q} in p.short) > 0 or position(${q} in p.name) > 0) order by p.code limit ${MOST_AREAS}`
      : sql<Area>`select u.id::text as id, u.name, coalesce(p.name, '') as within from unit u
          left join unit p on p.county = u.county and p.id = u.parent_id
         where u.county = ${county} and u.status = 'open' and position(${q} in u.name) > 0 order by length(u.name), u.name limit ${MOST_AREAS}`
  const { rows } = await found.execute(ctx.db)
  return { items: rows.map((row) => ({ kind, ...row })), total: rows.length }
}

type Area = { id: string; name: string; within: string }

export const service: Service<Doors> = { listAllGrants, exportGrants, exportRoles, findAreas, previewAccount }
