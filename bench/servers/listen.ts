import pg from 'pg'
import { carried, type Heard } from './heard.ts'

/** Hears the statements that one act of the product sends: all but the opening of the transaction and its end. */
export async function hear(act: () => Promise<unknown>): Promise<Heard[]> {
  const heard: Heard[] = []
  const original = pg.Client.prototype.query
  const spy = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args
    if (first && typeof first === 'object' && 'text' in first && typeof first.text === 'string')
      heard.push({
        text: first.text,
        values: 'values' in first && Array.isArray(first.values) ? first.values.map(carried) : [],
      })
    return Reflect.apply(original, this, args)
  }
  // The bench listens for the length of one request; the method's many signatures cannot be written twice.
  pg.Client.prototype.query = spy as typeof original
  try {
    await act()
  } finally {
    pg.Client.prototype.query = original
  }
  return heard
}
