import type { Client } from 'pg'

/** A table as it is copied: names are quoted already. `order` makes the copy of equal rows equal, on any server and under any collation. */
export type Table = { name: string; columns: string[]; order: string }

/** Tables that a restore makes by itself, or that belong to the job queue, are not copied. */
const OWN = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
  and c.relname <> 'schema_migration' and c.relkind in ('r', 'p') and not c.relispartition
  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`

export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           (select array_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
                             order by array_position(i.indkey::int2[], a.attnum))
              from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
             where i.indrelid = c.oid and i.indisprimary) as key
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${OWN} order by 1`)
  return rows.map(({ name, columns, key }) => ({
    name,
    columns,
    // Whole rows as text, where nothing names a row.
    order: key?.join(', ') ?? `row(${columns.join(', ')})::text collate "C"`,
  }))
}

/** Everything that decides how values are written as text, so that two servers write the same. */
export const TEXT_SETTINGS = `set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set extra_float_digits to 1;
  set bytea_output to 'hex'; set client_encoding to 'UTF8'; set row_security to off; set statement_timeout to 0; set search_path to public`

export const copyOutOf = ({ name, columns, order }: Table): string =>
  `copy (select ${columns.join(', ')} from ${name} order by ${order}) to stdout`

/** The jobs that still wait to be done, as they were asked for; whichever server holds them now. */
export const COPY_JOBS = `copy (
  select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts - j.attempts, j.key, j.priority
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
   where j.attempts < j.max_attempts order by j.id) to stdout`
export const JOB_COLUMNS = ['identifier', 'payload', 'queue_name', 'run_at', 'attempts_left', 'key', 'priority']
