import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { countiesFor, fill } from '../../bench/county/fill.ts'
import { clerk } from '../../bench/county/office.ts'
import { type Act, acts } from '../../bench/load/acts.ts'
import { once } from '../../bench/load/load.ts'
import { benchCluster } from '../../bench/servers/cluster.ts'
import { benchVault } from '../../bench/servers/keys.ts'
import { type Served, startServer } from '../../bench/servers/process.ts'
import { isLong, noneOf, type Row } from '../row.ts'

const PEOPLE = 50_000
const AT_ONCE = 200
const THINKING_MS = 1_000
const MINUTES = isLong ? 30 : 1
const WARM_UP_MS = 10_000
const GIB = 1024 ** 3
/** Growth from the middle to the end that counts as none: what V8 takes and gives back by itself. */
const STEADY = 1.15

/** A working day in small: mostly looking somebody up, sometimes writing something down. */
const MIX = [
  'read-name2',
  'read-name3',
  'read-list',
  'read-point',
  'read-point',
  'read-count',
  'write-update',
  'read-idle',
]
const LISTS: ReadonlySet<string> = new Set(['read-name2', 'read-name3', 'read-list', 'read-count'])

type Heard = { key: string; ms: number; status: number }

async function desk(config: ConnectionConfig): Promise<{ cookies: string[]; asked: Map<string, Act> }> {
  const owner = await openOwner(config)
  await fill(owner, benchVault(), PEOPLE)
  const county = countiesFor(PEOPLE)[0]?.county ?? 0
  const cookies: string[] = []
  for (let n = 0; n < AT_ONCE; n++) cookies.push(await clerk(owner, county, `clerk${n}`))
  const { rows } = await owner.query<{ id: string }>(`select id from person where county = $1 and status = 'living'`, [
    county,
  ])
  await owner.end()
  const ids = rows.map((row) => row.id)
  return { cookies, asked: new Map(acts(ids).map((act) => [act.key, act])) }
}

/** Two hundred people who ask, read for a second, and ask again. */
async function work(
  server: Served,
  { cookies, asked }: Awaited<ReturnType<typeof desk>>,
): Promise<{ heard: Heard[]; rss: number[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const [heard, rss]: [Heard[], number[]] = [[], []]
  const started = performance.now()
  const until = started + WARM_UP_MS + MINUTES * 60_000
  let written = 0
  const person = async (cookie: string, at: number) => {
    await wait((at / AT_ONCE) * THINKING_MS)
    for (let n = at; performance.now() < until; n++) {
      const key = MIX[n % MIX.length] ?? 'read-idle'
      const act = asked.get(key)
      if (!act) throw new Error(`nothing is called ${key}`)
      const from = performance.now()
      const status = await once(
        { agent, port: server.port, cookie },
        act.ask(key === 'write-update' ? written++ : n * 7 + at),
      )
      if (from - started > WARM_UP_MS) heard.push({ key, ms: performance.now() - from, status })
      await wait(THINKING_MS)
    }
  }
  const watch = (async () => {
    while (performance.now() < until) {
      await wait((MINUTES * 60_000) / 20)
      rss.push(await server.rss())
    }
  })()
  await Promise.all([...cookies.map(person), watch])
  agent.destroy()
  return { heard, rss }
}

function p95(heard: readonly Heard[]): number {
  const times = heard.map((one) => one.ms).toSorted((a, b) => a - b)
  return times[Math.floor(times.length * 0.95)] ?? Number.POSITIVE_INFINITY
}

export const row: Row = {
  id: 'T50',
  about: { zh: '五万人、两百人同时办事', en: '50,000 people, two hundred at work at once' },
  threshold: 'p95 < 500 ms, lists and searches < 800 ms, 0 errors, memory < 1 GiB and steady',
  blocksMerge: false,
  minutes: MINUTES + 4,
  run: async () => {
    const cluster = await benchCluster()
    try {
      const config = await cluster.database('t50')
      const people = await desk(config)
      const server = await startServer('product', { env: { CONNECTION: JSON.stringify(config) } })
      const { heard, rss } = await work(server, people)
      await server.stop()
      const [all, lists] = [p95(heard), p95(heard.filter(({ key }) => LISTS.has(key)))]
      const wrong = heard.filter(({ status }) => status !== 200)
      const [middle = 0, last = 0] = [rss[Math.floor(rss.length / 2)], rss.at(-1)]
      const faults = [
        ...(wrong.length ? [`${wrong.length} errors, first ${wrong[0]?.status} ${wrong[0]?.key}`] : []),
        ...(all >= 500 ? [`p95 ${all.toFixed(0)} ms`] : []),
        ...(lists >= 800 ? [`lists p95 ${lists.toFixed(0)} ms`] : []),
        ...(Math.max(...rss) >= GIB ? [`memory ${Math.round(Math.max(...rss) / 1024 ** 2)} MiB`] : []),
        ...(last > middle * STEADY ? ['memory grows'] : []),
      ]
      const seen = `${heard.length} requests in ${MINUTES} min, p95 ${all.toFixed(0)} ms, lists ${lists.toFixed(0)} ms, memory ${Math.round(last / 1024 ** 2)} MiB`
      return noneOf(faults, seen)
    } finally {
      await cluster.stop()
    }
  },
}
