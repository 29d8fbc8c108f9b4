import pg from 'pg'

export type ConnectionConfig = {
  connectionString?: string
  host?: string
  port?: number
  user?: string
  password?: string
  database?: string
}

const DATE = 1082
const TIMESTAMPTZ = 1184
const NUMERIC = 1700
// Days stay as they are written; instants travel as ISO text; eight-byte integers stay text because place codes pass 2^53.
const types = new pg.TypeOverrides()
types.setTypeParser(DATE, (text) => text)
types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString())
types.setTypeParser(NUMERIC, (text) => Number(text))

/** How long one waits for a connection: longer, and whoever asks should know that the office is overrun. */
const PATIENCE_MS = 30_000

const limits = {
  role: 'sangyu_app',
  statement_timeout: '60s',
  // Whoever waits this long for a row is told that somebody else is working on it.
  lock_timeout: '20s',
  idle_in_transaction_session_timeout: '60s',
}

/** The server's connections, apart for those who read and those who write: a reading has no transaction to begin and to end. */
export type Pools = { readers: pg.Pool; writers: pg.Pool }

/** The server's connections. Each works as `sangyu_app`, which owns nothing, so row-level security always holds. */
export function openPools(config: ConnectionConfig, max = 10): Pools {
  return {
    readers: openPool(config, { max, settings: { ...limits, default_transaction_read_only: 'on' } }),
    writers: openPool(config, { max, settings: limits }),
  }
}

export async function closePools({ readers, writers }: Pools): Promise<void> {
  await Promise.all([readers.end(), writers.end()])
}

function openPool(
  config: ConnectionConfig,
  { max, settings }: { max: number; settings: Record<string, string> },
): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    types,
    max,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    connectionTimeoutMillis: PATIENCE_MS,
    application_name: 'sangyu',
    idleTimeoutMillis: 60_000,
  })
  // A connection that dies while idle (server restart) is dropped; the next request opens another.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export async function openOwner(config: ConnectionConfig): Promise<pg.Client> {
  const client = new pg.Client({
    ...config,
    types,
    connectionTimeoutMillis: PATIENCE_MS,
    application_name: 'sangyu-owner',
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Connections that no policy holds: for the queue, and for work on every row such as a change of keys. */
export type OwnerPool = pg.Pool

/** The owner's connections, for the job queue, which reads instants as the driver gives them. */
export function openOwnerPool(config: ConnectionConfig, max: number): pg.Pool {
  const pool = new pg.Pool({ ...config, max, application_name: 'sangyu-jobs' })
  // A connection that dies is replaced; the query that meets the break is told.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
