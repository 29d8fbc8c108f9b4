import { join } from 'node:path'
import { startJobs } from '#platform/house/jobs.ts'
import { deliver } from '#platform/house/outbox.ts'
import { buildServer } from '#platform/http/server.ts'
import type { Parts } from '../parts.ts'
import type { Installation, Log } from './installation.ts'
import { version } from './version.ts'

export type Serving = { url: string; stop: () => Promise<void> }

const pagesDir = join(import.meta.dirname, '../../../dist/console')
const SWEEP = 30_000

/** Serves an opened installation: pages, interface, jobs, and the telling of what happened. */
export async function serve(parts: Parts, place: Installation, at: { host: string; port: number }): Promise<Serving> {
  const app = await buildServer(place.house, parts.rooms, { version, pagesDir, log: true })
  const runner = await startJobs(place.owner, place.house, parts.jobs)
  const stopTelling = keepTelling(place)
  await app.listen({ host: at.host, port: at.port })
  const address = app.server.address()
  const port = address && typeof address === 'object' ? address.port : at.port
  return {
    url: `http://${at.host === '0.0.0.0' || at.host === '127.0.0.1' ? 'localhost' : at.host}:${port}`,
    stop: async () => {
      await app.close()
      await runner.stop()
      await stopTelling()
    },
  }
}

/** Tells waiting events after each commit that left some, and every half minute those that a crash left behind. */
function keepTelling({ house }: Installation): () => Promise<void> {
  let telling: Promise<unknown> = Promise.resolve()
  const tell = (county: number) => {
    telling = telling.then(() => deliver(house, county)).catch(() => {})
  }
  house.onEvents = tell
  const sweep = () => {
    telling = telling.then(() => tellAll(house)).catch(() => {})
  }
  const timer = setInterval(sweep, SWEEP)
  sweep()
  return async () => {
    clearInterval(timer)
    await telling
  }
}

async function tellAll(house: Installation['house']): Promise<void> {
  const counties = await house.pool.query<{ county: number }>('select county from county')
  for (const { county } of counties.rows) while ((await deliver(house, county)) > 0);
}

export async function runUntilSignalled(serving: Serving, place: Installation, log: Log): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  log('正在停止… Stopping…')
  await serving.stop()
  await place.close()
}
