import { sql } from 'kysely'
import type { Vault } from '#platform/crypto/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { OwnerPool } from '#platform/db/pool.ts'

// Everything that decides whom a grant lets in where and when. Instants as seconds, so that no setting of a server changes the text.
const SAYS = `concat_ws('|', 'grant', county, id, account_id, role, coalesce(place_code::text, '-'), coalesce(unit_id::text, '-'),
  lower(valid) - date '2000-01-01', coalesce((upper(valid) - date '2000-01-01')::text, '-'), coalesce(granted_by::text, '-'),
  extract(epoch from granted_at), coalesce(revoked_by::text, '-'), coalesce(extract(epoch from revoked_at)::text, '-'))`

/** Writes the code over grants that were given or taken back just now. GB/T 39786-2021 8.4 b: integrity of access rights. */
export async function codeGrants(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  const { county } = ctx.actor
  const found = await sql<{ id: string; says: string }>`
    select id, ${sql.raw(SAYS)} as says from account_grant where county = ${county} and id = any(${ids}::uuid[])`.execute(
    ctx.db,
  )
  for (const { id, says } of found.rows)
    await ctx.db
      .updateTable('account_grant')
      .set({ mac: ctx.vault.mac(says) })
      .where('county', '=', county)
      .where('id', '=', id)
      .execute()
}

type Coded = { county: number; id: string; says: string; mac: Buffer | null }

/** Grants that somebody changed or wrote past the office, by their ids. */
export async function brokenGrants(owner: OwnerPool, vault: Vault): Promise<string[]> {
  const { rows } = await owner.query<Coded>(`select county, id, mac, ${SAYS} as says from account_grant`)
  return rows.filter(({ says, mac }) => !mac || !vault.isMac(says, mac)).map(({ id }) => id)
}

/** Codes grants from before there were codes: once, when the database is brought up to date. */
export async function codeFormerGrants(owner: OwnerPool, vault: Vault): Promise<void> {
  const { rows } = await owner.query<Coded>(
    `select county, id, mac, ${SAYS} as says from account_grant where mac is null`,
  )
  for (const { county, id, says } of rows)
    await owner.query('update account_grant set mac = $3 where county = $1 and id = $2', [county, id, vault.mac(says)])
}
