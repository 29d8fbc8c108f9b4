import type { FastifyInstance } from 'fastify'
import { readMigrations } from '../db/migrate.ts'
import { freeBytes, type Watch } from './watch.ts'

/** Below this an import or a vacuum may stop half way. */
const ENOUGH_BYTES = 512 * 1024 * 1024
const PATIENCE_MS = 3_000
/** Whoever asks more often is told what was found last: asking costs the database something. */
const KEPT_MS = 2_000
/** A job that has waited this long stands still. */
const LATE = `select 1 from graphile_worker.jobs where attempts < max_attempts and locked_at is null
  and run_at < now() - interval '15 minutes' limit 1`

type Checks = Record<'database' | 'migrations' | 'disk' | 'queue', boolean>
type Readiness = { ok: boolean; checks: Checks | Record<never, never> }

/** Two questions a service manager or a balancer asks: does the process live, and may people be sent to it? Both answer without figures. */
export function answerHealth(app: FastifyInstance, watch: Watch | undefined, isClosing: () => boolean): void {
  app.get('/api/health', () => ({ ok: true }))
  let last: { at: number; found: Promise<Readiness> } | undefined
  app.get('/api/ready', async (_request, reply) => {
    const now = performance.now()
    if (!last || now - last.at > KEPT_MS) last = { at: now, found: look(watch) }
    const { ok, checks } = await last.found
    const isReady = ok && !isClosing()
    return reply.code(isReady ? 200 : 503).send({ ok: isReady, checks })
  })
}

async function look(watch: Watch | undefined): Promise<Readiness> {
  if (!watch) return { ok: true, checks: {} }
  const { pools, owner, home } = watch
  const [database, migrations, disk, queue] = await Promise.all([
    holds(async () => (await pools.readers.query('select 1')).rowCount === 1),
    holds(async () => isUpToDate(watch)),
    holds(async () => (await freeBytes(home)) >= ENOUGH_BYTES),
    holds(async () => (await owner.query(LATE)).rowCount === 0),
  ])
  return { ok: database && migrations && disk && queue, checks: { database, migrations, disk, queue } }
}

async function isUpToDate({ owner }: Watch): Promise<boolean> {
  const { rows } = await owner.query<{ name: string }>('select name from schema_migration')
  const ran = new Set(rows.map((row) => row.name))
  return (await readMigrations()).every(({ name }) => ran.has(name))
}

/** What does not answer in time does not hold. */
async function holds(check: () => Promise<boolean>): Promise<boolean> {
  let late: NodeJS.Timeout | undefined
  const never = new Promise<boolean>((resolve) => {
    late = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  try {
    return await Promise.race([check(), never])
  } catch {
    return false
  } finally {
    clearTimeout(late)
  }
}
