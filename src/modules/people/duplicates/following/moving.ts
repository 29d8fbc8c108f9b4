import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Carried, PersonTie, Row } from './ties.ts'

export type Side = { id: string; secret: Buffer | null }
export type Way = { from: Side; to: Side }
type Whose = { table: string; column: string; key: Row }

export async function rowsOf(ctx: Ctx, { table, column }: Pick<PersonTie, 'table' | 'column'>, id: string) {
  const found = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(table)} t
     where t.county = ${ctx.actor.county} and t.${sql.ref(column)} = ${id}::uuid order by to_jsonb(t)::text for update`.execute(
    ctx.db,
  )
  return found.rows.map(({ row }) => row)
}

export function keyOf({ key = ['id'] }: Pick<PersonTie, 'key'>, row: Row): Row {
  return Object.fromEntries(key.map((column) => [column, row[column]]))
}

/** A unique, an exclusion or a check constraint: the kept record cannot take the row. */
const REFUSALS = new Set(['23505', '23P01', '23514'])

/** Does the work, or leaves no trace of it where a constraint of the tables refuses. */
export async function unlessRefused(ctx: Ctx, work: () => Promise<boolean>): Promise<boolean> {
  await sql`savepoint following`.execute(ctx.db)
  try {
    if (await work()) {
      await sql`release savepoint following`.execute(ctx.db)
      return true
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && REFUSALS.has(String(error.code)))) throw error
  }
  await sql`rollback to savepoint following`.execute(ctx.db)
  return false
}

/** The row with all that goes along, or nothing. */
export async function moveRow(ctx: Ctx, tie: PersonTie, move: { row: Row; way: Way }): Promise<Carried[] | null> {
  const { row, way } = move
  const { table, column, sealed = [] } = tie
  const moved: Carried[] = []
  const take = async (one: Extract<Carried, { did: 'moved' }>) => {
    await hand(ctx, one, way)
    moved.push(one)
  }
  const isMoved = await unlessRefused(ctx, async () => {
    await take({ did: 'moved', table, column, key: keyOf(tie, row), sealed })
    let ids = [row['id']]
    for (const { key, via, ...link } of tie.along ?? []) {
      const followers = (await rowsOf(ctx, link, way.from.id)).filter((one) => ids.includes(one[via]))
      for (const one of followers) await take({ did: 'moved', ...link, key: { [key]: one[key] }, sealed: [] })
      ids = followers.map((one) => one[key])
    }
    return tie.refuses ? !(await isTooMuch(ctx, tie.refuses, way.to.id)) : true
  })
  return isMoved ? moved : null
}

async function isTooMuch(ctx: Ctx, query: string, id: string): Promise<boolean> {
  const found =
    await sql`with kept as (select ${ctx.actor.county}::int as county, ${id}::uuid as id) ${sql.raw(query)}`.execute(
      ctx.db,
    )
  return found.rows.length > 0
}

/** Gives one row to the other record, with what is sealed for the person sealed again. */
export async function hand(ctx: Ctx, whose: Whose & { sealed: readonly string[] }, { from, to }: Way): Promise<void> {
  const sealed = await Promise.all(
    whose.sealed.map(async (column) => {
      const again = await sealedAgain(ctx, whose, { column, from, to })
      return sql`, ${sql.ref(column)} = ${again}`
    }),
  )
  await sql`update ${sql.table(whose.table)} t set ${sql.ref(whose.column)} = ${to.id}::uuid ${sql.join(sealed, sql``)}
     where ${isRow(ctx, whose, from.id)}`.execute(ctx.db)
}

async function sealedAgain(ctx: Ctx, whose: Whose, { column, from, to }: Way & { column: string }) {
  const found = await sql<{ sealed: Buffer | null }>`
    select ${sql.ref(column)} as sealed from ${sql.table(whose.table)} t where ${isRow(ctx, whose, from.id)}`.execute(
    ctx.db,
  )
  const sealed = found.rows[0]?.sealed
  return sealed ? ctx.vault.of(to.secret).sealBytes(ctx.vault.of(from.secret).openBytes(sealed)) : null
}

const isRow = (ctx: Ctx, { column, key }: Whose, id: string) =>
  sql`t.county = ${ctx.actor.county} and t.${sql.ref(column)} = ${id}::uuid and to_jsonb(t) @> ${JSON.stringify(key)}::jsonb`

/** Writes values of a row by the types of its table; answers what stood there and stands now, or nothing where the row is not as `key` says. */
export async function setRow(
  ctx: Ctx,
  { table, key, values }: { table: string; key: Row; values: Row },
): Promise<Carried | null> {
  const columns = sql.join(Object.keys(values).map((column) => sql.ref(column)))
  const picked = sql.join(Object.keys(values).map((column) => sql`${column}::text, to_jsonb(t.${sql.ref(column)})`))
  const where = sql`t.county = ${ctx.actor.county} and to_jsonb(t) @> ${JSON.stringify(key)}::jsonb`
  const read = sql<{ row: Row }>`select jsonb_build_object(${picked}) as row from ${sql.table(table)} t where ${where}`
  const before = (await read.execute(ctx.db)).rows[0]?.row
  if (!before) return null
  const written = await sql<{ row: Row }>`
    update ${sql.table(table)} t
       set (${columns}) = (select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(values)}::jsonb))
     where ${where} returning jsonb_build_object(${picked}) as row`.execute(ctx.db)
  return { did: 'set', table, key, before, after: written.rows[0]?.row ?? values }
}
