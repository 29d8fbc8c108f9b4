import type { House } from '#platform/house/house.ts'

type Row = Record<string, unknown>

/** Looks at the database as its owner, whom no policy holds: what is there, not what somebody may see. */
export async function asOwner<R extends Row = Row>(house: Pick<House, 'pools'>, text: string, values: unknown[] = []) {
  const client = await house.pools.writers.connect()
  try {
    await client.query('set role none')
    const { rows } = await client.query<R>(text, values)
    return rows
  } finally {
    await client.query('reset role')
    client.release()
  }
}

/** How much the office remembers: what was said, noted as done and asked for. A refusal adds nothing to it. */
export async function tracesOf(house: Pick<House, 'pools'>): Promise<{ told: number; noted: number; jobs: number }> {
  const [found] = await asOwner<{ told: number; noted: number; jobs: number }>(
    house,
    `select (select count(*) from outbox)::int as told, (select count(*) from audit_event where result = 'done')::int as noted,
            (select count(*) from graphile_worker.jobs)::int as jobs`,
  )
  if (!found) throw new Error('three counts make one row')
  return found
}

/** From now on a second login of the first one's natural person. */
export async function asOnePerson(house: Pick<House, 'pools'>, first: { id: string }, second: { id: string }) {
  const holder = 'select holder_id from account where id = $1'
  await asOwner(house, `update account set holder_id = (${holder}) where id = $2`, [first.id, second.id])
}
