/** For each act what it sent, time after time: about another person each, so that the floor's updates do not all wait for one row. */
export type HeardActs = Record<string, Heard[][]>

/** One statement as the product sent it; bytes travel as {hex}. What `appends` (events, jobs, audit rows) goes with the commit. */
export type Heard = { text: string; values: unknown[]; appends?: boolean }

export function carried(value: unknown): unknown {
  return value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value
}
