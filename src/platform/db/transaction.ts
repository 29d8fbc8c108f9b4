import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'

type Work<T> = (client: PoolClient, opened: Record<string, unknown> | undefined) => Promise<T>

export type TransactionOptions = {
  readOnly: boolean
  /** A statement sent in the same round trip as BEGIN; its first row is handed to the work. */
  opening?: string
}

const RETRIED = new Set(['40001', '40P01']) // serialization failure, deadlock
const TRIES = 3

/** Runs work in one transaction: one round trip to open it together with its context, one to commit. A read does not wait for its commit. */
export async function inTransaction<T>(pool: Pool, options: TransactionOptions, work: Work<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, options, work)
    } catch (error) {
      if (attempt >= TRIES || !RETRIED.has(codeOf(error))) throw error
      // The one who was let through needs a moment, and two who were stopped should not meet again.
      await wait(attempt * randomInt(10, 30))
    }
  }
}

async function once<T>(pool: Pool, options: TransactionOptions, work: Work<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const opened = await open(client, options)
    const result = await work(client, opened)
    if (options.readOnly) {
      client.query('commit').then(
        () => client.release(),
        (error: Error) => client.release(error),
      )
      return result
    }
    await client.query('commit')
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

async function open(
  client: PoolClient,
  { readOnly, opening }: TransactionOptions,
): Promise<Record<string, unknown> | undefined> {
  const begin = readOnly ? 'begin read only' : 'begin'
  const answers: unknown = await client.query(opening ? `${begin}; ${opening}` : begin)
  const second = Array.isArray(answers) ? (answers[1] as Answer | undefined) : undefined // a text of two statements has two answers
  return second?.rows[0]
}

function codeOf(error: unknown): string {
  return error && typeof error === 'object' && 'code' in error ? String(error.code) : ''
}
