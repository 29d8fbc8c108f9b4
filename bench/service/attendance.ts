import type { Client } from 'pg'
import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { fill } from '../county/fill.ts'
import { clerk } from '../county/office.ts'
import { livingPeople } from '../county/people.ts'
import { median } from '../load/figures.ts'
import type { Ask } from '../load/load.ts'
import { timed } from '../load/one.ts'
import type { BenchCluster } from '../servers/cluster.ts'
import type { Heard } from '../servers/heard.ts'
import { benchVault } from '../servers/keys.ts'
import { hear } from '../servers/listen.ts'
import { startServer } from '../servers/process.ts'
import { atTheDoor } from './house.ts'

export type SheetLine = { words: string; product: number; floor: number; statements: number }
export type Sheets = { lines: SheetLine[]; people: number; sheets: number }

const COUNTY = 371424
const PEOPLE = 3_397
const FORTY = 40
const SHEETS = 24

type Sheet = { gathering: string; turns: string[]; people: string[] }
type Act = { key: string; words: string; ask: (sheet: Sheet) => Ask }

const post = (path: string, body: object): Ask => ({ method: 'POST', path, body })
const ACTS: readonly Act[] = [
  {
    key: 'write-mark',
    words: 'mark all forty present',
    ask: ({ gathering, people }) =>
      post(`/api/gatherings/${gathering}/attendance`, {
        marks: people.map((personId) => ({ personId, state: 'present' })),
      }),
  },
  {
    key: 'write-close',
    words: 'close the sheet',
    ask: ({ gathering }) => post(`/api/gatherings/${gathering}/close`, {}),
  },
  {
    key: 'write-confirm',
    words: 'confirm forty turns: records, hours and points',
    ask: ({ turns }) => post('/api/turns/confirm', { turns }),
  },
]

/** Sheets of forty as one act each. Product, listener and floor have a copy of the county of their own, so each writes what nobody wrote before. */
export async function timeSheets(cluster: BenchCluster): Promise<Sheets> {
  const config = await cluster.database('sheets')
  const owner = await openOwner(config)
  await fill(owner, benchVault(), PEOPLE)
  const cookie = await clerk(owner, COUNTY)
  const people = await livingPeople(owner, COUNTY)
  const sheets: Sheet[] = []
  for (let n = 0; n < SHEETS; n++) sheets.push(await openSheet(owner, n, people.slice(n * FORTY, (n + 1) * FORTY)))
  await owner.query('vacuum analyze')
  await owner.end()
  const told = await hearAll(await cluster.copyOf('sheets', 'sheets_heard'), { cookie, sheets })
  const floorConfig = await cluster.copyOf('sheets', 'sheets_floor')
  const lines = await inTurn({ config, floorConfig, cookie, sheets, told })
  return { lines, people: FORTY, sheets: SHEETS }
}

type Told = Record<string, Heard[][]>
type Run = { config: ConnectionConfig; floorConfig: ConnectionConfig; cookie: string; sheets: Sheet[]; told: Told }

async function inTurn({ config, floorConfig, cookie, sheets, told }: Run): Promise<SheetLine[]> {
  const scope = `-c role=sangyu_app -c app.county=${COUNTY} -c app.all=true`
  const product = await startServer('product', { env: { CONNECTION: JSON.stringify(config) } })
  const asFloor = { CONNECTION: JSON.stringify({ ...floorConfig, options: scope }) }
  const floor = await startServer('floor', { env: asFloor, told })
  const lines: SheetLine[] = []
  for (const { key, words, ask } of ACTS) {
    const [ours, bare]: [number[], number[]] = [[], []]
    for (const [n, sheet] of sheets.entries()) {
      ours.push(await timed(product.port, cookie, ask(sheet)))
      bare.push(await timed(floor.port, '', { method: 'GET', path: `/${key}/nth-${n}` }))
    }
    // The first meets a cold server.
    const line = { words, product: median(ours.slice(1)), floor: median(bare.slice(1)) }
    lines.push({ ...line, statements: told[key]?.[0]?.length ?? 0 })
    console.log(
      `${words}: ${line.product.toFixed(1)} ms against ${line.floor.toFixed(1)} ms, ${lines.at(-1)?.statements} statements`,
    )
  }
  await product.stop()
  await floor.stop()
  return lines
}

async function hearAll(config: ConnectionConfig, { cookie, sheets }: { cookie: string; sheets: Sheet[] }) {
  const door = await atTheDoor(config)
  const told: Told = {}
  for (const { key, ask } of ACTS) {
    const times: Heard[][] = []
    for (const sheet of sheets) times.push(await hear(() => door.ask(cookie, ask(sheet))))
    told[key] = times
  }
  await door.close()
  return told
}

/** A walk that began an hour ago for which forty signed up, and a shift of another day that the same forty have served. */
async function openSheet(owner: Client, n: number, people: readonly string[]): Promise<Sheet> {
  const { rows } = await owner.query<{ gathering: string; turns: string[] }>(
    `with walk as (
       insert into gathering (county, id, kind, title, place_code, during, created_at)
       values ($1, gen_random_uuid(), 'activity', '健步走', $2, tstzrange(now() - interval '1 hour', now() + interval '1 hour'), now()) returning county, id),
     signed as (
       insert into gathering_sign_up (county, id, gathering_id, person_id, status, asked_at, on_behalf)
       select county, gen_random_uuid(), id, p, 'in', now(), 'clerk' from walk cross join unnest($4::uuid[]) p),
     duty as (
       insert into gathering (county, id, kind, title, place_code, during, created_at)
       values ($1, gen_random_uuid(), 'shift', '送午饭', $2, tstzrange(now() - make_interval(days => $3 + 1), now() - make_interval(days => $3 + 1, hours => -2)), now())
       returning county, id, during),
     shift as (
       insert into shift (county, id, gathering_id, task, open_to, served_code, created_at)
       select county, gen_random_uuid(), id, 'meals', 'volunteers', '123456', now() from duty returning county, id),
     turn as (
       insert into shift_turn (county, id, shift_id, person_id, during, status, on_behalf, claimed_at, in_at, in_way, out_at, out_way, minutes)
       select s.county, gen_random_uuid(), s.id, p, d.during, 'served', 'clerk', lower(d.during), lower(d.during), 'clerk', upper(d.during), 'clerk', 120
         from shift s cross join duty d cross join unnest($4::uuid[]) p returning id)
     select (select id from walk) as gathering, (select array_agg(id) from turn) as turns`,
    [COUNTY, `${COUNTY}0000000000000`, n, people],
  )
  return { gathering: rows[0]?.gathering ?? '', turns: rows[0]?.turns ?? [], people: [...people] }
}
