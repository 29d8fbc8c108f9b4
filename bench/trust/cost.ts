import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { countiesFor, fill } from '../county/fill.ts'
import { clerk } from '../county/office.ts'
import { livingPeople } from '../county/people.ts'
import { type Act, acts } from '../load/acts.ts'
import { load } from '../load/load.ts'
import type { Served } from '../servers/process.ts'
import { vaultWithout } from './compose.ts'
import { ensureGone, serveWithout, TAKEN, type Taken } from './take-away.ts'

export type CostLine = {
  words: string
  connections: number
  perSecond: number
  ratios: Record<Taken, number>
  errors: number
}
export type Cost = { size: number; lines: CostLine[] }

const WEIGHED = ['read-list', 'read-name2', 'read-point', 'write-create', 'write-update']
const CONNECTIONS = [1, 32]
const ROUNDS = 5
const MOMENT = 0.4 // seconds of one turn: short, so that whatever else the machine does meets all of them alike

type Office = { taken: Taken | undefined; server: Served; cookie: string; acts: Act[]; done: Map<string, number> }
type Database = (name: string) => Promise<ConnectionConfig>

/** The same acts asked in turn of the whole product and of the product without one of its protections, each on a database of its own. */
export async function costOfTrust(database: Database, size: number): Promise<Cost> {
  const whole = await openOffice(database, size, undefined)
  const others: Office[] = []
  for (const taken of TAKEN) others.push(await openOffice(database, size, taken))
  const lines: CostLine[] = []
  for (const key of WEIGHED)
    for (const connections of CONNECTIONS) lines.push(await weigh([whole, ...others], key, connections))
  for (const { server } of [whole, ...others]) await server.stop()
  return { size, lines }
}

async function openOffice(database: Database, size: number, taken: Taken | undefined): Promise<Office> {
  const config = await database(`trust_${size}_${(taken ?? 'whole').replaceAll(/\W/g, '_')}`)
  const owner = await openOwner(config)
  await fill(owner, vaultWithout(taken ?? 'nothing'), size)
  const county = countiesFor(size)[0]?.county ?? 0
  const cookie = await clerk(owner, county)
  const ids = await livingPeople(owner, county)
  await owner.end()
  const server = await serveWithout(taken, config)
  await ensureGone({ taken, config, port: server.port, cookie, id: ids[0] ?? '' })
  return { taken, server, cookie, acts: acts(ids), done: new Map() }
}

async function weigh(offices: readonly Office[], key: string, connections: number): Promise<CostLine> {
  const rates = new Map<Taken | undefined, number[]>(offices.map(({ taken }) => [taken, []]))
  let errors = 0
  for (let round = 0; round < ROUNDS; round++)
    // Each round begins with another, so that nobody always comes after the same one.
    for (const at of offices.keys()) {
      const office = offices[(at + round) % offices.length]
      if (!office) continue
      const measured = await turn(office, key, connections)
      rates.get(office.taken)?.push(measured.perSecond)
      errors += measured.errors
    }
  const whole = rates.get(undefined) ?? []
  const ratioTo = (taken: Taken) => median(whole.map((rate, round) => rate / (rates.get(taken)?.[round] ?? 0)))
  const ratios = Object.fromEntries(TAKEN.map((taken) => [taken, ratioTo(taken)])) as Record<Taken, number> // one for each of TAKEN
  const words = offices[0]?.acts.find((act) => act.key === key)?.words ?? key
  console.log(
    `trust ${words} ×${connections}: ${TAKEN.map((taken) => `${taken} ${ratios[taken].toFixed(2)}`).join(', ')}`,
  )
  return { words, connections, perSecond: median(whole), ratios, errors }
}

/** Goes on where this office's last turn ended, so that the versions of what is updated follow each other. */
async function turn({ server, cookie, acts: known, done }: Office, key: string, connections: number) {
  const act = known.find((one) => one.key === key)
  if (!act) throw new Error(`no act ${key}`)
  const before = done.get(key) ?? 0
  const measured = await load(server.port, cookie, { connections, seconds: MOMENT, ask: (n) => act.ask(before + n) })
  done.set(key, before + measured.asked)
  return measured
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
