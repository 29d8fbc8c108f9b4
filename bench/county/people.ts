import type { Client } from 'pg'

const KNOWN = 3_000

export async function livingPeople(client: Client, county: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from person where county = $1 and status = 'living' limit ${KNOWN}`,
    [county],
  )
  return rows.map((row) => row.id)
}
