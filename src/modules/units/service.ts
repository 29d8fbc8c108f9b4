import { type ExpressionBuilder, sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { DB } from '#platform/db/tables.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from './contract.ts'
import { countyName, matchKey } from './names/index.ts'
import { mayManage, peopleByUnit } from './policy.ts'
import { eventsOf, type UnitRow, unitsOf } from './rows/index.ts'

type Line = Output<typeof contract.listUnits>['items'][number]
type Record = Output<typeof contract.readUnit>
type Brief = Record['children'][number]

const hasChildren = sql<boolean>`exists (select from unit c where c.county = u.county and c.parent_id = u.id and c.status = 'open')`

export async function listUnits(
  ctx: Ctx,
  asked: Input<typeof contract.listUnits>,
): Promise<Output<typeof contract.listUnits>> {
  const where = await conditionOf(ctx, asked)
  const counted = ctx.db.selectFrom('unit as u').where('u.county', '=', ctx.actor.county).where(where)
  const { total } = await counted.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const rows = await unitsOf(ctx)
    .select(hasChildren.as('has_children'))
    .where(where)
    .orderBy(sql`u.code nulls last`)
    .orderBy('u.name')
    .orderBy('u.id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  const people = await peopleByUnit(
    ctx,
    rows.map((row) => row.id),
  )
  const items = rows.map((row) => ({ ...toLine(row), hasChildren: row.has_children, people: people.get(row.id) ?? 0 }))
  return { items, total: Number(total) }
}

async function conditionOf(ctx: Ctx, { q, kind, nature, status, parentId, top }: Input<typeof contract.listUnits>) {
  const key = q ? matchKey(q, await countyName(ctx)) || q : ''
  const part = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return (eb: ExpressionBuilder<DB & { u: DB['unit'] }, 'u'>) =>
    eb.and([
      ...(status === 'all' ? [] : [eb('u.status', '=', status)]),
      ...(kind ? [eb('u.kind', '=', kind)] : []),
      ...(nature ? [eb('u.nature', '=', nature)] : []),
      ...(parentId ? [eb('u.parent_id', '=', parentId)] : []),
      ...(top ? [eb('u.parent_id', 'is', null)] : []),
      ...(q
        ? [
            eb.or([
              eb('u.name', 'like', part(q)),
              eb('u.code', '=', q),
              eb('u.credit_code', '=', q.toUpperCase()),
              isCalled(part(q), part(key)),
            ]),
          ]
        : []),
    ])
}

function isCalled(text: string, key: string) {
  return sql<boolean>`exists (select from unit_name n where n.county = u.county and n.unit_id = u.id
    and (n.name like ${text} or n.match_key like ${key}))`
}

export async function readUnit(ctx: Ctx, { id }: Input<typeof contract.readUnit>): Promise<Record> {
  const row = await unitsOf(ctx).select(hasChildren.as('has_children')).where('u.id', '=', id).executeTakeFirst()
  ensure(row, notFound)
  const people = await peopleByUnit(ctx, [id])
  const mayChange = mayManage(ctx.actor, [id])
  const isOpen = row.status === 'open'
  return {
    ...toLine(row),
    hasChildren: row.has_children,
    people: people.get(id) ?? 0,
    version: row.version,
    creditCode: row.credit_code,
    placeCode: row.place_code,
    address: row.address,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    note: row.note,
    ...(await around(ctx, row)),
    names: await namesOf(ctx, id),
    contacts: await contactsOf(ctx, id),
    events: await eventsOf(ctx, id),
    can: { change: mayChange && isOpen, close: mayChange && isOpen, reopen: mayChange && !isOpen },
  }
}

async function around(
  ctx: Ctx,
  row: UnitRow,
): Promise<Pick<Record, 'parent' | 'successor' | 'predecessors' | 'children' | 'place'>> {
  const others = await unitsOf(ctx)
    .where((eb) =>
      eb.or([
        eb('u.parent_id', '=', row.id),
        eb('u.successor_id', '=', row.id),
        eb('u.id', 'in', [row.parent_id ?? row.id, row.successor_id ?? row.id]),
      ]),
    )
    .orderBy('u.name')
    .execute()
  const place = row.place_code
    ? await ctx.db
        .selectFrom('place')
        .select('short')
        .where('county', '=', ctx.actor.county)
        .where('code', '=', row.place_code)
        .executeTakeFirst()
    : undefined
  const byId = (id: string | null) => others.filter((one) => one.id === id).map(toBrief)[0] ?? null
  return {
    parent: row.parent_id ? byId(row.parent_id) : null,
    successor: row.successor_id ? byId(row.successor_id) : null,
    predecessors: others.filter((one) => one.successor_id === row.id).map(toBrief),
    children: others.filter((one) => one.parent_id === row.id && one.status === 'open').map(toBrief),
    place: place?.short ?? null,
  }
}

async function namesOf(ctx: Ctx, id: string): Promise<Record['names']> {
  const names = await sql<Record['names'][number]>`
    select id, kind, name, valid_from as from, valid_to as to from unit_name
     where county = ${ctx.actor.county} and unit_id = ${id}
     order by array_position('{name,short,alias,former}', kind), valid_to desc nulls first, name`.execute(ctx.db)
  return names.rows
}

async function contactsOf(ctx: Ctx, id: string): Promise<Record['contacts']> {
  const contacts = ctx.db.selectFrom('unit_contact').select(['id', 'name', 'post', 'phone_sealed', 'note'])
  const rows = await contacts.where('county', '=', ctx.actor.county).where('unit_id', '=', id).orderBy('id').execute()
  return rows.map(({ phone_sealed: sealed, ...row }) => ({ ...row, phone: sealed && ctx.vault.open(sealed) }))
}

function toBrief({ id, name, status }: UnitRow): Brief {
  return { id, name, status: status as Brief['status'] } // the column's check allows exactly these two
}

function toLine(row: UnitRow): Omit<Line, 'hasChildren' | 'people'> {
  const { id, code, name, short, level } = row
  return {
    id,
    code,
    name,
    short,
    level,
    kind: row.kind as Line['kind'], // the column's check allows exactly the contract's kinds
    nature: row.nature as Line['nature'], // as above
    status: row.status as Line['status'], // as above
    isVertical: row.is_vertical,
    parentId: row.parent_id,
  }
}
