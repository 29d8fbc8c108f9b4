import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { freeBytes, type Watch } from './watch.ts'

const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Counts and durations by door and outcome. No label carries who, from where or about whom. */
export function measure(app: FastifyInstance, watch: Watch, version: string): void {
  const registers = [new Registry()]
  const [registry] = registers
  if (!registry) return
  collectDefaultMetrics({ register: registry })
  const labelNames = ['method', 'route', 'status'] as const
  const seconds = new Histogram({
    name: 'sangyu_http_seconds',
    help: 'Time to answer, by door',
    labelNames,
    buckets: BUCKETS,
    registers,
  })
  const slowed = new Counter({ name: 'sangyu_http_slowed_total', help: 'Requests refused for their number', registers })
  new Gauge({ name: 'sangyu_version', help: 'The running version', labelNames: ['version'], registers }).set(
    { version },
    1,
  )
  watchDatabase(watch, registers)
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    const status = `${Math.floor(statusCode / 100)}xx`
    seconds.observe({ method, route: routeOptions.url ?? 'none', status }, elapsedTime / 1000)
    if (statusCode === 429) slowed.inc()
  })
  app.get('/api/metrics', async (request, reply) => {
    if (!mayMeasure(request, watch.metricsToken)) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

/** Somebody on this very machine who was not sent here by a proxy, or the holder of the token. */
function mayMeasure({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token) return isSame(headers.authorization ?? '', `Bearer ${token}`)
  const isPassedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in headers)
  return !isPassedOn && LOOPBACK.test(socket.remoteAddress ?? '')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const WAITING = `select
  (select count(*) from outbox where delivered_at is null)::int as events,
  (select count(*) from graphile_worker.jobs where attempts < max_attempts)::int as jobs,
  (select count(*) from graphile_worker.jobs where attempts >= max_attempts)::int as failed,
  (select coalesce(sum(faults), 0) from integrity_check)::int as changed`

type Waiting = { events: number; jobs: number; failed: number; changed: number }

function watchDatabase({ pools, owner, home }: Watch, registers: Registry[]): Gauge[] {
  const kinds = { events: 'Events not yet told', jobs: 'Jobs not yet done', failed: 'Jobs given up' }
  const gauges = Object.entries(kinds).map(
    ([name, help]) => [name, new Gauge({ name: `sangyu_waiting_${name}`, help, registers })] as const,
  )
  const changed = new Gauge({
    name: 'sangyu_integrity_faults',
    help: 'Records that did not stand under their codes in the last nightly check',
    registers,
  })
  const connections = new Gauge({
    name: 'sangyu_database_connections',
    help: 'Connections by kind and state',
    labelNames: ['kind', 'state'],
    registers,
    async collect() {
      for (const kind of ['readers', 'writers'] as const) {
        const { totalCount, idleCount, waitingCount } = pools[kind]
        this.set({ kind, state: 'busy' }, totalCount - idleCount)
        this.set({ kind, state: 'idle' }, idleCount)
        this.set({ kind, state: 'wanted' }, waitingCount)
      }
      const found = await owner.query<Waiting>(WAITING).catch(() => undefined)
      changed.set(found?.rows[0]?.changed ?? Number.NaN)
      for (const [name, gauge] of gauges) gauge.set(Number(Reflect.get(found?.rows[0] ?? {}, name) ?? Number.NaN))
    },
  })
  const disk = new Gauge({
    name: 'sangyu_disk_free_bytes',
    help: 'Free space where the data lie',
    registers,
    async collect() {
      this.set(await freeBytes(home))
    },
  })
  return [connections, disk]
}
