import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { hashOfToken } from '#modules/accounts/index.ts'
import type { Vault } from '#platform/crypto/index.ts'
import { newId } from '#platform/ids.ts'
import { codeGrantsOf } from '#test/office/coded.ts'

/** A bureau clerk with the whole county, signed in for a day on both factors: commands are tested here, not the door. Answers the cookie. */
export async function employClerk(owner: pg.Client, county: number, vault: Vault): Promise<string> {
  const [account, token] = [newId(), randomBytes(32).toString('hex')]
  await owner.query(
    `insert into account (county, id, holder_id, login, name, password_hash, must_change_password, password_set_at, created_at)
     values ($1, $2, $2, 'clerk', '周敏', '-', false, now(), now())`,
    [county, account],
  )
  await owner.query(
    `insert into account_grant (county, id, account_id, holder_id, role, place_code, valid, granted_at)
     values ($1, $2, $3, $3, 'bureau_staff', $4, '[2020-01-01,)', now())`,
    [county, newId(), account, `${county}`.padEnd(19, '0')],
  )
  await codeGrantsOf(owner, vault, account)
  await owner.query(
    `insert into session (token_hash, county, id, account_id, started_at, seen_at, expires_at)
     values ($1, $2, $3, $4, now(), now(), now() + interval '1 day')`,
    [hashOfToken(token), county, newId(), account],
  )
  return `sangyu=${token}`
}
