import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Manifest, Section } from '../archive/sections.ts'
import { JOB_COLUMNS, TEXT_SETTINGS, tablesOf } from './tables.ts'

/** Filling a migrated database table by table. `finish` puts back what was taken off, which checks every reference once more. */
export type Loading = {
  take: (section: Section, pieces: AsyncGenerator<Buffer>) => Promise<void>
  finish: (manifest: Manifest) => Promise<void>
}

type Fitting = { table: string; name: string; text: string }

/** Works as an ordinary owner: references and triggers are taken off for the while, because only a superuser may merely silence them. */
export async function beginLoading(client: Client): Promise<Loading> {
  await client.query(TEXT_SETTINGS)
  await client.query('begin')
  const tables = (await tablesOf(client)).map((table) => table.name)
  const references = await referencesOf(client)
  const triggers = await triggersOf(client)
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
  // Whatever the migrations filled in comes from the backup as well.
  if (tables.length) await client.query(`truncate ${tables.join(', ')}`)
  await client.query(`create temporary table waiting_job (${JOB_COLUMNS.map((name) => `${name} text`).join(', ')})`)
  return {
    take: async ({ kind, name, columns }, pieces) => {
      const target = kind === 'table' ? name : 'waiting_job'
      const copy = client.query(copyFrom(`copy ${target} (${columns.join(', ')}) from stdin`))
      await pipeline(Readable.from(pieces, { objectMode: false }), copy)
    },
    finish: async (manifest) => {
      for (const { table, name, text } of references)
        await client.query(`alter table ${table} add constraint ${name} ${text}`)
      for (const { table, name, text } of triggers) await client.query(`alter table ${table} ${text} trigger ${name}`)
      for (const { name, value, isCalled } of manifest.sequences)
        await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, isCalled])
      await client.query(ASK_AGAIN)
      await client.query('commit')
      await client.query('analyze')
    },
  }
}

const ASK_AGAIN = `select graphile_worker.add_job(identifier, payload := payload::json, queue_name := queue_name, run_at := run_at::timestamptz,
  max_attempts := attempts_left::int, job_key := key, priority := priority::int) from waiting_job`

async function referencesOf(client: Client): Promise<Fitting[]> {
  const { rows } = await client.query<Fitting>(`
    select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as text
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
     where c.contype = 'f' and c.conparentid = 0 and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')`)
  return rows
}

const STATES: Record<string, string> = { O: 'enable', A: 'enable always', R: 'enable replica', D: 'disable' }

async function triggersOf(client: Client): Promise<Fitting[]> {
  const { rows } = await client.query<{ table: string; name: string; state: string }>(`
    select t.tgrelid::regclass::text as table, quote_ident(t.tgname) as name, t.tgenabled as state
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')`)
  return rows.map(({ table, name, state }) => ({ table, name, text: STATES[state] ?? 'enable' }))
}
