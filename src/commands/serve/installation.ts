import type { Pool } from 'pg'
import { openRotation } from '#modules/operations/index.ts'
import { replayErasures } from '#modules/people/index.ts'
import { openBackupKey, startArchived, upgrade } from '#platform/backup/index.ts'
import { vault } from '#platform/crypto/index.ts'
import { ensureOwnKeys, sealWaiting } from '#platform/crypto/rotation/index.ts'
import { type ConnectionConfig, closePools, openOwner, openOwnerPool, openPools } from '#platform/db/pool.ts'
import { troubleOf } from '#platform/db/trouble.ts'
import { openHome, openKeys, profileFrom } from '#platform/home.ts'
import { type House, openHouse } from '#platform/house/house.ts'
import { codeFormerRows } from '#platform/integrity/index.ts'
import { ensure, refusal } from '#platform/refuse.ts'
import type { Parts } from '../parts.ts'
import { version } from './version.ts'

export type Log = (line: string) => void

/** An opened installation: its home, its database brought up to date, its house. `close` gives everything back in order. */
export type Installation = {
  house: House
  owner: Pool
  config: ConnectionConfig
  home: string
  migrated: string[]
  close: () => Promise<void>
}

const POOL = 20
const OWNERS = 4

/** Opens SANGYU_HOME with the embedded database, or the external one that DATABASE_URL names. Refuses a home that another process has open. */
async function openInstallation(parts: Parts, env: NodeJS.ProcessEnv, log: Log): Promise<Installation> {
  const home = await openHome(env, log)
  try {
    const database = await openDatabase(env, home.path, log)
    try {
      return await open(parts, { home: home.path, release: home.release, log, ...database })
    } catch (error) {
      await database.stop()
      throw lostOr(error)
    }
  } catch (error) {
    home.release()
    throw error
  }
}

export async function withInstallation<T>(
  parts: Parts,
  at: { env: NodeJS.ProcessEnv; log: Log },
  work: (place: Installation) => Promise<T>,
): Promise<T> {
  const place = await openInstallation(parts, at.env, at.log)
  try {
    return await work(place)
  } finally {
    await place.close()
  }
}

const unreachable = refusal('database.unreachable', 503, (p: { reason: string }) => ({
  zh: `连不上 DATABASE_URL 指定的数据库（${p.reason}）。请核对地址、账号和密码，并确认数据库已经启动。`,
  en: `The database that DATABASE_URL names cannot be reached (${p.reason}). Check address, user and password, and that it is running.`,
}))
const tooOld = refusal('database.too_old', 503, (p: { version: string }) => ({
  zh: `PostgreSQL ${p.version} 太旧，需要 15 或更高版本。`,
  en: `PostgreSQL ${p.version} is too old; version 15 or later is needed.`,
}))

const lost = refusal('database.lost', 503, (p: { reason: string }) => ({
  zh: `数据库在打开时中途停止（${p.reason}）。已做完的都在，没做完的下次启动接着做。请检查磁盘、内存和数据库日志，然后重新运行。`,
  en: `The database stopped while it was being opened (${p.reason}). What was done stands, the rest goes on at the next start. Look at disk, memory and the database’s log, then run this again.`,
}))

/** A database that dies while waiting rows are sealed or coded is told in words; all of that can be begun again. */
function lostOr(error: unknown): unknown {
  const isAway = error instanceof Error && troubleOf(error)?.code === 'database.away'
  return isAway ? lost({ reason: error.message }) : error
}

/** Whether an external server can be worked with; our own always can. */
async function ensureUsable(config: ConnectionConfig): Promise<void> {
  const client = await openOwner(config).catch((error: Error) => {
    throw unreachable({ reason: error.message })
  })
  try {
    const { rows } = await client.query<{ number: string; version: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
    )
    const [found] = rows
    ensure(Number(found?.number) >= 150_000, () => tooOld({ version: found?.version ?? '?' }))
  } finally {
    await client.end()
  }
}

async function openDatabase(
  env: NodeJS.ProcessEnv,
  home: string,
  log: Log,
): Promise<{ config: ConnectionConfig; stop: () => Promise<void> }> {
  if (env.DATABASE_URL) {
    const config = { connectionString: env.DATABASE_URL }
    await ensureUsable(config)
    return { config, stop: async () => {} }
  }
  openBackupKey(home)
  const postgres = await startArchived({ home, product: version, log })
  return { config: postgres.connection(), stop: postgres.stop }
}

type Place = { home: string; release: () => void; config: ConnectionConfig; stop: () => Promise<void>; log: Log }

async function open(parts: Parts, { home, release, config, stop, log }: Place): Promise<Installation> {
  const migrated = await upgrade({ home, config, product: version }, ({ zh, en }) => log(`${zh} / ${en}`))
  const pools = openPools(config, POOL)
  const owner = openOwnerPool(config, OWNERS)
  const keys = await openKeys(home, { profile: profileFrom(process.env) })
  const safe = vault(keys.ring)
  await ensureOwnKeys(owner, keys.ring)
  await sealWaiting({ owner, vault: safe, spellings: parts.spellings })
  await codeFormerRows(owner, safe, parts.codes)
  const house = openHouse({
    pools,
    vault: safe,
    keys,
    owner,
    clock: () => new Date(),
    doorkeeper: parts.doorkeeper,
    listeners: parts.listeners,
    home,
  })
  // A database restored from a backup still knows people who were erased since; nobody is let in before they are gone again.
  const { replayed } = await replayErasures(house)
  if (replayed) log(`已按删除日志再次删除 ${replayed} 人。 Erased again by the log of erasures: ${replayed}.`)
  await openRotation(house)
  const close = async () => {
    await closePools(pools)
    await owner.end()
    await stop()
    release()
  }
  return { house, owner, config, home, migrated, close }
}
