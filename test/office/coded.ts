import type { ClientBase } from 'pg'
import { grantCodes } from '#modules/accounts/index.ts'
import type { Vault } from '#platform/crypto/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { writeCodes } from '#platform/integrity/index.ts'

/** Grants that a test writes itself count only under their codes. */
export async function codeGrants(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await writeCodes(ctx, grantCodes, ids)
}

/** The same for grants that were written by the owner of the tables. */
export async function codeGrantsOf(owner: ClientBase, vault: Vault, account: string): Promise<void> {
  const { rows } = await owner.query<{ id: string; says: string }>(
    `select id, ${grantCodes.says} as says from account_grant t where account_id = $1`,
    [account],
  )
  for (const { id, says } of rows)
    await owner.query('update account_grant set mac = $2 where id = $1', [id, vault.mac(says)])
}
