import { join } from 'node:path'
import { backupJobs } from '#modules/operations/index.ts'
import { keepBases } from '#platform/backup/index.ts'
import { refuseWritingWhenFull, watchDisk } from '#platform/disk/index.ts'
import { startJobs } from '#platform/house/jobs.ts'
import { keepTelling } from '#platform/house/telling.ts'
import { buildServer } from '#platform/http/server.ts'
import { refusal } from '#platform/refuse.ts'
import type { Parts } from '../parts.ts'
import type { Door } from './door.ts'
import type { Installation, Log } from './installation.ts'
import { version } from './version.ts'

export type Address = { host: string; port: number; door: Door }
export type Serving = { url: string; stop: () => Promise<void> }

const pagesDir = join(import.meta.dirname, '../../../dist/console')
const SWEEP_MS = 30_000

export async function serve(parts: Parts, place: Installation, at: Address): Promise<Serving> {
  const { metricsToken, ...door } = at.door
  const watch = { pools: place.house.pools, owner: place.owner, home: place.home, metricsToken }
  const app = await buildServer(place.house, parts.rooms, { version, pagesDir, watch, ...door })
  refuseWritingWhenFull(app)
  await app.listen({ host: at.host, port: at.port }).catch((error: Error) => {
    throw isTaken(error) ? portTaken(at) : error
  })
  const source = { home: place.home, config: place.config, product: version }
  const jobs = [...parts.jobs, ...backupJobs({ source, owner: place.owner })]
  const runner = await startJobs(place.owner, place.house, jobs)
  const disk = watchDisk(place.home, {
    reserve: process.env['SANGYU_BALLAST'],
    log: (line) => app.log.warn(line),
  })
  const bases = keepBases({ source, owner: place.owner }, (line) => app.log.warn(line))
  const stopTelling = keepTelling(place.house, {
    every: SWEEP_MS,
    onFault: (fault) => app.log.error({ err: fault }, 'an event was not taken in; it is told again later'),
  })
  const address = app.server.address()
  const port = address && typeof address === 'object' ? address.port : at.port
  return {
    url: `http://${at.host === '0.0.0.0' || at.host === '127.0.0.1' ? 'localhost' : at.host}:${port}`,
    // Nobody is let in any more; what was begun is finished; then the jobs, and last what all of them left to be told.
    stop: async () => {
      disk.stop()
      bases.stop()
      await app.close()
      await runner.stop()
      await stopTelling()
    },
  }
}

const portTaken = refusal('port.taken', 409, (p: { host: string; port: number }) => ({
  zh: `端口 ${p.port} 不能使用：已被其他程序占用，或需要更高权限。请换一个端口，例如 --port 8090。`,
  en: `Port ${p.port} cannot be used: another program has it, or it needs more rights. Choose another one, such as --port 8090.`,
}))

function isTaken(error: Error): boolean {
  return 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Serves until somebody stops it. A second signal, of whatever kind, does not wait for the closing. */
export async function runUntilSignalled(serving: Serving, log: Log): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = () => {
      for (const signal of SIGNALS) process.off(signal, stop)
      resolve()
    }
    for (const signal of SIGNALS) process.on(signal, stop)
  })
  log('正在停止… Stopping…')
  await serving.stop()
}
