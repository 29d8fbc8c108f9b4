import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import type { ConnectionConfig } from '#platform/db/pool.ts'

/** A line to the database that tells what goes over it, and can be held or cut. */
export type DatabaseLine = {
  config: ConnectionConfig
  /** One entry for each round trip: the texts that were sent before an answer was awaited. */
  sent: string[]
  /** Holds back whatever the server answers to a text, until `release`. */
  hold: (text: RegExp) => void
  release: () => void
  /** Breaks the connection that sends such a text, before the server hears of it. */
  cut: (text: RegExp) => void
  close: () => Promise<void>
}

type Watch = { sent: string[]; held?: RegExp | undefined; broken?: RegExp | undefined; waiting: Set<Socket> }

export async function databaseLine(config: ConnectionConfig): Promise<DatabaseLine> {
  const there = new pg.Client(config)
  const watch: Watch = { sent: [], waiting: new Set() }
  const sockets = new Set<Socket>()
  const server = createServer((office) => {
    const far = there.host.startsWith('/')
      ? connect(join(there.host, `.s.PGSQL.${there.port}`))
      : connect(there.port, there.host)
    for (const socket of [office, far]) sockets.add(socket.on('error', () => undefined))
    listen(watch, office, far)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { user, database, password } = there
  const secret = password === null || password === undefined ? {} : { password }
  return {
    config: {
      host: '127.0.0.1',
      port: portOf(server),
      ...(user ? { user } : {}),
      ...(database ? { database } : {}),
      ...secret,
    },
    sent: watch.sent,
    hold: (text) => {
      watch.held = text
    },
    release: () => {
      watch.held = undefined
      for (const far of watch.waiting) far.resume()
      watch.waiting.clear()
    },
    cut: (text) => {
      watch.broken = text
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return address && typeof address === 'object' ? address.port : 0
}

function listen(watch: Watch, office: Socket, far: Socket): void {
  let heard = Buffer.alloc(0)
  let isOpening = true
  const texts: string[] = []
  const roundTrip = (text: string) => {
    watch.sent.push(text)
    if (watch.broken?.test(text)) office.destroy()
    if (watch.held?.test(text)) watch.waiting.add(far.pause())
  }
  office.on('data', (piece: Buffer) => {
    heard = Buffer.concat([heard, piece])
    for (;;) {
      // The opening message has no letter in front of its length.
      const [start, letter] = isOpening ? [0, ''] : [1, String.fromCharCode(heard[0] ?? 0)]
      if (heard.length < start + 4 || heard.length < start + heard.readUInt32BE(start)) break
      const end = start + heard.readUInt32BE(start)
      const body = heard.subarray(start + 4, end)
      heard = heard.subarray(end)
      isOpening = false
      if (letter === 'P' || letter === 'B') texts.push(textOf(letter, body))
      if (letter === 'Q') roundTrip(body.toString('utf8', 0, body.length - 1))
      if (letter === 'S') roundTrip(texts.splice(0).join('; '))
    }
    if (!office.destroyed) far.write(piece)
  })
  far.on('data', (piece: Buffer) => office.write(piece))
  office.on('close', () => far.destroy())
  far.on('close', () => office.destroy())
}

/** Parse: name, then text. Bind: portal, then the name of the statement, which stands for its text. */
function textOf(letter: 'P' | 'B', body: Buffer): string {
  const [first = '', second = ''] = body.toString('latin1').split('\0')
  return letter === 'P' ? Buffer.from(second, 'latin1').toString('utf8') : `${first}execute ${second}`
}
