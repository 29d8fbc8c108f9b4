import { join } from 'node:path'
import { startJobs } from '#platform/house/jobs.ts'
import { keepTelling } from '#platform/house/telling.ts'
import { buildServer } from '#platform/http/server.ts'
import type { Parts } from '../parts.ts'
import type { Installation, Log } from './installation.ts'
import { version } from './version.ts'

export type Serving = { url: string; stop: () => Promise<void> }

const pagesDir = join(import.meta.dirname, '../../../dist/console')
const SWEEP_MS = 30_000

/** Serves an opened installation: pages, interface, jobs, and the telling of what happened. */
export async function serve(parts: Parts, place: Installation, at: { host: string; port: number }): Promise<Serving> {
  const app = await buildServer(place.house, parts.rooms, { version, pagesDir, log: true })
  const runner = await startJobs(place.owner, place.house, parts.jobs)
  const stopTelling = keepTelling(place.house, {
    every: SWEEP_MS,
    onFault: (fault) => app.log.error({ err: fault }, 'an event was not taken in; it is told again later'),
  })
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

export async function runUntilSignalled(serving: Serving, place: Installation, log: Log): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  log('正在停止… Stopping…')
  await serving.stop()
  await place.close()
}
