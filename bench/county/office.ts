import { randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { hasArea, hashOfToken, type Role } from '#modules/accounts/index.ts'
import { codeGrantsOf } from '#test/office/coded.ts'
import { benchVault } from '../servers/keys.ts'

export type SignedIn = { account: string; cookie: string }

/** A bureau clerk with the whole county, signed in for a day. Returns the session's cookie. */
export async function clerk(client: Client, county: number, login = 'bench'): Promise<string> {
  return (await signIn(client, county, { login, role: 'bureau_staff' })).cookie
}

/** Somebody with this role, over the whole county where it has an area. */
export async function signIn(
  client: Client,
  county: number,
  { login, role }: { login: string; role: Role },
): Promise<SignedIn> {
  const [account, token] = [randomUUID(), randomBytes(32).toString('hex')]
  await client.query(
    `insert into account (county, id, holder_id, login, name, password_hash, must_change_password, password_set_at, created_at, kind)
     values ($1, $2, $2, $3, '试验员', '-', false, now(), now(), $4)`,
    [county, account, login, role === 'elder' ? 'own' : 'staff'],
  )
  await client.query(
    `insert into account_grant (county, id, account_id, holder_id, role, place_code, valid, granted_at) values ($1, gen_random_uuid(), $2, $2, $3, $4, '[2020-01-01,)', now())`,
    [county, account, role, hasArea(role) ? `${county}0000000000000` : null],
  )
  await codeGrantsOf(client, benchVault(), account)
  await client.query(
    `insert into session (token_hash, county, id, account_id, started_at, seen_at, expires_at) values ($1, $2, gen_random_uuid(), $3, now(), now(), now() + interval '1 day')`,
    [hashOfToken(token), county, account],
  )
  return { account, cookie: `sangyu=${token}` }
}
