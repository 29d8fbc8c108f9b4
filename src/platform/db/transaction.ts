import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { Refusal } from '../refuse.ts'

type Opened = Record<string, unknown> | undefined
type Work<T> = (client: PoolClient, opened: Opened) => Promise<T>
/** Last statements that travel with the commit: the locks they take are held by nobody who is thinking. */
type Ending = { closing: string[] }
type Writing<T> = (client: PoolClient, opened: Opened, ending: Ending) => Promise<T>

const RETRIED = new Set(['40001', '40P01']) // serialization failure, deadlock
const TRIES = 3

/** One round trip to open it with its context, one to commit. `opening` is sent with BEGIN; its first row is handed to the work. */
export async function inTransaction<T>(pool: Pool, opening: string | undefined, work: Writing<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, opening, work)
    } catch (error) {
      if (attempt >= TRIES || !RETRIED.has(codeOf(error))) throw error
      // The one who was let through needs a moment, and two who were stopped should not meet again.
      await wait(attempt * randomInt(10, 30))
    }
  }
}

/** `who` names the visitor: two openings of the same one at about the same time answer the same. */
export type Opening = { text: string; who: string; now: Date }

type Memory = { who: string; now: Date; heard: number; writes: number; opened: Opened }
const remembered = new WeakMap<PoolClient, Memory>()
let writes = 0

/** A page asks several things at once; within this time (ms) a connection that served the same visitor last is not opened anew. */
const FRESH_MS = 300

/**
 * Runs work on a connection that can only read. No transaction is begun: each statement reads its own moment, as in READ COMMITTED it would
 * anyway. What the opening sets stays on the connection, so every reading must have one, also that of nobody. An opening is used again only by
 * the same visitor, for a moment, and not after any write of this process: what is taken from somebody here is gone with the next request.
 */
export async function inReading<T>(readers: Pool, opening: Opening, work: Work<T>): Promise<T> {
  const client = await readers.connect()
  try {
    const result = await work(client, await openReading(client, opening))
    client.release()
    return result
  } catch (error) {
    // Whatever went wrong without words may have left the connection broken.
    client.release(!(error instanceof Refusal))
    throw error
  }
}

async function openReading(client: PoolClient, { text, who, now }: Opening): Promise<Opened> {
  const last = remembered.get(client)
  const heard = performance.now()
  const isFresh = last?.who === who && last.writes === writes && heard - last.heard < FRESH_MS
  if (last && isFresh && Math.abs(now.getTime() - last.now.getTime()) < FRESH_MS) return last.opened
  remembered.delete(client)
  const known = writes
  const { rows } = await client.query<Record<string, unknown>>(text)
  remembered.set(client, { who, now, heard, writes: known, opened: rows[0] })
  return rows[0]
}

async function once<T>(pool: Pool, opening: string | undefined, work: Writing<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const ending: Ending = { closing: [] }
    const result = await work(client, await open(client, opening), ending)
    await client.query([...ending.closing, 'commit'].join('; '))
    writes++
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

type Answer = { rows: Record<string, unknown>[] }

async function open(client: PoolClient, opening: string | undefined): Promise<Opened> {
  const answers: unknown = await client.query(opening ? `begin; ${opening}` : 'begin')
  const second = Array.isArray(answers) ? (answers[1] as Answer | undefined) : undefined // a text of two statements has two answers
  return second?.rows[0]
}

/** A value within a closing text, which has no parameters: nothing in it can be read as SQL. */
export function asText(value: unknown): string {
  const json = JSON.stringify(value, (_key, one: unknown) => (typeof one === 'string' ? storable(one) : one))
  return `convert_from(decode('${Buffer.from(json, 'utf8').toString('base64')}', 'base64'), 'UTF8')::jsonb`
}

/** PostgreSQL stores neither zero bytes nor halves of characters, and an act must not fail for what somebody typed. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

export function countyAsText(county: number): string {
  if (!Number.isSafeInteger(county)) throw new TypeError('not a county')
  return String(county)
}

function codeOf(error: unknown): string {
  return error && typeof error === 'object' && 'code' in error ? String(error.code) : ''
}
