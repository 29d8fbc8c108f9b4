import { realpathSync } from 'node:fs'
import type { ServiceAccount } from './place/account.ts'
import { findCluster, openFolder, placeCluster } from './place/location.ts'
import { openRuntime } from './place/runtime.ts'
import { type Connection, connectionTo, createDatabase } from './server/answer.ts'
import { openCluster } from './server/cluster.ts'
import { launch } from './server/launch.ts'
import { isServing, readPostmaster } from './server/postmaster.ts'
import { archivedFolder, type Profile } from './server/settings.ts'
import { type Log, supervise } from './server/supervise.ts'

export type { Connection } from './server/answer.ts'
export { archivedFolder } from './server/settings.ts'

export type StartOptions = {
  home: string
  log?: Log
  profile?: Profile
  account?: ServiceAccount
  /** Every segment of its log stays until somebody has put a file of its name into `archivedFolder`. */
  isArchived?: boolean
}

/** The built-in database of a home, kept running until `stop`; a killed server comes back under the same socket by itself. */
export type RunningPostgres = {
  socketDir: string
  dataDir: string
  /** True if the server was already there, left by a process of ours that was killed. */
  adopted: boolean
  pid: () => number
  /** For node-postgres, as the owner; the database defaults to `sangyu`. */
  connection: (database?: string) => Connection
  /** The same as a URL, for tools that only take one. */
  ownerUrl: (database?: string) => string
  /** Resolves when the server answers: at once, or after a restart that is going on. */
  ready: () => Promise<void>
  stop: () => Promise<void>
}

/** Starts or adopts the cluster of this home. The home must exist; `profile: 'test'` is only for clusters that are thrown away. */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const place = placeCluster(realpathSync(options.home), options.account)
  const runtime = openRuntime(place.runtimes)
  const profile = options.profile ?? 'durable'
  openCluster(place, runtime, profile)
  if (options.isArchived) openFolder(archivedFolder(place.data))
  const cluster = { place, runtime, profile, isArchived: options.isArchived ?? false }
  const first = await launch(cluster)
  await createDatabase(first.socketDir)
  const supervised = supervise(cluster, first, options.log ?? (() => undefined))
  const socketDir = first.socketDir
  return {
    socketDir,
    dataDir: place.data,
    adopted: first.child === undefined,
    pid: () => supervised.live().pid,
    connection: (database) => connectionTo(socketDir, database),
    ownerUrl: (database) => urlOf(connectionTo(socketDir, database)),
    ready: supervised.ready,
    stop: supervised.stop,
  }
}

/** The running server of a home, for commands that work beside `sangyu start`; undefined if none runs. */
export function findPostgres(home: string): Connection | undefined {
  const dir = findCluster(home)
  const found = dir && readPostmaster(`${dir}/data`)
  return found && isServing(found.pid, `${dir}/data`) ? connectionTo(found.socketDir) : undefined
}

function urlOf(connection: Connection): string {
  return `postgres://${connection.user}@/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`
}
