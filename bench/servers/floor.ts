// The floor: bare node:http and pg with prepared statements. It sends the very statements that the product was heard sending, and nothing else.
import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import type { HeardActs } from './heard.ts'

const config = JSON.parse(process.env.CONNECTION ?? '{}') as pg.PoolConfig // given by the bench
let heard: HeardActs = {}
const pool = new pg.Pool({ ...config, max: 20 })
const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text) ?? `f${names.size}`
  names.set(text, known)
  return known
}

let served = 0

/** What one request made anew, for the one that goes on with it; nothing where each time is repeated once, on rows of its own. */
type Made = { nth: number; fresh: Map<string, string> | undefined }
const made = new Map<string, Made>()
const BEGIN = 'begin'
/** What is read to be judged is not sent: an answer is a page long at most. */
const PAGE = 500

/** Reads are sent as they are, writes between begin and commit, as anybody must. A ticket is given to who begins something and names what goes on, or which time is meant. */
async function serve(key: string, ticket: string): Promise<string> {
  const times = heard[key] ?? []
  const { nth, fresh } = goneOn(ticket)
  const statements = times[nth % times.length] ?? []
  const appending = statements.filter((one) => one.appends).map((one) => reviveText(one.text, fresh))
  const writes = key.startsWith('write')
  const client = await pool.connect()
  let rows: unknown[] = []
  try {
    if (writes) await client.query('begin')
    for (const { text, values } of statements.filter((one) => !one.appends))
      rows = (await client.query({ name: nameOf(text), text, values: values.map((value) => revive(value, fresh)) }))
        .rows
    if (writes) await client.query([...appending, 'commit'].join('; '))
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
  if (!writes && appending.length) await append(appending)
  if (ticket !== BEGIN) return JSON.stringify(rows.slice(0, PAGE))
  const given = randomUUID()
  made.set(given, { nth, fresh })
  return JSON.stringify({ ticket: given })
}

function goneOn(ticket: string): Made {
  const asked = /^nth-(\d+)$/.exec(ticket)?.[1]
  if (asked) return { nth: Number(asked), fresh: undefined }
  const known = made.get(ticket)
  made.delete(ticket)
  return known ?? { nth: served++, fresh: new Map() }
}

const waiting: string[] = []
let turn: Promise<unknown> = Promise.resolve()
let next: Promise<unknown> | undefined

/** As the product does: what gathers while one append commits goes with the next, or the product would look better than it is. */
function append(texts: readonly string[]): Promise<unknown> {
  waiting.push(...texts)
  next ??= turn.then(() => {
    const together = waiting.splice(0).join('; ')
    next = undefined
    turn = pool.query(together)
    return turn
  })
  return next
}

// Ids that the product made (version 7) are made anew for each request, so that a repeated insert is an insert.
// The same with digests, some of which may not stand twice.
const DIGEST = 64
const MADE = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

function revive(value: unknown, fresh: Made['fresh']): unknown {
  if (value && typeof value === 'object' && 'hex' in value && typeof value.hex === 'string')
    return Buffer.from(value.hex.length === DIGEST ? again(value.hex, fresh) : value.hex, 'hex')
  if (typeof value !== 'string') return value
  return value.replace(MADE, (id) => again(id, fresh))
}

const PACKED = /decode\('([A-Za-z0-9+/=]+)', 'base64'\)/g

/** The same within what travels with the commit, which has no parameters. */
function reviveText(text: string, fresh: Made['fresh']): string {
  return text.replace(PACKED, (_, packed: string) => {
    const told = Buffer.from(packed, 'base64').toString('utf8')
    const anew = told.replace(MADE, (id) => again(id, fresh))
    return `decode('${Buffer.from(anew, 'utf8').toString('base64')}', 'base64')`
  })
}

function again(former: string, fresh: Made['fresh']): string {
  if (!fresh) return former
  const other = fresh.get(former) ?? (former.length === DIGEST ? randomBytes(DIGEST / 2).toString('hex') : randomUUID())
  fresh.set(former, other)
  return other
}

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const [key = '', ticket = ''] = (request.url ?? '').slice(1).split('/')
    serve(key, ticket).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })
})
// A bench that fails leaves nobody serving.
process.on('disconnect', () => process.exit())
process.once('message', (told: HeardActs) => {
  heard = told
  server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'))
})
