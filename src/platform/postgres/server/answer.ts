import pg from 'pg'
import { PORT } from '../place/socket-dir.ts'
import { OWNER_ROLE } from './cluster.ts'

export type Connection = { host: string; port: number; user: string; database: string }

// The first start of a product makes this database; everything of the house is in it.
const DATABASE = 'sangyu'
const CANNOT_CONNECT_NOW = '57P03'
const NOT_YET = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', CANNOT_CONNECT_NOW])

export function connectionTo(socketDir: string, database = DATABASE): Connection {
  return { host: socketDir, port: PORT, user: OWNER_ROLE, database }
}

const ignore = () => undefined

/** Asks the server whether it takes work: yes, not yet, or the reason why it refuses. */
export async function answers(socketDir: string): Promise<string> {
  const client = new pg.Client({ ...connectionTo(socketDir, 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', ignore)
  try {
    await client.connect()
    return 'yes'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = error instanceof Error ? error.message : String(error)
    return NOT_YET.has(code) || /timeout|terminated/i.test(reason) ? 'not yet' : reason
  } finally {
    await client.end().catch(ignore)
  }
}

export async function createDatabase(socketDir: string): Promise<void> {
  const client = new pg.Client(connectionTo(socketDir, 'postgres'))
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`)
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && (error.code === '42P04' || error.code === '23505')
    if (!isThere) throw error
  } finally {
    await client.end()
  }
}
