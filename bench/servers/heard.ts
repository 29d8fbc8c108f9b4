/** One statement as the product sent it; bytes travel as {hex}. */
export type Heard = { text: string; values: unknown[] }

/** Bytes as JSON can carry them. */
export function carried(value: unknown): unknown {
  return value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value
}
