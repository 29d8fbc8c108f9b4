import pg from 'pg'
import { carried, type Heard } from './heard.ts'

/** What a write sends last, with its commit, and what a look appends without one. */
const CLOSING = /^(insert into outbox|select request_job|select append_audit)/

/** Hears the statements of one act but for the opening of its transaction and its end; what travels with the commit is heard without it. */
export async function hear(act: () => Promise<unknown>): Promise<Heard[]> {
  const heard: Heard[] = []
  // The bench listens for the length of one request; the method's many signatures cannot be written twice.
  const client = pg.Client.prototype as { query: (...args: unknown[]) => unknown } // every signature at once
  const original = client.query
  client.query = function (this: unknown, ...args: unknown[]): unknown {
    const [first] = args
    if (first && typeof first === 'object' && 'text' in first && typeof first.text === 'string')
      heard.push({
        text: first.text,
        values: 'values' in first && Array.isArray(first.values) ? first.values.map(carried) : [],
      })
    else if (typeof first === 'string' && CLOSING.test(first))
      heard.push({ text: first.replace(/; commit$/, ''), appends: true, values: [] })
    return original.apply(this, args)
  }
  try {
    await act()
  } finally {
    client.query = original
  }
  return heard
}
