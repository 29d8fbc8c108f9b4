import type { Client } from 'pg'
import { signIn } from '../county/office.ts'

export type Elder = { personId: string; cookie: string }

const COUNTY = 371424

/** Elders of the bench's county who have signed in on their own pages. */
export async function openAccess(owner: Client, people: readonly string[]): Promise<Elder[]> {
  const elders: Elder[] = []
  for (const [n, personId] of people.entries()) {
    const { account, cookie } = await signIn(owner, COUNTY, { login: `elder${n}`, role: 'elder' })
    await owner.query('insert into own_account (county, account_id, opened_at) values ($1, $2, now())', [
      COUNTY,
      account,
    ])
    await owner.query(
      `insert into own_authority (county, id, account_id, person_id, kind, asked_at, confirmed_at, confirmed_as)
       values ($1, gen_random_uuid(), $2, $3, 'self', now(), now(), 'community')`,
      [COUNTY, account, personId],
    )
    elders.push({ personId, cookie })
  }
  return elders
}
