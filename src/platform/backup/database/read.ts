import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Counted, type Digest, framesOf, type Manifest, newTally, type Section } from '../archive/sections.ts'
import { COPY_JOBS, copyOutOf, JOB_COLUMNS, TEXT_SETTINGS, tablesOf } from './tables.ts'

/** One moment of a whole database: everything is read in one transaction that sees nothing of what is written meanwhile. */
export type Snapshot = {
  at: string
  facts: Pick<Manifest, 'server' | 'databaseBytes' | 'migrations' | 'sequences'>
  /** Every table, then the waiting jobs, as frames. */
  frames: (done: (counted: Counted) => void) => AsyncGenerator<Buffer>
  end: () => Promise<void>
}

export async function openSnapshot(client: Client): Promise<Snapshot> {
  await client.query(TEXT_SETTINGS)
  await client.query('begin isolation level repeatable read read only')
  const facts = await factsOf(client)
  const parts = await partsOf(client)
  return {
    ...facts,
    frames: async function* frames(done) {
      for (const { section, copy } of parts) yield* framesOf(section, read(client, copy), done)
    },
    end: async () => {
      await client.query('commit')
    },
  }
}

async function factsOf(client: Client): Promise<Pick<Snapshot, 'at' | 'facts'>> {
  const { rows } = await client.query<{ at: string; server: number; bytes: string }>(
    `select now()::text as at, current_setting('server_version_num')::int / 10000 as server, pg_database_size(current_database())::text as bytes`,
  )
  const migrations = await client.query<Manifest['migrations'][number]>(
    'select name, sha256 from schema_migration order by name',
  )
  const sequences = await client.query<{ name: string; value: string | null; start: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value, start_value::text as start
       from pg_sequences where schemaname !~ '^pg_' and schemaname <> 'graphile_worker' order by 1`,
  )
  const [found] = rows
  return {
    at: found?.at ?? '',
    facts: {
      server: found?.server ?? 0,
      databaseBytes: Number(found?.bytes),
      migrations: migrations.rows,
      sequences: sequences.rows.map(({ name, value, start }) => ({
        name,
        value: value ?? start,
        isCalled: value !== null,
      })),
    },
  }
}

type Part = { section: Section; copy: string }

async function partsOf(client: Client): Promise<Part[]> {
  const tables = (await tablesOf(client)).map(
    (table): Part => ({
      section: { kind: 'table', name: table.name, columns: table.columns },
      copy: copyOutOf(table),
    }),
  )
  const queue = await client.query<{ queue: string | null }>(
    `select to_regclass('graphile_worker._private_jobs') as queue`,
  )
  const hasQueue = queue.rows[0]?.queue !== null
  return hasQueue
    ? [...tables, { section: { kind: 'jobs', name: 'jobs', columns: JOB_COLUMNS }, copy: COPY_JOBS }]
    : tables
}

function read(client: Client, copy: string): AsyncIterable<Buffer> {
  return client.query(copyTo(copy))
}

/** The digest of each table as it stands, to be compared with a manifest. */
export async function digestTables(client: Client): Promise<Map<string, Digest>> {
  await client.query(TEXT_SETTINGS)
  const digests = new Map<string, Digest>()
  for (const table of await tablesOf(client)) {
    const tally = newTally()
    for await (const piece of read(client, copyOutOf(table))) tally.add(piece)
    digests.set(table.name, tally.digest())
  }
  return digests
}
