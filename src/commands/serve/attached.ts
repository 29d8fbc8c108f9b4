import { readFieldKeys, startArchived } from '#platform/backup/index.ts'
import type { ConnectionConfig } from '#platform/db/pool.ts'
import { ensureOwnHome, homePath, openHome } from '#platform/home.ts'
import { findPostgres } from '#platform/postgres/index.ts'
import { ensure, refusal } from '#platform/refuse.ts'
import type { Log } from './installation.ts'
import { version } from './version.ts'

export type Attached = { home: string; config: ConnectionConfig }

const noHome = refusal('home.missing', 404, (p: { path: string }) => ({
  zh: `${p.path} 没有桑榆的数据。请用 SANGYU_HOME 指明数据目录。`,
  en: `There is no installation at ${p.path}. Say where it is with SANGYU_HOME.`,
}))

/** The home of an installation that has been started before; a folder without keys is none. */
export function findHome(env: NodeJS.ProcessEnv): string {
  const home = homePath(env)
  ensureOwnHome(home)
  ensure(Object.keys(readFieldKeys(home)).length > 0, () => noHome({ path: home }))
  return home
}

/** Works beside a running server, or on an installation that is at rest; the database is left at the version it has. */
export async function withAttached<T>(
  { env, log }: { env: NodeJS.ProcessEnv; log: Log },
  work: (place: Attached) => Promise<T>,
): Promise<T> {
  const home = findHome(env)
  if (env.DATABASE_URL) return work({ home, config: { connectionString: env.DATABASE_URL } })
  const running = findPostgres(home)
  return running ? work({ home, config: running }) : withTarget({ env, log }, work)
}

export async function withTarget<T>(
  { env, log }: { env: NodeJS.ProcessEnv; log: Log },
  work: (place: Attached) => Promise<T>,
): Promise<T> {
  const home = await openHome(env, log)
  try {
    if (env.DATABASE_URL) return await work({ home: home.path, config: { connectionString: env.DATABASE_URL } })
    const postgres = await startArchived({ home: home.path, product: version, log })
    try {
      return await work({ home: home.path, config: postgres.connection() })
    } finally {
      await postgres.stop()
    }
  } finally {
    home.release()
  }
}
