import { createHash } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * One process at a time clears a dead server's remains and starts the next: of two that do so at once, the second removes the lock the
 * first one's server has just written. The kernel gives the name to one and takes it back when that process ends, however it ends.
 * Undefined while another has it.
 */
export function takeTurn(data: string): Promise<Turn | undefined> {
  const name = `\0sangyu-start-${createHash('sha256').update(data).digest('hex')}`
  const holder = createServer((stranger) => stranger.destroy())
  holder.unref()
  return new Promise((resolve, reject) => {
    holder.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    holder.listen(name, () => resolve({ end: () => new Promise((done) => holder.close(() => done())) }))
  })
}

export type Turn = { end: () => Promise<void> }
