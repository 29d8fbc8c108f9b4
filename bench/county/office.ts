import { randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { hashOfToken } from '#modules/accounts/index.ts'
import { codeGrantsOf } from '#test/office/coded.ts'
import { benchVault } from '../servers/keys.ts'

/** A bureau clerk with the whole county, signed in for a day. Returns the session's cookie. */
export async function clerk(client: Client, county: number, login = 'bench'): Promise<string> {
  const [account, token] = [randomUUID(), randomBytes(32).toString('hex')]
  await client.query(
    `insert into account (county, id, holder_id, login, name, password_hash, must_change_password, password_set_at, created_at) values ($1, $2, $2, $3, '试验员', '-', false, now(), now())`,
    [county, account, login],
  )
  await client.query(
    `insert into account_grant (county, id, account_id, holder_id, role, place_code, valid, granted_at) values ($1, gen_random_uuid(), $2, $2, 'bureau_staff', $3, '[2020-01-01,)', now())`,
    [county, account, `${county}0000000000000`],
  )
  await codeGrantsOf(client, benchVault(), account)
  await client.query(
    `insert into session (token_hash, county, id, account_id, started_at, seen_at, expires_at) values ($1, $2, gen_random_uuid(), $3, now(), now() + interval '1 day', now() + interval '1 day')`,
    [hashOfToken(token), county, account],
  )
  return `sangyu=${token}`
}
