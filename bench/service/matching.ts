import type { Client } from 'pg'
import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { fill } from '../county/fill.ts'
import { clerk } from '../county/office.ts'
import { median, quantileOf } from '../load/figures.ts'
import { timed } from '../load/one.ts'
import type { Heard } from '../servers/heard.ts'
import { benchVault } from '../servers/keys.ts'
import { hear } from '../servers/listen.ts'
import { type Served, startServer } from '../servers/process.ts'
import { atTheDoor } from './house.ts'

export type Matching = {
  needs: number
  people: number
  /** One door for all of them. */
  together: { seconds: number; floorSeconds: number; statements: number }
  /** One need after another, each with its reasons. */
  runs: { atOnce: number; seconds: number; p95: number; floorSeconds: number }[]
  statements: number
}

const COUNTY = 371424
const PEOPLE = 3_397
const NEEDS = 200
const AT_ONCE = [1, 8]

/** A clerk asks for the candidates of two hundred needs, where everybody of the county has enlisted; the floor sends the same statements and judges nobody. */
export async function timeMatching(config: ConnectionConfig): Promise<Matching> {
  const owner = await openOwner(config)
  await fill(owner, benchVault(), PEOPLE)
  const cookie = await clerk(owner, COUNTY)
  const people = await enlistAll(owner)
  const needs = await raiseNeeds(owner)
  await owner.query('vacuum analyze')
  await owner.end()
  const told = {
    'read-candidates': await hearAll(config, { cookie, paths: needs.slice(0, 20).map(candidates) }),
    'read-together': await hearAll(config, { cookie, paths: [TOGETHER] }),
  }
  const scope = `-c role=sangyu_app -c app.county=${COUNTY} -c app.all=true -c app.places={[${COUNTY}0000000000000,${COUNTY + 1}0000000000000)}`
  const product = await startServer('product', { env: { CONNECTION: JSON.stringify(config) } })
  const floor = await startServer('floor', { env: { CONNECTION: JSON.stringify({ ...config, options: scope }) }, told })
  const together = await askTogether(product, floor, cookie)
  const runs: Matching['runs'] = []
  for (const atOnce of AT_ONCE) {
    const ours = await askAll(product, { cookie, atOnce, paths: needs.map(candidates) })
    const bare = await askAll(floor, { cookie: '', atOnce, paths: needs.map(() => '/read-candidates') })
    runs.push({ atOnce, ...ours, floorSeconds: bare.seconds })
    console.log(
      `matching ${NEEDS} needs × ${people} people, ${atOnce} at once: ${ours.seconds.toFixed(2)} s, p95 ${ours.p95.toFixed(0)} ms, floor ${bare.seconds.toFixed(2)} s`,
    )
  }
  await product.stop()
  await floor.stop()
  const statements = told['read-candidates'][0]?.length ?? 0
  const alone = { ...together, statements: told['read-together'][0]?.length ?? 0 }
  return { needs: NEEDS, people, together: alone, runs, statements }
}

const candidates = (id: string) => `/api/needs/${id}/candidates?most=10`

const TOGETHER = '/api/needs/candidates'
const TIMES = 7

async function askTogether(product: Served, floor: Served, cookie: string) {
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let n = 0; n < TIMES; n++) {
    ours.push(await timed(product.port, cookie, { method: 'GET', path: TOGETHER }))
    bare.push(await timed(floor.port, '', { method: 'GET', path: '/read-together' }))
  }
  const [seconds, floorSeconds] = [median(ours) / 1000, median(bare) / 1000]
  console.log(`matching ${NEEDS} needs at once: ${seconds.toFixed(2)} s, floor ${floorSeconds.toFixed(2)} s`)
  return { seconds, floorSeconds }
}

async function hearAll(config: ConnectionConfig, { cookie, paths }: { cookie: string; paths: readonly string[] }) {
  const door = await atTheDoor(config)
  const times: Heard[][] = []
  for (const path of paths) times.push(await hear(() => door.ask(cookie, { method: 'GET', path })))
  await door.close()
  return times
}

type Asking = { cookie: string; atOnce: number; paths: readonly string[] }

async function askAll({ port }: Served, { cookie, atOnce, paths }: Asking): Promise<{ seconds: number; p95: number }> {
  const times: number[] = []
  const left = [...paths]
  const started = performance.now()
  const one = async () => {
    for (let path = left.pop(); path; path = left.pop()) times.push(await timed(port, cookie, { method: 'GET', path }))
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return { seconds: (performance.now() - started) / 1000, p95: quantileOf(times, 0.95) }
}

async function enlistAll(owner: Client): Promise<number> {
  const { rowCount } = await owner.query(
    `insert into volunteer (county, id, person_id, number, skills, times, since_on, registered_at)
     select county, gen_random_uuid(), id, 'v' || n, (array['{medical}','{arts}','{repair,teaching}','{}'])[1 + n % 4]::text[],
            (array['{mon_am,thu_pm}','{}'])[1 + n % 2]::text[], '2026-01-01', now()
       from (select county, id, row_number() over (order by id) as n from person where county = $1 and status = 'living') p`,
    [COUNTY],
  )
  return rowCount ?? 0
}

/** Two hundred people of all communities ask for one thing or another. */
async function raiseNeeds(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into need (county, id, number, kind, urgency, intensity, minutes, place_code, person_id, words_sealed, channel, on_behalf, wished_on, status, raised_at, due_at)
     select county, gen_random_uuid(), 'n' || n, (array['clinic','meals','repair','company'])[1 + n % 4], 'week', 2, 90, place_code, id, $2, 'visit', 'self',
            current_date + n::int % 7, 'accepted', now(), now() + interval '7 days'
       from (select county, id, place_code, row_number() over (order by id desc) as n from person where county = $1 and status = 'living' limit ${NEEDS}) p
     returning id`,
    [COUNTY, benchVault().seal('陪同去县医院')],
  )
  return rows.map(({ id }) => id)
}
