import pg from 'pg'
import { carried, type Heard } from './heard.ts'

/**
 * Hears the statements that one act of the product sends: all but the opening of the transaction and its end. A row of the audit trail
 * travels as text with the commit, or as the commit of a look: it is heard without that commit, which the floor makes itself.
 */
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
    else if (typeof first === 'string' && first.startsWith('select append_audit'))
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
