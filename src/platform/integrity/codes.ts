import { sql } from 'kysely'
import type { Pool } from 'pg'
import { piecesOf } from '../audit/chain/text.ts'
import type { Vault } from '../crypto/index.ts'
import type { Ctx } from '../ctx.ts'
import type { Bilingual } from '../words.ts'

/** A table whose rows carry a code (HMAC) over what they say. GB/T 39786-2021 8.4 b, g: integrity of access rights and of important data. */
export type CodedTable = {
  table: string
  column: string
  /** The text of a row t, as SQL; written out in full, so that no setting of a server changes it. */
  says: string
  except?: string
  words: Bilingual
}

/** Columns of a row t, each with its length, so that no two rows read alike; `textOf` says the same in the office. */
export function saysOf(name: string, columns: readonly string[]): string {
  return `concat_ws(',', audit_piece('${name}'), ${columns.map((column) => `audit_piece(${column})`).join(', ')})`
}

export function textOf(name: string, values: readonly (string | null)[]): string {
  return piecesOf([name, ...values])
}

type Said = { county: number; id: string; says: string }

/** Writes the codes of rows that the office wrote just now; answers them by id. */
export async function writeCodes(ctx: Ctx, coded: CodedTable, ids: readonly string[]): Promise<Map<string, Buffer>> {
  if (!ids.length) return new Map()
  const { county } = ctx.actor
  const found = await sql<Said>`select county, id, ${sql.raw(coded.says)} as says from ${sql.table(coded.table)} t
    where county = ${county} and id = any(${[...ids]}::uuid[])`.execute(ctx.db)
  const codes = new Map(found.rows.map(({ id, says }) => [id, ctx.vault.mac(says)]))
  const texts = [...codes.values()].map((code) => code.toString('hex'))
  await sql`update ${sql.table(coded.table)} t set ${sql.ref(coded.column)} = decode(x.code, 'hex')
    from unnest(${[...codes.keys()]}::uuid[], ${texts}::text[]) as x (id, code)
   where t.county = ${county} and t.id = x.id`.execute(ctx.db)
  return codes
}

/** A code as the audit trail keeps it. It tells no value and cannot be made without the key. */
export function digestOf(code: Uint8Array): string {
  return Buffer.from(code).toString('hex')
}

export function digestIn(codes: ReadonlyMap<string, Buffer>, id: string): string | undefined {
  const code = codes.get(id)
  return code && digestOf(code)
}

export async function presentText(ctx: Ctx, coded: CodedTable, id: string): Promise<string | undefined> {
  const { rows } = await sql<Said>`select county, id, ${sql.raw(coded.says)} as says from ${sql.table(coded.table)} t
    where county = ${ctx.actor.county} and id = ${id}::uuid`.execute(ctx.db)
  return rows[0]?.says
}

const BLOCK = 2_000

type Coded = Said & { code: Buffer | null }
type Walk = { owner: Pool; coded: CodedTable; only?: string; county?: number }

/** The rows of a table block by block, as its owner: also those that are hidden from everybody. */
async function* blocksOf({ owner, coded, only = 'true', county }: Walk): AsyncGenerator<Coded[]> {
  let after: [number, string] = [county ?? 0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const { rows } = await owner.query<Coded>(
      `select county, id, ${coded.column} as code, ${coded.says} as says from ${coded.table} t
        where (county, id) > ($1, $2) and ($3::int is null or county = $3) and not (${coded.except ?? 'false'}) and ${only}
        order by county, id limit ${BLOCK}`,
      [...after, county ?? null],
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = [last.county, last.id]
  }
}

export type Outcome = { rows: number; broken: string[] }

/** Rows that somebody changed or wrote past the office, by their ids. */
export async function findBroken(owner: Pool, vault: Vault, at: Omit<Walk, 'owner' | 'only'>): Promise<Outcome> {
  const found: Outcome = { rows: 0, broken: [] }
  for await (const rows of blocksOf({ owner, ...at })) {
    found.rows += rows.length
    for (const { id, says, code } of rows) if (!code || !vault.isMac(says, code)) found.broken.push(id)
  }
  return found
}

/** Gives codes to rows from before there were codes. Answers how many. */
export async function codeRows(owner: Pool, vault: Vault, coded: CodedTable): Promise<number> {
  let sum = 0
  for await (const rows of blocksOf({ owner, coded, only: `${coded.column} is null` })) {
    await owner.query(
      `update ${coded.table} t set ${coded.column} = decode(x.code, 'hex')
         from unnest($1::int[], $2::uuid[], $3::text[]) as x (county, id, code) where t.county = x.county and t.id = x.id`,
      [
        rows.map((row) => row.county),
        rows.map((row) => row.id),
        rows.map((row) => vault.mac(row.says).toString('hex')),
      ],
    )
    sum += rows.length
  }
  return sum
}

/** The same for tables that were never coded here, once: whoever takes the codes off later rows does not get them back by a new start. */
export async function codeFormerRows(owner: Pool, vault: Vault, tables: readonly CodedTable[]): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select name from coded_table')
  const known = new Set(rows.map(({ name }) => name))
  for (const coded of tables) {
    if (known.has(coded.table)) continue
    await codeRows(owner, vault, coded)
    await owner.query('insert into coded_table values ($1, now()) on conflict do nothing', [coded.table])
  }
}
