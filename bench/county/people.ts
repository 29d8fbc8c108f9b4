import type { Client } from 'pg'

const KNOWN = 3_000

/** Whom the bench asks about: so many living people of a county, by their ids. */
export async function livingPeople(client: Client, county: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from person where county = $1 and status = 'living' limit ${KNOWN}`,
    [county],
  )
  return rows.map((row) => row.id)
}
