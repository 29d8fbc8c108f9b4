import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { PoolClient } from 'pg'
import type { Db } from '../ctx.ts'
import type { DB } from './tables.ts'

const MAX_PREPARED = 400
/** Longer texts carry rows, and hardly ever come a second time. */
const MAX_LENGTH = 8_000
const names = new Map<string, string>()

/** One prepared statement per distinct text: planning a list query costs more than running it. Past the cap, texts run unprepared. */
function statementName(sql: string): string | undefined {
  const known = names.get(sql)
  if (known || names.size >= MAX_PREPARED || sql.length > MAX_LENGTH) return known
  const name = `s${names.size}`
  names.set(sql, name)
  return name
}

class OneClient implements DatabaseConnection {
  readonly client: PoolClient
  constructor(client: PoolClient) {
    this.client = client
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const name = statementName(query.sql)
    const result = await this.client.query({
      text: query.sql,
      values: [...query.parameters],
      ...(name ? { name } : {}),
    })
    const rows = result.rows as R[] // the caller's own text says what its rows are
    return { rows, ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }) }
  }
  // oxlint-disable-next-line require-yield -- Kysely demands the method; nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming goes through cursors of the reporting rooms')
  }
}

class OneClientDriver implements Driver {
  readonly connection: OneClient
  constructor(client: PoolClient) {
    this.connection = new OneClient(client)
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('ctx.db already is the transaction')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

const handles = new WeakMap<PoolClient, Db>()

export function handleOf(client: PoolClient): Db {
  let handle = handles.get(client)
  if (!handle) {
    const dialect: Dialect = {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new OneClientDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    }
    handle = new Kysely<DB>({ dialect })
    handles.set(client, handle)
  }
  return handle
}
